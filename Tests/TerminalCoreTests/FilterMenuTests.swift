import CohortModel
import TerminalFixture
import Testing

@testable import TerminalCore

/// Everything that stands under a table's “Only” can be taken away in the menu of filters.
@Suite struct FilterMenuTests {
  private func opened(_ text: String) -> Session {
    var session = Session(rows: 40, columns: 120)
    session.press(": text:" + text.replacing(" ", with: "_") + " enter")
    return session
  }

  private func items(_ session: Session) -> [Picker.Item] {
    if case .picker(let picker) = session.state.overlay { picker.items } else { [] }
  }

  @Test func everyChipCanBeTakenAway() throws {
    var query = CohortQuery(pilot: "reoffending", rows: [AxisVariable("age")])
    query.filters = [Filter(variable: "sex", codes: ["F"])]
    query.stage = "housed"
    query.period = Period(first: CalendarDay("2020-01-01")!, last: CalendarDay("2021-12-31")!)
    query.history = [EarlierEvent(event: "recall", within: CalendarSpan(12, .months))]
    query.linkLevel = .low
    query.recodes = [
      Recode(variable: "age", groups: [Recode.Group(name: "Young", codes: ["18-20", "21-24"])])
    ]
    let session = opened(query.text)
    try #require(session.state.screen.query == query)
    let parts = session.state.narrowings(of: query)
    #expect(parts.map(\.text) == session.state.chips(query))
    #expect(parts.count == 6)
    for part in parts {
      var menu = session
      menu.press("f")
      let number = try #require(
        items(menu).firstIndex { $0.label == "Take away: \(part.text)" }, "\(part.text)")
      menu.press(number == 0 ? "enter" : "\(number)*down enter")
      var expected = query
      expected.takeAway(part.part)
      #expect(expected != query)
      #expect(menu.state.screen.query == expected)
      #expect(menu.state.chips(expected) == parts.map(\.text).filter { $0 != part.text })
    }
  }

  /// A table that was drilled into loses its stage as it came by it.
  @Test func aStageIsTakenAwayAsItCame() throws {
    var session = opened("reoffending rows sex")
    let before = try #require(session.state.screen.query)
    session.press("esc : text:reoffending_rows_sex_stage_housed enter f enter")
    #expect(session.state.screen.query == before)
  }

  @Test func theOtherGroupIsTakenAway() throws {
    var session = opened("reoffending rows stage where sex=F versus sex=M")
    session.press("f down enter")
    let query = try #require(session.state.screen.query)
    #expect(query.comparison == nil && query.filters.map(\.variable) == ["sex"])
  }
}
