import Testing

@testable import TerminalCore

@Suite struct MouseTests {
  @Test func aClickFocusesTheCellUnderIt() {
    var session = Session()
    session.press("enter enter enter text:region enter c text:age enter")
    let plain = session.frame()
    session.press("2*down 3*right")
    let cursor = session.frame().cursor
    session.press("up up left left left")
    session.send(.mouse(.click(cursor)))
    #expect(session.frame().cursor == cursor)
    #expect(session.frame().cursor != plain.cursor)
  }

  @Test func aClickFocusesTheLineUnderIt() {
    var session = Session()
    session.press("enter enter")
    session.press("3*down")
    let there = session.frame()
    session.press("3*up")
    session.send(.mouse(.click(there.cursor)))
    #expect(session.frame().text == there.text && session.frame().cursor == there.cursor)
    // Nothing is opened by it, and nothing happens beside the lines.
    session.send(.mouse(.click(Position(row: 23, column: 5))))
    session.send(.mouse(.click(Position(row: 0, column: 0))))
    #expect(session.frame().text == there.text && session.frame().cursor == there.cursor)
  }

  @Test func theWheelMovesByThreeLines() {
    var session = Session()
    session.press("enter enter enter text:region enter 3*down")
    let there = session.frame()
    session.press("3*up")
    session.send(.mouse(.scrollDown(Position(row: 10, column: 10))))
    #expect(session.frame().text == there.text && session.frame().cursor == there.cursor)
    session.send(.mouse(.scrollUp(Position(row: 10, column: 10))))
    guard case .table(let screen) = session.state.screen else { return }
    #expect(screen.line == 0)
  }

  @Test func aClickFocusesAnItemOfAMenu() {
    var session = Session()
    session.press("enter enter enter 2*down")
    let there = session.frame().cursor
    session.press("2*up")
    session.send(.mouse(.click(there)))
    guard case .picker(let picker) = session.state.overlay else {
      Issue.record("no menu")
      return
    }
    #expect(picker.focus == 2)
  }
}
