// Records of one case, spells that are open at the index, and units of count.
extension PilotReader {
  /// `matching: {field of the record: field of the index record}`.
  func readMatching(
    _ place: Descriptor?, of event: inout EventDefinition, resource: Resource?
  ) {
    guard let place else { return }
    for (name, value) in place.named("field of the index record") {
      if let resource { checkKey(name, of: resource, at: value) }
      guard let indexField = value.literal else { continue }
      let match = CaseMatch(field: name, indexField: indexField)
      event.matching.append(match)
      matchPlaces.append((event.name, match, value))
    }
    if event.matching.isEmpty {
      place.report(
        "Here come fields, each with the field of the index record it has to agree with.")
    }
  }

  func readSpell(
    _ mapping: DescriptorMapping, of event: inout EventDefinition, resource: Resource?
  ) {
    guard let place = mapping["open_at_index"], mapping.boolean("open_at_index") else { return }
    event.isOpenAtIndex = true
    if let resource, resource.endField == nil {
      place.report(
        "Records of \(resource.name.quoted) have no end, so none can be open: give the resource an"
          + " end.")
    }
    if event.dateField != nil {
      place.report(
        "A spell runs from the date of its resource to its end; leave \u{201C}date\u{201D} out.")
    }
  }

  /// What can be checked once the index is known.
  func checkCases() {
    guard let index = pilot.event(pilot.index.event) else { return }
    let resource = package.resource(index.resource)
    for (event, match, place) in matchPlaces {
      if event == index.name {
        place.report("The index event has no other index record to agree with.")
      } else if let resource {
        checkKey(match.indexField, of: resource, at: place)
      }
    }
    if index.isOpenAtIndex {
      root["index"]?.report(
        "\(index.name.quoted) counts spells that are open at the index, so it cannot be the index"
          + " itself.")
    }
  }

  func readUnits() {
    for (name, value) in root["units"]?.named("definition") ?? [] {
      guard let mapping = value.mapping(.unit) else { continue }
      draft.checkName(name, "a unit of count", at: value)
      draft.checkWording(mapping["label"])
      if name == "persons" {
        value.report("Persons are counted where no unit is named; take another name.")
      }
      if pilot.unit(name) != nil { value.report("Two units of count are called \(name.quoted).") }
      let key = mapping.text("key")
      if let place = mapping["key"],
        let resource = pilot.event(pilot.index.event).flatMap({ package.resource($0.resource) })
      {
        checkKey(key, of: resource, at: place)
      }
      pilot.units.append(
        UnitOfCount(
          name: name, label: mapping.text("label"), labelWelsh: mapping.optionalText("label_cy"),
          keyField: key))
    }
  }

  /// A field that says which records belong together, and nothing else.
  private func checkKey(_ name: String, of resource: Resource, at place: Descriptor) {
    guard let field = field(name, of: resource, at: place) else { return }
    let what = "\(resource.name).\(name)".quoted
    if name == resource.personField {
      place.report("\(what) tells persons apart, whose records belong together anyway.")
    } else if field.codeList != nil || (field.kind != .string && field.kind != .integer) {
      place.report("\(what) is no reference; a string or an integer without codes can be one.")
    }
  }
}

extension PackageDraft {
  /// Fields that are stored as keys cannot be read as well, in whatever pilot.
  func checkKeys() {
    let keys = package.keyFields
    for (resource, field, place) in readFields where keys[resource]?.contains(field) == true {
      place.report(
        "\("\(resource).\(field)".quoted) tells cases or units of count apart and is stored as a key"
          + " without meaning, so it can be no variable, condition or date.")
    }
    for (resource, field, what, place) in referenceNames
    where keys[resource]?.contains(field) != true {
      place.report(
        "\(field.quoted) is called like \(what). Identifiers are refused: leave the field out of"
          + " the extract, or rename it if it is something else.",
        field: field, rule: "G10")
    }
  }
}
