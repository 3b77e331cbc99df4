import Tables

/// What tables on the screen share: headings of rows, and cells.
extension Canvas {
  typealias ShownColumn = (column: Int, place: Int, width: Int)

  /// The names of the row variables, above the rows.
  mutating func drawRowVariables(of view: TableView, _ window: TableWindow) {
    var place = 0
    for (number, width) in window.headings.enumerated() {
      let label = number < view.rowAxes.count ? view.rowAxes[number].label : ""
      put(
        label, row: window.headingTop + window.headingLines - 1, column: place,
        width: width - TableWindow.gap, role: .heading)
      place += width
    }
  }

  /// The labels of a row, each below its variable.
  ///
  /// - Parameter marker: per row variable the sign that stands before its label (open or closed), and
  ///   whether the label makes room for one.
  mutating func drawRowHeading(
    _ path: AxisPath, of view: TableView, _ window: TableWindow, at row: Int, isFocused: Bool,
    marker: (Int) -> (sign: String?, hasRoom: Bool) = { _ in (nil, false) }
  ) {
    let role: StyleRole = isFocused ? .focusHeading : path.isTotal ? .total : .text
    var place = 0
    for (number, width) in window.headings.enumerated() {
      let entry = number < path.entries.count ? path.entries[number] : nil
      var indent = min(entry.map(TableWidths.indent) ?? 0, width / 2)
      let (sign, hasRoom) = marker(number)
      if let sign { put(sign, row: row, column: place + indent, width: 1, role: role) }
      // The total stands for everything: nothing opens or closes it.
      if hasRoom, entry?.isTotal == false { indent += TableWidths.marker }
      put(
        number == 0 && path.isTotal
          ? language.totalLabel(of: view) : entry?.label ?? say("Total"),
        row: row, column: place + indent, width: width - TableWindow.gap - indent, role: role)
      place += width
    }
  }

  mutating func drawCell(
    _ text: String, role: StyleRole, at row: Int, _ shown: ShownColumn, isFocused: Bool
  ) {
    let fitted = style.fitted(text, to: shown.width)
    putRight(fitted, row: row, column: shown.place, width: shown.width, role: role)
    guard isFocused else { return }
    mark(row: row, column: shown.place, width: shown.width, role: .focus)
    setCursor(row: row, column: shown.place + shown.width - max(1, style.width(of: fitted)))
  }
}
