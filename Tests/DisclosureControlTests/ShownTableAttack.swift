import CohortModel
import DisclosureControl
import Tables

/// An attacker who has one table and its query: intervals of what is shown, the sums that the
/// variables' codes make, and the zeros that any calendar tells.
struct ShownTableAttack {
  private let plan: TablePlan
  /// Cell of the cube → what is printed of it.
  private let shown: [Int: CellValue]
  private let period: Period?

  init(plan: TablePlan, table: ProtectedTable, period: Period?) {
    var nodes = [plan.fixedNodes]
    for axis in plan.axes {
      nodes = nodes.flatMap { fixed in
        axis.entries.map { fixed.merging($0.nodes) { _, own in own } }
      }
    }
    let strides = Self.strides(plan)
    var shown: [Int: CellValue] = [:]
    for (nodes, value) in zip(nodes, table.cells) {
      shown[nodes.reduce(0) { $0 + $1.value * strides[$1.key] }] = value
    }
    self.plan = plan
    self.shown = shown
    self.period = period
  }

  init(plan: TablePlan, cells: [CellValue], period: Period?) {
    self.plan = plan
    shown = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($0, $1) })
    self.period = period
  }

  /// What is left of the hidden cells that are asked for.
  func intervals(
    of isTarget: (Int) -> Bool
  ) -> [(cell: Int, interval: (lower: Double, upper: Double?))] {
    let bounds = (0..<plan.cellCount).map { cell -> (lower: Double, upper: Double?) in
      if isOutsideCalendar(cell) { return (0, 0) }
      guard case .count(let count)? = shown[cell] else { return (0, nil) }
      let base = max(1, plan.profile.roundingBase)
      // Whatever rounds to it by trying, from the minimum on.
      let fits =
        count == 0
        ? [0]
        : (plan.minimumFrequency...(count + base)).filter { ($0 + base / 2) / base * base == count }
      return (Double(fits.first!), Double(fits.last!))
    }
    let attacker = LinearAttacker(intervals: bounds, relations: relations)
    // What is withheld until its follow-up is complete is protected like the rest.
    let isHidden: (CellValue?) -> Bool = { $0 == .confidential || $0 == .notAvailable }
    return shown.keys.sorted().filter { isHidden(shown[$0]) && isTarget($0) }
      .compactMap { cell in
        attacker.feasibleInterval(ofCell: cell).map { (cell, $0) }
      }
  }

  private static func strides(_ plan: TablePlan) -> [Int] {
    plan.dimensions.indices.map { dimension in
      plan.dimensions[(dimension + 1)...].reduce(1) { $0 * $1.structure.nodes.count }
    }
  }

  private var relations: [CellRelation] {
    let strides = Self.strides(plan)
    return plan.dimensions.enumerated().flatMap { dimension, planned in
      (0..<plan.cellCount)
        .filter { $0 / strides[dimension] % planned.structure.nodes.count == 0 }
        .flatMap { first in
          planned.structure.relations.map { relation in
            CellRelation(
              whole: first + relation.whole * strides[dimension],
              parts: relation.parts.map { first + $0 * strides[dimension] })
          }
        }
    }
  }

  /// A year outside the period (or none), a quarter outside its year or the period.
  private func isOutsideCalendar(_ cell: Int) -> Bool {
    var year: Substring?
    var quarter: Substring?
    var isWithin = false
    for (dimension, stride) in Self.strides(plan).enumerated() {
      let planned = plan.dimensions[dimension]
      let node = cell / stride % planned.structure.nodes.count
      let code = planned.structure.nodes[node].code
      switch planned.source {
      // Not known is no day of any period.
      case .variable("year") where node > 0: year = code[...]
      case .variable("quarter") where code.contains("-Q"): quarter = code[...]
      case .period: isWithin = node == 1
      default: break
      }
    }
    if let year, let quarter, !quarter.hasPrefix(year) { return true }
    guard isWithin, let period, let own = year ?? quarter?.prefix(4) else { return false }
    return own < period.first.description.prefix(4) || own > period.last.description.prefix(4)
  }
}
