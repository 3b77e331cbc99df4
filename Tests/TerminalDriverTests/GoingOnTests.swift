import Foundation
import Testing

/// A session whose connection was lost is gone on with, in a real terminal.
@Suite(.serialized, .enabled(if: TerminalSession.isAvailable)) struct GoingOnTests {
  private func files(_ session: TerminalSession) -> [String] {
    let folder = session.folder.appendingPathComponent("state/bold").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test(arguments: [SIGHUP, SIGTERM]) func goesOnAtTheSameCell(signal: Int32) throws {
    let session = try TerminalSession("@probe; echo rc=$?; read go; @probe; echo second=$?")
    session.expect("Pilots")
    session.type(":reoffending rows region columns age")
    session.press("Enter")
    session.expect("Persons by Region and Age")
    session.type("Sjjj")
    session.press("Right", "Right")
    session.expect("Sorted")
    session.type("mx")
    session.expect("Marked")
    // By now every key has been taken.
    let lines = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let cell = String(lines[21])
    #expect(cell.contains(":"))
    kill(try #require(session.programNumber()), signal)
    session.expect("rc=\(128 + signal)")
    // A folder and files of this user alone.
    let names = files(session)
    let kept = try #require(names.first { $0.hasPrefix("session-") && $0.hasSuffix(".txt") })
    #expect(!names.contains { $0.contains(".txt.") })
    let path = session.folder.appendingPathComponent("state/bold").path
    for (name, mode) in [(path, 0o700), (path + "/" + kept, 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: name)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
    session.press("Enter")
    session.expect("y goes on where you were")
    session.type("y")
    session.expect("Persons by Region and Age")
    session.expect("Sorted")
    #expect(session.wait { $0.contains(cell) })
    session.type("gg'x")
    #expect(session.wait { $0.contains(cell) })
    // Whoever leaves by Q has nothing to go on with.
    session.type("Q")
    session.expect("second=0")
    #expect(!files(session).contains { $0.hasPrefix("session-") && $0.hasSuffix(".txt") })
  }

  /// In a fault nothing is written: what was kept at changes before it is there.
  @Test func afterAFaultWhatWasKeptBeforeIsOffered() throws {
    let session = try TerminalSession(
      "PROBE_TRAP=1 @probe 2> errors; echo rc=$?; read go; @probe; echo second=$?")
    session.expect("Pilots")
    session.press("Enter")
    session.expect("Research questions")
    session.type("ma")
    #expect(session.wait { _ in files(session).contains { $0.hasSuffix(".txt") } })
    session.type(":treatment rows age")
    session.press("Enter")
    session.expect("rc=1")
    session.press("Enter")
    session.expect("y goes on where you were")
    session.type("y")
    session.expect("Research questions")
    session.type("Q")
    session.expect("second=0")
  }

  /// Line mode keeps the same file, by the same rules: what is typed after the end of the input, or
  /// after the connection was lost, goes on; `quit` leaves nothing.
  @Test func lineModeGoesOn() throws {
    let session = try TerminalSession(
      """
      printf 'reoffending rows region\\ndown 2\\n' | @probe plain > first.txt; echo rc=$?; read go; \
      @probe plain; echo second=$?; read go; @probe plain; echo third=$?
      """)
    session.expect("rc=0")
    #expect(files(session).contains { $0.hasPrefix("session-") && $0.hasSuffix(".txt") })
    session.press("Enter")
    session.expect("Type yes to go on where you were")
    session.type("y")
    session.press("Enter")
    session.expect("Persons by Region")
    session.type("down")
    session.press("Enter")
    session.expect("East Midlands: ")
    kill(try #require(session.programNumber()), SIGHUP)
    session.expect("second=129")
    session.press("Enter")
    session.expect("Type yes to go on where you were")
    session.type("y")
    session.press("Enter")
    session.type("quit")
    session.press("Enter")
    session.expect("third=0")
    #expect(!files(session).contains { $0.hasPrefix("session-") && $0.hasSuffix(".txt") })
  }

  @Test func aDamagedFileIsToldOfAndLeft() throws {
    let session = try TerminalSession(
      """
      @probe; echo rc=$?; f=$(ls state/bold/session-*.txt); echo garbage > $f; @probe; cat $f
      """)
    session.expect("Pilots")
    session.press("Enter")
    session.expect("Research questions")
    kill(try #require(session.programNumber()), SIGHUP)
    session.expect("The session that was kept cannot be read (line 1)")
    session.press("Enter")
    session.expect("Research questions")
    session.type("Q")
    #expect(session.wait { $0.contains("garbage") || !$0.contains("Research") })
  }

  @Test func aFolderThatCannotBeUsedIsSaid() throws {
    let session = try TerminalSession("XDG_STATE_HOME=/dev/null @probe; echo rc=$?")
    session.expect("Nothing is kept of this session")
    session.type("Q")
    session.expect("rc=0")
  }

  @Test func viewsAndRecordingsAreFilesOfTheUserAlone() throws {
    let session = try TerminalSession("@probe; echo rc=$?; ls -l day.txt; cat day.txt")
    session.expect("Pilots")
    session.type(":record day.txt")
    session.press("Enter")
    session.expect("Recording this session")
    session.type(":reoffending rows sex")
    session.press("Enter")
    session.expect("Persons by Sex")
    session.type(":save Mine")
    session.press("Enter")
    session.expect("Saved: Mine")
    session.type("Q")
    session.expect("query reoffending rows sex")
    session.expect("-rw-------")
    #expect(files(session).contains { $0.hasPrefix("views-") && $0.hasSuffix(".txt") })
  }
}
