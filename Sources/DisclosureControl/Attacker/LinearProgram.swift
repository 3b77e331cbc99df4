import CSolver

/// A linear programme with interval bounds on columns and rows, solved by CLP and kept warm: after a
/// change of bounds or objective the next solution starts from the last basis.
///
/// Owns the solver's model and frees it. Not to be shared between threads. Everything is counted in
/// simplex iterations and nothing in seconds, so that a problem has the same course each time.
final class LinearProgram {
  enum Outcome: Equatable {
    case optimal
    case infeasible
    case unbounded
    /// Out of iterations or in numerical trouble: nothing is proven.
    case undecided
  }

  /// After so many in one solution it is given up as undecided.
  private static let mostIterations: Int32 = 20_000

  static let infinity = Double.greatestFiniteMagnitude

  let rows: SparseRows
  /// Simplex iterations so far.
  private(set) var iterations = 0

  private let model: UnsafeMutableRawPointer
  private let columnLower: UnsafeMutablePointer<Double>
  private let columnUpper: UnsafeMutablePointer<Double>
  private let rowLower: UnsafeMutablePointer<Double>
  private let rowUpper: UnsafeMutablePointer<Double>
  private let objective: UnsafeMutablePointer<Double>
  /// Columns with a weight in the objective, to clear it cheaply.
  private var weighted: [Int] = []

  init(
    rows: SparseRows, columnBounds: [(lower: Double, upper: Double)],
    rowBounds: [(lower: Double, upper: Double)]
  ) {
    precondition(columnBounds.count == rows.columnCount && rowBounds.count == rows.rowCount)
    self.rows = rows
    model = Clp_newModel()!
    Clp_setLogLevel(model, 0)
    let (starts, indices, values) = rows.byColumn()
    Clp_loadProblem(
      model, Int32(rows.columnCount), Int32(rows.rowCount), starts, indices, values,
      columnBounds.map(\.lower), columnBounds.map(\.upper),
      [Double](repeating: 0, count: rows.columnCount),
      rowBounds.map(\.lower), rowBounds.map(\.upper))
    Clp_scaling(model, 0)
    Clp_setMaximumIterations(model, Self.mostIterations)
    Clp_setPrimalTolerance(model, 1e-7)
    Clp_setDualTolerance(model, 1e-7)
    columnLower = Clp_columnLower(model)
    columnUpper = Clp_columnUpper(model)
    rowLower = Clp_rowLower(model)
    rowUpper = Clp_rowUpper(model)
    objective = Clp_objective(model)
  }

  deinit { Clp_deleteModel(model) }

  func setColumn(_ column: Int, _ lower: Double, _ upper: Double) {
    columnLower[column] = lower
    columnUpper[column] = upper
  }

  func setRow(_ row: Int, _ lower: Double, _ upper: Double) {
    rowLower[row] = lower
    rowUpper[row] = upper
  }

  func columnBounds(_ column: Int) -> (lower: Double, upper: Double) {
    (columnLower[column], columnUpper[column])
  }

  func rowBounds(_ row: Int) -> (lower: Double, upper: Double) { (rowLower[row], rowUpper[row]) }

  func clearObjective() {
    for column in weighted { objective[column] = 0 }
    weighted.removeAll(keepingCapacity: true)
  }

  func addToObjective(column: Int, weight: Double) {
    objective[column] += weight
    weighted.append(column)
  }

  func addToObjective(row: Int, weight: Double) {
    for place in rows.range(ofRow: row) {
      addToObjective(
        column: Int(rows.columns[place]), weight: weight * Double(rows.coefficients[place]))
    }
  }

  /// Minimises the objective by the primal simplex method: the choice after the objective changed
  /// or bounds were relaxed.
  func minimise() -> Outcome { solve { Clp_primal(model, 0) } }

  /// Minimises the objective by the dual simplex method: the choice after bounds were tightened.
  func minimiseAfterTightening() -> Outcome { solve { Clp_dual(model, 0) } }

  private func solve(_ run: () -> Int32) -> Outcome {
    _ = run()
    iterations += Int(Clp_numberIterations(model)) + 1
    switch Clp_status(model) {
    case 0: return .optimal
    case 1: return .infeasible
    case 2: return .unbounded
    default: return .undecided
    }
  }

  /// Forgets the basis: the next solution starts from all columns at their lower bounds.
  func forgetBasis() {
    let columns = [UInt8](repeating: 3, count: rows.columnCount)
    Clp_copyinStatus(model, columns + [UInt8](repeating: 1, count: rows.rowCount))
  }

  func columnValue(_ column: Int) -> Double { Clp_primalColumnSolution(model)[column] }
  func rowValue(_ row: Int) -> Double { Clp_primalRowSolution(model)[row] }
  /// By how much the objective falls per unit that the column's binding bound is relaxed; positive
  /// at a lower bound, negative at an upper one.
  func reducedCost(_ column: Int) -> Double { Clp_dualColumnSolution(model)[column] }
  /// The same of a row's binding bound.
  func rowPrice(_ row: Int) -> Double { Clp_dualRowSolution(model)[row] }

  /// The solution in whole numbers, where it is one.
  private func wholePoint() -> [Int]? {
    let solution = Clp_primalColumnSolution(model)!
    var point = [Int](repeating: 0, count: rows.columnCount)
    for column in 0..<rows.columnCount {
      let value = solution[column]
      let nearest = value.rounded()
      if abs(value - nearest) > 1e-6 { return nil }
      point[column] = Int(nearest)
    }
    return point
  }

  /// A solution in whole numbers: the last one where it is one, or else the first that a
  /// depth-first search of at most `nodeLimit` further programmes comes to.
  func wholePoint(nodeLimit: Int) -> [Int]? {
    if let point = wholePoint() { return point }
    var nodes = nodeLimit
    return branch(&nodes)
  }

  private func branch(_ nodes: inout Int) -> [Int]? {
    guard let (column, value) = firstFraction() else { return wholePoint() }
    let held = columnBounds(column)
    defer { setColumn(column, held.lower, held.upper) }
    let below = value.rounded(.down)
    let halves = [(held.lower, below), (below + 1, held.upper)]
    for half in value - below < 0.5 ? halves : halves.reversed() {
      guard nodes > 0 else { return nil }
      nodes -= 1
      setColumn(column, half.0, half.1)
      if minimiseAfterTightening() == .optimal, let found = branch(&nodes) { return found }
    }
    return nil
  }

  /// The first column that is not whole, with its value.
  private func firstFraction() -> (column: Int, value: Double)? {
    let solution = Clp_primalColumnSolution(model)!
    for column in 0..<rows.columnCount {
      let value = solution[column]
      if abs(value - value.rounded()) > 1e-6 { return (column, value) }
    }
    return nil
  }
}
