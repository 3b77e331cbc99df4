import CohortModel
import Tables
import TerminalFixture

@testable import TerminalCore

/// Where numbers on a screen come from that are no figures: names, labels, codes, dates and sizes of
/// the package; the explorer's own words; what was typed; and where the reader is.
enum KnownTexts {
  /// The numbers of the package, of its code lists and of the explorer's phrases and keys.
  static func numbers(of package: DataPackage, language: Language) -> Set<String> {
    let labelled = package.labelled(in: language)
    var texts = [package.title, package.version, package.name, "0f1e2d3c", "9c3fa1"]
    for entry in CatalogueEntry.all(of: labelled, today: FixturePackage.today, language: language) {
      texts += [entry.name, entry.label] + entry.about + entry.codes.map(\.text)
    }
    for pilot in labelled.pilots {
      texts.append(pilot.periodText(in: labelled, language))
      texts += pilot.outcomes.flatMap { $0.card.paragraphs.map { language.say($0.phrase) } }
      texts += pilot.stages.flatMap { [$0.label, $0.dropLabel, "\($0.window?.span.count ?? 0)"] }
      texts += pilot.milestones.compactMap { $0.span.map { "\($0.count)" } }
      for variable in pilot.variables {
        let query = CohortQuery(pilot: pilot.name, rows: [AxisVariable(variable.name)])
        guard let plan = try? TablePlan(query, package: labelled, today: FixturePackage.today)
        else { continue }
        texts += plan.axes.flatMap { [$0.label] + $0.entries.flatMap { [$0.code, $0.label] } }
      }
    }
    texts.append("\(package.period.first) \(package.period.last)")
    texts += WelshPhrases.all.flatMap { [$0.key, $0.value] }.map { text in
      text.replacing(/\{[^}]*\}/, with: "")
    }
    texts += KeyTable.entries.flatMap { [$0.help] + $0.keys.map(\.name) }
    // The profile of the certificate with its minimum and base, and what rounding makes of changes.
    texts += ["10-5", "10 5 4"]
    // Characters that are shown by their code point, and the name of a hash.
    texts += ["<202e> <1b> [2J <200b> <301>", "sha256"]
    return Set(texts.flatMap { Frame.numbers(in: $0) })
  }

  /// Where the reader is, and how much there is of something: sentences of the interface with
  /// numbers below 1,000, which no figure of the invented tables is.
  private static let places: [String] = [
    "row {number} of {count}", "column {number} of {count}", "page {number} of {count}",
    "Page {number} of {count}", "Column {number} of {count}", "{first} to {last} of {count}",
    "{number} of {count}", "Tour, {number} of {count}", "({number} of {count}, ",
    "codes and texts: {count} entries", "finds among {count} entries", "cofnodion: {count}",
    "sorted by column {number}", "trefnwyd yn ôl colofn {number}",
    "{number} o {count}", "{first} i {last} o {count}",
    "about {number} of {count} cells shown, now {number} of {count}",
    "{number} of {count}, now {number} of {count}",
    "{number} rows?", "{number} columns?", "{number} pages?", "{number} cells?",
    "{number} link levels?",
    "rhesi: {number}", "colofnau: {number}", "tudalennau: {number}", "celloedd: {number}",
    "lefelau cysylltu: {number}", "fel \\[c\\]: {number}",
    "page {number}",
    // Filters that there is no room for.
    "\\+{number}",
  ]

  /// Such sentences, each number of which is a group.
  static func patterns() -> [Regex<AnyRegexOutput>] {
    places.compactMap { place in
      let pattern = place.replacing(/\{[^}]*\}/, with: "([0-9]{1,3})")
        .replacing("(([0-9]", with: "\\(([0-9]")
      return try? Regex(pattern)
    }
  }

  /// The numbers that such sentences of a frame hold.
  static func places(in frame: Frame, _ patterns: [Regex<AnyRegexOutput>]) -> Set<String> {
    let text = frame.text.replacing(/[\s│|]+/, with: " ")
    let groups = patterns.flatMap { text.matches(of: $0).flatMap { $0.output.dropFirst() } }
    return Set(groups.compactMap { $0.substring.map { String($0) } })
  }

  /// What was typed, and what keeps it: lines, names of files, views and groups, queries.
  static func typed(in state: ExplorerState) -> [String] {
    var texts = [state.searchText] + state.commandHistory
    switch state.overlay {
    case .picker(let picker):
      texts.append(picker.typed)
      texts += picker.items.map(\.value)
    case .prompt(let prompt): texts += [prompt.line.text, prompt.draft]
    default: break
    }
    for screen in state.screens {
      texts += screen.query.map(KnownTexts.words) ?? []
      if case .catalogue(let screen) = screen { texts.append(screen.find) }
      if case .export(let screen) = screen {
        texts += [screen.fileName.text, screen.overwriting ?? ""]
      }
    }
    for view in state.savedViews {
      texts += [view.name] + (view.place.query.map(KnownTexts.words) ?? [])
    }
    for entry in state.journal.entries {
      switch entry.event {
      case .view(let place):
        texts += place.query.map(KnownTexts.words) ?? []
        texts += Array(place.settings.values)
      case .export(let record): texts += [record.path]
      }
    }
    texts.append(state.recording?.path ?? "")
    // Characters that are not shown as they are have their code points on the screen.
    return texts + texts.map { SafeText.shown($0) }
  }

  private static func words(of query: CohortQuery) -> [String] {
    [query.text] + query.recodes.flatMap { $0.groups.flatMap { [$0.name] + $0.codes } }
  }
}
