import Tables

/// What a chart draws: a figure for every line and place, all of them figures of the protected
/// table. What lines and places are depends on the kind: rows and columns of the table, series and
/// periods, groups and days.
struct ChartContent: Sendable {
  struct Heading: Hashable, Sendable {
    var label: String
    /// What stands for the label where there is little room.
    var code = ""
    var indent = 0
    var isMargin = false
    /// Whether marks are drawn for it. A total of counts has its number and no mark: it would make
    /// all others small.
    var hasMarks = true
    /// The row or column of the table; nil where it is none.
    var source: Int?
  }

  var lines: [Heading]
  var places: [Heading]
  /// By line and place.
  var figures: [[Figure]]
  /// Lines are columns of the table, and places its rows.
  var isTransposed = false
  /// The figures are running shares of those who came to an event.
  var isCumulative = false
  /// Figures that no number stands beside yet: of stacked bars the whole of a line.
  var wholes: [Figure] = []
  /// How many columns the longest figure and the widest heading of a line take, and which signs there
  /// are: found once, as a chart may have thousands of marks.
  private(set) var widestFigure = 0
  private(set) var widestHeading = 0
  private(set) var signs: [CellValue] = []

  static let empty = ChartContent(curves: [], in: .english)

  var isEmpty: Bool { lines.isEmpty || places.isEmpty }

  func figure(_ line: Int, _ place: Int) -> Figure? {
    guard figures.indices.contains(line), figures[line].indices.contains(place) else { return nil }
    return figures[line][place]
  }

  /// The number that a mark is drawn for; nil for what is hidden, and where no marks are drawn.
  func value(_ line: Int, _ place: Int) -> Double? {
    guard let figure = figure(line, place), lines[line].hasMarks, places[place].hasMarks else {
      return nil
    }
    return figure.number
  }

  /// Signs stand in the order of the legend.
  private mutating func measure() {
    let all: [CellValue] = [.confidential, .low, .notAvailable, .notApplicable]
    var found: Set<CellValue> = []
    for figure in figures.joined() {
      if case .sign(let value) = figure { found.insert(value) }
      // Figures and signs are written in ASCII.
      widestFigure = max(widestFigure, figure.markText.utf8.count)
    }
    signs = all.filter(found.contains)
    widestHeading = lines.map { Style.unicode.width(of: $0.label) + $0.indent }.max() ?? 0
  }
}

extension Figure {
  /// What a mark's length or height stands for: a count, a proportion, days; nil for a sign.
  var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .share(let share): share.proportion
    case .days(.within(let days, _, _)): days
    case .days(.moreThan(let days)): Double(days)
    case .sign: nil
    }
  }

  /// As it stands beside a mark: `> 730 d` where the text says more than 730 days.
  var markText: String {
    switch self {
    case .days(.moreThan(let days)): "> \(DecimalText.grouped(days)) d"
    case .days(.within(let days, _, _)): "\(DecimalText.grouped(Int(days.rounded()))) d"
    case .count, .share, .sign: text
    }
  }
}

extension ChartContent {
  /// The content of a kind that fits the table.
  ///
  /// - Parameter language: in which its own words are said.
  init(_ kind: ChartKind, of screen: TableScreen, in language: Language) {
    guard screen.hasCells else {
      self = .empty
      return
    }
    switch kind {
    case .bars: self.init(rows: screen.order, screen, language, columnsHaveMarks: true)
    case .heatMap: self.init(rows: screen.order, screen, language, columnsHaveMarks: false)
    case .flow:
      self.init(
        rows: Array(screen.view.rows.indices), screen, language, columnsHaveMarks: true)
    case .stackedBars: self.init(stacksOf: screen, language)
    case .lines: self.init(linesOf: screen, language)
    case .timeToEvent: self.init(curvesOf: screen, language)
    }
  }

  private init(
    rows: [Int], _ screen: TableScreen, _ language: Language, columnsHaveMarks: Bool
  ) {
    let columns = Array(screen.view.columns.indices)
    lines = ChartContent.rows(rows, of: screen, language, asBars: columnsHaveMarks)
    places = ChartContent.columns(columns, of: screen, language)
    if columnsHaveMarks {
      for place in places.indices { places[place].hasMarks = true }
    }
    figures = rows.map { row in columns.map { screen.figure(row: row, column: $0) } }
    measure()
  }

  private init(stacksOf screen: TableScreen, _ language: Language) {
    let parts = screen.view.stackColumns
    lines = ChartContent.rows(screen.order, of: screen, language, asBars: true)
    places = ChartContent.columns(parts, of: screen, language)
    for place in places.indices { places[place].hasMarks = true }
    figures = screen.order.map { row in parts.map { screen.figure(row: row, column: $0) } }
    if let whole = screen.view.columns.firstIndex(where: \.isTotal) {
      wholes = screen.order.map { screen.figure(row: $0, column: whole) }
    }
    measure()
  }

