import CohortModel
import Tables

/// Taking figures away by the terminal's clipboard.
///
/// A copy is an export like any other (G09): it is of protected figures alone, carries its marking
/// and provenance, and stands in the log before the terminal gets it. That holds for one figure as
/// well as for a table, since a log that knows only of some of what left is none.
extension Step {
  /// What terminals take in one sequence: more than 100,000 bytes with its base64 is dropped by
  /// several of them. What takes the text to the terminal adds the time to it.
  static let longestCopy = 74_994 - 32

  mutating func copyFigure() {
    switch state.screen {
    case .table(let screen):
      guard let words = screen.focusInWords else { return nothingToCopy() }
      copy(
        CopyText.figure(words, of: screen.view.table, language: state.language),
        of: screen.query)
    case .pathway(let screen):
      // Medians are of tables of their own, which the log would not name.
      let words = screen.focusInWords(medians: nil, state.language)
      guard !words.isEmpty else { return nothingToCopy() }
      copy(
        CopyText.figure(words, of: screen.view.table, language: state.language), of: screen.query)
    case .chart(let screen):
      // As above: the times of a pathway are of tables of their own.
      guard screen.pathway == nil || screen.kind != .timeToEvent,
        let words = screen.words(in: screen.content)
      else { return nothingToCopy() }
      copy(
        CopyText.figure(words, of: screen.view.table, language: state.language), of: screen.query)
    default: nothingToCopy()
    }
  }

  mutating func copyTable() {
    switch state.screen {
    case .table(let screen):
      copy(CopyText.table(screen, language: state.language), of: screen.query)
    case .pathway(let screen):
      let table = TableScreen(
        query: screen.query, table: screen.view.table, language: state.language)
      copy(CopyText.table(table, language: state.language), of: screen.query)
    case .chart(let screen):
      copy(CopyText.table(screen.table, language: state.language), of: screen.query)
    default: nothingToCopy()
    }
  }

  private mutating func nothingToCopy() {
    state.message = .note("There is no figure here to copy.")
  }

  private mutating func copy(_ text: String, of query: CohortQuery) {
    guard state.canCopy else {
      state.message = .note(
        "Copying is switched off. \(state.keys.name(of: .export), "key") writes a file.")
      return
    }
    guard text.utf8.count <= Step.longestCopy else {
      state.message = .note(
        "This table is too long for the clipboard. \(state.keys.name(of: .export), "key") writes a file."
      )
      return
    }
    guard state.errands.isEmpty else {
      state.message = .note("Something is still under way.")
      return
    }
    let id = state.takeRequest()
    state.errands.insert(id)
    effects.append(.copy(id, query, text: text))
  }

  mutating func copied(_ id: Int, _ result: Result<Void, ServiceError>) {
    guard state.errands.remove(id) != nil else { return }
    switch result {
    case .success:
      state.message = .note(
        "Given to the terminal's clipboard, where it has one; noted as an export.")
    case .failure(let error): state.message = .problem(error.phrase)
    }
  }
}

/// What is copied: protected figures as they are shown, and where they come from.
enum CopyText {
  /// A figure with its labels, and a line of provenance.
  static func figure(_ words: String, of table: ProtectedTable, language: Language) -> String {
    lines([
      table.heading.titleWithUnit, words, provenance(of: table, language: language),
    ])
  }

  /// The page that is shown, in the order that is shown: columns apart by tabs, between the title and
  /// a line of provenance.
  static func table(_ screen: TableScreen, language: Language) -> String {
    let view = screen.view
    var text = [title(of: screen, language: language)]
    text += view.table.heading.conditions
    if view.pages.indices.contains(screen.page), !view.pageAxes.isEmpty {
      text.append(
        zip(view.pageAxes, view.pages[screen.page].entries)
          .map { "\($0.label): \($1.label)" }.joined(separator: "; "))
    }
    let headings = max(1, view.rowAxes.count)
    for level in 0..<max(1, view.columnAxes.count) {
      let isLast = level == max(1, view.columnAxes.count) - 1
      let left = (0..<headings).map { number in
        isLast && number < view.rowAxes.count ? view.rowAxes[number].label : ""
      }
      let right = view.columns.map { path in
        path.entries.indices.contains(level)
          ? path.entries[level].label : language.measureLabel(of: view)
      }
      text.append(row(left + right))
    }
    for number in screen.order {
      let path = view.rows[number]
      var left = path.entries.map(\.label)
      if path.isTotal { left = [language.totalLabel(of: view)] }
      left += Array(repeating: "", count: max(0, headings - left.count))
      text.append(
        row(left + view.columns.indices.map { screen.text(row: number, column: $0) }))
    }
    text += view.table.legend.map { $0.sign.isEmpty ? $0.meaning : "\($0.sign) \($0.meaning)" }
    text.append(provenance(of: view.table, language: language))
    return lines(text)
  }

  private static func title(of screen: TableScreen, language: Language) -> String {
    let title = screen.view.table.heading.titleWithUnit
    return screen.percentage.map { "\(title), \(language.name(of: $0))" } ?? title
  }

  /// Marking, data, protection and author on one line (G09).
  private static func provenance(of table: ProtectedTable, language: Language) -> String {
    let heading = table.heading
    var parts = heading.isSynthetic ? [language.say("SYNTHETIC DATA")] : []
    parts += [
      "\(heading.package), \(heading.pilotTitle)",
      language.say("release \(String(heading.release.prefix(8)), "release")"),
      "\(heading.period.first)/\(heading.period.last)",
      language.say("link level \(heading.linkLevel.rawValue, "level")"),
      language.say("profile \(table.certificate.profile, "profile")"),
      language.say("certificate \(table.certificate.hash, "hash")"),
    ]
    if let author = heading.provenance?.author {
      parts += [author.userText, author.projectText, author.purpose]
    }
    parts.append(
      language.say(
        "For research and statistics on approved projects; not for decisions about a person."))
    return parts.joined(separator: "; ")
  }

  private static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: "\t")
  }

  /// A spreadsheet takes what begins so for a formula.
  private static func cell(_ text: String) -> String {
    let shown = SafeText.shown(text)
    return shown.first.map { "=+-@".contains($0) } ?? false ? "'" + shown : shown
  }

  /// Every line past the gate; the tabs between cells are the only other control characters.
  private static func lines(_ lines: [String]) -> String {
    lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { SafeText.shown(String($0)) }.joined(separator: "\t") + "\n"
    }.joined()
  }
}
