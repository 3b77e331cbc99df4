import Testing

@testable import TerminalCore

/// Whatever changes a view is undone to exactly what was there, with its cursor.
@Suite struct UndoTests {
  /// Keys that change the view of a table, one step each.
  private static let changes = [
    "S", "s", "%", "% ", "]", "[", "x", "+", "-", "l text:low enter",
    "f text:sex enter enter", "o text:index enter", "c text:offence enter",
    "p text:year enter", "r text:age enter", "S", "%", "]",
  ]

  @Test func everyChangeIsUndoneAndRedone() {
    var session = Session()
    session.press(
      "enter enter enter text:region enter c text:age enter p text:sex enter 4*down 2*right")
    var frames = [session.frame()]
    for change in UndoTests.changes {
      let steps = session.state.past.count
      session.press(change)
      #expect(session.state.past.count == steps + 1, "\(change) is one step")
      // Moving about is none, and the cursor is where it was when a step is undone.
      session.press("down up")
      #expect(session.state.past.count == steps + 1)
      frames.append(session.frame())
    }
    for (frame, change) in zip(frames.dropLast(), UndoTests.changes).reversed() {
      session.press("u")
      #expect(session.frame() == frame, "undoing \(change)")
    }
    for (frame, change) in zip(frames.dropFirst(), UndoTests.changes) {
      session.press("ctrl-r")
      #expect(session.frame() == frame, "redoing \(change)")
    }
    session.press("ctrl-r")
    #expect(session.text.contains("Nothing to redo."))
  }

  @Test func theCursorIsWhereItWasBeforeTheStep() {
    var session = Session()
    session.press("enter enter enter text:region enter c text:age enter 5*down 2*right")
    let before = session.frame()
    session.press("S 3*down left u")
    #expect(session.frame() == before)
  }

  /// Keys typed for a table that is on its way are steps of their own.
  @Test func keysTypedAheadAreSteps() {
    var session = Session()
    session.press("enter enter enter text:region enter")
    let steps = session.state.past.count
    session.answers = false
    session.press("x % S")
    session.answers = true
    for effect in session.effects {
      if case .fetch = effect { session.answer(effect) }
    }
    #expect(session.state.past.count == steps + 3)
  }

  /// A step that is known by its places alone asks for its tables again, and can be stopped.
  @Test func stepsKnownByTheirPlacesAskAgain() {
    var session = Session()
    session.press("enter enter enter text:region enter c text:age enter % S 3*down right")
    let shown = session.frame()
    session.press("l text:low enter")
    session.state.past = session.state.past.map { .places($0.places) }
    session.state.cache = TableCache()
    session.answers = false
    session.press("u")
    #expect(session.state.isWaiting)
    session.press("esc")
    #expect(!session.state.isWaiting)
    session.answers = true
    session.press("u down up")
    #expect(session.frame() == shown)
    session.press("ctrl-r down up")
    #expect(session.state.screen.query?.linkLevel == .low)
  }
}
