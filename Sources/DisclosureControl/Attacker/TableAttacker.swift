/// An attacker at work on one table: what was published as intervals over an `AttackSystem`, and
/// linear programmes over it. One solver model per table, kept warm through all questions.
///
/// Not to be shared between threads.
package final class TableAttacker {
  package enum Direction: Sendable, CaseIterable {
    case greatest
    case least
  }

  /// A published bound that keeps a cell from going further.
  package struct Binding: Sendable {
    package var cell: Int
    /// How much further the cell would go per unit by which the bound gives way.
    package var weight: Double
    /// The lower bound of the published interval binds, not the upper.
    package var isLower: Bool
  }

  package enum Reach: Sendable {
    /// The furthest value (or the limit, if that was attained) and what stops it there.
    case attained(Double, [Binding])
    /// Nothing was proven: no database fits, or the solver gave up.
    case undecided
  }

  package let system: AttackSystem
  package private(set) var intervals: [PublishedInterval]
  package var iterations: Int { loaded?.iterations ?? 0 }

  /// Loaded with the first question: many tables never need it.
  private var loaded: LinearProgram?
  /// Rows whose coefficients are all positive: never negative by themselves.
  private lazy var isPositive = (0..<system.rows.rowCount).map { row in
    system.rows.range(ofRow: row).allSatisfy { system.rows.coefficients[$0] > 0 }
  }

  package init(system: AttackSystem, intervals: [PublishedInterval]) {
    precondition(intervals.count == system.cellCount)
    self.system = system
    self.intervals = intervals
  }

  private var program: LinearProgram {
    if let loaded { return loaded }
    let program = LinearProgram(
      rows: system.rows,
      columnBounds: (0..<system.atomCount).map { atom in
        Self.bounds(Self.interval(ofAtom: atom, system, intervals))
      },
      rowBounds: (0..<system.rows.rowCount).map { row in
        row < system.rowCells.count
          ? Self.rowBounds(intervals[system.rowCells[row]], isPositive: isPositive[row])
          : (0, LinearProgram.infinity)
      })
    loaded = program
    return program
  }

  package func setInterval(_ interval: PublishedInterval, ofCell cell: Int) {
    intervals[cell] = interval
    if loaded != nil { restore(cell) }
  }

  /// How far a cell can go in a direction, but no further than `limit`.
  package func reach(_ cell: Int, _ direction: Direction, limit: Int) -> Reach {
    switch direction {
    case .greatest: confine(cell, PublishedInterval(0, limit))
    case .least: confine(cell, PublishedInterval(limit, nil))
    }
    defer { restore(cell) }
    setObjective([(cell, direction == .greatest ? -1 : 1)])
    guard program.minimise() == .optimal else { return .undecided }
    let value = value(ofCell: cell)
    let isThere =
      direction == .greatest
      ? value >= Double(limit) - Self.tolerance : value <= Double(limit) + Self.tolerance
    return .attained(value, isThere ? [] : bindings(except: cell))
  }

  /// Moves many cells at once towards targets: each at most (or at least) to its own, as many as
  /// possible as far as possible. The solution can be read with `value(ofCell:)`.
  package func approach(_ targets: [(cell: Int, target: Int, direction: Direction)]) -> Bool {
    for (cell, target, direction) in targets {
      confine(
        cell,
        direction == .greatest ? PublishedInterval(0, target) : PublishedInterval(target, nil))
    }
    defer { for target in targets { restore(target.cell) } }
    setObjective(targets.map { ($0.cell, $0.direction == .greatest ? -1 : 1) })
    return program.minimise() == .optimal
  }

  /// The cell's value in the last solution.
  package func value(ofCell cell: Int) -> Double {
    switch system.places[cell] {
    case .atom(let column): program.columnValue(column)
    case .sum(let row): program.rowValue(row)
    }
  }

  /// A database (all cells' values) behind the last solution, checked in whole numbers against
  /// everything published. Where the solution has fractions, a depth-first search of at most
  /// `nodeLimit` further programmes looks for one nearby.
  package func wholeDatabase(nodeLimit: Int) -> [Int]? {
    program.wholePoint(nodeLimit: nodeLimit).flatMap(checked)
  }

  /// The database checked in whole numbers against everything published.
  package func checked(_ point: [Int]) -> [Int]? {
    guard let values = system.values(at: point) else { return nil }
    for cell in values.indices where !intervals[cell].contains(values[cell]) { return nil }
    return values
  }

  // MARK: Bounds and objective

  static let tolerance = 1e-6

  static func interval(
    ofAtom atom: Int, _ system: AttackSystem, _ intervals: [PublishedInterval]
  ) -> PublishedInterval {
    system.atomCells[atom].reduce(.hidden) { $0.intersection(intervals[$1]) }
  }

  private static func bounds(_ interval: PublishedInterval) -> (lower: Double, upper: Double) {
    (Double(interval.lower), interval.upper.map { Double($0) } ?? LinearProgram.infinity)
  }

  private static func rowBounds(
    _ interval: PublishedInterval, isPositive: Bool
  ) -> (lower: Double, upper: Double) {
    let (lower, upper) = bounds(interval)
    return (lower == 0 && isPositive ? -LinearProgram.infinity : lower, upper)
  }

  private func confine(_ cell: Int, _ interval: PublishedInterval) {
    switch system.places[cell] {
    case .atom(let column):
      let both = Self.interval(ofAtom: column, system, intervals).intersection(interval)
      let (lower, upper) = Self.bounds(both)
      program.setColumn(column, lower, upper)
    case .sum(let row):
      let both = intervals[cell].intersection(interval)
      let (lower, upper) = Self.rowBounds(both, isPositive: isPositive[row])
      program.setRow(row, lower, upper)
    }
  }

  private func restore(_ cell: Int) { confine(cell, .hidden) }

  private func setObjective(_ weights: [(cell: Int, weight: Double)]) {
    program.clearObjective()
    for (cell, weight) in weights {
      switch system.places[cell] {
      case .atom(let column): program.addToObjective(column: column, weight: weight)
      case .sum(let row): program.addToObjective(row: row, weight: weight)
      }
    }
  }

  private func bindings(except target: Int) -> [Binding] {
    var bindings: [Binding] = []
    func note(_ cell: Int, _ price: Double) {
      guard abs(price) > Self.tolerance, system.places[cell] != system.places[target],
        intervals[cell] != .hidden
      else { return }
      bindings.append(Binding(cell: cell, weight: abs(price), isLower: price > 0))
    }
    for atom in 0..<system.atomCount {
      let price = program.reducedCost(atom)
      if abs(price) > Self.tolerance {
        for cell in system.atomCells[atom] { note(cell, price) }
      }
    }
    for (row, cell) in system.rowCells.enumerated() { note(cell, program.rowPrice(row)) }
    return bindings
  }
}
