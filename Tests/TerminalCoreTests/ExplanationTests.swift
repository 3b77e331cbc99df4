import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// What `w` says of figures that are made from cells.
@Suite struct ExplanationTests {
  private static let times = ": text:reoffending_rows_age_measure_median_released_to_housed"

  private func why(_ keys: String, _ language: Language = .english) -> String {
    var session = Session(rows: 40, columns: 200, language: language)
    session.press(keys + " w")
    return session.text
  }

  @Test func aRunningShareIsSaidToBeOne() {
    let text = why(Self.times + " enter v v 2*right")
    #expect(text.contains("A running sum of protected bins of days"))
    #expect(text.contains("Made from counts that are rounded to the nearest 5."))
    #expect(!text.contains("Zero") && !text.contains("As counted"))
    #expect(why("enter enter v V 2*right").contains("A running sum of protected bins of days"))
    #expect(why(Self.times + " enter v v", .welsh).contains("Swm cronnol"))
  }

  @Test func theSignOfARunningShareIsExplained() throws {
    var session = Session(rows: 40, columns: 200)
    session.press(Self.times + " enter v v")
    guard case .chart(var chart) = session.state.screen else {
      Issue.record("no chart")
      return
    }
    var table = chart.view.table
    table.cells = table.cells.map { _ in .confidential }
    let screen = TableScreen(query: chart.query, table: table)
    chart = try #require(ChartScreen(screen, kinds: [.timeToEvent], in: .english))
    session.state.screen = .chart(chart)
    session.press("w")
    #expect(session.text.contains("A running sum of protected bins of days"))
    #expect(session.text.contains("a bin or a total that it needs is not"))
    #expect(session.text.contains("Confidential: fewer than 10 persons"))
    #expect(!session.text.contains("Made from"))
  }

  @Test(arguments: [
    ": text:reoffending_rows_age_measure_share_reoffended enter",
    ": text:reoffending_rows_age_measure_share_reoffended enter v",
    ": text:reoffending_rows_age_columns_sex enter %",
    ": text:reoffending_rows_age_columns_sex enter % v",
    times + " enter",
  ]) func figuresMadeFromCountsAreNotSaidToBeRounded(keys: String) {
    #expect(why(keys).contains("Made from counts that are rounded to the nearest 5."))
    #expect(!why(keys).contains("As counted"))
    #expect(why(keys, .welsh).contains("Gwnaed o gyfrifon"))
  }

  @Test func countsAreExplainedByTheService() {
    let text = why(": text:reoffending_rows_age_columns_sex enter")
    #expect(text.contains("As counted.") && !text.contains("Made from"))
  }
}
