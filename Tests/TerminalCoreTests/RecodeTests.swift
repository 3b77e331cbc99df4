import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// Codes put together on the screen.
@Suite struct RecodeTests {
  private func recode(_ session: Session) -> [String: [String]] {
    let groups = session.state.screen.query?.recodes.first?.groups ?? []
    return Dictionary(uniqueKeysWithValues: groups.map { ($0.name, $0.codes) })
  }

  private func rows(_ session: Session) -> [String] {
    guard case .table(let screen) = session.state.screen else { return [] }
    return screen.order.map { screen.view.rows[$0].entries[0].label }
  }

  @Test func codesAreMarkedAndNamed() {
    var session = Session()
    session.press("enter enter enter text:age enter R down tab tab enter text:Young enter")
    guard case .picker(let picker) = session.state.overlay else {
      Issue.record("the menu was closed")
      return
    }
    #expect(picker.items[0].label == "Show the table")
    #expect(session.text.contains("Group Young: 18 to 20, 21 to 24"))
    session.press("enter")
    #expect(recode(session) == ["Young": ["18-20", "21-24"]])
    #expect(rows(session).contains("Young") && !rows(session).contains("18 to 20"))
    #expect(rows(session).contains("25 to 29"))
    #expect(session.text.contains("[recoded: Age at release]"))
    session.press("u")
    #expect(recode(session) == [:])
    #expect(rows(session).contains("18 to 20"))
    session.press("ctrl-r : up")
    #expect(session.text.contains("recode age: Young=18-20,21-24"))
  }

  @Test func severalGroupsAndTheRestTogether() {
    var session = Session(rows: 40)
    session.press("enter enter enter text:age enter R down tab tab enter text:Young enter")
    session.press("text:40 tab bs bs text:50_and tab enter text:Older enter down enter up enter")
    #expect(recode(session)["Young"] == ["18-20", "21-24"])
    #expect(recode(session)["Older"] == ["40-49", "50+"])
    #expect(recode(session)["All others"]?.contains("25-29") == true)
    #expect(rows(session).count == 4)
    // The menu begins with what there is; the rest goes back to single codes.
    session.press("R down enter up enter")
    #expect(recode(session)["All others"] == nil)
    #expect(rows(session).contains("25 to 29"))
  }

  @Test func groupsAreTakenApart() {
    var session = Session(rows: 40)
    session.press("enter enter enter text:age enter R down tab tab enter text:Young enter enter")
    session.press("R 2*down enter")
    guard case .picker(let picker) = session.state.overlay else {
      Issue.record("the menu was closed")
      return
    }
    #expect(picker.marked == ["18-20", "21-24"])
    session.press("down tab tab home enter")
    #expect(recode(session) == [:])
    #expect(rows(session).contains("18 to 20"))
  }

  @Test func aGroupWithoutANameHasItsCodesForOne() {
    var session = Session()
    session.press("enter enter enter text:age enter R down tab tab enter enter enter")
    #expect(recode(session) == ["18 to 20, 21 to 24": ["18-20", "21-24"]])
  }

  @Test func escLeavesTheTableAsItWas() {
    var session = Session()
    session.press("enter enter enter text:age enter")
    let before = session.frame()
    session.press("R down tab enter text:x esc esc")
    #expect(session.frame() == before)
  }

  @Test func theVariableIsChosenWhereThereAreSeveral() {
    var session = Session()
    session.press(": text:reoffending_rows_age_columns_region enter R text:region enter")
    #expect(session.text.contains("Region: Tab marks codes"))
    session.press("down tab 4*down tab enter text:North enter enter")
    #expect(recode(session)["North"] == ["E0", "E1"])
  }

  @Test func nothingToRecode() {
    var session = Session()
    session.press(": text:reoffending_rows_reoffended enter R")
    #expect(session.text.contains("no variable here with codes to put together"))
  }

  /// A refusal leaves the menu open, with the reason.
  @Test func aRecodeThatIsRefusedIsNotAskedFor() {
    var session = Session(rows: 60)
    session.press("enter enter enter text:region enter")
    let query = session.state.screen.query
    // Codes of two levels in one group.
    session.press("R down tab tab enter text:Mixed enter enter")
    #expect(session.state.screen.query == query)
    #expect(session.state.message?.isProblem == true)
    #expect(!session.state.overlayIsClosed)
  }

  @Test func hostileNamesAreShownAsWhatTheyAre() {
    var session = Session()
    session.press("enter enter enter text:age enter R down tab tab enter")
    session.send(.paste("A\u{202E}B\u{1B}[2J; where"))
    session.press("enter enter")
    #expect(!session.text.unicodeScalars.contains("\u{202E}"))
    #expect(!session.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test(arguments: [(24, 80, Style.unicode), (24, 80, .ascii), (40, 120, .unicode)])
  func frames(rows: Int, columns: Int, style: Style) {
    var session = Session(rows: rows, columns: columns)
    session.press("enter enter enter text:age enter R down tab tab")
    let suffix = "\(columns)x\(rows)" + (style == .ascii ? "-ascii" : "")
    expectFrame("recode-menu-\(suffix)", session.frame(style))
    session.press("enter text:Young")
    expectFrame("recode-name-\(suffix)", session.frame(style))
    session.press("enter down enter")
    expectFrame("recode-groups-\(suffix)", session.frame(style))
    session.press("up enter")
    expectFrame("recode-table-\(suffix)", session.frame(style))
  }
}
