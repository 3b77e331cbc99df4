import CSolver

/// min Σ cost·x over x ∈ {0, 1} such that every cut holds (Σ weight·x ≥ 1), by CBC.
struct MixedProgram {
  enum Answer: Sendable {
    case optimal([Bool])
    case infeasible
    /// More nodes were needed than allowed.
    case undecided
  }

  var costs: [Double]
  var cuts: [CapacityCut]
  var nodeLimit: Int

  /// The optimum, with the nodes and the simplex iterations that it took.
  func solve() -> (answer: Answer, nodes: Int, iterations: Int) {
    CbcTurn.take { solveAlone() }
  }

  private func solveAlone() -> (answer: Answer, nodes: Int, iterations: Int) {
    let count = costs.count
    var entries: [[(row: Int32, value: Double)]] = Array(repeating: [], count: count)
    for (row, cut) in cuts.enumerated() {
      for term in cut.terms { entries[term.choice].append((Int32(row), term.weight)) }
    }
    var starts: [Int32] = [0]
    for column in entries { starts.append(starts.last! + Int32(column.count)) }
    let model = Cbc_newModel()!
    defer { Cbc_deleteModel(model) }
    Cbc_setParameter(model, "logLevel", "0")
    Cbc_loadProblem(
      model, Int32(count), Int32(cuts.count), starts, entries.flatMap { $0.map(\.row) },
      entries.flatMap { $0.map(\.value) }, [Double](repeating: 0, count: count),
      [Double](repeating: 1, count: count), costs, [Double](repeating: 1, count: cuts.count),
      [Double](repeating: .greatestFiniteMagnitude, count: cuts.count))
    for column in 0..<count { Cbc_setInteger(model, Int32(column)) }
    Cbc_setAllowableGap(model, 0)
    Cbc_setAllowableFractionGap(model, 0)
    Cbc_setMaximumNodes(model, Int32(clamping: nodeLimit))
    _ = Cbc_solve(model)
    let nodes = Int(Cbc_getNodeCount(model))
    let iterations = Int(Cbc_getIterationCount(model))
    if Cbc_isProvenInfeasible(model) == 1 { return (.infeasible, nodes, iterations) }
    guard Cbc_isProvenOptimal(model) == 1, let solution = Cbc_getColSolution(model) else {
      return (.undecided, nodes, iterations)
    }
    return (.optimal((0..<count).map { solution[$0] > 0.5 }), nodes, iterations)
  }
}
