import CohortModel
import Tables

/// The lines of a screen that a kind of chart draws in.
struct ChartArea: Sendable {
  var top: Int
  var height: Int

  var bottom: Int { top + height - 1 }

  /// The first of `count` things to show so that `focus` is among `room` of them. From the focus
  /// alone, by half screens, so that most keys do not move everything.
  static func first(showing focus: Int, of count: Int, room: Int) -> Int {
    guard count > room, focus >= room else { return 0 }
    let step = max(1, room / 2)
    let over = focus - room + 1
    return min(count - room, (over + step - 1) / step * step)
  }
}

extension Canvas {
  /// A chart: title, filters, the signs that occur in it, the marks, and the focused one in full
  /// words below.
  mutating func draw(_ chart: ChartScreen, of state: ExplorerState) {
    let content = state.content(of: chart)
    var chart = chart
    chart.clamp(to: content)
    drawTitle(chart)
    drawConditions(chart, state)
    let area = drawSigns(content, of: chart)
    guard !content.isEmpty else {
      let isWaiting = !state.medianRequests.isEmpty
      put(
        isWaiting ? say("Fetching") + style.ellipsis : say("There is nothing to draw here."),
        row: area.top, column: 1, role: isWaiting ? .work : .dim)
      setCursor(row: area.top, column: 1)
      return
    }
    switch chart.kind {
    case .bars: drawBars(chart, content, in: area)
    case .stackedBars: drawStacks(chart, content, in: area)
    case .lines, .timeToEvent: drawPlot(chart, content, in: area)
    case .heatMap: drawHeatMap(chart, content, in: area)
    case .flow: drawFlow(chart, content, in: area)
    }
    if let words = chart.words(in: content) { put(words, row: rows - 3, column: 0) }
  }

  private mutating func drawTitle(_ chart: ChartScreen) {
    let right = chart.pageText
    let width = min(columns / 2, style.width(of: right))
    put(chart.title, row: 1, column: 0, width: columns - width - 2, role: .heading)
    putRight(right, row: 1, column: columns - width, width: width, role: .heading)
  }

  private mutating func drawConditions(_ chart: ChartScreen, _ state: ExplorerState) {
    var room = columns
    // As on the table: an order by figures is no ranking of groups.
    if chart.table.sorting != nil, chart.kind != .flow {
      let caveat = say("Sorted: not a ranking of groups for support")
      let width = min(columns, style.width(of: caveat))
      putRight(caveat, row: 2, column: columns - width, width: width, role: .key)
      room -= width + 2
    }
    let chips = state.chips(chart.query).map { "[\($0)]" }.joined(separator: " ")
    guard room >= 12 else { return }
    put(
      chips.isEmpty ? say("No filters") : say("Only") + " " + chips, row: 2, column: 0, width: room,
      role: chips.isEmpty ? .dim : .chip)
  }

  /// What the signs in this chart mean, each behind its mark. Returns what is left for the chart.
  private mutating func drawSigns(_ content: ChartContent, of chart: ChartScreen) -> ChartArea {
    let meanings = chart.meanings(of: content.signs).map { sign, meaning in
      "\(style.mark(of: sign)) \(sign.text) \(meaning)"
    }
    let lines = meanings.isEmpty ? [] : style.wrapped(meanings.joined(separator: "; "), to: columns)
    let shown = min(lines.count, rows >= 20 ? 3 : 1)
    for (number, line) in lines.prefix(shown).enumerated() {
      let isCut = number == shown - 1 && shown < lines.count
      put(
        isCut ? line + style.ellipsis : line, row: 3 + number, column: 0, role: .dim)
    }
    let top = 3 + shown
    return ChartArea(top: top, height: max(1, rows - 3 - top))
  }

  // MARK: Parts that charts share

  /// The columns that the headings of lines take: what they need, at most `most`.
  func headingWidth(_ content: ChartContent, atMost most: Int) -> Int {
    max(4, min(content.widestHeading, most))
  }

  mutating func draw(
    _ heading: ChartContent.Heading, row: Int, column: Int = 0, width: Int, isFocused: Bool
  ) {
    let indent = min(heading.indent, width / 2)
    put(
      heading.label, row: row, column: column + indent, width: width - indent,
      role: isFocused ? .focusHeading : heading.isMargin ? .total : .text)
  }

  /// A bar behind its axis: the length of the value, nothing for zero, a sign's own mark for what
  /// has no number.
  mutating func drawBar(
    _ figure: Figure, _ scale: ChartScale, row: Int, column: Int, width: Int, start: Double = 0,
    role: StyleRole = .bar
  ) {
    put(style.axis, row: row, column: column, role: .dim)
    let room = max(1, width - 2)
    if case .sign(let sign) = figure {
      put(style.mark(of: sign), row: row, column: column + 1, width: room, role: .sign)
      return
    }
    guard let number = figure.number, number > 0 else { return }
    let first = min(room - 1, Int((scale.share(start) * Double(room)).rounded()))
    let end = put(
      style.chartBar(scale.share(number), width: room), row: row, column: column + 1 + first,
      width: room - first, role: role)
    if case .days(.moreThan) = figure {
      put(style.moreRight, row: row, column: end, width: 1, role: role)
    }
  }

  /// Zero and the end of the axis above the bars.
  mutating func drawAxis(_ scale: ChartScale, row: Int, column: Int, width: Int) {
    put("0", row: row, column: column, role: .dim)
    putRight(
      scale.text(at: 1), row: row, column: column + 2, width: max(0, width - 2), role: .dim)
  }

  /// That there is more above and below.
  mutating func drawMore(_ first: Int, _ shown: Int, of count: Int, in area: ChartArea) {
    if first > 0 { put("^", row: area.top, column: columns - 1, width: 1, role: .dim) }
    if first + shown < count {
      put("v", row: area.bottom, column: columns - 1, width: 1, role: .dim)
    }
  }
}

extension ChartScreen {
  /// Signs with what the table's legend says of them.
  func meanings(of signs: [CellValue]) -> [(sign: CellValue, meaning: String)] {
    signs.map { sign in
      let known = view.table.legend.first { $0.sign == sign.text }?.meaning
      return (sign, known ?? language.say(sign.meaning(under: view.table.certificate)))
    }
  }

  /// The kind and what is drawn.
  var title: String {
    var what = view.table.heading.titleWithUnit
    if kind == .timeToEvent, pathway != nil {
      what = language.say("days to each stage from the one before")
    }
    let text = language.say("\(kind.title, "kind"): \(what, "table")")
    return table.percentage.map { "\(text), \(language.name(of: $0))" } ?? text
  }

  /// Which page of the table is drawn; empty where it has one.
  var pageText: String {
    let pages = view.pages
    guard pages.count > 1, pages.indices.contains(table.page) else { return "" }
    let labels = pages[table.page].entries.map { $0.isTotal ? language.say("Total") : $0.label }
      .joined(separator: ", ")
    return language.say(
      "page \(table.page + 1, "number") of \(pages.count, "count"): \(labels, "labels")")
  }
}

extension CellValue {
  /// Where a table's legend does not say what the sign means.
  fileprivate func meaning(under certificate: PublicCertificate) -> Phrase {
    switch self {
    case .count: ""
    case .confidential:
      "fewer than \(certificate.minimumFrequency, "minimum") persons, or needed to protect such a cell"
    case .low: "rounds to zero but is not zero"
    case .notAvailable: "not available"
    case .notApplicable: "not applicable"
    }
  }
}
