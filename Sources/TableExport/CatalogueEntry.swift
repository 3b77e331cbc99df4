import CohortModel

extension DataPackage {
  /// The codes that a variable can have, as its descriptors list them; none for calendar units,
  /// which follow from the dates.
  func codes(of variable: Variable, in pilot: Pilot) -> [Code] {
    switch variable.coding {
    case .codes:
      let resourceName =
        variable.resource == "index"
        ? pilot.event(pilot.index.event)?.resource ?? "" : variable.resource
      let list = resource(resourceName)?.field(variable.field)?.codeList
      return list.flatMap { codeList($0) }?.codes ?? []
    case .bands(let bands): return bands.map { Code($0.code, $0.code) }
    case .calendar: return []
    }
  }
}

extension Variable {
  /// When its value is taken, in words.
  var momentText: String {
    switch derivation {
    case .value:
      switch moment {
      case .index: "at the index event"
      case .stage(let stage): "at stage \(stage)"
      case .ever: "latest known"
      }
    case .count(let event, .within(let span)):
      "number of \(event) within \(span.text) of the index event"
    case .count(let event, .before(let span)):
      "number of \(event) in the \(span.text) before the index event"
    case .count(let event, .ever): "number of \(event) at any time"
    case .distinct: "number of different values of all records"
    case .daysTo(let event, let span):
      "days to the first \(event) within \(span.text) of the index event"
    case .daysSince(let event, let span):
      "days since the last \(event)" + (span.map { " in the \($0.text)" } ?? "")
        + " before the index event"
    }
  }
}

extension CalendarSpan {
  var text: String {
    "\(count) " + (count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)
  }
}
