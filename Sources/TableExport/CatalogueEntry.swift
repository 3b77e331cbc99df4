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
    switch moment {
    case .index: "at the index event"
    case .stage(let stage): "at stage \(stage)"
    case .ever: "latest known"
    }
  }
}

extension CalendarSpan {
  var text: String {
    "\(count) " + (count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)
  }
}
