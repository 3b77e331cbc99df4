import Tables

/// Where the points of a plot stand.
private struct PlotLayout {
  var plot: ChartArea
  /// The line of signs below the axis.
  var lane: Int
  var labels: Int
  var numbers: Int
  /// The column of the axis.
  var axis: Int
  var slot: Int
  /// The places that are shown.
  var places: [Int]

  func centre(_ place: Int) -> Int {
    axis + 1 + (place - (places.first ?? 0)) * slot + slot / 2
  }

  func row(_ share: Double) -> Int {
    plot.bottom - Int((share * Double(plot.height - 1)).rounded())
  }
}

extension Canvas {
  /// Series over periods or days: points joined by dots, the numbers of the focused series below
  /// their points. What is hidden has no point and breaks the line: it stands below the axis, as a
  /// mark of one size.
  mutating func drawPlot(_ chart: ChartScreen, _ content: ChartContent, in area: ChartArea) {
    let scale =
      content.isCumulative ? ChartScale.wholeShare : ChartScale(Array(content.figures.joined()))
    let count = content.lines.count
    let series =
      count > 1
      ? keyLines(
        content.lines.indices.map { "\(style.point($0, of: count)) \(content.lines[$0].label)" },
        focus: chart.line, atMost: area.height >= 12 ? 2 : 1) : []
    // In a very low window the words below say which series it is.
    let key = area.height < 6 ? [] : series
    let shown = count > 1 ? series.flatMap { $0.map(\.number) } : [0]
    let top = area.top + key.count
    let layout = plotLayout(
      content, chart, scale,
      plot: ChartArea(top: top, height: max(2, area.height - key.count - 3)))
    drawAxes(scale, layout)
    for place in layout.places {
      let left = layout.centre(place) - layout.slot / 2
      for row in layout.plot.top...layout.numbers {
        note(MarkPlace(row: row, columns: left..<(left + layout.slot), place: place))
      }
    }
    for line in shown where line != chart.line {
      drawSeries(line, content, scale, layout, isFocused: false)
    }
    drawSeries(chart.line, content, scale, layout, isFocused: true)
    for (offset, items) in key.enumerated() {
      var items = items
      if offset == key.count - 1, hasMeetings(layout) {
        items.append(KeyItem(number: -1, text: say("\(style.several, "mark") several")))
      }
      drawKey(items, row: area.top + offset, focus: chart.line)
    }
    for place in layout.places {
      drawLane(shown, content, layout, place, focus: chart.line)
      drawNumber(content, chart, layout, place)
    }
    drawFocus(chart, content, scale, layout)
  }

  private func plotLayout(
    _ content: ChartContent, _ chart: ChartScreen, _ scale: ChartScale, plot: ChartArea
  ) -> PlotLayout {
    let axis = max(2, style.width(of: scale.text(at: 1)) + 1)
    let need = max(4, content.widestFigure) + 2
    let room = max(need, columns - axis - 2)
    let shown = max(1, room / need)
    let first = ChartArea.first(showing: chart.place, of: content.places.count, room: shown)
    let places = Array(content.places.indices.dropFirst(first).prefix(shown))
    let slot = min(16, max(need, room / max(1, places.count)))
    return PlotLayout(
      plot: plot, lane: plot.bottom + 1, labels: plot.bottom + 2, numbers: plot.bottom + 3,
      axis: axis, slot: slot, places: places)
  }

  private mutating func drawAxes(_ scale: ChartScale, _ layout: PlotLayout) {
    let plot = layout.plot
    for row in plot.top..<plot.bottom {
      put(style.axis, row: row, column: layout.axis, role: .dim)
    }
    put(
      style.corner + String(repeating: style.rule, count: max(0, columns - layout.axis - 1)),
      row: plot.bottom, column: layout.axis, role: .dim)
    putRight(scale.text(at: 1), row: plot.top, column: 0, width: layout.axis, role: .dim)
    // The half way only where a line of the screen is exactly there.
    if plot.height >= 5, plot.height % 2 == 1 {
      putRight(
        scale.text(at: 0.5), row: layout.row(0.5), column: 0, width: layout.axis, role: .dim)
    }
    putRight("0", row: plot.bottom, column: 0, width: layout.axis, role: .dim)
  }

