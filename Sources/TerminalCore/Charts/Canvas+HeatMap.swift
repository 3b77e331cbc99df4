import Tables

extension Canvas {
  /// Rows and columns with a shade beside every number, between frozen headings.
  mutating func drawHeatMap(_ chart: ChartScreen, _ content: ChartContent, in area: ChartArea) {
    let scale = ChartScale(
      content.lines.indices.filter { content.lines[$0].hasMarks }.flatMap { line in
        content.places.indices.filter { content.places[$0].hasMarks }
          .compactMap { content.figure(line, $0) }
      })
    let label = headingWidth(content, atMost: max(10, columns / 3))
    // Cells take what their figures need, and what there is room for of their labels.
    let need = max(5, content.widestFigure) + 4
    let share = (columns - label - 2) / max(1, content.places.count)
    let widest = content.places.map { style.width(of: $0.label) }.max() ?? 0
    let cell = max(need, min(share, widest + 2))
    let figure = cell - 4
    let room = max(1, (columns - label - 2) / cell)
    let left = ChartArea.first(showing: chart.place, of: content.places.count, room: room)
    let places = Array(content.places.indices.dropFirst(left).prefix(room))
    put(
      chart.view.rowAxes.map(\.label).joined(separator: ", "), row: area.top, column: 0,
      width: label, role: .heading)
    for (number, place) in places.enumerated() {
      putRight(
        content.places[place].label, row: area.top, column: label + 1 + number * cell,
        width: cell - 1, role: place == chart.place ? .focusHeading : .heading)
    }
    if left > 0 { put(style.moreLeft, row: area.top, column: label, width: 1, role: .dim) }
    if left + places.count < content.places.count {
      put(style.moreRight, row: area.top, column: columns - 1, width: 1, role: .dim)
    }
    let hasKey = area.height > 3
    let body = ChartArea(top: area.top + 1, height: max(1, area.height - (hasKey ? 2 : 1)))
    let first = ChartArea.first(showing: chart.line, of: content.lines.count, room: body.height)
    for offset in 0..<body.height {
      let line = first + offset
      guard content.lines.indices.contains(line) else { break }
      let row = body.top + offset
      draw(content.lines[line], row: row, width: label, isFocused: line == chart.line)
      note(MarkPlace(row: row, columns: 0..<label, line: line))
      for (number, place) in places.enumerated() {
        let column = label + 1 + number * cell
        note(MarkPlace(row: row, columns: column..<(column + cell), line: line, place: place))
        let shown = content.figure(line, place) ?? .sign(.notAvailable)
        let isMargin = content.lines[line].isMargin || content.places[place].isMargin
        put(
          shade(content, line, place, scale), row: row, column: column + 1,
          role: shown.role == .sign ? .sign : .bar)
        putRight(
          shown.markText, row: row, column: column + 3, width: figure,
          role: shown.role == .sign ? .sign : isMargin ? .total : .text)
        if line == chart.line, place == chart.place {
          mark(row: row, column: column + 1, width: cell - 1, role: .focus)
          setCursor(row: row, column: column + 1)
        }
      }
    }
    drawMore(first, body.height, of: content.lines.count, in: body)
    guard hasKey else { return }
    let steps = style.shades.enumerated().map { number, shade in
      let part = Double(number) / Double(style.shades.count)
      return "\(shade)\(shade) " + say("above \(scale.text(at: part), "number")")
    }
    put(
      (steps + [say("zero has no shade")]).joined(separator: "  "), row: body.bottom + 1, column: 0,
      role: .dim)
  }

  /// Two characters: the shade of the quarter of the axis that the value is in.
  private func shade(
    _ content: ChartContent, _ line: Int, _ place: Int, _ scale: ChartScale
  ) -> String {
    if case .sign(let sign) = content.figure(line, place) {
      return String(repeating: style.character(of: sign), count: 2)
    }
    guard let value = content.value(line, place), value > 0 else { return "  " }
    let count = style.shades.count
    // The upper end of a quarter belongs to it.
    let quarter = Int((scale.share(value) * Double(count)).rounded(.up)) - 1
    return String(repeating: style.shades[min(count - 1, max(0, quarter))], count: 2)
  }
}
