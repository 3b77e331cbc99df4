import CohortModel
import Tables

extension Canvas {
  /// A table: title, filters, legend, then the cells between frozen headings, and the focused cell
  /// in full words below.
  mutating func draw(_ screen: TableScreen, of state: ExplorerState) {
    let window = state.window(of: screen)
    var screen = screen
    screen.keepFocusInView(window)
    drawHeader(window.header, chips: state.chips(screen.query))
    guard screen.hasCells else {
      put("This table has no cells.", row: window.bodyTop, column: 1, role: .dim)
      return
    }
    let columns = window.columns(from: screen.left)
    drawColumnHeadings(screen, window, columns)
    for offset in 0..<window.bodyHeight {
      let line = screen.top + offset
      guard screen.order.indices.contains(line) else { break }
      drawLine(line, at: window.bodyTop + offset, screen, window, columns)
    }
    drawMore(window, columns, left: screen.left, count: screen.view.columns.count)
    drawFocusInWords(screen, window, columns)
  }

  /// Signs for columns that stand further left and right.
  mutating func drawMore(
    _ window: TableWindow, _ shown: [ShownColumn], left: Int, count: Int
  ) {
    if left > 0 {
      put(style.moreLeft, row: window.headingTop, column: window.columnsLeft - 2, role: .dim)
    }
    if let last = shown.last, last.column + 1 < count {
      put(style.moreRight, row: window.headingTop, column: columns - 1, role: .dim)
    }
  }

  mutating func drawHeader(_ header: TableHeader, chips: [String]) {
    for (number, line) in header.lines.enumerated() {
      let row = 1 + number
      switch line {
      case .title(let text, let right):
        let width = min(text.isEmpty ? columns : columns * 2 / 3, style.width(of: right))
        let gap = width > 0 ? width + 2 : 0
        put(text, row: row, column: 0, width: columns - gap, role: .heading)
        putRight(right, row: row, column: columns - width, width: width, role: .heading)
      case .filters: drawFilters(chips, at: row)
      case .legend(let text): put(text, row: row, column: 0, role: .dim)
      case .caveat(let text): put(text, row: row, column: 0, role: .key)
      }
    }
  }

  private mutating func drawFilters(_ chips: [String], at row: Int) {
    var column =
      put(chips.isEmpty ? ("No filters" as Phrase) : "Only", row: row, column: 0, role: .dim) + 1
    for (number, chip) in chips.enumerated() {
      let text = "[\(chip)]"
      if number > 0, column + style.width(of: text) > columns {
        put("+\(chips.count - number)", row: row, column: min(column, columns - 3), role: .chip)
        return
      }
      column =
        put(text, row: row, column: column, width: max(0, columns - column), role: .chip) + 1
    }
  }

  private mutating func drawColumnHeadings(
    _ screen: TableScreen, _ window: TableWindow,
    _ columns: [ShownColumn]
  ) {
    drawRowVariables(of: screen.view, window)
    let bottom = window.headingTop + window.headingLines - 1
    for (number, shown) in columns.enumerated() {
      let path = screen.view.columns[shown.column].entries
      let role: StyleRole = shown.column == screen.column ? .focusHeading : .heading
      if path.isEmpty {
        putRight(
          language.measureLabel(of: screen.view), row: bottom, column: shown.place,
          width: shown.width, role: role
        )
      }
      for (level, entry) in path.enumerated() {
        // An outer label stands once, over the first of its columns on the screen.
        if level < path.count - 1, number > 0 {
          let before = screen.view.columns[columns[number - 1].column].entries
          if before.prefix(level + 1) == path.prefix(level + 1) { continue }
        }
        putRight(
          entry.label, row: window.headingTop + level, column: shown.place, width: shown.width,
          role: level == path.count - 1 ? role : .heading)
      }
    }
  }

  private mutating func drawLine(
    _ line: Int, at row: Int, _ screen: TableScreen, _ window: TableWindow,
    _ columns: [ShownColumn]
  ) {
    let tableRow = screen.order[line]
    let path = screen.view.rows[tableRow]
    let isFocused = line == screen.line
    let (closed, open) = (style.closed, style.open)
    drawRowHeading(path, of: screen.view, window, at: row, isFocused: isFocused) { axis in
      guard screen.widths.isMarked[axis] else { return (nil, false) }
      let isClosed = screen.isClosed(row: tableRow, axis: axis)
      return (isClosed.map { $0 ? closed : open }, true)
    }
    for shown in columns {
      let figure = screen.figure(row: tableRow, column: shown.column)
      let isTotal = path.isTotal || screen.view.columns[shown.column].isTotal
      drawCell(
        screen.text(row: tableRow, column: shown.column),
        role: figure.role == .sign ? .sign : isTotal ? .total : .text, at: row, shown,
        isFocused: isFocused && shown.column == screen.column)
    }
  }

  /// The focused cell with its labels in full, and where it stands in a table that is not all seen.
  private mutating func drawFocusInWords(
    _ screen: TableScreen, _ window: TableWindow,
    _ shown: [ShownColumn]
  ) {
    guard let words = screen.focusInWords else { return }
    var places: [String] = []
    if screen.order.count > window.bodyHeight {
      places.append(
        say("row \(screen.line + 1, "number") of \(screen.order.count, "count")"))
    }
    if shown.count < screen.view.columns.count {
      places.append(
        say("column \(screen.column + 1, "number") of \(screen.view.columns.count, "count")"))
    }
    let right = places.joined(separator: ", ")
    let end = put(words, row: rows - 3, column: 0)
    let width = style.width(of: right)
    guard width > 0, end + 2 + width <= columns else { return }
    putRight(right, row: rows - 3, column: columns - width, width: width, role: .dim)
  }
}

extension TableScreen {
  /// The focused cell with its labels in full: `Female, 18 to 20: 45`.
  var focusInWords: String? {
    guard let row, view.columns.indices.contains(column) else { return nil }
    let entries = [view.rows[row], view.columns[column]].flatMap(\.entries)
    let parts = entries.filter { !$0.isTotal }.map(\.label)
    let labels = parts.isEmpty ? language.totalLabel(of: view) : parts.joined(separator: ", ")
    return "\(labels): \(text(row: row, column: column))"
  }
}

extension TableHeading {
  /// The title, with the unit where the title does not begin with it.
  var titleWithUnit: String { title.hasPrefix(unit) ? title : "\(title) (\(unit))" }
}
