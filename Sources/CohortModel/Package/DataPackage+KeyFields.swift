extension DataPackage {
  /// Per resource the fields that some pilot matches cases or tells units of count apart by. They
  /// are stored as keys that only say whether two values are the same.
  public var keyFields: [String: Set<String>] {
    pilots.reduce(into: [:]) { fields, pilot in
      for (resource, field) in pilot.keyFields { fields[resource, default: []].insert(field) }
    }
  }
}

extension Pilot {
  /// The fields that this pilot matches cases or tells units of count apart by.
  public var keyFields: [(resource: String, field: String)] {
    let index = event(self.index.event)?.resource
    var fields: [(resource: String, field: String)] = []
    for event in events {
      for match in event.matching {
        fields.append((event.resource, match.field))
        if let index { fields.append((index, match.indexField)) }
      }
    }
    if let index { fields += units.map { (index, $0.keyField) } }
    return fields
  }
}
