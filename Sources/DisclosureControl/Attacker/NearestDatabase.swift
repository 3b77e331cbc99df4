/// Finds databases near a known one: what changes least in order that a cell takes another value.
///
/// The programme is in deviations from the known database, each up and each down at a cost, so that
/// it starts from a solution and a demand costs a few dual simplex steps. Least changes are
/// circuits of the table, as a rule in whole numbers, and leave most other cells as they are; so one
/// such database stays a witness when other cells are published or known. Costs differ a little, by
/// atom and not by value, to keep ties from being mixed into fractions.
///
/// Not to be shared between threads.
package final class NearestDatabase {
  package let system: AttackSystem
  package var iterations: Int { program.iterations }

  private let point: [Int]
  /// All cells' values in the known database.
  private let anchor: [Int]
  private var intervals: [PublishedInterval]
  private let program: LinearProgram

  /// - Parameter point: a database by atoms that agrees with the intervals.
  package init(system: AttackSystem, intervals: [PublishedInterval], point: [Int]) {
    self.system = system
    self.intervals = intervals
    self.point = point
    anchor = (0..<system.cellCount).map { system.value(ofCell: $0, at: point) }
    let atoms = system.atomCount
    var rows = SparseRows(columnCount: atoms * 2)
    for row in 0..<system.rows.rowCount {
      let terms = system.rows.range(ofRow: row).map {
        (Int(system.rows.columns[$0]), Int(system.rows.coefficients[$0]))
      }
      rows.append(
        terms.map { (column: $0.0, coefficient: $0.1) }
          + terms.map { (column: atoms + $0.0, coefficient: -$0.1) })
    }
    let beyond = (system.rowCells.count..<system.rows.rowCount).map { row in
      (lower: -Double(system.rows.value(ofRow: row, at: point)), upper: LinearProgram.infinity)
    }
    program = LinearProgram(
      rows: rows,
      columnBounds: [(lower: Double, upper: Double)](
        repeating: (0, LinearProgram.infinity), count: atoms * 2),
      rowBounds: [(lower: Double, upper: Double)](
        repeating: (-LinearProgram.infinity, LinearProgram.infinity), count: system.rowCells.count)
        + beyond)
    setCosts(variant: 0)
    for cell in 0..<system.cellCount { confine(cell, .hidden) }
  }

  package func setInterval(_ interval: PublishedInterval, ofCell cell: Int) {
    intervals[cell] = interval
    confine(cell, .hidden)
  }

  /// Solves for the least change under which cells lie within intervals. False where there is none.
  package func solve(within demands: [(cell: Int, interval: PublishedInterval)]) -> Bool {
    for demand in demands { confine(demand.cell, demand.interval) }
    defer { for demand in demands { confine(demand.cell, .hidden) } }
    program.forgetBasis()
    return program.minimiseAfterTightening() == .optimal
  }

  /// The cell's value in the last solution.
  package func value(ofCell cell: Int) -> Double {
    switch system.places[cell] {
    case .atom(let atom):
      Double(point[atom]) + program.columnValue(atom)
        - program.columnValue(system.atomCount + atom)
    case .sum(let row): Double(anchor[cell]) + program.rowValue(row)
    }
  }

  package enum Answer: Sendable {
    /// All cells' values.
    case found([Int])
    /// There is none, not even with fractions.
    case none
    case undecided
  }

  /// A database in whole numbers in which cells lie within intervals.
  package func database(
    within demands: [(cell: Int, interval: PublishedInterval)], nodeLimit: Int
  ) -> Answer {
    for demand in demands { confine(demand.cell, demand.interval) }
    defer { for demand in demands { confine(demand.cell, .hidden) } }
    for variant in UInt64(0)..<3 {
      if variant > 0 { setCosts(variant: variant) }
      defer { if variant > 0 { setCosts(variant: 0) } }
      program.forgetBasis()
      switch program.minimiseAfterTightening() {
      case .infeasible: return .none
      case .optimal: break
      case .unbounded, .undecided: return .undecided
      }
      if let deviations = program.wholePoint(nodeLimit: nodeLimit) {
        let found = point.indices.map {
          point[$0] + deviations[$0] - deviations[system.atomCount + $0]
        }
        if let values = checked(found) { return .found(values) }
      }
    }
    return .undecided
  }

  /// Checked in whole numbers against everything published.
  private func checked(_ point: [Int]) -> [Int]? {
    guard let values = system.values(at: point) else { return nil }
    for cell in values.indices where !intervals[cell].contains(values[cell]) { return nil }
    return values
  }

  private func confine(_ cell: Int, _ demand: PublishedInterval) {
    switch system.places[cell] {
    case .atom(let atom):
      let both = TableAttacker.interval(ofAtom: atom, system, intervals).intersection(demand)
      let here = Double(point[atom])
      let lower = Double(both.lower) - here
      let upper = both.upper.map { Double($0) - here } ?? LinearProgram.infinity
      program.setColumn(atom, max(0, lower), max(0, upper))
      program.setColumn(system.atomCount + atom, max(0, -upper), max(0, -lower))
      if upper == LinearProgram.infinity {
        program.setColumn(system.atomCount + atom, 0, max(0, -lower))
      }
    case .sum(let row):
      let both = intervals[cell].intersection(demand)
      let here = Double(anchor[cell])
      program.setRow(
        row, Double(both.lower) - here,
        both.upper.map { Double($0) - here } ?? LinearProgram.infinity)
    }
  }

  private func setCosts(variant: UInt64) {
    program.clearObjective()
    var random = 0x9E37_79B9_7F4A_7C15 &* (variant + 1)
    for column in 0..<(system.atomCount * 2) {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      program.addToObjective(
        column: column, weight: 1 + Double(random >> 44) * 0x1p-20 * (variant == 0 ? 0.05 : 1))
    }
  }
}
