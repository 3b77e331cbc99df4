import CohortModel
import Tables

/// The catalogue: finding, opening, and taking a variable to a table.
extension Step {
  mutating func showCatalogue() {
    if case .catalogue = state.screen {
      state.overlay = nil
      state.message = .note(
        "This is the catalogue. \(keyName(.find), "key") finds in it.")
      return
    }
    cancelPending()
    remember()
    state.overlay = nil
    // As it was left: on the same entry, with what was typed to find it.
    let open = state.screens.reversed().lazy.compactMap(\.catalogue).first
    state.screens.append(.catalogue(open ?? state.leftCatalogue ?? CatalogueScreen(of: state)))
    keepFocusInView()
  }

  /// Narrows the catalogue to what holds every word, while they are typed.
  mutating func narrow(to text: String) {
    guard case .catalogue(var screen) = state.screen, screen.find != text else { return }
    screen.find = text
    screen.place = DocumentPlace()
    // What is called as it was typed is at hand, wherever it stands.
    let typed = screen.words.joined(separator: " ")
    let distances = screen.shown.map { $0.distance(from: typed) }
    if !typed.isEmpty, let best = distances.min(), let place = distances.firstIndex(of: best) {
      screen.place.focus = place
    }
    state.screen = .catalogue(screen)
    keepFocusInView()
  }

  mutating func open(_ screen: CatalogueScreen) {
    guard let entry = screen.focused else {
      state.message = .note(
        "There is nothing to open: \(keyName(.find), "key") finds something else.")
      return
    }
    switch entry.subject {
    case .pilot(let name):
      cancelPending()
      remember()
      state.screens.append(.pilot(PilotScreen(pilot: name)))
    case .variable(let name, let pilots): offer(name, label: entry.label, in: pilots)
    case .outcome(let name, let pilot): askForShare(of: name, in: pilot)
    case .dataset, .linkLevel, .fault: showEntry(screen)
    }
  }

  /// A variable as the rows of a table: of the one pilot that has it, or of one to be chosen. Pilots
  /// that the project may not ask are not offered.
  private mutating func offer(_ variable: String, label: String, in pilots: [String]) {
    let known = pilots.compactMap { state.package.pilot($0) }.filter { state.mayAsk($0) }
    guard let first = known.first else {
      state.message = .note("No pilot of this project has it.")
      return
    }
    if known.count == 1 { return askForRows(variable, of: first.name) }
    let items = known.map { Picker.Item(value: $0.name, label: $0.title, detail: $0.name) }
    var picker = Picker(
      title: "Rows: \(label, "variable"). Of which pilot?", purpose: .rowsOfPilot(variable),
      items: items)
    // Where one comes from a pilot's page, that pilot is offered first.
    let names = state.screens.compactMap(\.pilotName)
    if let last = names.last { picker.focus = known.firstIndex { $0.name == last } ?? 0 }
    state.overlay = .picker(picker)
  }

  mutating func askForRows(_ variable: String, of pilot: String) {
    ask(CohortQuery(pilot: pilot, rows: [AxisVariable(variable)]), .push(.table))
  }

  /// The share with an outcome; an adverse one beside the positive one that belongs to it (G22).
  private mutating func askForShare(of name: String, in pilot: String) {
    guard let known = state.package.pilot(pilot), state.mayAsk(known) else {
      state.message = .note("No pilot of this project has it.")
      return
    }
    var query = CohortQuery(pilot: pilot, measure: .share(name))
    if let outcome = known.outcome(name), outcome.polarity == .adverse, let beside = outcome.beside
    {
      var both = query
      both.measure = .share([name, beside])
      let mayShowBoth =
        (try? TablePlan(
          both, package: state.package, session: state.catalogue.session, today: state.today))
        != nil
      if mayShowBoth { query = both }
    }
    ask(query, .push(.table))
  }

  /// Everything that there is to say of the focused entry.
  mutating func showEntry(_ screen: CatalogueScreen) {
    guard let entry = screen.focused else { return }
    typealias Paragraph = Reader.Paragraph
    var paragraphs = [Paragraph(text: entry.label, role: .heading)]
    if !entry.name.isEmpty { paragraphs.append(Paragraph(text: entry.name, role: .dim, indent: 2)) }
    paragraphs += entry.about.map { Paragraph(text: $0, indent: 2) }
    if case .outcome(let name, let pilot) = entry.subject,
      let outcome = state.package.pilot(pilot)?.outcome(name)
    {
      paragraphs += [Paragraph(text: "")] + outcome.card.paragraphs
    }
    if case .linkLevel(let level) = entry.subject {
      paragraphs += state.linkageParagraphs(at: level)
    }
    if !entry.codes.isEmpty {
      paragraphs += [Paragraph(text: ""), Paragraph(text: "Codes", role: .heading)]
      paragraphs += entry.codes.map { Paragraph(text: $0.text, indent: 2) }
    }
    state.overlay = .reader(
      Reader(title: Phrase(verbatim: entry.label), paragraphs: paragraphs))
  }
}

extension ExplorerState {
  /// The protected figures on links, of the one level that they are asked for.
  fileprivate func linkageParagraphs(at level: LinkLevel) -> [Reader.Paragraph] {
    typealias Paragraph = Reader.Paragraph
    guard level == package.defaultLinkLevel else {
      return [
        Paragraph(
          text: "Figures on links are shown for one level, that of this package.", indent: 2)
      ]
    }
    let heading = [Paragraph(text: ""), Paragraph(text: "Linkage", role: .heading)]
    switch linkage {
    case .none: return []
    case .waiting: return heading + [Paragraph(text: "counting", role: .dim, indent: 2)]
    case .failed(let reason):
      return heading + [Paragraph(text: "Not available: \(reason, "reason")", indent: 2)]
    case .figures(let figures):
      let shares =
        [figures.linked] + figures.datasets.shares.dropFirst() + [figures.changes]
        + figures.conflicts
      return heading
        + [
          Paragraph(
            text: "Persons in two datasets or more, of all with a record in the dataset:", indent: 2
          )
        ]
        + shares.map { share in
          Paragraph(
            text: Phrase(verbatim: "\(share.label): \(share.text(under: figures.certificate))"),
            indent: 4)
        }
        + figures.legend.filter { !$0.sign.isEmpty }.map {
          Paragraph(text: Phrase(verbatim: $0.meaning), role: .dim, indent: 2, lead: $0.sign + " ")
        }
    }
  }
}

extension DefinitionCard {
  /// The card as it is read: what the rate is of, and what limits it.
  var paragraphs: [Reader.Paragraph] {
    typealias Paragraph = Reader.Paragraph
    let parts: [(Phrase, String)] = [
      ("Numerator", numerator), ("Denominator", denominator), ("Window", window),
      ("Censoring", censoring), ("Source", source), ("Version", version),
    ]
    return [Paragraph(text: "Definition: \(name, "outcome")", role: .heading)]
      + parts.filter { !$0.1.isEmpty }.map { name, text in
        Paragraph(text: "\(name, "part"): \(text, "text")", indent: 2)
      } + limits.map { Paragraph(text: "Limit: \($0, "text")", indent: 2) }
  }
}

extension Screen {
  fileprivate var catalogue: CatalogueScreen? {
    if case .catalogue(let screen) = self { screen } else { nil }
  }
}
