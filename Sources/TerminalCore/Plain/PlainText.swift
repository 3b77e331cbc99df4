import CohortModel
import Tables

/// The explorer as lines of text for screen readers and pipes: no cursor, no frame, no escape
/// sequence. What is said depends on the states alone.
public struct PlainText: Sendable {
  /// How the cells of a table are said.
  public enum TableForm: String, CaseIterable, Sendable {
    /// A line for each cell: `Female, 18 to 20: 45`.
    case lines
    /// A line for each row, in aligned columns.
    case grid
  }

  private let style: Style
  private let form: TableForm

  public init(style: Style, form: TableForm) {
    self.style = style
    self.form = form
  }

  /// Texts are broken by whoever reads them.
  public static let size = Size(rows: 200, columns: 400)

  /// What a state shows, from the way to the last line.
  public func answer(of state: ExplorerState) -> PlainAnswer {
    PlainAnswer(body: finished(way(state) + screen(state)), closing: finished(message(state)))
  }

  func lines(of state: ExplorerState) -> [String] { answer(of: state).lines }

  private func way(_ state: ExplorerState) -> [String] {
    [state.crumbs.joined(separator: " > ")]
  }

  /// What an answer to a line says: what has changed, or where one is. Of a screen that one goes back
  /// to it says which it is and what is in focus there: it was said before.
  public func answer(from before: ExplorerState, to after: ExplorerState) -> PlainAnswer {
    var lines: [String] = []
    var closing: [String] = []
    switch after.overlay {
    case .picker(let picker):
      lines = menu(picker, after.language)
      closing = [choice(picker, after.language)]
    case .reader(let reader): lines = text(of: reader, in: after)
    case .prompt(let prompt) where prompt.kind == .groupName:
      lines = [after.language.say("Name of the group (without one: the labels of its codes)")]
    case .prompt: lines = [after.language.say("Type the text to find.")]
    case .mark: lines = [after.language.say("Type the letter of the mark.")]
    case .keyMenu, .tour, nil:
      // A file is named within a line: where one is stays the same.
      if case .export = after.screen { break }
      if case .export = before.screen, after.screens.count < before.screens.count { break }
      let shown = screen(after)
      // A text that was read stood over the view: the view is what it was.
      var beneath = before
      if case .reader = before.overlay { beneath.overlay = nil }
      let isBack =
        after.screens.count < before.screens.count
        && before.crumbs.starts(with: after.crumbs)
      if isBack {
        lines = way(after) + [focus(after)]
      } else if before.crumbs != after.crumbs || shown != screen(beneath) {
        lines = way(after) + shown
      } else if focus(after) != focus(beneath) {
        lines = [focus(after)]
      } else if after.message == nil {
        lines = way(after) + [focus(after)]
      }
    }
    return PlainAnswer(
      body: finished(lines), closing: finished(closing + message(after)))
  }

  func reply(from before: ExplorerState, to after: ExplorerState) -> [String] {
    answer(from: before, to: after).lines
  }

  /// What is said where the input ends and the session can be gone on with.
  public func farewell(to state: ExplorerState) -> [String] {
    guard state.sessionText != nil else { return [] }
    return finished([
      state.language.say(
        "The next start offers to go on from here. The command quit leaves for good.")
    ])
  }

  private func message(_ state: ExplorerState) -> [String] {
    var lines = state.message.map { [state.language.say($0.phrase)] } ?? []
    if let question = state.offerQuestion { lines.append(state.language.say(question)) }
    if case .export(let screen) = state.screen, let path = screen.overwriting {
      lines.append(
        state.language.say("\(path, "file") is there already. Type yes to write over it."))
    }
    return lines
  }

  /// Past the gate, in drawable characters, without spaces at the end and without a second blank
  /// line after one.
  private func finished(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines {
      var shown = style.drawable(SafeText.shown(line))
      while shown.last == " " { shown.removeLast() }
      if shown.isEmpty, result.last?.isEmpty ?? true { continue }
      result.append(shown)
    }
    while result.last?.isEmpty ?? false { result.removeLast() }
    return result
  }

  // MARK: Screens

