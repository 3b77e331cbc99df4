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
    _ window: TableWindow, _ shown: [(column: Int, place: Int, width: Int)], left: Int, count: Int
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
    _ columns: [(column: Int, place: Int, width: Int)]
  ) {
    var place = 0
    let bottom = window.headingTop + window.headingLines - 1
    for (number, width) in window.headings.enumerated() {
      let label = number < screen.view.rowAxes.count ? screen.view.rowAxes[number].label : ""
      put(label, row: bottom, column: place, width: width - TableWindow.gap, role: .heading)
      place += width
    }
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
    _ columns: [(column: Int, place: Int, width: Int)]
  ) {
    let tableRow = screen.order[line]
    let path = screen.view.rows[tableRow]
    let isFocused = line == screen.line
    var place = 0
    for (number, width) in window.headings.enumerated() {
      let entry = number < path.entries.count ? path.entries[number] : nil
      let role: StyleRole = isFocused ? .focusHeading : path.isTotal ? .total : .text
      var indent = min(entry.map(TableWidths.indent) ?? 0, width / 2)
      if screen.widths.isMarked[number] {
        if let isClosed = screen.isClosed(row: tableRow, axis: number) {
          put(
            isClosed ? style.closed : style.open, row: row, column: place + indent, width: 1,
            role: role)
        }
        // The total stands for everything: nothing opens or closes it.
        if entry?.isTotal == false { indent += TableWidths.marker }
      }
      put(
        number == 0 && path.isTotal
          ? language.totalLabel(of: screen.view) : entry?.label ?? say("Total"),
        row: row, column: place + indent, width: width - TableWindow.gap - indent, role: role)
      place += width
    }
    for shown in columns {
      let figure = screen.figure(row: tableRow, column: shown.column)
      let isTotal = path.isTotal || screen.view.columns[shown.column].isTotal
      let role: StyleRole = figure.role == .sign ? .sign : isTotal ? .total : .text
      let text = style.fitted(screen.text(row: tableRow, column: shown.column), to: shown.width)
      putRight(text, row: row, column: shown.place, width: shown.width, role: role)
      if isFocused, shown.column == screen.column {
        mark(row: row, column: shown.place, width: shown.width, role: .focus)
        setCursor(row: row, column: shown.place + shown.width - max(1, style.width(of: text)))
      }
    }
  }

  /// The focused cell with its labels in full, and where it stands in a table that is not all seen.
  private mutating func drawFocusInWords(
    _ screen: TableScreen, _ window: TableWindow,
    _ shown: [(column: Int, place: Int, width: Int)]
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
