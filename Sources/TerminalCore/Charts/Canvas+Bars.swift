import Tables

extension Canvas {
  /// A bar for every row, of the column that is focused.
  mutating func drawBars(_ chart: ChartScreen, _ content: ChartContent, in area: ChartArea) {
    let place = chart.place
    let figures = content.lines.indices.compactMap { content.figure($0, place) }
    let scale = ChartScale(
      content.lines.indices.filter { content.lines[$0].hasMarks }
        .compactMap { content.figure($0, place) })
    let named = content.places[place]
    let numbers = figures.map { style.width(of: $0.markText) }.max() ?? 0
    let number = min(max(6, numbers, min(16, style.width(of: named.label))), columns / 3)
    let axes = chart.view.rowAxes.map(\.label).joined(separator: ", ")
    let label = max(
      headingWidth(content, atMost: max(10, (columns - number) / 2)),
      min(style.width(of: axes), columns / 3))
    let bar = label + 1 + number + 1
    let width = columns - bar - 1
    put(axes, row: area.top, column: 0, width: label, role: .heading)
    putRight(
      named.label, row: area.top, column: label + 1, width: number,
      role: content.places.count > 1 ? .focusHeading : .heading)
    drawAxis(scale, row: area.top, column: bar, width: width)
    if content.places.count > 1 {
      let text =
        style.moreLeft + " " + say("\(place + 1, "number") of \(content.places.count, "count")")
        + " "
        + style.moreRight
      if width > style.width(of: text) + 20 {
        put(text, row: area.top, column: bar + 3, role: .dim)
      }
    }
    let body = ChartArea(top: area.top + 1, height: area.height - 1)
    let first = ChartArea.first(
      showing: chart.line, of: content.lines.count, room: max(1, body.height))
    for offset in 0..<max(0, body.height) {
      let line = first + offset
      guard let figure = content.figure(line, place) else { break }
      let row = body.top + offset
      let isFocused = line == chart.line
      draw(content.lines[line], row: row, width: label, isFocused: isFocused)
      note(MarkPlace(row: row, columns: 0..<columns, line: line))
      let text = style.fitted(figure.markText, to: number)
      putRight(
        text, row: row, column: label + 1, width: number,
        role: figure.role == .sign ? .sign : content.lines[line].isMargin ? .total : .text)
      if content.lines[line].hasMarks {
        drawBar(figure, scale, row: row, column: bar, width: width)
      } else {
        put(style.axis, row: row, column: bar, role: .dim)
      }
      if isFocused {
        mark(row: row, column: label + 1, width: number, role: .focus)
        setCursor(row: row, column: label + 1 + number - max(1, style.width(of: text)))
      }
    }
    drawMore(first, body.height, of: content.lines.count, in: body)
  }
}
