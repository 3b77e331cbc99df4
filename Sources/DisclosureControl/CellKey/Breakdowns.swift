import CohortModel

/// The ways in which tables break a cohort down: one level of each of some variables, crossed.
///
/// Of every breakdown a person with one code of each variable is in one cell, so that from tables with
/// b breakdowns in all such a person is in b + 1 published cells at most, the whole included: as many
/// noises hide whether there is one more of them (`AveragingBound`).
enum Breakdowns {
  /// Names of the breakdowns of a plan's whole cube, the same for the same breakdown in every plan of
  /// the cohort. Depends on the plan only.
  static func names(of plan: TablePlan) -> Set<String> {
    var names = ["level \(plan.linkLevel.rawValue)"]
    for dimension in plan.inCanonicalOrder.dimensions {
      let levels = levels(of: dimension, in: plan)
      names += levels.flatMap { level in names.map { $0 + "\n" + level } }
    }
    return Set(names.dropFirst())
  }

  /// Those of the figures on links, which are shown whatever is asked.
  static func ofLinkage(_ package: DataPackage) -> Set<String> {
    LinkLevel.allCases.reduce(into: []) { names, level in
      for subject in LinkageSubject.all(in: package) {
        if let plan = TablePlan(asked: subject.query(at: level), package: package) {
          names.formUnion(self.names(of: plan))
        }
      }
    }
  }

  private static func levels(of dimension: PlannedDimension, in plan: TablePlan) -> [String] {
    let source = dimension.source.canonicalName
    if dimension.structure.kind == .multiResponse {
      return shownLevels(of: dimension, in: plan).map { "\(source): \($0)" }
    }
    // Per slot the cells that its members are in, the wider ones first.
    let nodes = dimension.structure.nodes
    let chains = (0..<dimension.structure.slotCount).map { slot in
      nodes.indices.dropFirst().filter { nodes[$0].slots.contains(slot) }
        .sorted { (nodes[$1].slots.count, $0) < (nodes[$0].slots.count, $1) }
    }
    func codes(_ node: Int) -> String {
      nodes[node].slots.flatMap { dimension.slotCodes[$0] }.sorted().joined(separator: ",")
    }
    var levels: [String] = []
    for place in 0..<(chains.map(\.count).max() ?? 0) {
      let parts = Set(
        chains.compactMap { chain in chain.isEmpty ? nil : chain[min(place, chain.count - 1)] })
      let level = "\(source): " + parts.map(codes).sorted().joined(separator: ";")
      if !levels.contains(level) { levels.append(level) }
    }
    return levels
  }

  /// Of a variable with any number of codes: somebody with one of them is in the cell of that code, and
  /// in the complements of the others that the table shows.
  private static func shownLevels(
    of dimension: PlannedDimension, in plan: TablePlan
  ) -> [String] {
    guard let number = plan.dimensions.firstIndex(of: dimension) else { return [] }
    let nodes = dimension.structure.nodes
    let shown = Set(
      plan.axes.flatMap { axis in axis.entries.compactMap { $0.nodes[number] } }
        + [plan.fixedNodes[number]].compactMap { $0 })
    let complements = shown.sorted().filter { !nodes[$0].minusSlots.isEmpty }
    let hasCodes = shown.contains { $0 != 0 && nodes[$0].minusSlots.isEmpty }
    return (hasCodes ? ["codes"] : [])
      + complements.map { node in
        "not "
          + nodes[node].minusSlots.flatMap { dimension.slotCodes[$0] }.sorted()
          .joined(separator: ",")
      }
  }
}
