import CohortModel
import Tables

/// What is copied: protected figures as they are shown, and where they come from.
enum CopyText {
  /// A figure with its labels, and a line of provenance.
  ///
  /// - Parameter tables: the table it is of, or those of all link levels.
  static func figure(_ words: String, of tables: [ProtectedTable], language: Language) -> String {
    lines(
      [language.say(tables.title), words] + otherLevels(of: tables)
        + [provenance(of: tables, language: language)])
  }

  /// The page that is shown, in the order that is shown: columns apart by tabs, between the title and
  /// a line of provenance.
  static func table(_ screen: TableScreen, language: Language) -> String {
    let table = screen.view.table
    var title = language.say([table].title) as String
    if let percentage = screen.percentage { title += ", " + language.name(of: percentage) }
    let cells = screen.order.map { row in
      screen.view.columns.indices.map { screen.text(row: row, column: $0) }
    }
    return lines(
      [title] + conditions(of: screen.view, page: screen.page)
        + grid(of: screen.view, rows: screen.order, cells, parts: [], language)
        + legend(table.legend) + [provenance(of: [table], language: language)])
  }

  /// The page that is shown with the levels, and the changes between them, under each column.
  static func levels(_ screen: LevelsScreen, language: Language) -> String {
    let tables = screen.views.map(\.table)
    let rows = Array(screen.view.rows.indices)
    let cells = rows.map { row in
      (0..<screen.columnCount).map { screen.text(row: row, column: $0).text }
    }
    let parts = screen.parts.map { language.say(screen.partLabel($0)) }
    return lines(
      [language.say(tables.title)] + conditions(of: screen.view, page: screen.page)
        + grid(
          of: screen.view, rows: rows, cells, parts: screen.isSideBySide ? parts : [], language)
        + otherLevels(of: tables) + legend(screen.legend(language)) + [
          provenance(of: tables, language: language)
        ])
  }

  // MARK: Parts

  /// How far the levels are whose figures are not shown.
  private static func otherLevels(of tables: [ProtectedTable]) -> [String] {
    tables.flatMap { $0.heading.otherLevels ?? [] }.map(\.text)
  }

  private static func conditions(of view: TableView, page: Int) -> [String] {
    var lines = view.table.heading.conditions
    if view.pages.indices.contains(page), !view.pageAxes.isEmpty {
      lines.append(
        zip(view.pageAxes, view.pages[page].entries)
          .map { "\($0.label): \($1.label)" }.joined(separator: "; "))
    }
    return lines
  }

  /// Headings and rows.
  ///
  /// - Parameters:
  ///   - cells: per row in `rows`, for every column its parts.
  ///   - parts: what stands under each column; empty where a column is one.
  private static func grid(
    of view: TableView, rows: [Int], _ cells: [[String]], parts: [String], _ language: Language
  ) -> [String] {
    let headings = max(1, view.rowAxes.count)
    let names = (0..<headings).map { $0 < view.rowAxes.count ? view.rowAxes[$0].label : "" }
    var above = (0..<max(1, view.columnAxes.count)).map { level in
      view.columns.flatMap { path in
        let label =
          path.entries.indices.contains(level)
          ? path.entries[level].label : language.measureLabel(of: view)
        return [label] + Array(repeating: label, count: max(0, parts.count - 1))
      }
    }
    if !parts.isEmpty { above.append(view.columns.flatMap { _ in parts }) }
    let empty = Array(repeating: "", count: headings)
    let head = above.enumerated().map { row(($0 == above.count - 1 ? names : empty) + $1) }
    let body = zip(rows, cells).map { number, cells in
      let path = view.rows[number]
      var left = path.isTotal ? [language.totalLabel(of: view)] : path.entries.map(\.label)
      left += Array(repeating: "", count: max(0, headings - left.count))
      return row(left + cells)
    }
    return head + body
  }

  private static func legend(_ legend: [LegendEntry]) -> [String] {
    legend.map { $0.sign.isEmpty ? $0.meaning : "\($0.sign) \($0.meaning)" }
  }

  /// Marking, data, protection and author on one line (G09).
  private static func provenance(of tables: [ProtectedTable], language: Language) -> String {
    guard let table = tables.first else { return "" }
    let heading = table.heading
    var parts = heading.isSynthetic ? [language.say("SYNTHETIC DATA")] : []
    let levels = tables.map(\.heading.linkLevel.rawValue).joined(separator: ", ")
    let hashes = tables.map(\.certificate.hash).joined(separator: ", ")
    parts += [
      "\(heading.package), \(heading.pilotTitle)",
      language.say("release \(String(heading.release.prefix(8)), "release")"),
      "\(heading.period.first)/\(heading.period.last)",
      tables.count == 1
        ? language.say("link level \(levels, "level")")
        : language.say("link levels \(levels, "levels")"),
      language.say("profile \(table.certificate.profile, "profile")"),
      language.say("certificate \(hashes, "hash")"),
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

  /// A spreadsheet takes what begins so for a formula; a number with its sign is none.
  private static func cell(_ text: String) -> String {
    let shown = SafeText.shown(text)
    guard shown.first.map({ "=+-@".contains($0) }) ?? false else { return shown }
    let isNumber = shown.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || ",.".contains($0)) }
    return isNumber && shown.count > 1 ? shown : "'" + shown
  }

  /// Every line past the gate; the tabs between cells are the only other control characters.
  private static func lines(_ lines: [String]) -> String {
    lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { SafeText.shown(String($0)) }.joined(separator: "\t") + "\n"
    }.joined()
  }
}
