import CohortModel
import Tables
import Testing

@testable import TerminalCore

/// Charts of tables at random with every sign in them: no mark is drawn for a value without a number,
/// its own mark is drawn as long whatever surrounds it, and nothing but protected cells has a part in
/// a frame.
@Suite struct ChartSecrecyTests {
  private static let labels = [
    "Female", "18 to 20", "\u{202E}left\u{1B}[2J", "日本語の長い名前がここにあります",
    "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{200B}\u{FEFF}", "", "╱╱╱ [c]", "█████ 999",
    "a label that goes on and on and on, much longer than any screen is wide, to its very end",
    "x\ny\tz", "🏴\u{E0067}\u{E0062}", "\u{7}bell",
  ]

  static func table(_ random: inout SeededRandom, _ kind: TableView.Kind) -> ProtectedTable {
    func axis(_ role: AxisRole, _ name: String, _ codes: [String]) -> TableAxis {
      TableAxis(
        role: role, name: name, label: labels[random.next(labels.count)],
        entries: codes.enumerated().map { number, code in
          AxisEntry(
            code: code, label: code == "*" ? "Total" : labels[(number * 5) % labels.count],
            depth: code == "*" ? 0 : 1)
        })
    }
    let years = ["2019", "2020", "2021", "2022", "2023", "unknown"]
    let groups = (1...(1 + random.next(9))).map { "g\($0)" }
    let isPeriod = random.next(2) == 0
    var axes = [
      axis(.row, "row", ["*"] + (isPeriod ? years : groups)),
      axis(.column, "column", ["*"] + (isPeriod || random.next(2) == 0 ? groups : years)),
    ]
    let bins = ["*", "7", "28", "91", "365", "more"]
    switch kind {
    case .count: break
    case .share: axes.append(axis(.measure, "measure", ["numerator", "denominator"]))
    case .median: axes.append(axis(.measure, "measure", bins))
    }
    let size = axes.reduce(1) { $0 * $1.entries.count }
    let signs: [CellValue] = [.confidential, .low, .notAvailable, .notApplicable]
    let share = 1 + random.next(10)
    let cells = (0..<size).map { _ -> CellValue in
      if random.next(10) < share { return signs[random.next(signs.count)] }
      return .count(random.next(4) == 0 ? 0 : 5 * random.next(40_000))
    }
    return ProtectedTable(
      heading: TableHeading(
        title: "Persons", package: "p", release: "r", isSynthetic: true, pilot: "reoffending",
        pilotTitle: "", unit: "Persons",
        period: Period(first: CalendarDay("2019-01-01")!, last: CalendarDay("2023-12-31")!),
        linkLevel: .medium, conditions: [], coverage: "", datasets: []),
      query: CohortQuery(
        pilot: "reoffending", rows: [AxisVariable("row")], columns: [AxisVariable("column")]),
      axes: axes, cells: cells, legend: [], definitions: [],
      certificate: PublicCertificate(
        profile: "10-5", minimumFrequency: 10, roundingBase: 5, statement: "", hash: ""))
  }

  /// The state that shows a chart of a table.
  private static func state(
    _ table: ProtectedTable, _ kind: ChartKind, line: Int, place: Int, size: Size
  ) -> ExplorerState? {
    var session = Session(rows: size.rows, columns: size.columns)
    let screen = TableScreen(query: table.query, table: table)
    guard screen.view.chartKinds.contains(kind),
      var chart = ChartScreen(screen, kinds: [kind], in: .english)
    else { return nil }
    chart.line = line
    chart.place = place
    chart.clamp(to: chart.content)
    session.state.screens.append(.chart(chart))
    return session.state
  }

  /// The characters that marks of numbers are drawn with.
  private static func marks(_ style: Style) -> Set<String> {
    Set("█▉▊▋▌▍▎▏#".map(String.init) + style.shades.map(String.init) + ["●", "o"])
  }

