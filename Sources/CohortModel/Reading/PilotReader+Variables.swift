extension PilotReader {
  func readVariables() {
    for (name, value) in root["variables"]?.named("definition") ?? [] {
      guard let mapping = value.mapping(.variable) else { continue }
      checkSharedName(name, "a variable", at: value)
      draft.checkWording(mapping["label"])
      if let derived = derivedVariable(name, mapping) {
        pilot.variables.append(derived)
        continue
      }
      let source = source(mapping["from"])
      var variable = Variable(
        name: name, label: mapping.text("label"), labelWelsh: mapping.optionalText("label_cy"),
        resource: source.resource, field: source.field, moment: moment(mapping["at"]),
        kind: kind(mapping["kind"]), isSensitive: mapping.boolean("sensitive"),
        isAdverse: mapping.boolean("adverse"), isGeography: mapping.boolean("geography"),
        missingCode: mapping["missing"]?.literal)
      variable.coding = coding(mapping)
      check(variable, mapping)
      pilot.variables.append(variable)
    }
  }

  /// `resource.field`, or `index.field`.
  func source(_ place: Descriptor?) -> (resource: String, field: String) {
    guard let place, let text = place.text else { return ("", "") }
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      place.report("Here comes RESOURCE.FIELD, or index.FIELD for the index event's own record.")
      return ("", "")
    }
    return (parts[0], parts[1])
  }

  private func moment(_ place: Descriptor?) -> Variable.Moment {
    guard let place, let text = place.literal else { return .index }
    switch text {
    case "index": return .index
    case "ever": return .ever
    default:
      guard text.hasPrefix("stage ") else {
        place.report("Here comes index, ever, or stage NAME.")
        return .index
      }
      let name = String(text.dropFirst(6))
      if pilot.stage(name) == nil {
        place.report(
          "There is no stage \(name.quoted)."
            + Descriptor.hint(name, among: pilot.stages.map(\.name)))
      }
      return .stage(name)
    }
  }

  private func kind(_ place: Descriptor?) -> Variable.Kind {
    guard let place, let text = place.literal else { return .partition }
    guard let kind = Variable.Kind(rawValue: text) else {
      place.report("Here comes partition or multi-response.")
      return .partition
    }
    return kind
  }

  func coding(_ mapping: DescriptorMapping) -> Variable.Coding {
    if let place = mapping["bands"] {
      if mapping["by"] != nil { place.report("A variable has bands or by, not both.") }
      let items = place.list ?? []
      var bands: [Band] = []
      for item in items {
        guard let text = item.literal else { continue }
        guard let band = Band(text: text) else {
          item.report("A band is written as in 18-20, 7, 50+, up to 17 or -30 to 30.")
          continue
        }
        if let last = bands.last, last.upper == nil || (band.lower ?? .min) <= last.upper! {
          item.report("This band begins before the one before it ends.")
        } else {
          bands.append(band)
        }
      }
      if items.isEmpty { place.report("Here comes a list of bands.") }
      return .bands(bands)
    }
    guard let place = mapping["by"], let text = place.literal else { return .codes }
    guard let unit = Variable.CalendarUnit(rawValue: text) else {
      place.report("Here comes year, quarter or month.")
      return .codes
    }
    return .calendar(unit)
  }

  private func check(_ variable: Variable, _ mapping: DescriptorMapping) {
    guard let place = mapping["from"], !variable.resource.isEmpty else { return }
    if variable.resource == "index", variable.moment != .index {
      mapping["at"]?.report(
        "index.\(variable.field) is taken from the index record; leave \u{201C}at\u{201D} out.")
    }
    guard let resourceName = pilot.resourceName(of: variable) else { return }
    guard let resource = package.resource(resourceName) else {
      if variable.resource != "index" {
        place.report(
          "There is no resource \(variable.resource.quoted)."
            + Descriptor.hint(
              variable.resource, among: package.resources.map(\.name) + ["index"]))
      }
      return
    }
    guard let field = usedField(variable.field, of: resource, at: place) else { return }
    checkCoding(variable, field, resource, mapping, place)
    checkMoment(variable, resource, mapping, place)
  }

  private func checkCoding(
    _ variable: Variable, _ field: Field, _ resource: Resource, _ mapping: DescriptorMapping,
    _ place: Descriptor
  ) {
    let what = "\(resource.name).\(field.name)".quoted
    switch variable.coding {
    case .codes:
      if field.codeList == nil, field.kind != .boolean {
        place.report(
          "\(what) has no code list: give the field bold.codelist or categories, or the variable"
            + " bands or by.")
      }
    case .bands:
      if field.kind != .integer, field.kind != .number, field.kind != .year {
        mapping["bands"]?.report(
          "Bands are for numbers, and \(what) has the type \(field.kind.rawValue).")
      }
    case .calendar:
      if field.kind != .date, field.kind != .yearmonth {
        mapping["by"]?.report(
          "Years, quarters and months are of dates, and \(what) has the type"
            + " \(field.kind.rawValue).")
      }
    }
    if variable.kind == .multiResponse, variable.coding != .codes {
      mapping["kind"]?.report("Only codes can be multi-response.")
    }
    if variable.kind == .partition, let list = field.codeList.flatMap({ package.codeList($0) }) {
      if case .stage = variable.moment, list.code("NA") != nil {
        place.report(
          "The code NA of the list \(list.name.quoted) would mean \u{201C}not applicable\u{201D} here, as"
            + " in every variable that is taken at a stage. Give it another code.")
      }
      if variable.missingCode == nil, list.code("NK") != nil {
        place.report(
          "The list \(list.name.quoted) has a code NK, which stands for missing values: write"
            + " missing: NK.")
      }
    }
    guard let missing = variable.missingCode else { return }
    if variable.kind == .multiResponse {
      mapping["missing"]?.report("A multi-response variable has no code for missing.")
    }
    if missing.isEmpty || missing == CodeTree.wholeCode || missing == "NA" {
      mapping["missing"]?.report("This cannot be a code for missing; take NK, or leave it out.")
    }
    let list = field.codeList.flatMap { package.codeList($0) }
    if list?.codes.contains(where: { $0.parent == missing }) == true {
      mapping["missing"]?.report("The code for missing has codes below it; take one that has none.")
    }
  }

  private func checkMoment(
    _ variable: Variable, _ resource: Resource, _ mapping: DescriptorMapping, _ place: Descriptor
  ) {
    switch variable.moment {
    case .ever: break
    case .index:
      if resource.dateField == nil, variable.resource != "index" {
        place.warn(
          "\(resource.name.quoted) has no dates, so nothing in it is known to be from before the"
            + " index; write \u{201C}at: ever\u{201D}.")
      }
    case .stage(let name):
      guard let position = pilot.stages.firstIndex(where: { $0.name == name }) else { return }
      let event = position == 0 ? pilot.index.event : pilot.stages[position].event
      if let event, let definition = pilot.event(event), definition.resource != resource.name {
        (mapping["at"] ?? place).report(
          "The stage \(name.quoted) is reached by records of \(definition.resource.quoted), so that"
            + " is where the variable has to come from.")
      }
    }
  }
}

extension Band {
  /// Reads a band: `18-20`, `7`, `50+`, `up to 17`, `-30 to 30`.
  public init?(text: String) {
    if text.hasPrefix("up to "), let upper = Int(text.dropFirst(6)) {
      self.init(lower: nil, upper: upper)
    } else if text.hasSuffix("+"), let lower = Int(text.dropLast()) {
      self.init(lower: lower, upper: nil)
    } else if let value = Int(text) {
      self.init(lower: value, upper: value)
    } else {
      let parts =
        text.contains(" to ")
        ? text.split(separator: " to ").map(String.init)
        : text.split(separator: "-", maxSplits: 1).map(String.init)
      guard parts.count == 2, let lower = Int(parts[0]), let upper = Int(parts[1]), lower <= upper
      else { return nil }
      self.init(lower: lower, upper: upper)
    }
  }
}
