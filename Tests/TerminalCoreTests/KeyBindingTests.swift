import CohortModel
import Testing

@testable import TerminalCore

@Suite struct KeyBindingTests {
  @Test func aCommandHasTheKeysItIsGiven() throws {
    let keys = try KeyBindings(changing: [
      .filter: [.character("x")], .swap: [.character("f"), .control("x")],
    ])
    var session = Session(keys: keys)
    session.press("enter enter enter text:region enter f")
    #expect(session.state.screen.query?.columns == [AxisVariable("region")])
    session.press("ctrl-x")
    #expect(session.state.screen.query?.rows == [AxisVariable("region")])
    session.press("x")
    #expect(session.text.contains("Filter by"))
    session.press("esc ?")
    #expect(session.text.contains("? "))
    #expect(session.state.screen.keyScreen == .table)
    guard case .reader(let help) = session.state.overlay else {
      Issue.record("no help")
      return
    }
    #expect(
      help.paragraphs.contains {
        $0.lead.hasPrefix("f Ctrl-x ") && $0.text == "Swap rows and columns"
      })
  }

  @Test func theMenuShowsTheKeysInForce() throws {
    let keys = try KeyBindings(changing: [.swap: [.control("x")]])
    var session = Session(rows: 40, columns: 120, keys: keys)
    session.press("enter enter enter text:region enter space")
    #expect(session.text.contains("Ctrl-x  Swap rows and columns"))
    session.press("esc x")
    #expect(session.text.contains("x does nothing here. ? shows"))
  }

  @Test func conflictsAreTold() {
    let taken = #expect(throws: KeyConflict.self) {
      try KeyBindings(changing: [.filter: [.character("x")]])
    }
    #expect(taken?.text.contains("The key x stands for both") == true)
    #expect(taken?.text.contains("filter") == true && taken?.text.contains("swap") == true)
    #expect(throws: KeyConflict.missing(.leave)) { try KeyBindings(changing: [.leave: []]) }
    // What works on every screen meets what works on one.
    #expect(throws: KeyConflict.self) { try KeyBindings(changing: [.undo: [.character("r")]]) }
  }

  @Test func aCommandWithoutKeysCanStillBeTyped() throws {
    var session = Session(keys: try KeyBindings(changing: [.swap: []]))
    session.press("enter enter enter text:region enter x")
    #expect(session.state.screen.query?.rows == [AxisVariable("region")])
    session.press(": text:swap enter")
    #expect(session.state.screen.query?.columns == [AxisVariable("region")])
  }

  @Test func everyKeyOfTheTableCanBeWritten() throws {
    for key in KeyTable.entries.flatMap(\.keys) where key != .control("c") {
      #expect(try Key(name: key.name) == key)
    }
    #expect(throws: Key.NameProblem.unknown) { try Key(name: "F1") }
    #expect(throws: Key.NameProblem.unknown) { try Key(name: "") }
    #expect(throws: Key.NameProblem.notItsOwn("is Tab")) { try Key(name: "Ctrl-i") }
    #expect(throws: Key.NameProblem.notItsOwn("always means Esc")) { try Key(name: "Ctrl-c") }
  }
}
