import CohortModel
import Tables

/// What keys do to a table that is shown.
extension Step {
  /// Changes the table screen, if that is what is shown.
  private mutating func withTable(_ change: (inout TableScreen) -> Void) {
    guard case .table(var screen) = state.screen else { return }
    change(&screen)
    screen.keepFocusInView(state.window(of: screen))
    state.screen = .table(screen)
  }

  mutating func swapAxes() {
    requery { query in (query.rows, query.columns) = (query.columns, query.rows) }
  }

  mutating func cyclePercentage() {
    guard let view = state.screen.shownTable?.view else { return }
    guard view.isCount else {
      state.message = .note(
        "Percentages are of counts: \(keyName(.measure), "key") chooses persons or events.")
      return
    }
    guard !view.percentageBases.isEmpty else {
      state.message = .note("There is no total here that a percentage could be of.")
      return
    }
    changeChart { $0.cyclePercentage() }
    withTable { screen in
      screen.percentage = view.percentageBases.after(screen.percentage)
      screen.sort(screen.sorting)
    }
  }

  mutating func turnPage(by step: Int) {
    if case .levels(let screen) = state.screen, screen.pageCount > 1 {
      let count = screen.pageCount
      withLevels { screen, _ in screen.page = ((screen.page + step) % count + count) % count }
      return
    }
    guard let view = state.screen.shownTable?.view ?? state.screen.levelsView else { return }
    guard view.pages.count > 1 else {
      state.message = .note(
        "This table has one page: \(keyName(.pages), "key") chooses a variable for pages.")
      return
    }
    changeChart { $0.turnPage(by: step) }
    withTable { screen in
      let count = screen.view.pages.count
      screen.page = ((screen.page + step) % count + count) % count
      screen.sort(screen.sorting)
    }
  }

  mutating func changeDepth(by step: Int) {
    guard case .table(let screen) = state.screen, let last = screen.query.rows.last else {
      state.message = .note(
        "There is no row variable: \(keyName(.rows), "key") chooses one.")
      return
    }
    let shown = screen.view.rowAxes.last?.entries.map(\.depth).max() ?? 1
    let wanted = (last.depth ?? max(1, shown)) + step
    guard wanted >= 1 else {
      state.message = .note("This is the highest level.")
      return
    }
    requery { query in query.rows[query.rows.count - 1].depth = wanted }
  }

  /// Opens or closes what stands below the focused row. Where the table does not have it, the table is
  /// asked for with a level more, and all other rows are closed.
  mutating func fold() {
    guard case .table(let screen) = state.screen, let row = screen.row else { return }
    if let node = screen.tree.node(ofRow: row) {
      withTable { $0.setClosed(node, !screen.closed.contains(node)) }
    } else if let last = screen.view.rows[row].entries.last,
      state.codesAboveOthers(in: screen.query).contains(last.code),
      var query = state.pending?.query ?? state.screen.query, !query.rows.isEmpty
    {
      query.rows[query.rows.count - 1].depth = last.depth + 1
      ask(query, .replace(.table), opening: screen.view.rows[row].entries)
    } else if let above = screen.tree.nodes(aboveRow: row).first {
      withTable { $0.setClosed(above, true) }
    } else {
      state.message = .note("Nothing stands below this row.")
    }
  }

  /// Same key again: back to the order of the codes.
  mutating func sort(isDescending: Bool) {
    withTable { screen in
      let wanted = TableScreen.Sorting(column: screen.column, isDescending: isDescending)
      screen.sort(screen.sorting == wanted ? nil : wanted)
    }
    if case .table(let screen) = state.screen {
      state.message = .note(
        screen.sorting == nil
          ? "In the order of the codes."
          : "Sorted by what is shown. The same key again: in the order of the codes.")
    }
  }

  // MARK: Definitions and help

  /// The definitions behind what is shown: of a table all that stands beside it; of a pilot its cards.
  mutating func showDefinitions() {
    switch state.screen {
    case .table(let screen):
      state.overlay = .reader(
        Reader(
          title: "About this table",
          paragraphs: screen.view.table.description(
            screen.legend(in: state.language), state.language)))
    case .pathway(let screen):
      showCards(
        of: screen.query.pilot,
        before: screen.view.table.description(
          screen.view.table.legend, state.language))
    case .pilot(let screen): showCards(of: screen.pilot)
    case .home(let screen):
      let pilots = state.package.pilots
      guard pilots.indices.contains(screen.place.focus) else { return }
      showCards(of: pilots[screen.place.focus].name)
    case .catalogue(let screen): showEntry(screen)
    case .chart(let screen):
      state.overlay = .reader(
        Reader(
          title: "About this table",
          paragraphs: screen.view.table.description(
            screen.table.legend(in: state.language), state.language)))
    case .levels(let screen):
      state.overlay = .reader(
        Reader(
          title: "About this table",
          paragraphs: screen.focusedView.table.description(
            screen.legend(state.language), state.language)))
    case .export, .log: break
    }
  }