  /// Periods stand in their order, however the table is sorted: time goes one way.
  private init(linesOf screen: TableScreen, _ language: Language) {
    let view = screen.view
    let isTransposed = view.periodRole == .rows
    let periods =
      (isTransposed ? view.rowAxes.first : view.columnAxes.first)?.periods ?? []
    var series: [Heading]
    if isTransposed {
      series = ChartContent.columns(Array(view.columns.indices), of: screen, language)
      places = ChartContent.rows(periods, of: screen, language)
    } else {
      series = ChartContent.rows(screen.order, of: screen, language)
      places = ChartContent.columns(periods, of: screen, language)
    }
    if series.contains(where: { !$0.isMargin }) { series.removeAll { !$0.hasMarks } }
    lines = series
    for line in lines.indices { lines[line].hasMarks = true }
    for place in places.indices { places[place].hasMarks = true }
    figures = series.map { heading in
      periods.map { period in
        isTransposed
          ? screen.figure(row: period, column: heading.source ?? 0)
          : screen.figure(row: heading.source ?? 0, column: period)
      }
    }
    self.isTransposed = isTransposed
    measure()
  }

  private init(curvesOf screen: TableScreen, _ language: Language) {
    let view = screen.view
    var curves: [(Heading, ElapsedCurve)] = []
    for row in ChartContent.rows(screen.order, of: screen, language) {
      for column in ChartContent.columns(Array(view.columns.indices), of: screen, language) {
        guard let rowNumber = row.source, let columnNumber = column.source,
          let curve = view.elapsedCurve(page: screen.page, row: rowNumber, column: columnNumber)
        else { continue }
        var heading = row
        if view.columns.count > 1 {
          heading.label =
            row.isMargin && column.isMargin ? row.label : "\(row.label), \(column.label)"
        }
        curves.append((heading, curve))
      }
    }
    self.init(curves: curves, in: language)
  }

  /// Curves over the same bins.
  init(curves: [(Heading, ElapsedCurve)], in language: Language) {
    lines = curves.map(\.0)
    for line in lines.indices {
      lines[line].hasMarks = true
      lines[line].indent = 0
    }
    places = (curves.first?.1.points ?? []).map { point in
      Heading(
        label: language.say("within \(DecimalText.grouped(point.days), "number") days"),
        code: "\(point.days)")
    }
    figures = curves.map { $0.1.points.map(\.share) }
    isCumulative = true
    measure()
  }

  // MARK: Headings

  /// Totals of counts have no marks. Those of shares and medians, and the totals that a percentage
  /// gives a base of its own, can be compared with the others.
  ///
  /// - Parameter asBars: totals that are no sums of the others have marks as well.
  private static func rows(
    _ rows: [Int], of screen: TableScreen, _ language: Language, asBars: Bool = false
  ) -> [Heading] {
    let view = screen.view
    let compares =
      !view.isCount || screen.percentage == .row
      || view.rowAxes.contains { $0.name == TableView.stageAxis }
    // The whole of a pathway is its first stage, and is called so.
    let isStages = view.rowAxes.count == 1 && view.rowAxes[0].name == TableView.stageAxis
    let first = isStages ? view.rowAxes[0].entries.first { $0.isTotal }?.label : nil
    var result = headings(
      rows, view.rows, overlaps: view.rowAxes.map { asBars && view.hasOverlaps($0) },
      compares: compares, total: first ?? language.totalLabel(of: view))
    if isStages {
      for place in result.indices { result[place].isMargin = false }
    }
    return result
  }

  private static func columns(
    _ columns: [Int], of screen: TableScreen, _ language: Language
  ) -> [Heading] {
    let view = screen.view
    let compares = !view.isCount || screen.percentage == .column
    let isUnnamed = view.columnAxes.isEmpty
    return headings(
      columns, view.columns, overlaps: view.columnAxes.map { _ in false }, compares: compares,
      total: isUnnamed ? language.markLabel(of: view) : language.say("Total"))
  }

  private static func headings(
    _ numbers: [Int], _ paths: [AxisPath], overlaps: [Bool], compares: Bool, total: String
  ) -> [Heading] {
    var headings = numbers.map { number in
      let path = paths[number]
      let named = path.entries.filter { !$0.isTotal }
      let isSum = zip(path.entries, overlaps).contains { $0.isTotal && !$1 }
      return Heading(
        label: path.isTotal ? total : named.map(\.label).joined(separator: ", "),
        code: path.isTotal ? total : named.map(\.code).joined(separator: ","),
        indent: path.entries.count == 1 ? TableWidths.indent(path.entries[0]) : 0,
        isMargin: path.isMargin, hasMarks: compares || !isSum, source: number)
    }
    // Where there are nothing but totals they are what is drawn.
    if !headings.contains(where: \.hasMarks) {
      for place in headings.indices { headings[place].hasMarks = true }
    }
    return headings
  }
}
