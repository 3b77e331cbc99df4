import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// One table at all link levels.
@Suite struct LevelsScreenTests {
  private func session(_ keys: String, rows: Int = 24, columns: Int = 80) -> Session {
    var session = Session(rows: rows, columns: columns, package: FixturePackage.linked)
    session.press(keys)
    return session
  }

  private static let cross = ": text:reoffending_rows_region_columns_sex enter L"

  @Test(arguments: [(24, 80), (40, 120), (12, 40)]) func frames(rows: Int, columns: Int) {
    expectFrame(
      "levels-\(columns)x\(rows)",
      session(Self.cross + " 2*down right", rows: rows, columns: columns).frame())
  }

  @Test func framesOfOtherFigures() {
    expectFrame(
      "levels-80x24-ascii", session(Self.cross + " 2*down right").frame(.ascii))
    expectFrame(
      "levels-share-80x24",
      session(": text:reoffending_rows_age_pages_sex_measure_share_reoffended enter L ] down right")
        .frame())
  }

  /// Of levels that differ little no figures are shown, and it is said how little.
  @Test(arguments: [(24, 80), (40, 120), (12, 40)]) func nearLevels(rows: Int, columns: Int) {
    let session = session(
      ": text:reoffending_rows_region_where_sex=F enter L", rows: rows, columns: columns)
    expectFrame("levels-near-\(columns)x\(rows)", session.frame())
    if columns == 80 { expectFrame("levels-near-80x24-ascii", session.frame(.ascii)) }
    guard case .levels(let screen) = session.state.screen else {
      Issue.record("no link levels are shown")
      return
    }
    #expect(!screen.isSideBySide && screen.parts == [.level(0)] && !screen.hidesMuch)
    #expect(
      session.text.contains(rows == 12 ? "Differ by about: high 10, low 50" : "numbers differ"))
  }

  /// Where one level alone has figures, what is taken away says how near the others are, and is
  /// logged as all of them.
  @Test func nearLevelsAreTakenAwayWithTheirBounds() throws {
    var session = session(": text:reoffending_rows_region_where_sex=F enter L y Y e")
    #expect(session.text.contains("At link level high numbers differ"))
    #expect(session.text.contains("reoffending-region-link-levels.csv"))
    #expect(!session.text.contains("protected by itself"))
    session.press("enter")
    let query = try #require(session.state.screen.query)
    var taken: [Exported] = []
    for effect in session.effects {
      switch effect {
      case .export(_, let exported, _, _): taken.append(exported)
      case .copy(_, let exported, let text):
        taken.append(exported)
        #expect(text.contains("At link level low numbers differ"))
        #expect(!text.contains("at every link level") && !text.contains("change"))
      default: break
      }
    }
    #expect(taken == [.levels(query), .levels(query), .levels(query)])
    session.press("w")
    #expect(!session.text.contains("protected by itself"))
    let said = PlainText(style: .unicode, form: .lines).lines(of: session.state)
    #expect(said.contains { $0.contains("numbers differ from medium") })
    #expect(said.contains { $0.hasPrefix("Wales: ") && !$0.contains("medium") })
  }

  /// Every figure is a published one, and every change the difference of two of them.
  @Test func whatIsShownFollowsFromWhatIsPublished() throws {
    let session = session(Self.cross, rows: 60, columns: 200)
    guard case .levels(let screen) = session.state.screen else {
      Issue.record("no link levels are shown")
      return
    }
    #expect(screen.views.map(\.table.heading.linkLevel) == LinkLevel.allCases)
    var hidden = 0
    var changes = 0
    for row in 0..<screen.lineCount {
      for column in 0..<screen.columnCount {
        let place = screen.place(column)
        let values = screen.views.map { $0.values(page: 0, row: row, column: place.column)[0] }
        let text = screen.text(row: row, column: column).text
        switch place.part {
        case .level(let level): #expect(text == values[level].text)
        case .change(let level):
          guard case .count(let now) = values[level], case .count(let before) = values[level - 1]
          else {
            #expect(text == "[c]")
            hidden += 1
            continue
          }
          changes += 1
          #expect(text == (now > before ? "+" : "") + DecimalText.grouped(now - before))
        }
      }
    }
    #expect(hidden > 0 && changes > 0)
  }

  @Test func itIsAskedForAsOneProblem() {
    var session = session(": text:reoffending_rows_region enter")
    session.answers = false
    session.press("L")
    guard case .compare(let id, let query)? = session.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(query.rows == [AxisVariable("region")])
    #expect(session.state.isWaiting && session.text.contains("Fetching"))
    session.send(.waited(seconds: 3))
    #expect(session.text.contains("3 s  Esc stops it"))
    session.press("esc")
    #expect(session.effects.last == .cancel(id))
    #expect(!session.state.isWaiting && !session.text.contains("3 s"))
    session.send(
      .compared(
        id,
        Result { try session.service.tables(for: query, at: LinkLevel.allCases) }
          .mapError { _ in .unavailable("") }))
    #expect(session.state.screen.keyScreen == .table)
  }

  @Test func itIsReadAndLeftLikeATable() {
    var session = session(Self.cross)
    let first = session.frame()
    session.press("G end")
    guard case .levels(let screen) = session.state.screen else {
      Issue.record("no link levels are shown")
      return
    }
    #expect(screen.line == screen.lineCount - 1 && screen.column == screen.columnCount - 1)
    #expect(session.text.contains("low less medium"))
    session.press("w")
    #expect(session.text.contains("Why"))
    session.press("esc d")
    #expect(session.text.contains("Certificate"))
    session.press("esc home g")
    #expect(session.frame() == first)
    session.press("esc")
    #expect(session.state.screen.keyScreen == .table)
    session.press("u")
    #expect(session.state.screen.keyScreen == .levels)
  }

  @Test func withoutLinksThereIsNothingToCompare() {
    var session = Session()
    session.press("enter enter enter text:region enter L")
    #expect(session.text.contains("its link levels are the same"))
    #expect(!session.state.isWaiting)
  }

  @Test func aRefusalIsSaid() {
    var session = session(": text:reoffending_rows_region enter")
    session.answers = false
    session.press("L")
    guard case .compare(let id, _)? = session.effects.last else {
      Issue.record("nothing was asked for")
      return
    }
    session.send(.compared(id, .failure(.refused(QueryProblem("Not at this level.")))))
    #expect(session.text.contains("Not at this level."))
    #expect(session.state.screen.keyScreen == .table)
  }

  // MARK: As a table has it

  private static let pages = ": text:reoffending_rows_region_columns_sex_pages_age enter L"

  @Test func itIsKeptAndGoneOnWith() throws {
    var before = session(Self.pages + " ] 2*down 3*right")
    let text = try #require(before.state.sessionText)
    #expect(text.contains("  levels page=2 column=4 left="))
    var after = Session(package: FixturePackage.linked, memory: Memory(session: text))
    after.press("y")
    #expect(after.text.contains("link level low: "))
    before.press("up down")
    after.press("up down")
    #expect(after.frame() == before.frame())
    // It stands in the log, is marked, and undone to.
    before.press("m a")
    for keys in ["H", "enter", "esc esc esc", "' a", "u"] {
      before.press(keys)
      _ = before.frame()
    }
    before.press("' a")
    #expect(before.frame().text == after.frame().text)
  }

  @Test func itStandsInTheLogAndInRecordings() throws {
    var session = session(
      ": text:record_day.txt enter" + " " + Self.pages + " ] e ctrl-u text:out.csv enter")
    #expect(session.text.contains("Written: out.csv"))
    let recorded = try #require(session.recordings["day.txt"])
    #expect(
      recorded.contains("\nlevels reoffending rows region columns sex pages age\npage 2\n"))
    #expect(recorded.contains("\nexport out.csv sha256="))
    let query = try CohortQuery(text: "reoffending rows region columns sex pages age")
    #expect(try Recording(text: recorded).steps.map(\.action).contains(.levels(query)))
    session.press("H")
    #expect(session.text.contains("Link levels: Region by Sex by Age at release"))
    session.press("up enter")
    #expect(session.state.screen.keyScreen == .levels)
  }

  @Test func aSavedViewOfItOpensIt() throws {
    var session = session(Self.cross + " : text:save_levels enter")
    #expect(try #require(session.views).contains("levels column=1"))
    session.press("esc esc b enter")
    #expect(session.state.screen.keyScreen == .levels)
  }

  /// All levels are taken away as one, and the door is told so.
  @Test func itIsExportedAsOne() {
    var session = session(Self.cross + " e")
    #expect(session.text.contains("3 link levels × "))
    #expect(session.text.contains("protected by itself"))
    expectFrame("export-levels-80x24", session.frame())
    session.press("enter")
    let exports = session.effects.compactMap { effect -> Exported? in
      if case .export(_, let exported, let path, _) = effect,
        path == "reoffending-region-by-sex-link-levels.csv"
      {
        exported
      } else {
        nil
      }
    }
    let query = session.state.screen.query
    #expect(query != nil && exports == query.map { [.levels($0)] })
    #expect(session.state.screen.keyScreen == .levels)
  }

  @Test func figureAndTableAreCopied() throws {
    let session = session(Self.cross + " right y Y")
    let copies = session.effects.compactMap { effect -> (Exported, String)? in
      if case .copy(_, let exported, let text) = effect { (exported, text) } else { nil }
    }
    try #require(copies.count == 2)
    let query = try #require(session.state.screen.query)
    #expect(copies.allSatisfy { $0.0 == .levels(query) })
    #expect(copies[0].1.contains("Total, link level medium: "))
    #expect(copies[0].1.contains("link levels high, medium, low"))
    guard case .levels(let screen) = session.state.screen else { return }
    let lines = copies[1].1.split(separator: "\n", omittingEmptySubsequences: false)
    let heads = lines.filter { $0.hasPrefix("Region\t") }
    #expect(heads.count == 1)
    #expect(heads[0].split(separator: "\t").count == 1 + screen.columnCount)
    for row in screen.view.rows.indices {
      let cells = (0..<screen.columnCount).map { screen.text(row: row, column: $0).text }
      #expect(lines.contains { $0.hasSuffix("\t" + cells.joined(separator: "\t")) })
    }
  }

  @Test func textsAreFound() {
    var session = session(Self.pages + " right / text:wales enter")
    guard case .levels(let screen) = session.state.screen else { return }
    #expect(screen.view.rows[screen.line].entries.contains { $0.label == "Wales" })
    #expect(screen.column == 1)
    // A column with the level that was focused, and then a page.
    session.press("g / text:^ esc / text:male enter n")
    guard case .levels(let found) = session.state.screen else { return }
    #expect(found.place(found.column).part == .level(1))
    #expect(found.view.columns[found.place(found.column).column].entries.last?.label == "Male")
    session.press("/ text:25_to_29 enter")
    #expect(session.text.contains("Page 4 of 8: 25 to 29"))
    session.press("/ text:nothing_of_it enter")
    #expect(session.text.contains("is not here"))
  }

  @Test func aClickFocusesACell() {
    var session = session(Self.cross + " 2*down 3*right")
    let there = session.frame()
    session.press("g home")
    session.send(.mouse(.click(there.cursor)))
    #expect(session.frame() == there)
  }

  /// Where much is hidden it is said why, and what would show more; it is asked for in the place.
  @Test(arguments: [(24, 80), (40, 120)]) func muchThatIsHiddenIsExplained(rows: Int, columns: Int)
  {
    var session = session(
      ": text:reoffending_rows_region:2_offence_columns_age enter L", rows: rows, columns: columns)
    guard case .levels(let screen) = session.state.screen else {
      Issue.record("no link levels are shown")
      return
    }
    #expect(screen.hidesMuch)
    expectFrame("levels-hidden-\(columns)x\(rows)", session.frame())
    #expect(session.text.contains(" hidden."))
    session.press("G end w")
    #expect(session.text.contains("Each link level is protected by itself"))
    #expect(session.text.contains("W proposes coarser tables"))
    session.press("esc W")
    guard case .picker = session.state.overlay else {
      Issue.record("nothing is proposed")
      return
    }
    session.press("enter")
    guard case .levels(let coarser) = session.state.screen else {
      Issue.record("the coarser table is not shown at all levels")
      return
    }
    #expect(coarser.query != screen.query)
    #expect(coarser.hidden < screen.hidden)
    session.press("u")
    #expect(session.state.screen.query == screen.query)
  }

  @Test func changesOfEveryKindHaveTheirUnit() {
    func share(_ proportion: Double) -> Figure {
      .share(Share(proportion: proportion, lower: 0, upper: 1))
    }
    func days(_ days: Double) -> Figure { .days(.within(days: days, after: 0, upTo: 90)) }
    #expect(LevelChange(from: .count(1_000), to: .count(2_250)).text == "+1,250")
    #expect(LevelChange(from: .count(10), to: .count(10)).text == "0")
    #expect(LevelChange(from: share(0.5), to: share(0.462)).text == "-3.8 pts")
    #expect(LevelChange(from: share(0.5), to: share(0.50001)).text == "0.0 pts")
    #expect(LevelChange(from: days(20), to: days(23.4)).text == "+3 d")
    #expect(LevelChange(from: .sign(.confidential), to: .count(5)).text == "[c]")
    #expect(LevelChange(from: days(5), to: .days(.moreThan(730))).text == "[x]")
  }
}
