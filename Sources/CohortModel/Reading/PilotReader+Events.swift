extension PilotReader {
  func readEvents() {
    for (name, value) in root["events"]?.named("definition") ?? [] {
      guard let mapping = value.mapping(.event) else { continue }
      draft.checkName(name, "an event", at: value)
      draft.checkWording(mapping["label"])
      var event = EventDefinition(
        name: name, label: mapping.text("label"), labelWelsh: mapping.optionalText("label_cy"),
        resource: mapping.text("resource"), dateField: mapping.optionalText("date"))
      let resource = package.resource(event.resource)
      if resource == nil, let place = mapping["resource"] {
        place.report(
          "There is no resource \(event.resource.quoted)."
            + Descriptor.hint(event.resource, among: package.resources.map(\.name)))
      }
      if let date = mapping["date"], let resource, let field = event.dateField {
        checkDate(field, of: resource, at: date)
      }
      for (field, codes) in mapping["where"]?.named("codes") ?? [] {
        let items = codes.literals ?? []
        event.conditions.append(
          FieldCondition(field: field, codes: items.compactMap(\.literal)))
        if let resource { checkCondition(field, items, of: resource, at: codes) }
      }
      if let confirmed = mapping["confirmed_by"]?.mapping(.confirmation) {
        let field = confirmed.text("date")
        if let resource, let place = confirmed["date"] {
          checkDate(field, of: resource, at: place)
        }
        if let span = confirmed["within"]?.span {
          event.confirmedBy = Confirmation(dateField: field, within: span)
        }
      }
      readMatching(mapping["matching"], of: &event, resource: resource)
      readSpell(mapping, of: &event, resource: resource)
      pilot.events.append(event)
    }
  }

  func field(_ name: String, of resource: Resource, at place: Descriptor) -> Field? {
    if let field = resource.field(name) { return field }
    place.report(
      "\(name.quoted) is no field of \(resource.name.quoted)."
        + Descriptor.hint(name, among: resource.fields.map(\.name)))
    return nil
  }

  /// A field whose values are read, so that it cannot be a key as well.
  func usedField(_ name: String, of resource: Resource, at place: Descriptor) -> Field? {
    let field = field(name, of: resource, at: place)
    if field != nil { draft.readFields.append((resource.name, name, place)) }
    return field
  }

  private func checkDate(_ name: String, of resource: Resource, at place: Descriptor) {
    guard let field = usedField(name, of: resource, at: place) else { return }
    if field.kind != .date, field.kind != .yearmonth {
      place.report("\(name.quoted) has the type \(field.kind.rawValue) and dates nothing.")
    }
  }

  private func checkCondition(
    _ name: String, _ codes: [Descriptor], of resource: Resource, at place: Descriptor
  ) {
    guard let field = usedField(name, of: resource, at: place) else { return }
    if codes.isEmpty { place.report("The condition names no code, so no record satisfies it.") }
    let known: [String]
    if let list = field.codeList.flatMap({ package.codeList($0) }) {
      known = list.codes.map(\.code)
    } else if field.kind == .boolean {
      known = ["true", "false"]
    } else {
      return
    }
    for item in codes {
      if let code = item.literal, !known.contains(code) {
        item.report(
          "\(code.quoted) is no code of \(name.quoted)." + Descriptor.hint(code, among: known))
      }
    }
  }

  /// The event of a name; reports where there is none, or (where one is needed) no date.
  func event(_ place: Descriptor?, dated: Bool) -> EventDefinition? {
    guard let place, let name = place.literal else { return nil }
    guard let event = pilot.event(name) else {
      place.report(
        "There is no event \(name.quoted)."
          + Descriptor.hint(name, among: pilot.events.map(\.name)))
      return nil
    }
    if dated, !isDated(event) {
      place.report(
        "Records of \(name.quoted) have no date, and this needs one: give the resource or the event"
          + " a date.")
    }
    return event
  }

  func isDated(_ event: EventDefinition) -> Bool {
    guard let resource = package.resource(event.resource) else { return true }
    return event.dateField != nil || resource.dateField != nil
  }
}
