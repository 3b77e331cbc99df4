import CohortModel

/// A plan in words: what is read and how it is counted. Depends on descriptors only; no counts.
struct PlanDescription {
  let plan: TablePlan
  let pilot: Pilot
  let package: DataPackage

  func text() throws(EngineError) -> String {
    var lines = ["cohort \(pilot.name), persons linked at \(plan.linkLevel.rawValue)"]
    let choice = pilot.index.choice == .first ? "first of a person" : "each"
    lines.append("  index: \(choice), \(try scan(pilot.index.event))")
    let until = pilot.followUp.until ?? package.period.last
    lines.append("  follow-up: until \(until)")
    for name in pilot.followUp.censoredBy {
      lines.append("  ended by: \(try scan(name))")
    }
    switch plan.counting {
    case .persons: lines.append("count persons, each once at the first index event")
    case .indexEvents: lines.append("count index events, with distinct persons")
    case .units(let name):
      guard let unit = pilot.unit(name) else { throw .unknown(.unit, name) }
      let resource = try event(pilot.index.event).resource
      lines.append(
        "count keys of \(resource).\(unit.keyField), each once at the first index event that has it,"
          + " with distinct persons")
    case .events(let name):
      lines.append("count events from the index to the end of follow-up, with distinct persons")
      lines.append("  \(try scan(name))")
    }
    for (number, dimension) in plan.dimensions.enumerated() {
      let structure = dimension.structure
      let kind = structure.kind == .multiResponse ? ", multi-response" : ""
      lines.append(
        "dimension \(number + 1), \(dimension.label):"
          + " \(structure.slotCount) slots, \(structure.nodes.count) nodes\(kind)")
      lines += try sources(of: dimension.source).map { "  \($0)" }
    }
    let slots = plan.dimensions.reduce(1) { $0 * $1.structure.slotCount }
    lines.append("one pass over \(plan.dimensions.count) columns of members into \(slots) cells")
    lines.append("sums over \(plan.cellCount) nodes")
    return lines.joined(separator: "\n")
  }

  private func sources(of source: PlannedDimension.Source) throws(EngineError) -> [String] {
    switch source {
    case .variable(let name):
      guard let variable = pilot.variable(name) else { throw .unknown(.variable, name) }
      guard variable.derivation == .value else { return [try derived(variable)] }
      let event = try event(pilot.index.event)
      let resource = variable.resource == "index" ? event.resource : variable.resource
      let moment =
        switch variable.moment {
        case .index: resource == event.resource ? "on the index record" : "latest up to the index"
        case .stage(let stage): "at stage \(stage)"
        case .ever: "latest value of all"
        }
      return ["scan \(resource).\(variable.field), \(moment)"]
    case .stage:
      return try stages(pilot.stages)
    case .elapsed(let from, let to):
      let last = pilot.stages.lastIndex { $0.name == from || $0.name == to }
      return try stages(Array(pilot.stages.prefix((last ?? -1) + 1)))
    case .milestone(let name):
      guard let milestone = pilot.milestone(name) else { throw .unknown(.milestone, name) }
      return [try scan(milestone.event) + within(milestone.span, "index")]
    case .outcome(let name):
      guard let outcome = pilot.outcome(name) else { throw .unknown(.outcome, name) }
      var line =
        outcome.holds.isEmpty
        ? try scan(outcome.event) + within(outcome.span, "index")
        : outcome.holds.map { "\($0.field) in \($0.codes.joined(separator: ", "))" }
          .joined(separator: " and ")
      if let settling = outcome.settling { line += ", settling \(phrase(settling))" }
      if outcome.isTerminal { line += ", whatever ends follow-up" }
      let base = outcome.among.map { "base: \($0.field) in \($0.codes.joined(separator: ", "))" }
      return [line] + base
    case .history(let earlier):
      return ["\(try scan(earlier.event)), in the \(phrase(earlier.within)) before the index"]
    case .period(let period):
      return ["index dated \(period.first) to \(period.last)"]
    }
  }

  private func derived(_ variable: Variable) throws(EngineError) -> String {
    switch variable.derivation {
    case .count(let name, let reach):
      let time =
        switch reach {
        case .within(let span): within(span, "index")
        case .before(let span): ", in the \(phrase(span)) before the index"
        case .ever: ", at any time"
        }
      return "number of: \(try scan(name))\(time)"
    case .daysTo(let name, let span):
      return "days to the first of: \(try scan(name))\(within(span, "index"))"
    case .daysSince(let name, let span):
      let time = span.map { "in the \(phrase($0)) before" } ?? "at any time before"
      return "days since the last of: \(try scan(name)), \(time) the index"
    case .value, .distinct:
      return "scan \(variable.resource).\(variable.field), different values of all records"
    }
  }

  private func stages(_ stages: [Stage]) throws(EngineError) -> [String] {
    var lines: [String] = []
    for stage in stages {
      if let name = stage.event {
        let anchor = stage.window?.anchor == .index ? "index" : "the stage before"
        let order =
          stage.isConcurrent ? ", on or after the index" : ", on or after the stage before"
        lines.append(
          "stage \(stage.name): \(try scan(name))\(order)" + within(stage.window?.span, anchor))
      } else {
        lines.append("stage \(stage.name): the index event")
      }
      for branch in stage.branches {
        lines.append(
          "  or \(stage.name).\(branch.name): \(try scan(branch.event))"
            + within(branch.span, "the stage"))
      }
    }
    return lines
  }

  private func event(_ name: String) throws(EngineError) -> EventDefinition {
    guard let event = pilot.event(name) else { throw .unknown(.event, name) }
    return event
  }

  private func scan(_ name: String) throws(EngineError) -> String {
    let event = try event(name)
    var parts = ["scan \(event.resource)"]
    let conditions = event.conditions.map { "\($0.field) in \($0.codes.joined(separator: ", "))" }
    if !conditions.isEmpty { parts.append("where " + conditions.joined(separator: " and ")) }
    let field = event.dateField ?? package.resource(event.resource)?.dateField
    parts.append(field.map { "dated by \($0)" } ?? "undated")
    if !event.matching.isEmpty {
      let fields = event.matching.map { "\($0.field) is the index record's \($0.indexField)" }
      parts.append("where " + fields.joined(separator: " and "))
    }
    if event.isOpenAtIndex { parts.append("on the index day where open then") }
    if let confirmation = event.confirmedBy {
      parts.append(
        "confirmed by \(confirmation.dateField) within \(phrase(confirmation.within)) of the index")
    }
    return parts.joined(separator: " ")
  }

  private func within(_ span: CalendarSpan?, _ anchor: String) -> String {
    span.map { ", within \(phrase($0)) of \(anchor)" } ?? ", until follow-up ends"
  }

  private func phrase(_ span: CalendarSpan) -> String { "\(span.count) \(span.unit.rawValue)" }
}