  private mutating func drawSeries(
    _ line: Int, _ content: ChartContent, _ scale: ChartScale, _ layout: PlotLayout,
    isFocused: Bool
  ) {
    let role: StyleRole = isFocused ? .bar : .text
    for (place, next) in zip(layout.places, layout.places.dropFirst()) {
      guard let from = content.value(line, place), let to = content.value(line, next) else {
        continue
      }
      let (start, end) = (layout.centre(place), layout.centre(next))
      for column in (start + 1)..<max(start + 1, end) {
        let part = Double(column - start) / Double(end - start)
        let row = layout.row(scale.share(from + (to - from) * part))
        if frame[row, column].text == " " {
          put(style.path, row: row, column: column, role: isFocused ? .bar : .dim)
        }
      }
    }
    let own = style.point(line, of: content.lines.count)
    for place in layout.places {
      guard let value = content.value(line, place) else { continue }
      let (row, column) = (layout.row(scale.share(value)), layout.centre(place))
      guard column < columns else { continue }
      note(MarkPlace(row: row, columns: column..<(column + 1), line: line, place: place))
      let before = frame[row, column].text
      let isFree = [" ", style.path, String(style.rule), style.axis].contains(before)
      put(isFocused || isFree ? own : style.several, row: row, column: column, role: role)
    }
  }

  /// Whether points of several series stand in one place.
  private func hasMeetings(_ layout: PlotLayout) -> Bool {
    (layout.plot.top...layout.plot.bottom).contains { row in
      layout.places.contains { place in
        let column = layout.centre(place)
        return column < columns && frame[row, column].text == style.several
      }
    }
  }

  /// Which series have a sign in the place of a number: the mark of the sign and the series.
  private mutating func drawLane(
    _ series: [Int], _ content: ChartContent, _ layout: PlotLayout, _ place: Int, focus: Int
  ) {
    let hidden = ([focus] + series.filter { $0 != focus }).compactMap { line -> String? in
      guard case .sign(let sign) = content.figure(line, place) else { return nil }
      let name = content.lines.count > 1 ? style.point(line, of: content.lines.count) : ""
      return String(style.character(of: sign)) + name
    }
    guard !hidden.isEmpty else { return }
    let text = content.lines.count > 1 ? hidden.joined() : hidden.joined() + hidden.joined()
    centre(text, row: layout.lane, layout, place, role: .sign)
  }

  private mutating func drawNumber(
    _ content: ChartContent, _ chart: ChartScreen, _ layout: PlotLayout, _ place: Int
  ) {
    let heading = content.places[place]
    let isFocused = place == chart.place
    let label = style.width(of: heading.label) < layout.slot ? heading.label : heading.code
    centre(
      label, row: layout.labels, layout, place, role: isFocused ? .focusHeading : .heading)
    guard let figure = content.figure(chart.line, place) else { return }
    centre(
      figure.markText, row: layout.numbers, layout, place,
      role: isFocused ? .focus : figure.role == .sign ? .sign : .text)
  }

  /// A text about the column of a place, within its share of the width.
  private mutating func centre(
    _ text: String, row: Int, _ layout: PlotLayout, _ place: Int, role: StyleRole
  ) {
    let shown = style.fitted(text, to: layout.slot - 1)
    let column = layout.centre(place) - style.width(of: shown) / 2
    put(shown, row: row, column: max(0, column), role: role)
  }

  private mutating func drawFocus(
    _ chart: ChartScreen, _ content: ChartContent, _ scale: ChartScale, _ layout: PlotLayout
  ) {
    guard layout.places.contains(chart.place) else { return }
    let column = layout.centre(chart.place)
    var row = layout.lane
    if let value = content.value(chart.line, chart.place) { row = layout.row(scale.share(value)) }
    mark(row: row, column: column, width: 1, role: .focus)
    setCursor(row: row, column: column)
    if let first = layout.places.first, first > 0 {
      put(style.moreLeft, row: layout.labels, column: layout.axis, width: 1, role: .dim)
    }
    if let last = layout.places.last, last + 1 < content.places.count {
      put(style.moreRight, row: layout.labels, column: columns - 1, width: 1, role: .dim)
    }
  }
}
