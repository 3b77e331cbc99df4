import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// Keys on charts: a state, keys, a state.
@Suite struct ChartKeyTests {
  private func chart(_ session: Session) throws -> ChartScreen {
    guard case .chart(let chart) = session.state.screen else {
      throw Missing()
    }
    return chart
  }

  private struct Missing: Error {}

  private func kinds(_ keys: String) throws -> [ChartKind] {
    var session = Session()
    session.press(keys)
    return session.state.chartKinds(of: try chart(session))
  }

  @Test func kindsFitTheTable() throws {
    #expect(try kinds("enter enter v") == [.flow, .bars, .timeToEvent])
    #expect(try kinds(": text:reoffending_rows_age enter v") == [.bars])
    #expect(
      try kinds(": text:reoffending_rows_age_columns_sex enter v")
        == [.bars, .stackedBars, .heatMap])
    #expect(
      try kinds(": text:reoffending_rows_age_columns_year enter v")
        == [.lines, .bars, .stackedBars, .heatMap])
    #expect(try kinds(": text:reoffending_rows_year enter v") == [.lines, .bars])
    #expect(
      try kinds(": text:reoffending_rows_age_columns_year_measure_share_reoffended enter v")
        == [.lines, .bars, .heatMap])
    #expect(
      try kinds(": text:reoffending_rows_age_measure_median_released_to_housed enter v")
        == [.bars, .timeToEvent])
    // Stages lie in one another: they are no parts of a bar.
    #expect(
      try kinds(": text:reoffending_rows_age_columns_stage enter v") == [.bars, .heatMap])
  }

  @Test func kindsGoRoundBothWays() throws {
    var session = Session()
    session.press(": text:reoffending_rows_age_columns_sex enter v")
    var seen: [ChartKind] = []
    for _ in 0..<4 {
      seen.append(try chart(session).kind)
      session.press("v")
    }
    #expect(seen == [.bars, .stackedBars, .heatMap, .bars])
    session.press("V V")
    #expect(try chart(session).kind == .heatMap)
  }

  @Test func theChartBeginsWhereTheTableWas() throws {
    var session = Session()
    session.press(": text:reoffending_rows_region_columns_age enter 3*down 2*right v")
    #expect(try chart(session).cell == (3, 2))
    #expect(session.text.contains("Yorkshire and The Humber, 21 to 24: 365"))
    session.press("v")
    // Stacked bars have no total: the same column is the second part.
    #expect(try chart(session).cell == (3, 2))
    session.press("v down right")
    #expect(try chart(session).cell == (4, 3))
    #expect(session.text.contains("East Midlands, 25 to 29: 1,815"))
  }

  @Test func filtersPagesPercentagesAndOrderAreThoseOfTheTable() throws {
    var session = Session()
    session.press(": text:reoffending_rows_region_columns_age_pages_sex enter ] % S v")
    let drawn = try chart(session)
    #expect(drawn.table.page == 1)
    #expect(drawn.table.percentage == .row)
    #expect(session.text.contains("page 2 of 3: Female"))
    #expect(session.text.contains("% of row"))
    #expect(session.text.contains("not a ranking"))
    guard case .table(let table) = session.state.screens[session.state.screens.count - 2] else {
      Issue.record("there is no table below the chart")
      return
    }
    #expect(drawn.table.order == table.order)
    session.press("] %")
    #expect(try chart(session).table.page == 2)
    #expect(try chart(session).table.percentage == .column)
    session.press("esc")
    guard case .table(let after) = session.state.screen else {
      Issue.record("back does not lead to the table")
      return
    }
    // Back is exact: what was turned on the chart was the chart's.
    #expect(after.page == 1 && after.percentage == .row)
  }

  @Test func everyChangeIsUndoneExactly() throws {
    var session = Session()
    session.press(": text:reoffending_rows_age_columns_sex_pages_region enter down")
    var frames = [session.text]
    for key in ["v", "v", "v", "]", "%", "V", "esc"] {
      session.press(key)
      frames.append(session.text)
    }
    for frame in frames.dropLast().reversed() {
      session.press("u")
      #expect(session.text == frame)
    }
    for frame in frames.dropFirst() {
      session.press("ctrl-r")
      #expect(session.text == frame)
    }
  }

  @Test func aChartIsKeptAndShownAgain() throws {
    for keys in [
      ": text:reoffending_rows_age_columns_year enter % 2*down v v v 2*down right",
      "enter enter v v 3*down", "enter enter v V down 2*right",
      ": text:reoffending_rows_age_measure_median_released_to_housed enter v v 2*down 3*right",
    ] {
      var session = Session()
      session.press(keys)
      let place = try #require(session.state.screen.kept)
      #expect(place.kind == .chart)
      let read = try #require(ScreenPlace(text: place.text))
      #expect(read == place)
      let again = try #require(
        Screen(read, tables: [try chart(session).view.table], in: .english))
      let before = session.text
      session.state.screen = again
      #expect(session.text == before)
    }
  }

  @Test func aKindThatDoesNotFitIsNotTakenUp() throws {
    var session = Session()
    session.press(": text:reoffending_rows_age enter v")
    var place = try #require(session.state.screen.kept)
    let table = try chart(session).view.table
    for kind in ["flow", "lines", "stacked-bars", "time-to-event", "heat-map", "pie", ""] {
      place.settings["kind"] = kind
      #expect(Screen(place, tables: [table], in: .english) == nil, "\(kind)")
    }
  }

  @Test func whyExplainsTheFocusedMark() throws {
    var session = Session()
    session.press(
      ": text:reoffending_rows_age_columns_offence_where_region=E7-3 enter v v v down 2*right w")
    #expect(session.text.contains("18 to 20, Drug offences: [c]"))
    #expect(session.text.contains("fewer than 10 persons"))
    session.press("esc e")
    guard case .export(let export) = session.state.screen else {
      Issue.record("e does not export")
      return
    }
    #expect(export.query.columns.map(\.name) == ["offence"])
  }

  @Test func enterDoesNothing() throws {
    var session = Session()
    session.press(": text:reoffending_rows_age enter v")
    let before = session.state.screens.count
    session.press("enter")
    #expect(session.state.screens.count == before)
    #expect(session.state.overlayIsClosed)
  }

  @Test func theCursorStandsOnTheMark() throws {
    var session = Session()
    session.press(": text:reoffending_rows_year enter v")
    var columns: [Int] = []
    for _ in 0..<5 {
      let frame = session.frame()
      #expect(frame[frame.cursor.row, frame.cursor.column].text == "●")
      #expect(frame[frame.cursor.row, frame.cursor.column].role == .focus)
      columns.append(frame.cursor.column)
      session.press("right")
    }
    #expect(columns == Array(Set(columns)).sorted())
  }

  @Test func tablesOfTimesThatComeLateAreDrawnWhenTheyCome() throws {
    var session = Session()
    session.press("enter enter")
    session.state.times = AnswerCache()
    session.answers = false
    session.press("v V")
    #expect(try chart(session).kind == .timeToEvent)
    #expect(session.text.contains("Fetching"))
    session.answers = true
    for effect in session.effects { session.answer(effect) }
    #expect(session.text.contains("Housed on the first night"))
    #expect(session.text.contains("100%"))
  }

  @Test func plainLinesSayEveryMark() throws {
    var session = Session()
    session.press(
      ": text:reoffending_rows_age_columns_offence_where_region=E7-3 enter v v v down 2*right")
    let plain = PlainText(style: .unicode, form: .lines).lines(of: session.state)
    #expect(plain.contains("Heat map: Persons by Age at release and Index offence"))
    #expect(plain.contains("18 to 20, Drug offences: [c] hidden"))
    #expect(plain.contains("25 to 29, Theft: 195"))
    #expect(plain.contains { $0.hasPrefix("[c] fewer than 10 persons") })
  }

  @Test func aFigureAndItsTableAreCopied() throws {
    var session = Session()
    session.press(": text:reoffending_rows_year enter v right y")
    let copies = session.effects.compactMap { effect -> String? in
      if case .copy(_, _, let text) = effect { text } else { nil }
    }
    #expect(copies.contains { $0.contains("2020: 3,835") })
  }

  /// Somebody may have several codes: the columns are no parts of a bar.
  @Test func columnsThatOverlapAreNotStacked() throws {
    var session = Session(package: FixturePackage.linked)
    session.press(": text:linkage_rows_linked_columns_datasets enter v")
    #expect(session.state.chartKinds(of: try chart(session)) == [.bars, .heatMap])
    session.press("esc x v")
    #expect(
      session.state.chartKinds(of: try chart(session)) == [.bars, .stackedBars, .heatMap])
  }

  @Test func groupsSideBySideAreDrawn() throws {
    var session = Session()
    session.press("enter enter c text:sex enter")
    guard case .pathway(let pathway) = session.state.screen, pathway.isSideBySide else {
      Issue.record("no groups side by side")
      return
    }
    session.press("v down down down right")
    let drawn = try chart(session)
    #expect(drawn.kind == .flow && drawn.place == pathway.group + 1)
    let group = pathway.groupLabel(drawn.place)
    #expect(session.text.contains("Housed on the first night, \(group): "))
    session.press("V")
    #expect(try chart(session).kind == .timeToEvent)
    let content = session.state.content(of: try chart(session))
    #expect(content.lines.count == 3 * pathway.view.columns.count)
    #expect(session.text.contains("Housed on the first night, \(group)"))
  }

  @Test func chartsAreSaidInWelsh() throws {
    var session = Session(language: .welsh)
    session.press(": text:reoffending_rows_year_columns_sex enter v")
    for _ in 0..<4 {
      let title = try chart(session).kind.title
      #expect(Language.welsh.say(title) != Language.english.say(title))
      #expect(session.text.contains(Language.welsh.say(title)))
      session.press("v")
    }
    session.press("V")
    #expect(session.text.contains("cysgod"))
    #expect(session.text.contains("Benyw"))
  }

  @Test func aKindIsChosenByName() {
    var session = Session()
    session.press(
      "enter enter enter text:region enter c text:age enter : text:chart_heat-map enter")
    guard case .chart(let chart) = session.state.screen else {
      Issue.record("no chart")
      return
    }
    #expect(chart.kind == .heatMap)
    // One step back leads to the table, and to the chart again.
    session.press("u")
    #expect(session.state.screen.keyScreen == .table)
    session.press("ctrl-r : text:chart_bars enter")
    guard case .chart(let bars) = session.state.screen else { return }
    #expect(bars.kind == .bars)
    session.press(": text:chart_flow enter")
    #expect(
      session.text.contains("Kinds of chart that fit this table: bars, stacked-bars, heat-map."))
    session.press(": text:chart_h tab")
    #expect(session.text.contains(":chart heat-map"))
    session.press("esc esc esc esc esc esc : text:chart_bars enter")
    #expect(session.text.contains("There is nothing to draw here."))
  }

  @Test func textsAreFoundInCharts() {
    var session = Session()
    session.press(
      "enter enter enter text:region enter c text:age enter : text:chart_heat-map enter")
    session.press("/ text:wales enter")
    #expect(session.text.contains("Wales: "))
    session.press("/ text:25_to enter")
    #expect(session.text.contains("Wales, 25 to 29: "))
    session.press("/ text:nothing_of_it enter")
    #expect(session.text.contains("is not here"))
  }

  @Test func percentagesOfColumnsAreNotStacked() throws {
    var session = Session()
    session.press(": text:reoffending_rows_age_columns_sex enter % v")
    #expect(session.state.chartKinds(of: try chart(session)).contains(.stackedBars))
    session.press("%")
    #expect(try chart(session).table.percentage == .column)
    #expect(session.state.chartKinds(of: try chart(session)) == [.bars, .heatMap])
    session.press("% v")
    #expect(try chart(session).kind == .stackedBars)
    #expect(try chart(session).table.percentage == .total)
    var seen: [TableView.PercentageBase?] = []
    for _ in 0..<3 {
      session.press("%")
      seen.append(try chart(session).table.percentage)
    }
    #expect(seen == [nil, .row, .total])
  }

  /// The total of codes of which somebody has several is no sum of them: it has a bar of its own.
  @Test func aTotalThatIsNoSumHasItsBar() throws {
    var session = Session(package: FixturePackage.linked)
    session.press(": text:linkage_rows_datasets_columns_linked enter v v")
    #expect(try chart(session).kind == .stackedBars)
    #expect(try chart(session).content.lines.allSatisfy(\.hasMarks))
    #expect(!session.text.contains("the whole of the others"))
    // Shades are of one scale, which such a total would fill.
    session.press("v")
    #expect(try chart(session).kind == .heatMap)
    #expect(try !chart(session).content.lines[0].hasMarks)
    session.press("esc : text:reoffending_rows_age_columns_sex enter v v")
    #expect(session.text.contains("the whole of the others"))
  }
}
