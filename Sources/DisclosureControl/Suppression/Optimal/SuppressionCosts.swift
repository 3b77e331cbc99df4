import CohortModel

/// What hiding a cell costs in the search for the optimum: first the number of cells, then the persons
/// in them, times the policy's weights.
struct SuppressionCosts {
  /// Of a cell against all persons of all cells together, so that cells come first. Large enough for
  /// one person to be more than the solver's tolerances in a table of a million.
  private static let scale = 10_000.0

  private let costs: [Double]

  init(_ problem: ProtectionProblem) {
    let all = Double(problem.contributors.reduce(1, +))
    costs = problem.contributors.indices.map { cell in
      Self.scale * (1 + Double(problem.contributors[cell]) / all) * problem.weight(of: cell)
    }
  }

  subscript(cell: Int) -> Double { costs[cell] }
}

extension ProtectionProblem {
  /// How many times as much it costs to hide a cell as the policy's `costs` say: the weights of the
  /// variables that a total names. A total is a cell that is the sum of others.
  func weight(of cell: Int) -> Double {
    suppression.costs.isEmpty ? 1 : Self.weight(of: cell, in: space, suppression)
  }

  static func weight(
    of cell: Int, in space: CellSpace, _ suppression: SuppressionPolicy
  ) -> Double {
    var weight = 1.0
    var isTotal = false
    for dimension in space.dimensions.indices {
      let node = space.node(of: cell, in: dimension)
      let planned = space.dimensions[dimension]
      if planned.structure.relations.contains(where: { $0.whole == node }) { isTotal = true }
      if node != 0, case .variable(let name) = planned.source,
        let factor = suppression.costs[name]
      {
        weight *= factor
      }
    }
    return isTotal ? weight : 1
  }
}