  private func screen(_ state: ExplorerState) -> [String] {
    switch state.screen {
    case .table(let screen): return table(screen, state)
    case .pathway(let screen): return pathway(screen, state)
    case .chart(let screen):
      return screen.lines(in: state).map { inWords($0, state.language) }
    case .levels(let screen): return levels(screen, state)
    case .export: return []
    default: break
    }
    if let document = Document.shown(in: state, style: style) { return text(of: document) }
    if let query = state.screen.query, let table = state.screen.table {
      return self.table(
        TableScreen(query: query, table: table, language: state.language), state)
    }
    return []
  }

  /// What keys act on, in words.
  private func focus(_ state: ExplorerState) -> String {
    let language = state.language
    switch state.screen {
    case .table(let screen): return inWords(screen.focusInWords ?? "", language)
    case .chart(let screen):
      return inWords(screen.words(in: state.content(of: screen)) ?? "", language)
    case .levels(let screen): return inWords(screen.focusInWords(language) ?? "", language)
    case .pathway(let screen):
      return inWords(screen.focusInWords(medians: state.medians(of: screen), language), language)
    default: break
    }
    guard let document = Document.shown(in: state, style: style), let place = state.screen.place,
      document.focusable.indices.contains(place.focus)
    else { return state.crumbs.last ?? "" }
    return collapsed(document.text(document.focusable[place.focus]))
  }

  /// A line of figures with a word behind each sign: a sign alone is heard as a letter.
  private func inWords(_ line: String, _ language: Language) -> String {
    let signs: [CellValue] = [.confidential, .low, .notAvailable, .notApplicable]
    return signs.reduce(line) { line, sign in
      // Where a line begins with a sign it says what the sign means.
      guard let word = sign.word, !line.hasPrefix(sign.text) else { return line }
      return line.replacing(sign.text, with: "\(sign.text) \(language.say(word))")
    }
  }

  /// The lines of a screen; those that can be opened have numbers.
  private func text(of document: Document) -> [String] {
    var number = 0
    return document.lines.indices.map { line in
      let text = collapsed(document.text(line))
      guard document.lines[line].isFocusable else { return text }
      number += 1
      return "\(number). \(text)"
    }
  }

  private func text(of reader: Reader, in state: ExplorerState) -> [String] {
    var document = Document(
      width: PlainText.size.columns, style: style, language: state.language)
    for paragraph in reader.paragraphs {
      if paragraph.text.isEmpty {
        document.blank()
      } else {
        document.paragraph(paragraph.phrase, lead: paragraph.lead, indent: 0)
      }
    }
    return [state.language.say(reader.title)]
      + document.lines.indices.map {
        collapsed(document.text($0))
      }
  }

  private func menu(_ picker: Picker, _ language: Language) -> [String] {
    var lines = [language.say(picker.title)]
    for (number, item) in picker.items.enumerated() {
      let mark = picker.marked.contains(item.value) ? "* " : ""
      let detail = item.detail.isEmpty ? "" : " (\(item.detail))"
      lines.append("\(number + 1). \(mark)\(item.label)\(detail)")
    }
    return lines
  }

  private func choice(_ picker: Picker, _ language: Language) -> String {
    picker.allowsSeveral
      ? language.say("Choose by numbers or names; back closes the menu.")
      : language.say("Choose by number or name; back closes the menu.")
  }

  /// Columns that were set apart by spaces are set apart by two.
  private func collapsed(_ text: String) -> String {
    var result = ""
    var spaces = 0
    for character in text {
      if character == " " {
        spaces += 1
      } else {
        if !result.isEmpty, spaces > 0 { result += spaces > 1 ? "  " : " " }
        result.append(character)
        spaces = 0
      }
    }
    return result
  }

  // MARK: Pathway

  private func pathway(_ screen: PathwayScreen, _ state: ExplorerState) -> [String] {
    let lines = pathwayLines(screen, state).enumerated().flatMap { number, groups in
      groups.map { "\(number + 1). \($0)" }
    }
    return state.chips(screen.query) + lines + legend(of: screen.view.table)
  }

