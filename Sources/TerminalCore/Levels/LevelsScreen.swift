import CohortModel
import Tables

/// One table at several link levels side by side: under each column of the table its figure at every
/// level, and beside it what it is more or less than at the level before.
struct LevelsScreen: GridScreen {
  /// What stands under a column of the table.
  enum Part: Hashable, Sendable {
    case level(Int)
    /// From the level before it.
    case change(to: Int)

    /// The level that it is about.
    var level: Int {
      switch self {
      case .level(let level), .change(let level): level
      }
    }
  }

  var query: CohortQuery
  /// A view of the table at each level, the strictest first; never empty.
  let views: [TableView]
  let parts: [Part]
  private let headings: [Int]
  /// Cells of the table that are hidden, at every level.
  let hidden: Int
  /// Where much is hidden: the coarser table that can be expected to show most.
  var advice: Coarsening?
  /// What was found last.
  var found: Found?

  var line = 0
  var column = 0
  var page = 0
  var top = 0
  var left = 0

  init?(query: CohortQuery, tables: [ProtectedTable]) {
    guard !tables.isEmpty else { return nil }
    self.query = query
    views = tables.map { TableView($0) }
    parts =
      [.level(0)] + tables.indices.dropFirst().flatMap { [Part.level($0), .change(to: $0)] }
    let widths = TableWidths(views[0], marked: views[0].rowAxes.map { _ in false })
    headings = widths.headings
    hidden = tables[0].cells.count { $0 == .confidential }
  }

  /// Whether so much is hidden that a coarser table is to be thought of.
  var hidesMuch: Bool { isSideBySide && hidden * 4 >= view.table.cells.count && hidden > 0 }

  /// Whether more than one level has figures here.
  var isSideBySide: Bool { views.count > 1 }

  /// The levels of which no figures are shown, and the level that they are compared with.
  var otherLevels: (others: [OtherLevel], from: LinkLevel)? {
    views.lazy.compactMap { view in
      view.table.heading.otherLevels.flatMap {
        $0.isEmpty ? nil : ($0, view.table.heading.linkLevel)
      }
    }.first
  }

  var view: TableView { views[0] }
  var lineCount: Int { view.rows.count }
  var columnCount: Int { view.columns.count * parts.count }
  var pageCount: Int { view.pages.count }
  var hasCells: Bool { lineCount > 0 && columnCount > 0 && pageCount > 0 }

  func level(_ number: Int) -> LinkLevel { views[number].table.heading.linkLevel }

  /// The column of the table and the part of it that stand in a column of the screen.
  func place(_ column: Int) -> (column: Int, part: Part) {
    (column / parts.count, parts[column % parts.count])
  }

  func text(row: Int, column: Int) -> (text: String, role: StyleRole) {
    let place = place(column)
    func figure(_ level: Int) -> Figure {
      views[level].figure(page: page, row: row, column: place.column)
    }
    switch place.part {
    case .level(let level):
      let figure = figure(level)
      return (figure.text, figure.role)
    case .change(let level):
      let change = LevelChange(from: figure(level - 1), to: figure(level))
      return (change.text, change.role)
    }
  }

  /// The table at the level of the focused column.
  var focusedView: TableView { columnCount > 0 ? views[place(column).part.level] : view }

  /// What the focused cell says, in full.
  func focusInWords(_ language: Language) -> String? {
    guard hasCells, view.rows.indices.contains(line) else { return nil }
    let place = place(column)
    let labels = labels(row: line, column: place.column, language)
    let what: Phrase
    switch place.part {
    case .level(let number): what = "link level \(level(number).rawValue, "level")"
    case .change(let number):
      what = "\(level(number).rawValue, "level") less \(level(number - 1).rawValue, "other")"
    }
    return "\(labels), \(language.say(what)): \(textInFull(row: line, column: column, language))"
  }

  /// A cell of the table at all levels, with its change from level to level:
  /// `Male: high 1,460; medium 1,495 (+35); low 1,520 (+25)`.
  func inWords(row: Int, column: Int, _ language: Language) -> String {
    let labels = labels(row: row, column: column, language)
    let texts = parts.indices.map { text(row: row, column: column * parts.count + $0).text }
    let levels = parts.indices.filter { if case .level = parts[$0] { true } else { false } }
    guard isSideBySide else { return "\(labels): \(texts[0])" }
    if let sign = texts.first, Set(texts).count == 1, CellValue(sign: sign) != nil {
      return "\(labels): \(language.say("\(sign, "sign") at every level shown"))"
    }
    let figures = levels.map { part -> String in
      let change = part + 1 < parts.count && part > 0 ? texts[part + 1] : nil
      let name = language.say(partLabel(parts[part]))
      return change.map { "\(name) \(texts[part]) (\($0))" } ?? "\(name) \(texts[part])"
    }
    return "\(labels): \(figures.joined(separator: "; "))"
  }

  private func labels(row: Int, column: Int, _ language: Language) -> String {
    let entries = [view.rows[row], view.columns[column]].flatMap(\.entries)
    let named = entries.filter { !$0.isTotal }.map(\.label)
    return named.isEmpty ? language.totalLabel(of: view) : named.joined(separator: ", ")
  }

  /// A share with its interval and what it is of.
  private func textInFull(row: Int, column: Int, _ language: Language) -> String {
    let place = place(column)
    let view = focusedView
    guard case .level = place.part,
      case .share(let share) = view.figure(page: page, row: row, column: place.column),
      let base = view.measureCodes.firstIndex(of: "denominator")
    else { return text(row: row, column: column).text }
    let of = view.values(page: page, row: row, column: place.column)[base]
    return "\(share.percentText) (\(language.interval(share)))"
      + language.say(" of \(of.text, "base")")
  }

