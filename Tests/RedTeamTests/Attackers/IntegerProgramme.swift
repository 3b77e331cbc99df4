import CSolver

/// An attacker who writes facts down as a linear programme over atoms and asks for whole numbers:
/// CLP, and branching of our own where its solution has fractions. Shares nothing with the code under
/// test. Not to be shared between threads.
final class IntegerProgramme {
  private let facts: Facts
  private let model: UnsafeMutableRawPointer
  private let columnCount: Int
  private static let endless = Double.greatestFiniteMagnitude

  init(_ facts: Facts) {
    self.facts = facts
    columnCount = facts.atomCount
    var entries = [[Int32]](repeating: [], count: facts.atomCount)
    for (number, row) in facts.rows.enumerated() {
      for atom in row.atoms { entries[atom].append(Int32(number)) }
    }
    model = Clp_newModel()!
    Clp_setLogLevel(model, 0)
    var starts: [Int32] = [0]
    for column in entries { starts.append(starts.last! + Int32(column.count)) }
    let places = entries.flatMap { $0 }
    Clp_loadProblem(
      model, Int32(columnCount), Int32(facts.rows.count), starts, places,
      [Double](repeating: 1, count: places.count),
      [Double](repeating: 0, count: columnCount),
      [Double](repeating: Self.endless, count: columnCount),
      [Double](repeating: 0, count: columnCount),
      facts.rows.map { Double($0.lower) },
      facts.rows.map { $0.upper.map { Double($0) } ?? Self.endless })
    Clp_setPrimalTolerance(model, 1e-8)
  }

  deinit { Clp_deleteModel(model) }

  /// The least and the greatest value of a sum in the linear programme, which whole numbers can only
  /// narrow; nil where the facts contradict each other.
  func interval(of atoms: [Int]) -> (lower: Double, upper: Double?)? {
    guard let lower = optimum(atoms, 1) else { return nil }
    guard case .value(let least) = lower else { return nil }
    switch optimum(atoms, -1) {
    case .value(let most): return (least, -most)
    case .unbounded: return (least, nil)
    case nil: return nil
    }
  }

  private enum Optimum {
    case value(Double)
    case unbounded
  }

  private func optimum(_ atoms: [Int], _ weight: Double) -> Optimum? {
    let objective = Clp_objective(model)!
    for atom in atoms { objective[atom] = weight }
    defer { for atom in atoms { objective[atom] = 0 } }
    Clp_primal(model, 0)
    switch Clp_status(model) {
    case 0: return .value(Clp_objectiveValue(model))
    case 2: return .unbounded
    default: return nil
    }
  }

  /// Whether some database in whole numbers agrees with the facts and has such a value of a sum; nil
  /// where the branches that may be tried do not suffice to tell.
  static func allows(
    _ facts: Facts, _ atoms: [Int], _ lower: Int, _ upper: Int?, branches: Int = 400
  ) -> Bool? {
    let programme = IntegerProgramme(facts.adding(atoms, lower, upper))
    var left = branches
    switch programme.wholePoint(&left) {
    case .found: return true
    case .none: return false
    case .undecided: return nil
    }
  }

  /// A database in whole numbers that agrees with the facts; nil where there is none.
  static func database(_ facts: Facts) -> [Int]? {
    var left = 100_000
    switch IntegerProgramme(facts).wholePoint(&left) {
    case .found(let point): return point
    case .none: return nil
    case .undecided: preconditionFailure("too large a case to try every database")
    }
  }

  private enum Search {
    case found([Int])
    case none
    case undecided
  }

  private func wholePoint(_ branches: inout Int) -> Search {
    Clp_dual(model, 0)
    guard Clp_status(model) == 0 else { return .none }
    let solution = Clp_primalColumnSolution(model)!
    var fraction: (column: Int, value: Double)?
    var point = [Int](repeating: 0, count: columnCount)
    for column in 0..<columnCount {
      let value = solution[column]
      point[column] = Int(value.rounded())
      if abs(value - value.rounded()) > 1e-6, fraction == nil { fraction = (column, value) }
    }
    guard let fraction else {
      precondition(facts.allow(point), "a solution that is none")
      return .found(point)
    }
    let (lower, upper) = (Clp_columnLower(model)!, Clp_columnUpper(model)!)
    let held = (lower[fraction.column], upper[fraction.column])
    defer {
      lower[fraction.column] = held.0
      upper[fraction.column] = held.1
    }
    var outcome = Search.none
    for isBelow in [true, false] {
      guard branches > 0 else { return .undecided }
      branches -= 1
      lower[fraction.column] = isBelow ? held.0 : fraction.value.rounded(.up)
      upper[fraction.column] = isBelow ? fraction.value.rounded(.down) : held.1
      switch wholePoint(&branches) {
      case .found(let point): return .found(point)
      case .undecided: outcome = .undecided
      case .none: break
      }
    }
    return outcome
  }
}
