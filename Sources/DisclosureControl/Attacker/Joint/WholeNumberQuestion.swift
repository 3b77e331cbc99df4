import CSolver

/// Asks CBC whether some database in whole numbers gives a cell a value: the last resort where
/// rounding the ends of a linear programme leaves a doubt.
struct WholeNumberQuestion {
  enum Answer: Sendable {
    /// By atoms.
    case found([Int])
    case none
    case undecided
  }

  let system: AttackSystem
  let intervals: [PublishedInterval]

  /// Branches after which a question is given up.
  static let mostNodes: Int32 = 2_000
  private static let endless = 1e9

  func ask(_ cell: Int, _ value: PublishedInterval) -> Answer {
    CbcTurn.take { solve(cell, value) }
  }

  private func solve(_ cell: Int, _ value: PublishedInterval) -> Answer {
    var columns = [(lower: Double, upper: Double)](
      repeating: (0, Self.endless), count: system.atomCount)
    var rows = [(lower: Double, upper: Double)](
      repeating: (0, Self.endless), count: system.rows.rowCount)
    for (number, place) in system.places.enumerated() {
      var interval = intervals[number]
      if number == cell { interval = interval.intersection(value) }
      let upper = interval.upper.map { Double($0) } ?? Self.endless
      switch place {
      case .atom(let atom):
        columns[atom] = (
          max(columns[atom].lower, Double(interval.lower)), min(columns[atom].upper, upper)
        )
        if columns[atom].lower > columns[atom].upper { return .none }
      case .sum(let row):
        rows[row] = (Double(interval.lower), upper)
        if interval.lower > interval.upper ?? .max { return .none }
      }
    }
    let model = Cbc_newModel()!
    defer { Cbc_deleteModel(model) }
    Cbc_setParameter(model, "logLevel", "0")
    let (starts, indices, values) = system.rows.byColumn()
    Cbc_loadProblem(
      model, Int32(system.atomCount), Int32(system.rows.rowCount), starts, indices, values,
      columns.map(\.lower), columns.map(\.upper),
      [Double](repeating: 0, count: system.atomCount), rows.map(\.lower), rows.map(\.upper))
    for column in 0..<system.atomCount { Cbc_setInteger(model, Int32(column)) }
    Cbc_setMaximumNodes(model, Self.mostNodes)
    _ = Cbc_solve(model)
    if Cbc_isProvenInfeasible(model) == 1 { return .none }
    guard Cbc_isProvenOptimal(model) == 1, let solution = Cbc_getColSolution(model) else {
      return .undecided
    }
    // Checked in whole numbers, whatever the solver's tolerances were.
    let point = (0..<system.atomCount).map { Int(solution[$0].rounded()) }
    guard let all = system.values(at: point), value.contains(all[cell]),
      all.indices.allSatisfy({ intervals[$0].contains(all[$0]) })
    else { return .undecided }
    return .found(point)
  }
}
