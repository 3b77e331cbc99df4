import TerminalFixture
import Testing

@testable import TerminalCore

/// What was looked at and taken away, and the recording of it.
@Suite struct LogTests {
  /// A session of a few views and an export, with times of day.
  private func session(rows: Int = 24, columns: Int = 80) -> Session {
    var session = Session(rows: rows, columns: columns)
    let steps = [
      "enter enter", "enter text:region enter", "c text:age enter", "% S",
      "e ctrl-u text:tables/a.csv enter", "u u esc",
    ]
    for (number, keys) in steps.enumerated() {
      session.send(.time(TimeOfDay(hour: 14, minute: 5 + number)))
      session.press(keys)
    }
    return session
  }

  @Test func theLogShowsWhatWasLookedAtAndExported() {
    var session = session()
    session.press("H")
    expectFrame("log-80x24", session.frame())
    expectFrame("log-80x24-ascii", session.frame(.ascii))
    session.send(.resize(Size(rows: 40, columns: 120)))
    expectFrame("log-120x40", session.frame())
    var empty = Session()
    empty.press("H")
    expectFrame("log-empty-80x24", empty.frame())
  }

  @Test func enterOpensAViewAgain() {
    var session = session()
    session.press("H g")
    let count = session.state.logEntries.count
    // The entry of the sorted table.
    let place = session.state.logEntries.firstIndex {
      if case .view(let place) = $0.event { place.settings.count == 2 } else { false }
    }!
    session.press("\(max(1, place))*down enter")
    guard case .table(let screen) = session.state.screen else {
      Issue.record("no table: \(session.text)")
      return
    }
    #expect(screen.percentage == .row && screen.sorting?.isDescending == true)
    #expect(session.state.logEntries.count == count + 1)
    session.press("esc esc")
    #expect(session.state.screen.keyScreen == .table || session.state.screen.keyScreen == .pathway)
  }

  @Test func recentViewsAreTheLatestFirstAndEachOnce() {
    let views = session().state.recentViews
    #expect(views.count == 3)
    #expect(Set(views.compactMap(\.place.query)).count == 3)
    #expect(views.first?.title == "Reducing reoffending: Pathway")
    #expect(views.first?.time == TimeOfDay(hour: 14, minute: 10))
  }

  @Test func aRecordingIsOneCommandPerLine() {
    var session = session()
    session.press(": text:record_day.txt enter")
    #expect(session.text.contains("Recording this session: day.txt"))
    session.press("enter text:sex enter S S : text:record enter x")
    #expect(
      session.recordings["day.txt"] == """
        # bold recording 1
        package fixture
        release 0f1e2d3c4b5a69788796
        pilot reoffending
        query reoffending rows stage
        query reoffending rows region
        query reoffending rows region columns age
        percent row
        sort-descending 1
        export tables/a.csv sha256=\(String(repeating: "a", count: 64)) \
        release=0f1e2d3c4b5a69788796 profile=10-5 minimum=10 base=5
        sort-descending none
        percent none
        query reoffending rows stage
        query reoffending rows sex
        sort-descending 1
        sort-descending none

        """)
  }

  @Test func aFileThatIsThereIsNotRecordedOver() {
    var session = session()
    session.existingFiles = ["day.txt"]
    session.press(": text:record_day.txt enter")
    #expect(session.text.contains("Not recorded: File exists"))
    #expect(session.state.recording == nil)
    session.press("enter text:sex enter")
    #expect(session.recordings.isEmpty)
  }

  @Test func recordingsAreReadBack() throws {
    var session = session()
    session.press(": text:record_day.txt enter")
    let recording = try Recording(text: session.recordings["day.txt"] ?? "")
    #expect(recording.package == "fixture")
    #expect(recording.release == "0f1e2d3c4b5a69788796")
    let exports = recording.steps.compactMap { step -> ExportRecord? in
      if case .export(let record) = step.action { record } else { nil }
    }
    #expect(exports.map(\.path) == ["tables/a.csv"])
    #expect(exports.first?.hash == String(repeating: "a", count: 64))
    #expect(exports.first?.profile == "10-5")
  }

  @Test(arguments: [
    ("", 1), ("query reoffending", 1), ("# bold recording 2\n", 1),
    ("# bold recording 1\nquery", 2), ("# bold recording 1\n\n# x\ndance 3\n", 4),
    ("# bold recording 1\nexport\n", 2), ("# bold recording 1\nexport a sha256=xyz\n", 2),
    ("# bold recording 1\nquery reoffending rows age:\n", 2),
    ("# bold recording 1\nsort\n", 2), ("# bold recording 1\npilot \\x\n", 2),
  ])
  func whatIsNoRecordingIsToldByItsLine(text: String, line: Int) {
    do {
      _ = try Recording(text: text)
      Issue.record("was read")
    } catch {
      #expect(error.line == line)
    }
  }

  /// People edit recordings: indents, comments and line ends of other systems are understood.
  @Test func editedRecordingsAreRead() throws {
    let text =
      "# bold recording 1\r\n\r\n  # mine\r\n  query reoffending rows age \r\n\texport a b.csv\r\n"
    let recording = try Recording(text: text)
    #expect(recording.steps.map(\.line) == [4, 5])
    #expect(recording.steps.last?.action == .export(ExportRecord(path: "a b.csv")))
  }
}
