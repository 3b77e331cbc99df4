extension PackageDraft {
  /// The policy's `suppression`: method, bounds of its work, weights by variable.
  func readSuppression(_ place: Descriptor) {
    guard let keys = place.mapping(.suppression) else { return }
    if let method = keys["method"]?.choice(SuppressionPolicy.Method.self) {
      package.policy.suppression.method = method
    }
    if let cells = keys["optimal_cells"]?.integer(in: 0...100_000) {
      package.policy.suppression.optimalCells = cells
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
