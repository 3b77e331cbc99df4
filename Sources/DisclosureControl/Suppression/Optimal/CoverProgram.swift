import CSolver

/// The linear relaxation of the choice of cells: min Σ cost·x, 0 ≤ x ≤ 1, under the cuts found so far.
/// Kept warm by CLP while cuts are added. Owns the model; not to be shared between threads.
final class CoverProgram {
  private let model: UnsafeMutableRawPointer
  private let count: Int
  private(set) var iterations = 0

  init(costs: [Double]) {
    count = costs.count
    model = Clp_newModel()!
    Clp_setLogLevel(model, 0)
    Clp_loadProblem(
      model, Int32(count), 0, [Int32](repeating: 0, count: count + 1), [], [],
      [Double](repeating: 0, count: count), [Double](repeating: 1, count: count), costs, [], [])
    Clp_scaling(model, 0)
    Clp_setMaximumIterations(model, 20_000)
  }

  deinit { Clp_deleteModel(model) }

  func add(_ cuts: [CapacityCut]) {
    var starts: [Int32] = [0]
    for cut in cuts { starts.append(starts.last! + Int32(cut.terms.count)) }
    Clp_addRows(
      model, Int32(cuts.count), [Double](repeating: 1, count: cuts.count),
      [Double](repeating: .greatestFiniteMagnitude, count: cuts.count), starts,
      cuts.flatMap { $0.terms.map { Int32($0.choice) } }, cuts.flatMap { $0.terms.map(\.weight) })
  }

  /// The optimum of the relaxation; nil where no pattern satisfies the cuts, or the solver gave up.
  func minimum() -> [Double]? {
    _ = Clp_dual(model, 0)
    iterations += Int(Clp_numberIterations(model)) + 1
    guard Clp_status(model) == 0, let solution = Clp_primalColumnSolution(model) else { return nil }
    return (0..<count).map { min(1, max(0, solution[$0])) }
  }
}
