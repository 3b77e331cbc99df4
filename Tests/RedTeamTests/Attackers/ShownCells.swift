import CohortModel
import Tables

/// A table as an attacker holds it: what its cells are, from the query's definition, and what stands
/// in them.
struct ShownCells {
  var dimensions: [PlannedDimension]
  /// A node of every dimension, and what is printed.
  var cells: [(nodes: [Int], value: CellValue)]
  var minimum: Int
  var base: Int

  /// Every cell of a plan's cube, as though margins and what filters leave out were all printed.
  init(cube: [CellValue], plan: TablePlan) {
    let counts = plan.dimensions.map(\.structure.nodes.count)
    dimensions = plan.dimensions
    minimum = plan.minimumFrequency
    base = max(1, plan.profile.roundingBase)
    cells = cube.enumerated().map { number, value in
      var rest = number
      var nodes = [Int](repeating: 0, count: counts.count)
      for dimension in counts.indices.reversed() {
        nodes[dimension] = rest % counts[dimension]
        rest /= counts[dimension]
      }
      return (nodes, value)
    }
  }

  /// What a protected table shows of a plan.
  init(_ table: ProtectedTable, plan: TablePlan) {
    var shown = [plan.fixedNodes]
    for axis in plan.axes {
      shown = shown.flatMap { fixed in
        axis.entries.map { fixed.merging($0.nodes) { _, own in own } }
      }
    }
    dimensions = plan.dimensions
    minimum = table.certificate.minimumFrequency
    base = table.certificate.roundingBase
    cells = zip(shown, table.cells).map { nodes, value in
      (plan.dimensions.indices.map { nodes[$0] ?? 0 }, value)
    }
  }

  /// What could stand behind a printed value: every number that the policy would print and that
  /// rounds to it, counted out; anything behind a sign.
  func interval(_ value: CellValue) -> (lower: Int, upper: Int?) {
    switch value {
    case .count(0): return (0, 0)
    case .count(let count):
      let behind = (minimum...(count + base + minimum)).filter { number in
        let below = number / base * base
        return (2 * (number - below) >= base && base > 1 ? below + base : below) == count
      }
      return (behind.first ?? count, behind.last ?? count)
    default: return (0, nil)
    }
  }
}
