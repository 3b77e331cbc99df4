import CohortModel
import TerminalFixture
import Testing

@testable import TerminalCore

/// What earlier sessions looked at lately stands on Home, as queries alone.
@Suite struct RecentViewTests {
  /// What a session leaves.
  private func left(_ keys: String..., by memory: Memory = Memory()) -> String? {
    var session = Session(memory: memory)
    for keys in keys { session.press(keys) }
    return session.state.recentText
  }

  @Test func lateViewsStandOnHomeAndOpen() {
    let text = left(
      ": text:reoffending_rows_sex enter", ": text:treatment_rows_age enter", "%",
      ": text:reoffending_rows_age_columns_sex enter j")
    var session = Session(memory: Memory(recent: text))
    #expect(session.text.contains("Looked at lately"))
    // The latest first, below the pilots.
    session.press("2*down enter")
    #expect(session.state.screen.query?.text == "reoffending rows age columns sex")
    session.press("esc down enter")
    #expect(session.state.screen.query?.text == "treatment rows age")
    // As it was looked at.
    if case .table(let screen) = session.state.screen { #expect(screen.percentage == .column) }
    session.press("esc 2*up enter")
    #expect(session.state.screen.pilotName == "treatment")
  }

  @Test func theyStandBelowSavedViews() {
    var first = Session()
    first.press(": text:treatment_rows_age enter : text:save_Ages enter")
    var session = Session(
      memory: Memory(views: first.views, recent: left(": text:reoffending_rows_sex enter")))
    session.press("2*down enter")
    #expect(session.state.screen.query?.text == "treatment rows age")
    session.press("esc down enter")
    #expect(session.state.screen.query?.text == "reoffending rows sex")
    session.press("esc down enter")
    #expect(session.state.screens.count == 2)
  }

  @Test func eachStandsOnceTheLatestFirstAndNoMoreThanTwenty() throws {
    var text: String?
    for age in 18...45 {
      text = left(
        ": text:reoffending_rows_sex_where_age=\(age < 21 ? "18-20" : "21-24") enter",
        ": text:reoffending_rows_sex_period_20\(age % 4 + 19) enter", by: Memory(recent: text))
    }
    let file = try RecentViewsFile(text: text, identity: Session().state.identity)
    #expect(file.places.count == Set(file.places.map(\.query)).count)
    #expect(file.places.count <= RecentViewsFile.most)
    #expect(file.places.first?.query?.period != nil)
    let places = (0..<30).map { number in
      var place = ScreenPlace(kind: .table)
      place.query = CohortQuery(
        pilot: "reoffending", rows: [AxisVariable("sex")],
        filters: [Filter(variable: "region", codes: ["R\(number)"])])
      return place
    }
    var many = RecentViewsFile()
    many.add(places)
    #expect(many.places == Array(places.prefix(20)))
    many.add([places[19]])
    #expect(many.places.first == places[19] && many.places.count == 20)
  }

  /// No figure that was on the screen is in the file.
  @Test func onlyQueriesAreKept() throws {
    let text = try #require(
      left(": text:reoffending_rows_region_columns_age enter", "3*down right y w esc"))
    let lines = text.split(separator: "\n")
    #expect(lines.first == "bold recent 1")
    #expect(lines.last == "table query=reoffending rows region columns age")
    #expect(lines.count == 6)
  }

  @Test func nothingIsKeptOfNothingOrWhereItIsNotWanted() {
    #expect(left("down up") == nil)
    #expect(left("enter esc") == nil)
    #expect(
      left(": text:reoffending_rows_sex enter", by: Memory(keepsRecent: false)) == nil)
  }

  @Test func aFileThatCannotBeReadStaysAndIsTold() {
    for text in ["garbage\n", "bold recent 1\nstore other\n"] {
      var session = Session(memory: Memory(recent: text))
      #expect(session.state.message?.text.hasPrefix("The file of recent views ") == true)
      session.press(": text:reoffending_rows_sex enter")
      #expect(session.state.recentText == nil)
    }
  }

  /// What the project no longer has is not listed; what is refused is told.
  @Test func pilotsThatAreGoneAreLeftOut() {
    let text = left(": text:treatment_rows_age enter", ": text:reoffending_rows_sex enter")
    var package = FixturePackage.package
    package.pilots.removeAll { $0.name == "treatment" }
    let session = Session(package: package, memory: Memory(recent: text))
    #expect(session.state.recentOnHome.map(\.query?.pilot) == ["reoffending"])
  }

  @Test func framesOfHome() {
    let text = left(
      ": text:reoffending_rows_sex enter", ": text:reoffending_rows_age_columns_sex enter",
      "esc esc enter enter")
    for (rows, columns) in [(12, 40), (24, 80), (40, 120)] {
      let session = Session(rows: rows, columns: columns, memory: Memory(recent: text))
      expectFrame("home-recent-\(columns)x\(rows)", session.frame())
    }
    let ascii = Session(memory: Memory(recent: text))
    expectFrame("home-recent-80x24-ascii", ascii.frame(.ascii))
    let welsh = Session(rows: 40, columns: 120, language: .welsh, memory: Memory(recent: text))
    expectFrame("cy/home-recent-120x40", welsh.frame())
  }
}
