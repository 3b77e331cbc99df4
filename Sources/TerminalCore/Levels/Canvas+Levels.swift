import CohortModel
import Tables

extension Canvas {
  /// A table at all link levels: as a table, with the levels under each of its columns.
  mutating func draw(_ screen: LevelsScreen, of state: ExplorerState) {
    let window = screen.window(
      size: frame.size, language: language, keys: state.keys)
    var screen = screen
    screen.keepFocusInView(window)
    drawHeader(window.header, chips: state.chips(screen.query.atDefaultLevel))
    guard screen.hasCells else {
      put("This table has no cells.", row: window.bodyTop, column: 1, role: .dim)
      return
    }
    let columns = window.columns(from: screen.left)
    drawHeadings(screen, window, columns)
    for offset in 0..<window.bodyHeight where screen.top + offset < screen.lineCount {
      drawLine(screen.top + offset, at: window.bodyTop + offset, screen, window, columns)
    }
    drawMore(window, columns, left: screen.left, count: screen.columnCount)
    if let words = screen.focusInWords(language) { put(words, row: rows - 3, column: 0) }
  }

  private mutating func drawHeadings(
    _ screen: LevelsScreen, _ window: TableWindow,
    _ columns: [ShownColumn]
  ) {
    drawRowVariables(of: screen.view, window)
    let bottom = window.headingTop + window.headingLines - 1
    for (number, shown) in columns.enumerated() {
      let (column, part) = screen.place(shown.column)
      let isFocused = shown.column == screen.column
      putRight(
        say(screen.partLabel(part)), row: bottom, column: shown.place, width: shown.width,
        role: isFocused ? .focusHeading : .heading)
      // The table's own column stands once, over the first of its levels on the screen, and may
      // go on over the others.
      guard number == 0 || screen.place(columns[number - 1].column).column != column else {
        continue
      }
      let last = columns.last { screen.place($0.column).column == column } ?? shown
      let room = last.place + last.width - shown.place
      for (level, label) in screen.columnLabels(column, language).enumerated() {
        put(
          label, row: window.headingTop + level, column: shown.place, width: room, role: .heading)
      }
    }
  }

  private mutating func drawLine(
    _ line: Int, at row: Int, _ screen: LevelsScreen, _ window: TableWindow,
    _ columns: [ShownColumn]
  ) {
    let path = screen.view.rows[line]
    let isFocused = line == screen.line
    drawRowHeading(path, of: screen.view, window, at: row, isFocused: isFocused)
    for shown in columns {
      let (text, role) = screen.text(row: line, column: shown.column)
      drawCell(
        text, role: path.isTotal && role == .text ? .total : role, at: row, shown,
        isFocused: isFocused && shown.column == screen.column)
    }
  }
}

extension CohortQuery {
  /// The query of the levels that stand side by side: its own one says nothing of them.
  fileprivate var atDefaultLevel: CohortQuery {
    var query = self
    query.linkLevel = nil
    return query
  }
}
