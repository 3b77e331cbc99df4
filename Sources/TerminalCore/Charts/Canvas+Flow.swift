import Tables

extension Canvas {
  /// Stages below each other on one axis, and between them the ways in which members left: where all
  /// of them are published, each behind those who went on.
  mutating func drawFlow(_ chart: ChartScreen, _ content: ChartContent, in area: ChartArea) {
    let steps = StageFlow(chart).steps
    let scale = ChartScale(steps.map(\.figure))
    let numbers = steps.map { style.width(of: $0.figure.markText) }.max() ?? 0
    let unit =
      content.places.count > 1
      ? content.places[chart.place].label : chart.view.table.heading.unit
    let number = max(6, numbers, min(9, style.width(of: unit)))
    let share = 7
    let lead = style.width(of: style.leaves) + 1
    let room = columns - number - share - 3
    let widest = content.lines.map { style.width(of: $0.label) }.max() ?? 0
    let label = max(10, min(widest + lead, room * 3 / 5))
    let bar = label + 1 + number + 1 + share + 1
    let width = columns - bar - 1
    put("Stage", row: area.top, column: 0, width: label, role: .heading)
    putRight(unit, row: area.top, column: label + 1, width: number, role: .heading)
    putRight("of prev", row: area.top, column: bar - share - 1, width: share, role: .heading)
    if width > 8 { drawAxis(scale, row: area.top, column: bar, width: width) }

    let body = ChartArea(top: area.top + 1, height: max(1, area.height - 1))
    let goesOn = steps.indices.filter { steps[$0].isStage && steps[$0].source != nil }
    let hasArrows = steps.count + goesOn.count <= body.height
    let first =
      hasArrows ? 0 : ChartArea.first(showing: chart.line, of: steps.count, room: body.height)
    var row = body.top
    for (line, step) in steps.enumerated().dropFirst(first) {
      if hasArrows, goesOn.contains(line) {
        put(style.down, row: row, column: 1, role: .dim)
        row += 1
      }
      guard row <= body.bottom else { break }
      let isFocused = line == chart.line
      var heading = content.lines[line]
      heading.isMargin = step.isStage
      heading.indent = 0
      if step.isStage {
        draw(heading, row: row, width: label, isFocused: isFocused)
      } else {
        put(" " + style.leaves, row: row, column: 0, role: .dim)
        draw(heading, row: row, column: lead, width: label - lead, isFocused: isFocused)
      }
      note(MarkPlace(row: row, columns: 0..<columns, line: line))
      let text = style.fitted(step.figure.markText, to: number)
      putRight(
        text, row: row, column: label + 1, width: number,
        role: step.figure.role == .sign ? .sign : step.isStage ? .total : .text)
      if let part = step.share {
        putRight(
          part.markText, row: row, column: bar - share - 1, width: share,
          role: part.role == .sign ? .sign : .text)
      }
      if width > 4 {
        drawBar(
          step.figure, scale, row: row, column: bar, width: width, start: step.start,
          role: step.isStage ? .bar : .chip)
      }
      if isFocused {
        mark(row: row, column: label + 1, width: number, role: .focus)
        setCursor(row: row, column: label + 1 + number - max(1, style.width(of: text)))
      }
      row += 1
    }
    if !hasArrows { drawMore(first, body.height, of: steps.count, in: body) }
  }
}
