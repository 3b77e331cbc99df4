/// The attacker on any table of numbers: cells known to lie within intervals, and cells that are the
/// sum of others. Nothing is taken to be whole.
///
/// For tables that come without a plan (exports, test vectors of other software). Not to be shared
/// between threads.
package final class LinearAttacker {
  private let program: LinearProgram

  /// - Parameters:
  ///   - intervals: per cell what is known; nil for no upper bound.
  ///   - relations: whole = Σ parts.
  package init(
    intervals: [(lower: Double, upper: Double?)], relations: [CellRelation]
  ) {
    var rows = SparseRows(columnCount: intervals.count)
    for relation in relations {
      rows.append(
        relation.parts.map { (column: $0, coefficient: 1) }
          + [(column: relation.whole, coefficient: -1)])
    }
    program = LinearProgram(
      rows: rows,
      columnBounds: intervals.map { ($0.lower, $0.upper ?? LinearProgram.infinity) },
      rowBounds: [(lower: Double, upper: Double)](repeating: (0, 0), count: relations.count))
  }

  /// The least and the greatest value that the cell can have (nil where it has no bound); nothing
  /// where what is published contradicts itself.
  package func feasibleInterval(ofCell cell: Int) -> (lower: Double, upper: Double?)? {
    program.clearObjective()
    program.addToObjective(column: cell, weight: 1)
    guard program.minimise() == .optimal else { return nil }
    let lower = program.columnValue(cell)
    program.clearObjective()
    program.addToObjective(column: cell, weight: -1)
    switch program.minimise() {
    case .optimal: return (lower, program.columnValue(cell))
    case .unbounded: return (lower, nil)
    case .infeasible, .undecided: return nil
    }
  }
}