  @Test(arguments: 0..<40) func hiddenValuesHaveNoMarks(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let kinds: [TableView.Kind] = [.count, .share, .median]
    let table = ChartSecrecyTests.table(&random, kinds[seed % 3])
    for kind in ChartKind.allCases {
      let screen = TableScreen(query: table.query, table: table)
      guard screen.view.chartKinds.contains(kind) else { continue }
      let content = ChartContent(kind, of: screen, in: .english)
      for line in content.lines.indices {
        for place in content.places.indices {
          let figure = try #require(content.figure(line, place))
          if case .sign = figure { #expect(content.value(line, place) == nil) }
        }
      }
      // No axis is longer than what is published makes it.
      let published = content.figures.joined().compactMap(\.number)
      let scale = ChartScale(Array(content.figures.joined()))
      #expect(scale == ChartScale(content.figures.joined().filter { $0.number != nil }))
      #expect(scale.maximum <= max(1, 2.5 * (published.max() ?? 0)))
    }
  }

  /// Bars line by line: behind the axis stands the sign's mark and nothing else.
  @Test(arguments: 0..<30, [Style.unicode, .ascii])
  func barsOfHiddenValuesAreTheirMark(seed: Int, style: Style) throws {
    var random = SeededRandom(seed: UInt64(100 + seed))
    let table = ChartSecrecyTests.table(&random, .count)
    let size = Size(rows: 40, columns: 90)
    let line = random.next(4)
    let place = random.next(3)
    let state = try #require(
      ChartSecrecyTests.state(table, .bars, line: line, place: place, size: size))
    guard case .chart(let chart) = state.screen else { return }
    let frame = render(state, size, style)
    let rows = (0..<size.rows).map { row in (0..<size.columns).map { frame[row, $0].text } }
    let end = ChartScale(drawn(chart)).text(at: 1)
    // The line of the axis: zero and the end of the scale.
    let header = try #require(
      rows.indices.dropFirst(3).first { row in
        rows[row].joined().trimmingSpaces.hasSuffix(" " + end) && rows[row].contains("0")
      })
    for (offset, heading) in chart.content.lines.enumerated() {
      let cells = rows[header + 1 + offset]
      let axis = try #require(
        cells.indices.first {
          cells[$0] == style.axis && frame[header + 1 + offset, $0].role == .dim
        })
      let behind = cells[(axis + 1)...].joined().trimmingSpaces
      let figure = try #require(chart.content.figure(offset, chart.place))
      // The number stands beside its mark.
      #expect(cells[..<axis].joined().trimmingSpaces.hasSuffix(figure.markText))
      if !heading.hasMarks {
        #expect(behind.isEmpty)
      } else if case .sign(let sign) = figure {
        #expect(behind == style.mark(of: sign))
      } else {
        #expect(behind.isEmpty == (figure.number == 0))
        #expect(behind.allSatisfy { ChartSecrecyTests.marks(style).contains(String($0)) })
      }
    }
  }

  private func drawn(_ chart: ChartScreen) -> [Figure] {
    chart.content.lines.indices.filter { chart.content.lines[$0].hasMarks }
      .compactMap { chart.content.figure($0, chart.place) }
  }

  /// Where nothing is published, whatever the signs, no chart has a mark of a number: behind an axis
  /// stand the marks of signs, and a heat map has no shade.
  @Test(arguments: 0..<30) func nothingPublishedNothingDrawn(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(400 + seed))
    let kinds: [TableView.Kind] = [.count, .share, .median]
    var table = ChartSecrecyTests.table(&random, kinds[seed % 3])
    let signs: [CellValue] = [.confidential, .notAvailable, .notApplicable]
    table.cells = table.cells.map { _ in signs[random.next(signs.count)] }
    for axis in table.axes.indices {
      table.axes[axis].label = "Variable"
      for entry in table.axes[axis].entries.indices {
        table.axes[axis].entries[entry].label = "Group \(entry)"
      }
    }
    for kind in ChartKind.allCases {
      for style in [Style.unicode, .ascii] {
        let size = Size(rows: 24 + random.next(20), columns: 60 + random.next(60))
        guard
          let state = ChartSecrecyTests.state(
            table, kind, line: random.next(9), place: random.next(6), size: size)
        else { continue }
        let frame = render(state, size, style)
        let drawn = (4..<(size.rows - 4)).map { frame.text(row: $0) }
        for line in drawn where kind != .heatMap {
          guard let axis = line.firstIndex(of: Character(style.axis)) else { continue }
          var behind = String(line[line.index(after: axis)...])
          for sign in signs {
            behind = behind.replacing(sign.text, with: "")
            behind = behind.filter { $0 != style.character(of: sign) }
          }
          let isTotal = behind.contains("no bar")
          #expect(isTotal || behind.allSatisfy { " 0123456789^v".contains($0) }, "\(line)")
        }
        if kind == .heatMap {
          // The key of shades is below.
          let shades = style.shades.filter { !"+#".contains($0) || style == .ascii }
          for line in drawn.dropLast(1) where !line.contains("above") {
            #expect(!line.contains { shades.contains($0) && $0 != "[" }, "\(line)")
          }
        }
      }
    }
  }

  /// The numbers of the focused series stand below its points, each in its place.
  @Test(arguments: 0..<30) func numbersStandBelowThePoints(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(600 + seed))
    let table = ChartSecrecyTests.table(&random, .count)
    let size = Size(rows: 24, columns: 120)
    guard
      let state = ChartSecrecyTests.state(
        table, .lines, line: random.next(5), place: random.next(5), size: size),
      case .chart(let chart) = state.screen
    else { return }
    for style in [Style.unicode, .ascii] {
      let frame = render(state, size, style)
      let shown = frame.text(row: size.rows - 4).split(separator: " ").map(String.init)
      #expect(shown == chart.content.figures[chart.line].map(\.markText))
      // A point for each published value, and below the axis a mark for each other.
      let points = (3..<(size.rows - 7)).flatMap { row in
        (0..<size.columns).filter { frame[row, $0].role == .focus }
      }
      let isPublished = chart.content.value(chart.line, chart.place) != nil
      #expect((points.count == 1) == isPublished || frame.cursor.row == size.rows - 7)
    }
  }

  /// One more hidden cell takes its own mark away and leaves all others where they were, as long as
  /// the largest stays.
  @Test(arguments: 0..<20) func hidingACellTakesOnlyItsMark(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(500 + seed))
    let table = ChartSecrecyTests.table(&random, .count)
    let size = Size(rows: 40, columns: 100)
    let screen = TableScreen(query: table.query, table: table)
    let row = 1 + random.next(screen.view.rows.count - 1)
    let published = screen.order.map { screen.figure(row: $0, column: 0) }
    guard let own = published[row].number,
      published.dropFirst().compactMap(\.number).contains(where: { $0 > own })
    else { return }
    var hidden = table
    hidden.cells[row * screen.view.columns.count] = .confidential
    let before = try #require(
      ChartSecrecyTests.state(table, .bars, line: 0, place: 0, size: size))
    let after = try #require(
      ChartSecrecyTests.state(hidden, .bars, line: 0, place: 0, size: size))
    let frames = (render(before, size, .unicode), render(after, size, .unicode))
    func bars(_ frame: Frame) -> [String] {
      (3..<(size.rows - 3)).map { frame.text(row: $0) }.filter { $0.contains("│") }
        .map { String($0[$0.firstIndex(of: "│")!...]) }
    }
    let (old, new) = (bars(frames.0), bars(frames.1))
    #expect(old.count == new.count)
    for line in old.indices {
      #expect(line == row ? new[line] == "│╱╱╱" : old[line] == new[line])
    }
  }

  /// A frame is a function of the protected cells: what is behind a table (its certificate, the cube
  /// that the cells were protected in, the size of the store) has no part in it.
  @Test(arguments: 0..<30) func aFrameDependsOnProtectedCellsAlone(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(200 + seed))
    let kinds: [TableView.Kind] = [.count, .share, .median]
    let table = ChartSecrecyTests.table(&random, kinds[seed % 3])
    var other = table
    other.certificate.hash = "another"
    other.certificate.statement = "another"
    other.heading.release = "another"
    other.heading.coverage = "another"
    for kind in ChartKind.allCases {
      for style in [Style.unicode, .ascii] {
        let size = Size(rows: 12 + random.next(30), columns: 40 + random.next(90))
        let (line, place) = (random.next(12), random.next(12))
        let first = ChartSecrecyTests.state(table, kind, line: line, place: place, size: size)
        let second = ChartSecrecyTests.state(other, kind, line: line, place: place, size: size)
        guard let first, let second else { continue }
        #expect(render(first, size, style) == render(second, size, style))
      }
    }
  }

  /// Every chart of every table is a whole frame, with no character of a label that acts.
  @Test(arguments: 0..<60) func hostileLabelsAreDrawnAsTheyAre(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(300 + seed))
    let kinds: [TableView.Kind] = [.count, .share, .median]
    let table = ChartSecrecyTests.table(&random, kinds[seed % 3])
    for kind in ChartKind.allCases {
      for style in [Style.unicode, .ascii] {
        let size = Size(rows: 12 + random.next(30), columns: 40 + random.next(90))
        guard
          let state = ChartSecrecyTests.state(
            table, kind, line: random.next(12), place: random.next(12), size: size)
        else { continue }
        let frame = render(state, size, style)
        let scalars = Set(frame.cells.flatMap { Array($0.text.unicodeScalars) })
        for scalar in scalars {
          #expect(SafeText.shown("a" + String(scalar)) == "a" + String(scalar))
          #expect(style == .unicode || scalar.isASCII)
        }
        #expect((0..<size.rows).contains(frame.cursor.row))
        #expect((0..<size.columns).contains(frame.cursor.column))
        let widths = (0..<size.rows).map { row in
          (0..<size.columns).reduce(0) { $0 + DisplayWidth.of(frame[row, $1].text) }
        }
        #expect(widths.allSatisfy { $0 == size.columns })
      }
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
