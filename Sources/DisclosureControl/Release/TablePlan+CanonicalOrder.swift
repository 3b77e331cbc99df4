import CohortModel

extension TablePlan {
  /// The same plan with its dimensions in an order that does not depend on which of them are rows
  /// and which are columns, so that a table and its transpose are protected alike.
  var inCanonicalOrder: TablePlan {
    let order = dimensions.indices.sorted {
      let (first, second) = (
        dimensions[$0].source.canonicalName, dimensions[$1].source.canonicalName
      )
      return (first, $0) < (second, $1)
    }
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    func moved<Value>(_ nodes: [Int: Value]) -> [Int: Value] {
      Dictionary(uniqueKeysWithValues: nodes.map { (place[$0.key], $0.value) })
    }
    var plan = self
    plan.dimensions = order.map { dimensions[$0] }
    plan.fixedNodes = moved(fixedNodes)
    for axis in plan.axes.indices {
      for entry in plan.axes[axis].entries.indices {
        plan.axes[axis].entries[entry].nodes = moved(plan.axes[axis].entries[entry].nodes)
      }
    }
    if let followUp {
      plan.followUp?.calendarDimensions = Set(followUp.calendarDimensions.map { place[$0] })
      plan.followUp?.spans = moved(followUp.spans)
    }
    return plan
  }
}

extension PlannedDimension.Source {
  /// Names what is asked of a member, the same in every plan.
  var canonicalName: String {
    switch self {
    case .variable(let name): "variable \(name)"
    case .stage: "stage"
    case .milestone(let name): "milestone \(name)"
    case .outcome(let name): "outcome \(name)"
    case .elapsed(let from, let to): "elapsed \(from.utf8.count) \(from) \(to)"
    case .history(let event):
      "history \(event.isNegated) \(event.within.count) \(event.within.unit.rawValue) \(event.event)"
    case .period(let period): "period \(period.first)..\(period.last)"
    }
  }
}
