import Tables

extension Canvas {
  /// A bar for every row whose parts are the columns, each with a pattern of its own. The key gives
  /// the numbers of the focused row. Hidden parts stand behind the bar as a mark of one length,
  /// with how many they are.
  mutating func drawStacks(_ chart: ChartScreen, _ content: ChartContent, in area: ChartArea) {
    let parts = content.places.indices
    let sums = content.lines.indices.map { line in
      parts.reduce(0.0) { $0 + (content.value(line, $1) ?? 0) }
    }
    let scale = ChartScale(sumsOf: sums, like: content)
    let numbers = content.wholes.map { style.width(of: $0.markText) }.max() ?? 0
    let total: String = say("Total")
    let number = content.wholes.isEmpty ? 0 : max(6, numbers, style.width(of: total))
    let label = headingWidth(content, atMost: max(10, (columns - number) / 3))
    let bar = label + 1 + (number > 0 ? number + 1 : 0)
    // Room behind the longest bar for the mark of hidden parts: `╱╱╱ 12 [c]`.
    let width = max(4, columns - bar - 14)

    let key = keyLines(
      content.places.indices.map { part in
        "\(String(repeating: style.fill(part), count: 2)) \(content.places[part].label) "
          + (content.figure(chart.line, part)?.markText ?? "")
      }, focus: chart.place, atMost: area.height >= 12 ? 4 : 1)
    let body = ChartArea(top: area.top + 1, height: max(1, area.height - 1 - key.count))
    put(
      chart.view.rowAxes.map(\.label).joined(separator: ", "), row: area.top, column: 0,
      width: label, role: .heading)
    if number > 0 {
      putRight(total, row: area.top, column: label + 1, width: number, role: .heading)
    }
    drawAxis(scale, row: area.top, column: bar, width: width + 1)

    let first = ChartArea.first(showing: chart.line, of: content.lines.count, room: body.height)
    for offset in 0..<body.height {
      let line = first + offset
      guard content.lines.indices.contains(line) else { break }
      let row = body.top + offset
      let isFocused = line == chart.line
      draw(content.lines[line], row: row, width: label, isFocused: isFocused)
      note(MarkPlace(row: row, columns: 0..<columns, line: line))
      if content.wholes.indices.contains(line) {
        let whole = content.wholes[line]
        putRight(
          whole.markText, row: row, column: label + 1, width: number,
          role: whole.role == .sign ? .sign : content.lines[line].isMargin ? .total : .text)
      }
      put(style.axis, row: row, column: bar, role: .dim)
      let place = drawStack(
        line, content, scale, row: row, column: bar + 1, width: width,
        focus: isFocused ? chart.place : nil)
      if isFocused { setCursor(row: row, column: place) }
    }
    drawMore(first, body.height, of: content.lines.count, in: body)
    for (offset, items) in key.enumerated() {
      drawKey(items, row: body.bottom + 1 + offset, focus: chart.place, isOfPlaces: true)
    }
  }

  /// One bar. Returns where its focused part is.
  private mutating func drawStack(
    _ line: Int, _ content: ChartContent, _ scale: ChartScale, row: Int, column: Int, width: Int,
    focus: Int?
  ) -> Int {
    guard content.lines[line].hasMarks else {
      put(
        "no bar: it is the whole of the others", row: row, column: column + 1, role: .dim)
      return column
    }
    var sum = 0.0
    var end = column
    var focused = column
    for part in content.places.indices {
      guard let value = content.value(line, part) else { continue }
      sum += value
      let start = end
      if value > 0 {
        let wanted = column + Int((scale.share(sum) * Double(width)).rounded())
        end = put(
          String(repeating: style.fill(part), count: max(1, wanted - start)), row: row,
          column: start, role: .bar)
        note(MarkPlace(row: row, columns: start..<end, line: line, place: part))
      }
      if part == focus {
        mark(row: row, column: start, width: max(1, end - start), role: .focus)
        focused = start
      }
    }
    for sign in content.signs {
      let hidden = content.places.indices.filter { content.figures[line][$0] == .sign(sign) }
      guard !hidden.isEmpty else { continue }
      let start = end + 1
      end = put(
        "\(style.mark(of: sign)) \(hidden.count) \(sign.text)", row: row, column: start, role: .sign
      )
      note(MarkPlace(row: row, columns: start..<max(start, end), line: line, place: hidden[0]))
      if let focus, hidden.contains(focus) {
        focused = end - style.width(of: "\(style.mark(of: sign)) \(hidden.count) \(sign.text)")
        mark(row: row, column: focused, width: end - focused, role: .focus)
      }
    }
    return focused
  }

  // MARK: Keys of patterns and series

  struct KeyItem: Sendable {
    var number: Int
    var text: String
  }

  /// Items put into lines that fit the screen; of more lines than there is room for those about the
  /// focused item.
  func keyLines(_ texts: [String], focus: Int, atMost most: Int) -> [[KeyItem]] {
    var lines: [[KeyItem]] = [[]]
    var used = 0
    for (number, text) in texts.enumerated() {
      let shown = style.fitted(text, to: max(8, columns - 4))
      let width = style.width(of: shown) + 2
      if used > 0, used + width > columns - 2 {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(KeyItem(number: number, text: shown))
      used += width
    }
    let place = lines.firstIndex { $0.contains { $0.number == focus } } ?? 0
    let first = ChartArea.first(showing: place, of: lines.count, room: max(1, most))
    return Array(lines[first..<min(lines.count, first + max(1, most))])
  }

  /// - Parameter isOfPlaces: the items are places of the content, not lines.
  mutating func drawKey(_ items: [KeyItem], row: Int, focus: Int, isOfPlaces: Bool = false) {
    var column = 0
    for item in items {
      let end = put(
        item.text, row: row, column: column, role: item.number == focus ? .focusHeading : .text)
      if item.number >= 0 {
        note(
          MarkPlace(
            row: row, columns: column..<end, line: isOfPlaces ? nil : item.number,
            place: isOfPlaces ? item.number : nil))
      }
      column = end + 2
    }
  }
}

extension ChartScale {
  /// The axis of bars that are sums of published parts.
  fileprivate init(sumsOf sums: [Double], like content: ChartContent) {
    let isShare = content.figures.joined().contains {
      if case .share = $0 { true } else { false }
    }
    self.init(
      sums.map { sum in
        isShare
          ? .share(Share(proportion: min(1, sum), lower: 0, upper: 1)) : .count(Int(sum.rounded()))
      })
  }
}
