import TerminalFixture
import Testing

@testable import TerminalCore

@Suite struct SavedViewTests {
  private static let table = "enter enter enter text:region enter c text:age enter % S 2*down right"

  @Test func aViewIsSavedAndOpenedByItsName() {
    var session = Session()
    session.press(SavedViewTests.table)
    session.press(": text:save_Regions__by_age enter")
    #expect(session.text.contains("Saved: Regions by age."))
    session.press("esc esc esc : text:open_Regions_by_age enter")
    guard case .table(let screen) = session.state.screen else {
      Issue.record("no table")
      return
    }
    #expect(screen.percentage == .row)
    #expect(screen.sorting?.isDescending == true)
    #expect(screen.column == 1)
    // A later session has it as well, and can forget it.
    var later = Session(memory: Memory(views: session.views))
    #expect(later.state.savedViews.map(\.name) == ["Regions by age"])
    later.press("b enter")
    #expect(later.state.screen.query?.columns.map(\.name) == ["age"])
    later.press(": text:forget_Regions_by_age enter b")
    #expect(later.text.contains("No view is saved yet"))
  }

  @Test func thePickerShowsThem() {
    var session = Session()
    session.press(SavedViewTests.table)
    session.press(": text:save_Regions_by_age enter esc : text:save_Way enter b")
    expectFrame("views-80x24", session.frame())
    expectFrame("views-80x24-ascii", session.frame(.ascii))
    session.send(.resize(Size(rows: 40, columns: 120)))
    expectFrame("views-120x40", session.frame())
  }

  @Test func namesThatAreTakenOrNoneAreRefused() {
    var session = Session()
    session.press(SavedViewTests.table)
    session.press(": text:save_a enter : text:save_a enter")
    #expect(session.text.contains("has “a” already"))
    for name in ["\u{202E}abc", "a\u{200B}b", String(repeating: "x", count: 61)] {
      session.press(":")
      session.send(.paste("save \(name)"))
      session.press("enter")
      #expect(session.state.message?.isProblem == true)
    }
    session.press(": text:save enter")
    #expect(session.text.contains(":save needs a name"))
    session.press(": text:open_nothing enter")
    #expect(session.text.contains("There is no view “nothing”"))
    session.press(": text:forget_nothing enter")
    #expect(session.text.contains("has no view “nothing”"))
    #expect(session.state.savedViews.map(\.name) == ["a"])
    session.press("esc esc esc esc : text:save_home enter")
    #expect(session.text.contains("this screen is none"))
  }

  /// A name may be any text that can be seen, and stays one line of the file.
  @Test func namesOfAnyScriptAreKept() throws {
    var session = Session()
    session.press(SavedViewTests.table)
    for name in ["日本語", "view x", "\\u{a}", "a=b query=c", "مرحبا", "é"] {
      session.press(":")
      session.send(.paste("save \(name)"))
      session.press("enter")
    }
    #expect(session.state.savedViews.count == 6)
    let later = Session(memory: Memory(views: session.views))
    #expect(later.state.savedViews == session.state.savedViews)
  }

  @Test func aFileThatCannotBeReadIsLeft() throws {
    var session = Session()
    session.press(SavedViewTests.table)
    session.press(": text:save_a enter")
    let text = try #require(session.views)
    for changed in [
      String(text.dropLast()), text + "view b\n", text.replacing("table", with: "chair"),
      text + text, text.replacing("view a", with: "view a\u{202E}"),
    ] {
      var later = Session(memory: Memory(views: changed))
      #expect(later.text.contains("The file of saved views cannot be read"))
      #expect(later.state.savedViews.isEmpty)
      later.press(SavedViewTests.table)
      later.press(": text:save_c enter")
      #expect(later.views == changed)
    }
    let other = Session(store: "elsewhere", memory: Memory(views: text))
    #expect(other.text.contains("is of another store"))
  }
}
