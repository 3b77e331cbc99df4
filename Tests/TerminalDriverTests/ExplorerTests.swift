import Foundation
import Testing

@testable import TerminalDriver

/// The explorer in a real terminal.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable)) struct ExplorerTests {
  @Test func drillsAndComesBack() throws {
    let session = try TerminalSession("@probe; echo rc=$?")
    session.expect("Pilots")
    session.press("Enter")
    session.expect("Research questions")
    session.press("Enter")
    session.expect("of previous")
    session.press("Enter")
    session.expect("Break down: Released")
    session.type("region")
    session.press("Enter")
    session.expect("Persons by Region")
    session.expect("Not<202e> known<1b>[2J<200b>")
    session.press("Escape")
    session.expect("of previous")
    session.press("BSpace")
    session.expect("Research questions")
    session.type("q")
    session.expect("Pilots")
    session.type("Q")
    session.expect("rc=0")
    #expect(session.property("#{alternate_on}") == "0")
  }

  @Test func followsTheSizeOfTheWindow() throws {
    let session = try TerminalSession("@probe; echo rc=$?")
    session.expect("Pilots")
    session.type(":reoffending rows region columns age")
    session.press("Enter")
    session.expect("Persons by Region and Age")
    session.resize(columns: 200, rows: 60)
    #expect(session.wait { $0.contains("SYNTHETIC DATA\n") && $0.contains("Other or not known") })
    session.resize(columns: 20, rows: 5)
    session.expect("This window is 20 by")
    session.resize(columns: 80, rows: 24)
    session.expect("Persons by Region and Age")
    let lines = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first?.hasSuffix("SYNTHETIC DATA") == true)
  }

  @Test func losesNoKeyOfABurst() throws {
    let session = try TerminalSession("@probe; echo rc=$?")
    session.expect("Pilots")
    session.type(":reoffending rows region:all")
    session.press("Enter")
    session.expect("North East area 1")
    let burst = String(repeating: "jjjjjjjjjjkkkkkkkkk", count: 26)
    session.type(burst + "jjjjjj")
    // 32 down: the total, six regions of five lines, and the second line of the seventh.
    session.expect("London area 1: ")
  }

  @Test(arguments: ["TERM", "HUP", "INT", "QUIT"]) func signalsRestoreEveryMode(name: String) throws
  {
    let session = try TerminalSession(
      "stty -a > before; @probe; echo rc=$?; stty -a > after; echo end")
    session.expect("Pilots")
    let number = try #require(session.programNumber())
    let signals: [String: Int32] = ["TERM": SIGTERM, "HUP": SIGHUP, "INT": SIGINT, "QUIT": SIGQUIT]
    let signal = try #require(signals[name])
    kill(number, signal)
    session.expect("rc=\(128 + signal)")
    expectResting(session)
  }

  @Test func aFaultRestoresEveryMode() throws {
    let session = try TerminalSession(
      "stty -a > before; PROBE_TRAP=1 @probe 2> errors; echo rc=$?; stty -a > after; echo end")
    session.expect("Pilots")
    session.type(":treatment rows age")
    session.press("Enter")
    session.expect("rc=1")
    expectResting(session)
    let errors = session.contents(of: "errors")
    #expect(errors.contains("The terminal is restored"))
    // The runtime's own crash report would show memory.
    #expect(!errors.contains("Backtrace"))
  }

  private func expectResting(
    _ session: TerminalSession, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    session.expect("end", sourceLocation: sourceLocation)
    let before = session.contents(of: "before")
    #expect(!before.isEmpty, sourceLocation: sourceLocation)
    #expect(session.contents(of: "after") == before, sourceLocation: sourceLocation)
    let modes = "#{alternate_on}#{keypad_cursor_flag}#{keypad_flag}#{mouse_any_flag}#{cursor_flag}"
    #expect(session.property(modes) == "00001", sourceLocation: sourceLocation)
  }

  @Test func suspendsAndGoesOn() throws {
    let session = try TerminalSession("exec bash --norc --noprofile -i")
    session.type("PS1='ready> '; \(TerminalSession.probe)")
    session.press("Enter")
    session.expect("Pilots")
    session.press("C-z")
    session.expect("Stopped")
    #expect(session.property("#{alternate_on}") == "0")
    session.type("fg")
    session.press("Enter")
    session.expect("Pilots")
    session.press("Enter")
    session.expect("Research questions")
    session.type("Q")
    session.expect("ready>")
  }

  @Test func endsWithItsTerminal() throws {
    var session: TerminalSession? = try TerminalSession("@probe")
    session?.expect("Pilots")
    let number = try #require(session?.programNumber())
    session = nil
    var isGone = false
    for _ in 0..<200 where !isGone {
      isGone = kill(number, 0) != 0
      if !isGone { usleep(25_000) }
    }
    #expect(isGone)
  }

  @Test(arguments: [
    ("TERM=dumb @probe", "cannot move its cursor"), ("TERM=nonsense @probe", "is not known here"),
    ("TERM= @probe", "TERM is not set"), ("@probe < /dev/null", "needs a terminal"),
    ("@probe | cat", "needs a terminal"),
  ])
  func saysWhyATerminalWillNotDo(line: String, sentence: String) throws {
    let session = try TerminalSession("\(line); echo rc=$?")
    session.expect(sentence)
    if !line.contains("|") { session.expect("rc=2") }
  }

  /// Whoever has no screen is told of the explorer that needs none.
  @Test(arguments: [
    TerminalProblem.notATerminal, .noTerm, .unknown("x"), .cannotMoveCursor("dumb"),
  ])
  func linesOfTextAreNamed(problem: TerminalProblem) {
    #expect(problem.text.contains("\u{201C}bold explore --plain\u{201D}"))
  }

  /// Terminals with few and with many colours, and those that know no line graphics.
  @Test(arguments: [
    "vt100", "linux", "screen-256color", "tmux-256color", "xterm-direct", "xterm-256color",
  ])
  func drawsOnEveryTerminal(term: String) throws {
    let session = try TerminalSession(
      "infocmp \(term) > /dev/null 2>&1 || { echo no such terminal; exit; };"
        + " TERM=\(term) @probe; echo rc=$?")
    if session.wait(until: { $0.contains("Pilots") || $0.contains("no such terminal") }),
      session.screen.contains("no such terminal")
    {
      print("\(term) is not known to terminfo here: skipped")
      return
    }
    session.expect("SYNTHETIC DATA")
    session.press("Enter")
    session.expect("Research questions")
    session.press("Enter")
    session.expect("of previous")
    session.resize(columns: 60, rows: 18)
    session.expect("Released")
    session.type("Q")
    session.expect("rc=0")
    #expect(session.property("#{alternate_on}#{cursor_flag}").hasSuffix("1"))
  }

  /// From large to too small and back, with keys in between that nobody sees act.
  @Test func resizesThroughEverySize() throws {
    let session = try TerminalSession("@probe; echo rc=$?", columns: 200, rows: 60)
    session.expect("Pilots")
    session.type(":reoffending rows region columns age")
    session.press("Enter")
    session.expect("Persons by Region and Age")
    for (columns, rows) in [(120, 40), (80, 24), (40, 12), (20, 5), (40, 12), (200, 60)] {
      session.resize(columns: columns, rows: rows)
      session.press("Down")
      session.expect(columns < 40 ? "This window" : "Region")
    }
    session.expect("Persons by Region and Age")
    session.type("Q")
    session.expect("rc=0")
  }

  @Test func drawsWithoutColoursWhereAsked() throws {
    let coloured = try TerminalSession("@probe")
    coloured.expect("Pilots")
    #expect(coloured.screenWithAttributes.contains("\u{1B}[1m\u{1B}[3"))
    let plain = try TerminalSession("NO_COLOR=1 @probe")
    plain.expect("Pilots")
    #expect(
      plain.screenWithAttributes.range(
        of: "\u{1B}\\[([0-9;]*;)?(38|48|3[0-7]|4[0-7])[;m]", options: .regularExpression)
        == nil)
  }

  @Test func drawsInASCIIWhereTheLocaleHasNothingElse() throws {
    let session = try TerminalSession("LC_ALL=C @probe")
    session.expect("Pilots")
    session.press("Enter", "Enter")
    session.expect("####")
    #expect(session.screen.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func waitingShowsASignAndCanBeStopped() throws {
    let session = try TerminalSession("PROBE_DELAY_MS=3000 @probe")
    session.expect("Pilots")
    session.press("Enter")
    session.expect("Research questions")
    session.type(":treatment rows age")
    session.press("Enter")
    session.expect("Fetching")
    session.press("Escape")
    session.expect("Stopped.")
    session.type("jj")
    session.expect("Research questions")
  }

  @Test func theTourIsShownAtTheFirstStartAlone() throws {
    let line =
      "export PROBE_TOUR=1 XDG_STATE_HOME=$PWD/state; @probe; @probe; echo rc=$?"
    let session = try TerminalSession(line)
    session.expect("Tour, 1 of 5")
    session.type("Q")
    session.expect("Pilots")
    #expect(!session.screen.contains("Tour, 1 of 5"))
    session.type("T")
    session.expect("Tour, 1 of 5")
    session.press("Escape")
    session.expect("Pilots")
    session.type("Q")
    session.expect("rc=0")
  }

  @Test func noTourWhereItCannotBeRemembered() throws {
    let session = try TerminalSession(
      "PROBE_TOUR=1 XDG_STATE_HOME=/proc/nowhere @probe; echo rc=$?")
    session.expect("Pilots")
    #expect(!session.screen.contains("Tour"))
  }
}