  /// For each stage and ending what is said of each group.
  private func pathwayLines(_ screen: PathwayScreen, _ state: ExplorerState) -> [[String]] {
    let medians = state.medians(of: screen)
    return screen.view.rows.indices.map { row in
      screen.view.columns.indices.map { group in
        var focused = screen
        focused.place.focus = row
        focused.group = group
        return inWords(focused.focusInWords(medians: medians, state.language), state.language)
      }
    }
  }

  private func legend(of table: ProtectedTable) -> [String] {
    table.legend.map { $0.sign.isEmpty ? $0.meaning : "\($0.sign) \($0.meaning)" }
  }

  // MARK: Tables

  private func table(_ screen: TableScreen, _ state: ExplorerState) -> [String] {
    let language = state.language
    let view = screen.view
    var title = view.table.heading.titleWithUnit
    if let percentage = screen.percentage { title += ", " + language.name(of: percentage) }
    var lines = [title] + state.chips(screen.query)
    lines += legend(of: view.table)
    if screen.sorting != nil {
      lines.append(language.say(TableHeader.sortedCaveat(isBrief: false)))
    }
    guard screen.hasCells else { return lines + [language.say("This table has no cells.")] }
    if view.pages.count > 1 {
      let labels = view.pages[screen.page].entries.map(\.label).joined(separator: ", ")
      lines.append(
        language.say(
          "page \(screen.page + 1, "number") of \(view.pages.count, "count"): \(labels, "labels")"))
    }
    return lines + (form == .lines ? cells(screen, language) : grid(screen, language))
  }

  /// Every cell of the page at all levels, with its change from the level before.
  private func levels(_ screen: LevelsScreen, _ state: ExplorerState) -> [String] {
    let language = state.language
    var lines = [language.say(screen.views.map(\.table).title)] + state.chips(screen.query)
    lines += screen.legend(language).map {
      $0.sign.isEmpty ? $0.meaning : "\($0.sign) \($0.meaning)"
    }
    if let page = screen.view.pageInWords(screen.page) { lines.append(language.say(page)) }
    if let why = screen.caveat(language, state.keys, isBrief: false) {
      lines.append(language.say(why))
    }
    for row in screen.view.rows.indices {
      for column in screen.view.columns.indices {
        lines.append(inWords(screen.inWords(row: row, column: column, language), language))
      }
    }
    return lines
  }

  private func cells(_ screen: TableScreen, _ language: Language) -> [String] {
    screen.order.flatMap { row in
      screen.view.columns.indices.map { column in
        let row = heading(row, screen, language)
        let column = (name: self.column(column, screen, language), number: column)
        let isTotal = screen.view.rows[row.number].isTotal
        let isWhole = isTotal && screen.view.columns[column.number].isTotal
        let labels =
          screen.view.columns.count == 1 || isWhole ? row.name : "\(row.name), \(column.name)"
        let text = screen.text(row: row.number, column: column.number)
        return inWords("\(labels): \(text)", language)
      }
    }
  }

  private func heading(
    _ row: Int, _ screen: TableScreen, _ language: Language
  ) -> (name: String, number: Int) {
    let path = screen.view.rows[row]
    if path.isTotal { return (language.totalLabel(of: screen.view), row) }
    return (path.entries.map(\.label).joined(separator: ", "), row)
  }

  private func column(_ column: Int, _ screen: TableScreen, _ language: Language) -> String {
    let entries = screen.view.columns[column].entries
    return entries.isEmpty
      ? language.measureLabel(of: screen.view) : entries.map(\.label).joined(separator: ", ")
  }

  private func grid(_ screen: TableScreen, _ language: Language) -> [String] {
    let columns = screen.view.columns.indices
    var rows = [
      [screen.view.rowAxes.map(\.label).joined(separator: ", ")]
        + columns.map { column($0, screen, language) }
    ]
    for row in screen.order {
      rows.append(
        [heading(row, screen, language).name]
          + columns.map { screen.text(row: row, column: $0) })
    }
    let widths = rows[0].indices.map { column in
      rows.map { style.width(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - style.width(of: row[column]))
        return column == 0 ? row[column] + space : space + row[column]
      }.joined(separator: "  ")
    }
  }
}