  func partLabel(_ part: Part) -> Phrase {
    switch part {
    case .level(let number): Phrase(verbatim: level(number).rawValue)
    case .change: "change"
    }
  }

  /// What stands above a column of the table: its codes, or what is counted.
  func columnLabels(_ column: Int, _ language: Language) -> [String] {
    let path = view.columns[column].entries
    return path.isEmpty ? [language.markLabel(of: view)] : path.map(\.label)
  }

  // MARK: Layout

  func window(size: Size, language: Language, keys: KeyBindings) -> TableWindow {
    let widest = TableWidths.figureWidth(view)
    let own = parts.map { part -> Int in
      if case .change = part { return view.kind == .share ? 9 : max(7, min(10, widest)) }
      return max(6, widest)
    }
    var columns = view.columns.indices.flatMap { _ in own }
    if !isSideBySide {
      // One figure under each heading, which has to have room for itself.
      columns = view.columns.indices.map { column in
        let names = columnLabels(column, language).map { Style.unicode.width(of: $0) }
        return max(own[0], min(24, names.max() ?? 0))
      }
    }
    return TableWindow(
      headings: headings, columns: columns, wholeColumns: columns,
      header: TableHeader(self, size: size, language: language, keys: keys),
      headingLines: max(1, view.columnAxes.count) + 1, size: size)
  }

  /// What the signs at any of the levels mean, and how far changes go.
  func legend(_ language: Language) -> [LegendEntry] {
    var legend: [LegendEntry] = []
    for entry in views.flatMap(\.table.legend) where !legend.contains(entry) {
      legend.append(entry)
    }
    let base = view.table.certificate.roundingBase
    if !isSideBySide {
      // There is no change to speak of.
    } else if view.kind != .count {
      legend.append(
        LegendEntry(
          sign: "", meaning: language.say("changes are of published values, rounding included")))
    } else if let noise = view.table.certificate.maximumNoise {
      legend.append(
        LegendEntry(
          sign: "",
          meaning: language.say(
            "changes are of published values: noise alone makes up to \(2 * noise, "number")")))
    } else if base > 1 {
      legend.append(
        LegendEntry(
          sign: "",
          meaning: language.say(
            "changes are of published values: rounding alone makes up to \(2 * (base / 2), "number")"
          )))
    }
    return legend.sorted { !$0.sign.isEmpty && $1.sign.isEmpty }
  }
}

extension LevelsScreen {
  /// How far the levels are whose figures are not shown; why much is hidden, and what would show
  /// more.
  func caveat(_ language: Language, _ keys: KeyBindings, isBrief: Bool) -> Phrase? {
    let parts =
      distances(language, isBrief: isBrief)
      + [hiding(language, keys, isBrief: isBrief)].compactMap(\.self)
    return parts.isEmpty
      ? nil : Phrase(verbatim: parts.map { language.say($0) as String }.joined(separator: " "))
  }

  /// A sentence for each distance, the levels that share it together.
  private func distances(_ language: Language, isBrief: Bool) -> [Phrase] {
    guard let (others, own) = otherLevels else { return [] }
    if isBrief {
      let list = others.map { "\($0.level.rawValue) \(DecimalText.grouped($0.persons))" }
      return [
        "Differ by about: \(list.joined(separator: ", "), "levels") persons"
      ]
    }
    var persons: [Int] = []
    for other in others where !persons.contains(other.persons) { persons.append(other.persons) }
    let noise = DecimalText.grouped(others.first?.noise ?? 0)
    return persons.map { number in
      let levels = others.filter { $0.persons == number }.map(\.level.rawValue)
      if levels.count == 2 {
        return
          "At link levels \(levels[0], "first") and \(levels[1], "last") numbers differ from \(own.rawValue, "own") by up to about \(DecimalText.grouped(number), "number") persons (with noise of about \(noise, "noise"))."
      }
      return
        "At link level \(levels.joined(separator: ", "), "levels") numbers differ from \(own.rawValue, "own") by up to about \(DecimalText.grouped(number), "number") persons (with noise of about \(noise, "noise"))."
    }
  }

  private func hiding(_ language: Language, _ keys: KeyBindings, isBrief: Bool) -> Phrase? {
    guard hidesMuch else { return nil }
    let key = keys.name(of: .coarser)
    if isBrief { return "\(key, "key"): coarser tables" }
    let cells = language.counted(view.table.cells.count, "cell")
    let why: Phrase =
      "\(DecimalText.grouped(hidden), "number") of \(cells, "cells") hidden."
    guard let advice else { return why }
    return
      "\(why, "why") Larger groups show more (\(key, "key")): \(language.text(of: advice, from: view.table), "change")."
  }
}

extension [ProtectedTable] {
  /// The title of a table, or of tables of several link levels: all of them, or those named.
  var title: Phrase {
    guard let heading = first?.heading else { return "" }
    let others = flatMap { $0.heading.otherLevels ?? [] }
    if count > 1, others.isEmpty { return "\(heading.titleWithUnit, "title"), at every link level" }
    if count == 1, others.isEmpty { return Phrase(verbatim: heading.titleWithUnit) }
    let shown = map(\.heading.linkLevel.rawValue).joined(separator: ", ")
    return "\(heading.titleWithUnit, "title"), link level \(shown, "levels")"
  }
}

extension TableHeader {
  /// What stands above several levels of a table.
  init(_ screen: LevelsScreen, size: Size, language: Language, keys: KeyBindings) {
    let title = language.say(screen.views.map(\.table).title)
    let page = screen.view.pageInWords(screen.page).map(language.say) ?? ""
    self.init(
      title: title, page: page, legend: screen.legend(language),
      caveat: screen.caveat(language, keys, isBrief: size.rows < TableHeader.lowWindow),
      size: size, style: .unicode, language: language, keys: keys)
  }
}
