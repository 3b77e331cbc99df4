import CSolver
import CohortModel
import DisclosureControl

/// An attacker written down a second time, for CBC: one whole variable per cell, one equation per
/// relation of the plan. Shares nothing with the code under test but the turn at CBC.
struct IntegerProgram {
  let plan: TablePlan

  /// Whether some database fits what was published and has this value in the cell.
  func exists(_ intervals: [(lower: Int, upper: Int?)], cell: Int, value: Int) -> Bool {
    CbcTurn.take { solve(intervals, cell: cell, value: value) }
  }

  private func solve(
    _ intervals: [(lower: Int, upper: Int?)], cell: Int, value: Int
  ) -> Bool {
    let structures = plan.dimensions.map(\.structure)
    let cellCount = plan.cellCount
    var starts: [[(row: Int32, value: Double)]] = Array(repeating: [], count: cellCount)
    var rowCount: Int32 = 0
    for (dimension, structure) in structures.enumerated() {
      let inner = structures[(dimension + 1)...].reduce(1) { $0 * $1.nodes.count }
      let outer = structures[..<dimension].reduce(1) { $0 * $1.nodes.count }
      for relation in structure.relations {
        for before in 0..<outer {
          for after in 0..<inner {
            func cell(_ node: Int) -> Int {
              (before * structure.nodes.count + node) * inner + after
            }
            for part in relation.parts { starts[cell(part)].append((rowCount, 1)) }
            starts[cell(relation.whole)].append((rowCount, -1))
            rowCount += 1
          }
        }
      }
    }
    var begin: [Int32] = [0]
    for column in starts { begin.append(begin.last! + Int32(column.count)) }
    var lower = intervals.map { Double($0.lower) }
    // A cell of which nothing is known: far more than any table here holds.
    var upper = intervals.map { $0.upper.map { Double($0) } ?? 1e6 }
    lower[cell] = Double(value)
    upper[cell] = Double(value)
    let zero = [Double](repeating: 0, count: Int(rowCount))
    let model = Cbc_newModel()!
    defer { Cbc_deleteModel(model) }
    Cbc_setParameter(model, "logLevel", "0")
    Cbc_loadProblem(
      model, Int32(cellCount), rowCount, begin, starts.flatMap { $0.map(\.row) },
      starts.flatMap { $0.map(\.value) }, lower, upper,
      [Double](repeating: 0, count: cellCount), zero, zero)
    for column in 0..<cellCount { Cbc_setInteger(model, Int32(column)) }
    _ = Cbc_solve(model)
    return Cbc_isProvenOptimal(model) == 1
  }
}
