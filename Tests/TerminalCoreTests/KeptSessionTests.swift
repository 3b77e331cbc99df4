import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// A session that was not ended by its keys is gone on with, and nothing of data was kept for it.
@Suite struct KeptSessionTests {
  private static let keys =
    "enter enter m p 3*down enter text:region enter c text:age enter % S 3*down 2*right m t"

  /// A session after these keys, and the text that is kept of it.
  private func kept(
    _ keys: String = KeptSessionTests.keys, package: DataPackage = FixturePackage.package
  ) throws -> (session: Session, text: String) {
    var session = Session(package: package)
    session.send(.time(TimeOfDay(hour: 14, minute: 5)))
    session.press(keys)
    return (session, try #require(session.state.sessionText))
  }

  @Test func goesOnAtTheSameCell() throws {
    var (before, text) = try kept()
    before.press("down up")
    var after = Session(memory: Memory(session: text))
    #expect(after.text.contains("y goes on where you were at 14:05"))
    after.send(.time(TimeOfDay(hour: 14, minute: 5)))
    after.press("y")
    #expect(after.frame() == before.frame())
    // The text that is kept of it is the same again.
    after.press("down up")
    #expect(before.state.sessionText == after.state.sessionText)
    // Undo, marks and the way back lead where they did.
    for keys in ["u", "u", "ctrl-r", "' p", "' t", "esc", "esc", "' '"] {
      before.press(keys)
      after.press(keys)
      before.press("k")
      after.press("k")
      #expect(after.frame() == before.frame(), "\(keys)")
    }
  }

  @Test func theQuestionStandsOnTheMessageLine() throws {
    let (_, text) = try kept()
    for (rows, columns) in [(24, 80), (40, 120)] {
      let session = Session(rows: rows, columns: columns, memory: Memory(session: text))
      expectFrame("go-on-\(columns)x\(rows)", session.frame())
    }
    let session = Session(memory: Memory(session: text))
    expectFrame("go-on-80x24-ascii", session.frame(.ascii))
  }

  @Test func anyOtherKeyDoesNotAndActsAsUsual() throws {
    let (_, text) = try kept()
    var session = Session(memory: Memory(session: text))
    // Until then what was kept stays what it was.
    #expect(session.state.sessionText == nil)
    session.press("enter")
    #expect(session.state.screen.keyScreen == .pilot)
    #expect(session.state.marks.isEmpty)
    session.press("u y")
    #expect(session.state.screen.keyScreen == .home)
    #expect(!session.text.contains("goes on"))
  }

  /// Not a digit of what was shown: the same keys keep the same text, whatever the figures.
  @Test func whatIsKeptDoesNotDependOnFigures() throws {
    var texts: Set<String> = []
    var shown: Set<String> = []
    for scale in [1, 3, 7] {
      var session = Session(service: FixtureService(scale: scale))
      session.send(.time(TimeOfDay(hour: 9, minute: 0)))
      session.press(
        "enter enter 2*down enter text:region enter c text:age enter % % S m a u 4*down right")
      session.press("f text:sex enter enter p text:year enter ] ] o text:share enter enter H esc")
      texts.insert(try #require(session.state.sessionText))
      shown.insert(session.text)
    }
    #expect(shown.count == 3)
    #expect(texts.count == 1)
  }

  /// Every number of every table that was shown is looked for in what is kept of the session.
  @Test func noFigureAndNoLabelIsKept() throws {
    var session = Session(rows: 40, columns: 120)
    session.press("enter enter 2*down enter text:region enter c text:age enter % S")
    session.press("u u e enter : text:record_r.txt enter r text:offence enter")
    session.press(": text:save_my_view enter")
    let kept = [
      try #require(session.state.sessionText), try #require(session.views),
      try #require(session.recordings["r.txt"]),
    ]
    let remembered = session.state.past.flatMap { past -> [Screen] in
      if case .screens(let screens) = past { screens } else { [] }
    }
    let tables = Set((session.state.screens + remembered).compactMap(\.table))
    #expect(tables.count >= 3)
    for text in kept {
      let words = Set(
        text.split { !$0.isNumber && $0 != "," }.map { $0.filter { $0 != "," } })
      for table in tables {
        for case .count(let count) in table.cells where count > 60 {
          #expect(!words.contains(String(count)), "\(count)")
        }
        for axis in table.axes where axis.role != .measure {
          for entry in axis.entries where entry.label.count > 3 {
            #expect(!text.contains(entry.label), "\(entry.label)")
          }
        }
      }
    }
    #expect(kept[0].contains("sha256=") && kept[2].contains("sha256="))
  }

  @Test func aReleaseThatChangedIsSaid() throws {
    let (_, text) = try kept()
    var session = Session(release: "ffff", memory: Memory(session: text))
    session.press("y")
    #expect(session.text.contains("another release now"))
    #expect(session.state.screen.keyScreen == .table)
  }

  /// What may not be asked any more is said, and the rest is shown.
  @Test func whatMayNotBeAskedAnyMoreIsSaid() throws {
    let (_, text) = try kept()
    var package = FixturePackage.package
    package.pilots[0].variables.removeAll { $0.name == "region" }
    var session = Session(package: package, memory: Memory(session: text))
    session.press("y")
    #expect(session.text.contains("Not everything can be shown again"))
    #expect(session.state.screen.keyScreen == .pathway)
    #expect(session.state.message?.isProblem == true)
  }

  @Test func goingOnCanBeStopped() throws {
    let (_, text) = try kept()
    var session = Session(memory: Memory(session: text))
    session.answers = false
    session.press("y")
    #expect(session.state.isWaiting)
    session.press("esc")
    #expect(!session.state.isWaiting)
    #expect(session.state.screen.keyScreen == .home)
  }

  // MARK: Files that are not what they should be

  @Test func aSessionOfAnotherStoreIsNotOffered() throws {
    let (_, text) = try kept()
    for (store, package) in [("elsewhere", "fixture"), ("store", "other")] {
      var own = FixturePackage.package
      own.name = package
      var session = Session(package: own, store: store, memory: Memory(session: text))
      #expect(session.state.offer == nil)
      #expect(session.text.contains("is of another store"))
      // And it is left as it is.
      session.press("enter")
      #expect(session.state.sessionText == nil)
    }
  }

  @Test func aDamagedSessionIsToldOfAndLeft() throws {
    let (_, text) = try kept()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var random = SeededRandom(seed: 11)
    for number in 0..<400 {
      var bytes = Array(text.utf8)
      switch number % 4 {
      case 0: bytes.removeLast(1 + random.next(bytes.count - 1))
      case 1: bytes[random.next(bytes.count)] = UInt8(random.next(256))
      case 2:
        var changed = lines
        changed.remove(at: random.next(lines.count - 1))
        bytes = Array(changed.joined(separator: "\n").utf8)
      default: bytes.insert(UInt8(random.next(256)), at: random.next(bytes.count))
      }
      var session = Session(memory: Memory(session: String(decoding: bytes, as: UTF8.self)))
      // It is whole and offered, or told of and left.
      #expect((session.state.offer == nil) == !session.state.keepsSession)
      if session.state.offer == nil {
        #expect(session.state.message?.isProblem == true)
        session.press("enter")
        #expect(session.state.sessionText == nil)
      } else {
        session.press("y u u ctrl-r")
        _ = session.frame()
      }
    }
    for text in ["", "\n", "bold session 1\n", "bold session 2\n", "\u{0}", lines[0]] {
      let session = Session(memory: Memory(session: text))
      #expect(session.text.contains("The session that was kept cannot be read"))
    }
  }

  @Test func hostileSessionsMoveNothing() {
    let text = """
      bold session 1
      store store
      package fixture
      project \("")
      user \("")
      release \u{1B}[2J\u{202E}
      time 14:05
      screens
        home focus=9999999 top=9999999
        pilot pilot=\u{202E}nobody
        table percent=nothing sort=99999 page=77 row=9999 column=9999 query=reoffending rows age
      end

      """
    var session = Session(memory: Memory(session: text))
    session.press("y")
    #expect(session.state.screen.keyScreen == .table)
    #expect(session.state.screens.count == 2)
    #expect(!session.text.unicodeScalars.contains("\u{1B}"))
    _ = session.frame()
  }

  @Test func nothingIsKeptWhereNothingWasDone() {
    #expect(Session().state.sessionText == nil)
  }

  @Test func whyNothingIsKeptIsSaid() {
    let session = Session(memory: Memory(problem: "/x: Permission denied"))
    #expect(session.text.contains("Nothing is kept of this session: /x: Permission denied."))
  }
}
