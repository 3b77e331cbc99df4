import TerminalFixture
import Testing

@testable import TerminalCore

/// The home screen: what was saved is at hand, and the tour is not in its way.
@Suite struct HomeTests {
  private func saved() -> String? {
    var session = Session()
    session.press(": text:reoffending_rows_stage_columns_sex enter right : text:save_By_sex enter")
    session.press(": text:treatment_rows_age enter : text:save_Ages enter")
    return session.views
  }

  @Test func savedViewsStandBelowThePilotsAndOpen() {
    var session = Session(memory: Memory(views: saved()))
    #expect(session.text.contains("Saved views"))
    // In the order of their names.
    session.press("2*down enter")
    #expect(session.state.screen.query?.text == "treatment rows age")
    session.press("esc down enter")
    #expect(session.state.screen.query?.text == "reoffending rows stage columns sex")
    // The group that was looked at is the one that is shown.
    if case .pathway(let screen) = session.state.screen { #expect(screen.group == 1) }
    session.press("esc 2*up enter")
    #expect(session.state.screen.pilotName == "treatment")
  }

  @Test func savedViewsAreOnFramesOfEverySize() {
    for (rows, columns) in [(12, 40), (24, 80), (40, 120)] {
      let session = Session(rows: rows, columns: columns, memory: Memory(views: saved()))
      expectFrame("home-saved-\(columns)x\(rows)", session.frame())
      if columns == 80 { expectFrame("home-saved-80x24-ascii", session.frame(.ascii)) }
    }
  }

  /// Of two cohorts, one of which may be all of the other but a few, sizes tell no small difference.
  @Test func sizesTellNoSmallDifference() {
    #expect([0, 99].map { SizeRange($0).start } == [nil, nil])
    #expect(
      [100, 199, 200, 499, 500, 999, 1_000, 5_030].map { SizeRange($0).start } == [
        100, 100, 200, 200, 500, 500, 1_000, 5_000,
      ])
    #expect(
      [99, 199, 499, 999, 5_030].map { SizeRange($0).end } == [100, 200, 500, 1_000, 10_000])
    var possible: [[SizeRange]: Set<Int>] = [:]
    for size in 10...16_000 {
      for difference in 1..<50 {
        possible[[SizeRange(size), SizeRange(size + difference)], default: []].insert(difference)
      }
    }
    #expect(possible.count > 10)
    #expect(possible.values.allSatisfy { $0.count == 49 })
  }

  @Test func aPilotIsFoundByAWordOfItsQuestion() {
    var session = Session()
    session.press("/ text:probation_to_treat enter")
    #expect(session.state.screen.place?.focus == 1)
    session.press("n")
    #expect(session.state.screen.place?.focus == 1)
    session.press("/ text:nowhere enter")
    #expect(session.text.contains("is not here"))
    session.press("enter")
    #expect(session.state.screen.pilotName == "treatment")
  }

  @Test func withoutSavedViewsNothingIsSaidOfThem() {
    #expect(!Session(rows: 60, columns: 100).text.contains("Saved views"))
  }
}
