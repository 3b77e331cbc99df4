/// Reads one pilot and checks it against resources and code lists.
final class PilotReader {
  let root: DescriptorMapping
  let draft: PackageDraft
  var pilot: Pilot

  init(_ root: DescriptorMapping, draft: PackageDraft) {
    self.root = root
    self.draft = draft
    pilot = Pilot(
      name: root["pilot"]?.literal ?? "", title: root.text("title"), events: [],
      index: IndexDefinition(event: ""))
  }

  var package: DataPackage { draft.package }

  func read() -> Pilot {
    if let place = root["pilot"] { draft.checkName(pilot.name, "a pilot", at: place) }
    pilot.titleWelsh = root.optionalText("title_cy")
    pilot.population = root.text("population")
    pilot.questions = root.texts("questions")
    pilot.will = root.texts("will")
    pilot.willNot = root.texts("will_not")
    readMinimum()
    draft.checkWording(root["title"])
    draft.checkWording(root["population"])
    for key in ["questions", "will", "will_not"] {
      root[key]?.literals?.forEach(draft.checkWording)
    }
    for (key, list) in [("will", pilot.will), ("will_not", pilot.willNot)] where list.isEmpty {
      root.whole.report(
        "The pilot does not say what it \(key == "will" ? "will" : "will not") do.",
        severity: .warning, field: key, rule: "G19")
    }
    readEvents()
    readIndex()
    readFollowUp()
    readStages()
    readVariables()
    readMilestones()
    readOutcomes()
    readSafeguards()
    return pilot
  }

  private func readMinimum() {
    guard let place = root["minimum_frequency"], let minimum = place.integer(in: 1...1_000_000)
    else { return }
    let standing = package.policy.profile.minimumFrequency
    if minimum < standing {
      place.report(
        "The policy's minimum is \(standing); a pilot may raise it, never lower it.", rule: "G12")
    }
    draft.warnOfRaisedMinimum(minimum, at: place)
    pilot.minimumFrequency = minimum
  }

  private func readSafeguards() {
    guard let mapping = root["safeguards"]?.mapping(.safeguards),
      let about = mapping["about"]?.choice(Safeguards.Subject.self),
      let place = mapping["minimum_frequency"], let minimum = place.integer(in: 1...1_000_000)
    else { return }
    let standing = package.policy.profile.minimumFrequency
    if minimum <= standing {
      place.report(
        "The policy's minimum is \(standing); tables about \(about.rawValue) take a higher one.",
        rule: "G20")
    }
    draft.warnOfRaisedMinimum(minimum, at: place)
    pilot.safeguards = Safeguards(
      about: about, minimumFrequency: minimum,
      geography: mapping["geography"]?.choice(Safeguards.Geography.self) ?? .region)
  }

  // MARK: Events

  private func readEvents() {
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
      pilot.events.append(event)
    }
  }

  private func field(_ name: String, of resource: Resource, at place: Descriptor) -> Field? {
    if let field = resource.field(name) { return field }
    place.report(
      "\(name.quoted) is no field of \(resource.name.quoted)."
        + Descriptor.hint(name, among: resource.fields.map(\.name)))
    return nil
  }

  private func checkDate(_ name: String, of resource: Resource, at place: Descriptor) {
    guard let field = field(name, of: resource, at: place) else { return }
    if field.kind != .date, field.kind != .yearmonth {
      place.report("\(name.quoted) has the type \(field.kind.rawValue) and dates nothing.")
    }
  }

  private func checkCondition(
    _ name: String, _ codes: [Descriptor], of resource: Resource, at place: Descriptor
  ) {
    guard let field = field(name, of: resource, at: place) else { return }
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

  private func readIndex() {
    guard let mapping = root["index"]?.mapping(.index) else { return }
    pilot.index.event = event(mapping["event"], dated: true)?.name ?? ""
    if let place = mapping["choose"] {
      switch place.literal {
      case "first": pilot.index.choice = .first
      case "each": pilot.index.choice = .each
      default: place.report("Here comes first or each.")
      }
    }
  }

  private func readFollowUp() {
    guard let mapping = root["follow_up"]?.mapping(.followUp) else { return }
    if let place = mapping["until"], let day = place.day {
      pilot.followUp.until = day
      if day > package.period.last || day < package.period.first {
        place.report("The follow-up ends outside the period that the records cover.")
      }
    }
    for item in mapping["censored_by"]?.literals ?? [] {
      if let event = event(item, dated: true) { pilot.followUp.censoredBy.append(event.name) }
    }
  }

  var followUpEnd: CalendarDay { pilot.followUp.until ?? package.period.last }

  // MARK: Milestones

  /// Variables, milestones and outcomes share one set of names.
  func checkSharedName(_ name: String, _ what: String, at place: Descriptor) {
    draft.checkName(name, what, at: place)
    if name == "stage" || name == "group" {
      place.report("\(name.quoted) has a meaning of its own in queries; take another name.")
    }
    if Subject(name, in: pilot) != nil, name != "stage" {
      place.report("Two things are called \(name.quoted).")
    }
  }

  private func readMilestones() {
    for (name, value) in root["milestones"]?.named("definition") ?? [] {
      guard let mapping = value.mapping(.milestone) else { continue }
      checkSharedName(name, "a milestone", at: value)
      draft.checkWording(mapping["label"])
      let span = mapping["within"]?.span
      let event = event(mapping["event"], dated: span != nil)
      warnOfShortFollowUp([span], at: mapping["within"])
      pilot.milestones.append(
        Milestone(
          name: name, label: mapping.text("label"), labelWelsh: mapping.optionalText("label_cy"),
          event: event?.name ?? "", span: span))
    }
  }

  /// A window that even the earliest index event cannot complete.
  func warnOfShortFollowUp(_ spans: [CalendarSpan?], at place: Descriptor?) {
    let end = spans.compactMap { $0 }.reduce(package.period.first) { $1.end(from: $0) }
    if end > followUpEnd {
      place?.warn(
        "Follow-up ends on \(followUpEnd), before this window can be complete for anyone.")
    }
  }
}
