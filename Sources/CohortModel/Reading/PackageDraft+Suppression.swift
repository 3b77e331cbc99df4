extension PackageDraft {
  /// The policy's `suppression`: method, bounds of its work, weights by variable.
  func readSuppression(_ place: Descriptor) {
    guard let keys = place.mapping(.suppression) else { return }
    if let method = keys["method"]?.choice(SuppressionPolicy.Method.self) {
      package.policy.suppression.method = method
    }
    if let place = keys["optimal_cells"], let cells = place.integer(in: 0...100_000) {
      package.policy.suppression.optimalCells = cells
      if package.policy.suppression.method != .automatic {
        place.warn(
          "This has no effect: only the method automatic looks at the size of a cube. Leave it out."
        )
      }
    }
    if let work = keys["work"]?.integer(in: 500...100_000_000) {
      package.policy.suppression.work = work
    }
    suppressionCosts = keys["costs"]?.named("weight") ?? []
  }

  /// Weights by variable, once the pilots are known.
  func checkSuppressionCosts() {
    for (name, value) in suppressionCosts {
      guard package.pilots.contains(where: { $0.variable(name) != nil }) else {
        value.report(
          "No pilot has a variable \(name.quoted)."
            + Descriptor.hint(name, among: package.pilots.flatMap { $0.variables.map(\.name) }))
        continue
      }
      if let weight = value.number(in: 0.01...1_000) {
        package.policy.suppression.costs[name] = weight
      }
    }
  }
}
