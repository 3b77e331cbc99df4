import CohortModel

/// Which fields of which resources some pilot uses: only they are stored (G14).
struct FieldUsage {
  private var fields: [String: Set<String>] = [:]
  private let keys: [String: Set<String>]

  init(_ package: DataPackage) {
    keys = package.keyFields
    for pilot in package.pilots {
      for event in pilot.events {
        use(event.resource, event.dateField)
        for condition in event.conditions { use(event.resource, condition.field) }
        use(event.resource, event.confirmedBy?.dateField)
      }
      for variable in pilot.variables where variable.event == nil {
        let resource =
          variable.resource == "index"
          ? pilot.event(pilot.index.event)?.resource ?? variable.resource : variable.resource
        use(resource, variable.field)
      }
    }
    for (resource, names) in keys {
      for name in names { use(resource, name) }
    }
    for resource in package.resources where fields[resource.name] != nil {
      use(resource.name, resource.dateField)
      use(resource.name, resource.endField)
      fields[resource.name]?.remove(resource.personField)
    }
  }

  private mutating func use(_ resource: String, _ field: String?) {
    fields[resource, default: []].formUnion(field.map { [$0] } ?? [])
  }

  /// Whether any pilot uses the resource.
  func uses(_ resource: String) -> Bool { fields[resource] != nil }

  func uses(_ resource: String, _ field: String) -> Bool {
    fields[resource]?.contains(field) ?? false
  }

  /// Whether the field tells cases or units of count apart, and is stored as a key.
  func isKey(_ resource: String, _ field: String) -> Bool {
    keys[resource]?.contains(field) ?? false
  }
}