  private mutating func showCards(of name: String, before: [Reader.Paragraph] = []) {
    guard let pilot = state.package.pilot(name) else { return }
    var paragraphs = before
    for outcome in pilot.outcomes {
      if !paragraphs.isEmpty { paragraphs.append(Reader.Paragraph(text: "")) }
      paragraphs += outcome.card.paragraphs
    }
    guard !paragraphs.isEmpty else {
      state.message = .note("This pilot declares no outcome.")
      return
    }
    state.overlay = .reader(
      Reader(title: "Definitions", paragraphs: paragraphs))
  }

  mutating func showHelp() {
    let screen = state.screen.keyScreen
    var paragraphs = [
      Reader.Paragraph(text: "Keys: \(Phrase(english: screen.rawValue), "view")", role: .heading)
    ]
    for entry in state.keys.entries(on: screen) {
      // In line mode commands go by their names.
      let names = state.isLineMode ? entry.command.rawValue : KeyTable.names(of: entry)
      let padding = String(repeating: " ", count: max(1, 16 - names.count))
      paragraphs.append(Reader.Paragraph(text: Phrase(english: entry.help), indent: 2))
      paragraphs[paragraphs.count - 1].lead = names + padding
    }
    paragraphs += [
      Reader.Paragraph(text: ""),
      Reader.Paragraph(
        text: state.isLineMode ? "Typed" : "Typed after \(keyName(.commandLine), "key")",
        role: .heading),
      Reader.Paragraph(
        text: "A query: PILOT rows VAR columns VAR where VAR=CODE stage STAGE measure MEASURE",
        indent: 2),
      Reader.Paragraph(
        text: """
          Or a command by its name: \
          \(Command.typed.map(\.rawValue).joined(separator: ", "), "names")
          """,
        indent: 2),
    ]
    state.overlay = .reader(Reader(title: "Help", paragraphs: paragraphs))
  }
}

extension ProtectedTable {
  /// What stands beside the cells, to be read: unit, legend, definitions, certificate.
  func description(_ legend: [LegendEntry], _ language: Language) -> [Reader.Paragraph] {
    typealias Paragraph = Reader.Paragraph
    var result = [Paragraph(text: heading.title, role: .heading)]
    result.append(Paragraph(text: "Unit: \(heading.unit, "unit")", indent: 2))
    result.append(
      Paragraph(
        text: "Period: \(heading.period.first, "first") to \(heading.period.last, "last")",
        indent: 2))
    result.append(Paragraph(text: "Link level: \(heading.linkLevel.rawValue, "level")", indent: 2))
    result += heading.conditions.map { Paragraph(text: $0, indent: 2) }
    result.append(
      Paragraph(text: "Datasets: \(heading.datasets.joined(separator: ", "), "names")", indent: 2))
    if !heading.coverage.isEmpty {
      result.append(Paragraph(text: "Coverage: \(heading.coverage, "coverage")", indent: 2))
    }
    result += language.qualityLines(of: heading, under: certificate).map {
      Paragraph(text: "\($0.name): \($0.text)", indent: 2)
    }
    result += [Paragraph(text: ""), Paragraph(text: "Signs", role: .heading)]
    for entry in legend {
      let lead = entry.sign.isEmpty ? "" : entry.sign + "  "
      result.append(Paragraph(text: entry.meaning, indent: 2, lead: lead))
    }
    for card in definitions {
      result += [
        Paragraph(text: ""), Paragraph(text: "Definition: \(card.name, "name")", role: .heading),
      ]
      let parts = [
        ("Numerator", card.numerator), ("Denominator", card.denominator),
        ("Window", card.window), ("Censoring", card.censoring), ("Source", card.source),
        ("Version", card.version),
      ]
      for (name, text) in parts where !text.isEmpty {
        result.append(
          Paragraph(text: text, indent: 2, lead: language.say(Phrase(english: name)) + ": "))
      }
      result += card.limits.map { Paragraph(text: $0, indent: 2, lead: language.say("Limit: ")) }
    }
    result += [
      Paragraph(text: ""), Paragraph(text: "Protection", role: .heading),
      Paragraph(
        text: certificate.phrase, indent: 2),
      Paragraph(text: certificate.statement, indent: 2),
      Paragraph(text: "Certificate \(certificate.hash, "hash")", role: .dim, indent: 2),
    ]
    return result
  }
}
