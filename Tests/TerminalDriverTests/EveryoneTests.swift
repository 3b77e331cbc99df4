import Foundation
import Testing

/// The explorer for everyone, in a real terminal: line mode, Welsh, other keys, the mouse, and what is
/// given to the clipboard.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable)) struct EveryoneTests {
  @Test func lineModeWritesNoEscapeSequence() throws {
    let session = try TerminalSession(
      "printf 'open 1\\nopen\\nreoffending rows region columns sex\\ndown\\nwhy\\nhelp\\n' |"
        + " TERM=dumb @probe plain > out.txt; echo rc=$?")
    session.expect("rc=0")
    let text = session.contents(of: "out.txt")
    #expect(text.contains("1. Reducing reoffending"))
    #expect(text.contains("North East, Female: "))
    #expect(!text.utf8.contains(0x1B))
    #expect(text.utf8.allSatisfy { $0 == 0x0A || ($0 >= 0x20 && $0 != 0x7F) })
  }

  @Test func lineModeAsksInATerminal() throws {
    let session = try TerminalSession("@probe plain grid; echo rc=$?")
    session.expect("\n>")
    session.type("reoffending rows sex columns age")
    session.press("Enter")
    session.expect("Female  ")
    #expect(session.property("#{alternate_on}") == "0")
    session.press("C-d")
    session.expect("rc=0")
  }

  @Test func theScreenIsInWelsh() throws {
    let session = try TerminalSession(
      "LANG=cy_GB.UTF-8 LC_ALL= LC_CTYPE=C.UTF-8 @probe; echo rc=$?")
    session.expect("Cynlluniau peilot")
    session.type(":reoffending rows sex")
    session.press("Enter")
    session.expect("Benyw")
    session.type("Q")
    session.expect("rc=0")
  }

  @Test func keysCanBeOthers() throws {
    let session = try TerminalSession("@probe x=filter; echo rc=$?")
    session.expect("Pilots")
    session.type(":reoffending rows sex")
    session.press("Enter")
    session.expect("Persons by Sex")
    session.type("x")
    session.expect("Filter by")
  }

  /// tmux takes a copy into its buffer where it is told to.
  @Test func aFigureReachesTheClipboardOfTheTerminal() throws {
    let session = try TerminalSession("@probe; echo rc=$?")
    session.expect("Pilots")
    session.set("set-clipboard", "on")
    session.type(":reoffending rows sex")
    session.press("Enter")
    session.expect("Persons by Sex")
    session.press("Down")
    session.type("y")
    session.expect("noted as an export")
    let buffer = session.buffer
    #expect(buffer.contains("Female: "))
    #expect(buffer.contains("SYNTHETIC DATA"))
    #expect(buffer.contains(/\n\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/))
  }

  @Test func aClickFocuses() throws {
    let session = try TerminalSession("TERM=xterm-256color @probe mouse; echo rc=$?")
    session.expect("Pilots")
    session.type(":reoffending rows region")
    session.press("Enter")
    session.expect("Persons by Region")
    #expect(session.property("#{mouse_any_flag}") == "1")
    // SGR: the first button, column 30, row 9, pressed and released.
    session.type("\u{1B}[<0;30;9M\u{1B}[<0;30;9m")
    #expect(session.wait { _ in session.property("#{cursor_y}") == "8" })
    session.type("Q")
    session.expect("rc=0")
    #expect(session.property("#{mouse_any_flag}") == "0")
  }
}
