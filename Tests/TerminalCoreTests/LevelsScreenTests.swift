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
