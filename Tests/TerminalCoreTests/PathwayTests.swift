import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// The pathway: sizes that agree with it, endings, groups side by side, and ways deeper and back.
@Suite struct PathwayTests {
  private func pathway(_ session: Session) -> PathwayScreen? {
    if case .pathway(let screen) = session.state.screen { screen } else { nil }
  }

  private func opened(rows: Int = 24, columns: Int = 80) -> Session {
    var session = Session(rows: rows, columns: columns)
    session.press("enter enter")
    return session
  }

  // MARK: The size on the home screen

  @Test func theSizeOnHomeIsAskedForWithThePathway() {
    for pilot in FixturePackage.package.pilots {
      let session = Session()
      #expect(
        session.state.sizeQuery(of: pilot)
          == CohortQuery(pilot: pilot.name, rows: [AxisVariable("stage")]))
      #expect(session.state.sizeQuery(of: pilot) == session.state.openingQuery(of: pilot))
    }
  }

  /// What the pathway hides, Home hides: else the rest of the pathway gives its small cells away.
  @Test(arguments: [CellValue.confidential, .low, .notAvailable, .count(40)])
  func homeShowsTheVeryCellThatThePathwayStartsWith(start: CellValue) throws {
    let (state, effects) = ExplorerState.start(
      Catalogue(package: FixturePackage.package, release: "0", isInProcess: true),
      size: Size(rows: 24, columns: 80), today: FixturePackage.today)
    var session = Session()
    session.state = state
    for case .fetch(let id, let query, _) in effects {
      var table = try session.service.table(for: query)
      if query.pilot == "reoffending" { table.cells[0] = start }
      session.send(.fetched(id, .success(table)))
    }
    let size = start == .count(40) ? "under 100" : start.text
    #expect(session.text.contains(size + " persons"))
    #expect(!session.text.contains("48,350"))
    // Opening it shows the same table: it is not asked for a second time.
    session.press("enter enter")
    #expect(pathway(session)?.view.funnel(page: 0, column: 0).first?.count == start)
    #expect(session.frame().text(row: 3).contains(start.text))
  }

  @Test func theSizeOfAPilotWithoutStagesIsTheTotalOfTheTableThatOpensIt() throws {
    var package = FixturePackage.package
    package.pilots[0].stages = []
    let session = Session(package: package)
    let query = session.state.sizeQuery(of: package.pilots[0])
    #expect(query == CohortQuery(pilot: "reoffending", rows: [AxisVariable("sex")]))
    let total = TableView(try session.service.table(for: query)).everyone
    #expect(session.state.cohortSizes["reoffending"] == .value(total))
  }

  @Test func theSizeOfTheLinkagePilotIsThatOfTheLinkageFigures() throws {
    let session = Session(package: FixturePackage.linked)
    let pilot = try #require(FixturePackage.linked.pilot("linkage"))
    let query = session.state.sizeQuery(of: pilot)
    let figures = LinkageFigures.queries(
      of: FixturePackage.linked, at: FixturePackage.linked.defaultLinkLevel)
    #expect(figures.map(\.query).contains(query))
  }

  // MARK: Lines

  @Test func endingsAreSharesOfTheirStage() throws {
    let screen = try #require(pathway(opened()))
    let lines = screen.view.pathway(page: 0, column: 0)
    #expect(lines.map(\.row) == Array(screen.view.rows.indices))
    let drop = try #require(lines.first { $0.entry.code == "released.dropped" })
    #expect(drop.kind == .goneNoFurther)
    #expect(lines[drop.stage].entry.isTotal)
    #expect(drop.shareOfPrevious == drop.shareOfStart)
    let recalled = try #require(lines.first { $0.entry.code == "housed.recalled" })
    #expect(recalled.kind == .branch)
    #expect(lines[recalled.stage].entry.code == "housed")
    #expect(
      recalled.shareOfPrevious
        == Share.figure(
          recalled.count, of: lines[recalled.stage].count, under: screen.view.table.certificate))
    #expect(lines.allSatisfy { $0.differenceFromPrevious == nil })
  }

  /// Without endings in the table the difference is said to be one.
  @Test func differencesAreSaidToBeDifferences() throws {
    var session = Session()
    session.press(": text:reoffending_rows_stage:1 enter")
    let lines = try #require(pathway(session)).view.pathway(page: 0, column: 0)
    #expect(lines.count == 4)
    for (before, line) in zip(lines, lines.dropFirst()) {
      guard case .count(let more) = before.count, case .count(let fewer) = line.count else {
        continue
      }
      #expect(line.differenceFromPrevious == .count(more - fewer))
      #expect(session.text.contains("~" + DecimalText.grouped(more - fewer)))
    }
    #expect(session.text.contains("the difference of the two numbers shown"))
  }

  @Test func aHiddenNumberHasNoDifference() throws {
    var table = try FixtureService().table(
      for: CohortQuery(pilot: "reoffending", rows: [AxisVariable("stage", depth: 1)]))
    table.cells[1] = .confidential
    let lines = TableView(table).pathway(page: 0, column: 0)
    #expect(lines[1].differenceFromPrevious == .sign(.notAvailable))
    #expect(lines[2].differenceFromPrevious == .sign(.notAvailable))
    #expect(lines[3].differenceFromPrevious != .sign(.notAvailable))
  }

  @Test func noBarsWhereTheStartIsHidden() throws {
    var session = opened(rows: 40, columns: 120)
    var screen = try #require(pathway(session))
    var table = screen.view.table
    table.cells[0] = .confidential
    screen = PathwayScreen(query: screen.query, table: table)
    session.state.screen = .pathway(screen)
    #expect(!session.text.contains("█") && !session.text.contains("▏"))
    #expect(session.text.contains("No bars"))
    #expect(!session.frame(.ascii).text.contains("##"))
  }

  // MARK: Side by side

  @Test func groupsStandSideBySideInOneTable() throws {
    var session = opened()
    session.press("c text:sex enter")
    let screen = try #require(pathway(session))
    #expect(screen.query.text == "reoffending rows stage columns sex")
    #expect(screen.view.columns.count == 3)
    for column in screen.view.columns.indices {
      let lines = screen.view.pathway(page: 0, column: column)
      let start = lines[0].count
      for line in lines.dropFirst() {
        #expect(
          line.shareOfStart
            == Share.figure(line.count, of: start, under: screen.view.table.certificate))
      }
    }
    #expect(session.text.contains("1 to 2 of 3"))
    session.press("2*right")
    #expect(pathway(session)?.group == 2)
    #expect(session.text.contains("2 to 3 of 3"))
    session.press("right")
    #expect(pathway(session)?.group == 2)
    session.press("0")
    #expect(pathway(session)?.group == 0)
    session.press("$ u")
    #expect(pathway(session)?.isSideBySide == false)
  }

  @Test func nothingSideBySideIsOnePathway() {
    var session = opened()
    let before = session.state.screen.query
    session.press("c text:sex enter c home enter")
    #expect(session.state.screen.query == before)
  }

  @Test func twoGroupsAreOneComparison() throws {
    var session = opened()
    session.press("c text:versus enter text:region enter tab 2*down tab enter")
    var screen = try #require(pathway(session))
    #expect(screen.query.filters == [Filter(variable: "region", codes: ["E0"])])
    #expect(screen.query.comparison == [Filter(variable: "region", codes: ["E0-3"])])
    #expect(screen.view.columns.count == 2)
    session.press("right")
    screen = try #require(pathway(session))
    #expect(screen.groupFilters == [Filter(variable: "region", codes: ["E0-3"])])
    session.press("down enter text:sex enter")
    #expect(
      session.state.screen.query?.text
        == "reoffending rows sex stage released.censored where region=E0-3")
    // One group again is everyone: neither of the two.
    session.press("esc c home enter")
    #expect(session.state.screen.query?.text == "reoffending rows stage")
  }

  @Test func twoGroupsAreTwo() {
    var session = opened()
    session.press("c text:versus enter text:sex enter tab enter")
    #expect(session.text.contains("Mark two"))
    #expect(session.state.screen.query?.comparison == nil)
  }

  @Test func aStageOfAGroupOpensAndOpensAgainAndBackIsExact() {
    var session = opened()
    session.press("c text:sex enter right 3*down")
    let first = session.frame()
    session.press("enter text:age enter")
    #expect(session.state.screen.query?.text == "reoffending rows age stage housed where sex=F")
    session.press("2*down")
    let second = session.frame()
    session.press("enter text:region enter")
    #expect(
      session.state.screen.query?.text
        == "reoffending rows region stage housed where sex=F age=21-24")
    let way = session.state.crumbs
    #expect(way.suffix(3).first == "Pathway by Sex")
    session.press("esc")
    #expect(session.frame() == second)
    session.press("esc")
    #expect(session.frame() == first)
  }

  @Test func timesStandBelowTheirStagePerGroup() throws {
    var session = opened()
    session.press("c text:sex enter")
    let screen = try #require(pathway(session))
    let medians = try #require(session.state.medians(of: screen))
    #expect(medians.count == 3)
    for (row, figures) in medians {
      for (column, figure) in figures.enumerated() {
        let count = screen.view.values(page: 0, row: row, column: column)[0]
        // Nothing is said of the time of those whose number is hidden.
        if count.sign != nil { #expect(figure == .sign(count)) } else { #expect(figure != nil) }
      }
    }
    #expect(session.text.contains("median days before"))
  }

  /// The line has its figures; below stands what it does not say: its group, and of which stage its
  /// share of the previous one is.
  @Test func whatTheFocusedLineDoesNotSayStandsBelow() {
    var session = opened(rows: 24, columns: 120)
    let row = 24 - 4
    #expect(session.frame().text(row: row) == "")
    session.press("2*down")
    #expect(session.frame().text(row: row) == " previous: Released")
    session.press("down")
    #expect(session.frame().text(row: row) == " previous: Released")
    session.press("down")
    #expect(session.frame().text(row: row) == " previous: Housed on the first night")
    session.press("c text:region enter 2*right")
    #expect(
      session.frame().text(row: row)
        == " group: North West; previous: Housed on the first night")
  }

  /// However small the window: figures are whole, the cursor stands on the focused figure.
  @Test(arguments: [(12, 40), (24, 80), (40, 120)]) func nothingIsCut(rows: Int, columns: Int)
    throws
  {
    for keys in ["", "c text:sex enter", "c text:region enter $"] {
      var session = opened(rows: rows, columns: columns)
      session.press(keys)
      let screen = try #require(pathway(session))
      let lines = screen.view.pathway(page: 0, column: screen.group)
      for line in lines {
        let frame = session.frame()
        let text = frame.text(row: frame.cursor.row)
        #expect(text.contains(line.count.text), "\(line.entry.label) in \(columns)")
        #expect(line.shareOfPrevious.map { text.contains($0.text) } ?? true)
        #expect(line.shareOfStart.map { text.contains($0.text) } ?? true)
        session.press("down")
      }
    }
  }

  @Test func signsAreExplainedForTheFocusedGroup() throws {
    var session = opened()
    session.press("c text:sex enter right 3*down")
    var screen = try #require(pathway(session))
    var table = screen.view.table
    let place = screen.place.focus * screen.view.columns.count + 1
    table.cells[place] = .confidential
    let before = screen
    screen = PathwayScreen(query: screen.query, table: table)
    (screen.place, screen.group, screen.left) = (before.place, before.group, before.left)
    session.state.screen = .pathway(screen)
    session.press("w")
    #expect(session.text.contains("Female: Persons [c]"))
    #expect(session.text.contains("Confidential: fewer than 10 persons"))
  }

  @Test func whatIsDerivedHasItsSignInTheLegend() throws {
    var session = opened(rows: 40, columns: 120)
    var screen = try #require(pathway(session))
    var table = screen.view.table
    table.cells[0] = .notAvailable
    screen = PathwayScreen(query: screen.query, table: table)
    session.state.screen = .pathway(screen)
    #expect(session.text.contains("[x] not available: the numbers that it would be made of"))
  }

  @Test func anotherLinkLevelStandsOnTheSameLine() {
    var session = opened()
    session.press("4*down l text:high enter")
    #expect(session.state.screen.query?.linkLevel == .high)
    #expect(session.state.screen.place?.focus == 4)
  }

  @Test func hostileGroupLabelsAreShownAsWhatTheyAre() {
    var session = opened()
    session.press("c text:region enter $")
    #expect(session.text.contains("<202e>"))
    #expect(!session.text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
  }

  /// Labels give way to figures: they go on below, figures never do.
  @Test(arguments: [(12, 40), (24, 60), (24, 80), (40, 120)]) func longLabelsCutNoFigure(
    rows: Int, columns: Int
  ) throws {
    var package = FixturePackage.package
    package.pilots[0].stages[1].label = "Housed on the first night in a home that is kept for long"
    package.pilots[0].stages[1].dropLabel = "Not known to be settled in that home at three months"
    var session = Session(rows: rows, columns: columns, package: package)
    session.press("enter enter")
    let screen = try #require(pathway(session))
    let times = session.state.medians(of: screen)
    for line in screen.view.pathway(page: 0, column: 0) {
      let frame = session.frame()
      let text = frame.text(row: frame.cursor.row)
      #expect(!text.contains("…"), "\(text)")
      #expect(text.contains(line.count.text))
      #expect(line.shareOfStart.map { text.contains($0.text) } ?? true)
      if let time = times?[line.row]?.first { #expect(text.contains(time?.text ?? "?"), "\(text)") }
      session.press("down")
    }
  }
}
