import CohortModel
import Testing

@testable import TerminalCore

/// The explorer in a session: who works on what stands on every screen, and what the project may not
/// ask is refused in a sentence.
@Suite struct WorkSessionTests {
  static let work = CohortModel.Session(
    user: RegisteredUser(
      id: "asmith", name: "A. Smith", accreditation: "T-1", organisation: "University of X"),
    project: Project(
      id: "P-001", title: "Housing and reoffending",
      purpose: "Research on what helps people who leave prison not to reoffend",
      pilots: ["reoffending"], agreements: [], users: ["asmith"]))

  private func session(rows: Int = 24, columns: Int = 80) -> Session {
    Session(rows: rows, columns: columns, work: WorkSessionTests.work)
  }

  @Test func homeSaysWhoWorksOnWhat() {
    expectFrame("home-session-80x24", session().frame())
    expectFrame("home-session-120x40", session(rows: 40, columns: 120).frame())
  }

  @Test func everyScreenSaysIt() {
    for keys in ["", "enter", "enter enter", "enter enter enter text:region enter"] {
      for columns in [40, 80, 120] {
        var session = session(columns: columns)
        session.press(keys)
        let lines = session.frame().text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[23].contains("asmith on P-001"), "\(keys) in \(columns)")
      }
    }
  }

  /// Sizes of cohorts that the project may not ask for are not asked for.
  @Test func onlyThePilotsOfTheProjectAreCounted() {
    let session = session()
    #expect(Set(session.state.cohortSizes.keys) == ["reoffending"])
  }

  @Test func whatTheProjectMayNotAskIsRefusedInASentence() {
    var session = session()
    session.press("down enter enter")
    expectFrame("refused-pilot-80x24", session.frame())
    #expect(
      session.state.message?.text.contains("Project P-001 was not approved for the pilot") == true)
  }

  /// The line stands as long as the table is sorted, whatever filters there are.
  @Test func sortingByFiguresSaysThatItRanksNobody() {
    for (rows, columns) in [(24, 80), (12, 44), (40, 120)] {
      var session = Session(rows: rows, columns: columns)
      session.press("enter enter enter text:region enter f text:sex enter enter")
      #expect(!session.frame().text.contains("not a ranking"))
      session.press("S")
      #expect(session.frame().text.contains("Sorted: not a ranking of groups for support"))
      session.press("S")
      #expect(!session.frame().text.contains("not a ranking"))
    }
  }
}
