import CohortModel
import Tables

extension Document {
  /// Everything that a pilot declares: questions, limits, data, definitions and variables.
  static func pilot(
    _ pilot: Pilot, package: DataPackage, linkage: LinkageState, today: CalendarDay, width: Int,
    style: Style, language: Language = .english, keys: KeyBindings = .standard
  ) -> Document {
    var document = Document(width: width, style: style, language: language)
    document.add(Span(pilot.title, .heading))
    if !pilot.population.isEmpty { document.paragraph(pilot.population) }
    document.heading("Research questions")
    for question in pilot.questions { document.paragraph(question, lead: style.bullet) }
    if pilot.questions.isEmpty { document.paragraph("None declared.", role: .dim) }
    if !pilot.will.isEmpty {
      document.heading("This pilot will")
      for line in pilot.will { document.paragraph(line, lead: style.yes) }
    }
    if !pilot.willNot.isEmpty {
      document.heading("It will not")
      for line in pilot.willNot { document.paragraph(line, lead: style.no) }
    }
    document.cohort(of: pilot, package: package)
    document.datasets(of: pilot, package: package, today: today, style: style)
    document.linkage(linkage, of: pilot, package: package)
    document.pathway(of: pilot, opening: keys.name(of: .open, on: .pilot))
    for outcome in pilot.outcomes {
      document.heading("Definition: \(outcome.label, "name")")
      document.card(outcome.card)
      if let polarity = outcome.polarity {
        let beside = outcome.beside.flatMap { pilot.outcome($0)?.label }
        document.paragraph(
          document.say(Phrase(english: polarity.rawValue))
            + (beside.map { document.say(", shown beside: \($0, "outcome")") } ?? ""),
          lead: document.padded("Polarity", to: document.factWidth))
      }
    }
    document.variables(of: pilot, style: style)
    return document
  }

  mutating func card(_ card: DefinitionCard) {
    let parts = [
      ("Numerator", card.numerator), ("Denominator", card.denominator), ("Window", card.window),
      ("Censoring", card.censoring), ("Source", card.source), ("Version", card.version),
    ]
    for (name, text) in parts where !text.isEmpty {
      paragraph(text, lead: padded(Phrase(english: name), to: factWidth))
    }
    for (number, limit) in card.limits.enumerated() {
      paragraph(limit, lead: padded(number == 0 ? say("Limits") : "", to: factWidth))
    }
  }

  private mutating func cohort(of pilot: Pilot, package: DataPackage) {
    heading("Cohort")
    let event = pilot.event(pilot.index.event)?.label ?? pilot.index.event
    let choice = pilot.index.choice == .first ? say("the first of each person") : say("every one")
    paragraph("\(event), \(choice)", lead: padded("Index event", to: factWidth))
    paragraph(
      "\(package.period.first, "first") to \(package.period.last, "last")",
      lead: padded("Period", to: factWidth))
    let until = pilot.followUp.until ?? package.period.last
    let censoring = pilot.followUp.censoredBy.map { pilot.event($0)?.label ?? $0 }
    paragraph(
      censoring.isEmpty
        ? "until \(until, "day")"
        : "until \(until, "day"), or \(censoring.joined(separator: ", "), "events")",
      lead: padded("Follow-up", to: factWidth))
    let profile = package.policy.profile(for: pilot.name)
    paragraph(
      """
      profile \(profile.name, "profile"), at least \
      \(max(profile.minimumFrequency, pilot.minimumFrequency ?? 0), "number") persons
      """,
      lead: padded("Protection", to: factWidth))
  }

  private mutating func datasets(
    of pilot: Pilot, package: DataPackage, today: CalendarDay, style: Style
  ) {
    heading("Datasets")
    var names = pilot.events.map(\.resource)
    for variable in pilot.variables where variable.resource != "index" {
      names.append(variable.resource)
    }
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted {
      guard let resource = package.resource(name) else { continue }
      var about = resource.title
      if !resource.owner.isEmpty { about += ", \(resource.owner)" }
      paragraph(about, lead: style.bullet)
      if let text = resource.agreementTexts(in: package, today: today, language).first {
        paragraph(text, indent: 4, role: .dim)
      }
      if !resource.coverage.isEmpty { paragraph(resource.coverage, indent: 4, role: .dim) }
    }
  }

  private mutating func pathway(of pilot: Pilot, opening open: String) {
    guard !pilot.stages.isEmpty else { return }
    heading("Pathway (\(open, "key") opens it)")
    for (number, stage) in pilot.stages.enumerated() {
      var text = "\(number + 1). \(stage.label)"
      if let window = stage.window {
        let span = language.say(window.span)
        text +=
          window.anchor == .index
          ? say(", within \(span, "time") of the index event")
          : say(", within \(span, "time") of the stage before")
      }
      paragraph(text)
    }
  }

  private mutating func variables(of pilot: Pilot, style: Style) {
    heading("Variables")
    let items = CodeChoices.variables(of: pilot, language)
    let room = min(24, items.map { style.width(of: $0.value) }.max() ?? 0) + 2
    for item in items {
      var text = item.label
      if let variable = pilot.variable(item.value) {
        if variable.kind == .multiResponse { text += say(" (several may apply)") }
        if variable.isSensitive { text += say(" (sensitive)") }
      }
      paragraph(text, lead: padded(item.value, to: room))
    }
  }
}
