/// Reads one pilot and checks it against resources and code lists.
final class PilotReader {
  let root: DescriptorMapping
  let draft: PackageDraft
  var pilot: Pilot
  /// Where the fields that have to agree with the index record are named, by event.
  var matchPlaces: [(event: String, match: CaseMatch, place: Descriptor)] = []

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
    checkCases()
    readFollowUp()
    readStages()
    readVariables()
    readMilestones()
    readOutcomes()
    readUnits()
    readSafeguards()
    return pilot
  }

  private var profile: DisclosureProfile { package.policy.profile(for: pilot.name) }

  private func readMinimum() {
    guard let place = root["minimum_frequency"], let minimum = place.integer(in: 1...1_000_000)
    else { return }
    let standing = profile.minimumFrequency
    if minimum < standing {
      place.report(
        "The policy's minimum is \(standing); a pilot may raise it, never lower it.", rule: "G12")
    }
    draft.warnOfRaisedMinimum(minimum, at: place, under: [profile])
    pilot.minimumFrequency = minimum
  }

  private func readSafeguards() {
    guard let mapping = root["safeguards"]?.mapping(.safeguards),
      let about = mapping["about"]?.choice(Safeguards.Subject.self),
      let place = mapping["minimum_frequency"], let minimum = place.integer(in: 1...1_000_000)
    else { return }
    let standing = profile.minimumFrequency
    if minimum <= standing {
      place.report(
        "The policy's minimum is \(standing); tables about \(about.rawValue) take a higher one.",
        rule: "G20")
    }
    draft.warnOfRaisedMinimum(minimum, at: place, under: [profile])
    pilot.safeguards = Safeguards(
      about: about, minimumFrequency: minimum,
      geography: mapping["geography"]?.choice(Safeguards.Geography.self) ?? .region)
  }

  private func readIndex() {
    guard let mapping = root["index"]?.mapping(.index) else { return }
    // The linkage has no dates, and its pilot asks nothing of time.
    let isOfLinkage =
      mapping["event"]?.literal.flatMap { pilot.event($0) }?.resource == LinkageResource.name
    pilot.index.event = event(mapping["event"], dated: !isOfLinkage)?.name ?? ""
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
    if ["stage", "group", "definition"].contains(name) {
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
