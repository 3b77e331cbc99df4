import CohortModel
import TerminalFixture
import Testing

@testable import TerminalCore

/// With every command on another key, screens and messages name the keys in force and no others.
@Suite struct ReboundKeyTests {
  /// Keys that nothing has by default, the same for every run.
  private static let changed: [Command: [Key]] = {
    let letters = "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩбгджзийлптфцчшщъыьэюяБГДЖЗИЙЛПФЦЧШЩЪЫЭЮЯ"
    var keys: [Command: [Key]] = [
      .accept: [.control("y")], .cancel: [.control("g")], .tick: [.control("t")],
    ]
    let others = Command.allCases.filter { keys[$0] == nil }
    for (command, letter) in zip(others, letters) { keys[command] = [.character(letter)] }
    return keys
  }()

  /// The same places as with the keys of the table, by the keys in force.
  private static func press(_ words: String, _ session: inout Session) {
    for key in words.split(separator: " ").flatMap({ Session.keys(String($0)) }) {
      let isText: Bool =
        switch session.state.overlay {
        case .picker, .prompt, .mark: true
        case nil: session.state.screen.keyScreen == .export
        default: false
        }
      let screen = isText ? KeyScreen.menu : session.state.keyScreen
      let command = KeyTable.command(for: key, on: screen)
      let isMoved = !isText || command.map(Command.ofMenus.contains) == true
      let now = command.flatMap { isMoved ? changed[$0]?.first : nil }
      session.send(.key(now ?? key))
    }
  }

  private static func keys() throws -> KeyBindings { try KeyBindings(changing: changed) }

  @Test func everyCommandHasAnotherKey() throws {
    #expect(ReboundKeyTests.changed.count == Command.allCases.count)
    let old = Set(KeyTable.entries.flatMap(\.keys))
    for entry in try ReboundKeyTests.keys().entries where entry.screens != [.menu] {
      #expect(old.isDisjoint(with: entry.keys), "\(entry.command)")
    }
  }

  private static let more: [(name: String, keys: String)] = [
    ("nothing to undo", "u"), ("first screen", "esc"), ("no mark", "'"), ("marked", "m a"),
    ("asks for a mark", "m"), ("goes to a mark", "m a enter ' a '"), ("nothing to find", "enter n"),
    ("log", "enter enter H"), ("catalogue", "C"), ("catalogue again", "C C"),
    ("one group", "enter enter right"), ("one page", "enter enter enter text:region enter ]"),
    ("shares of medians", ": text:reoffending_measure_median(charge,sentence) enter %"),
    ("two groups", "enter enter c text:versus enter text:region enter enter"),
    ("one alone", "enter enter l tab"), ("a menu's keys", "enter enter l ctrl-x"),
    ("a line's keys", ": ctrl-x"), ("a file's name", "enter enter e ctrl-x"),
    ("no recode", ": text:reoffending enter R"),
    ("no variable", "enter enter enter text:sex enter -"),
    ("recode", "enter enter enter text:region enter R"),
    ("recode shown", "enter enter enter text:region enter R tab"),
    ("switched off", "enter enter y"), ("help of a pathway", "enter enter ?"),
    ("no view", ": text:open_nothing enter"), ("views", "b"),
  ]

  /// Names of keys that nothing has now, and sentences that begin with one letter as a key.
  private static func oldKeys(in text: String) -> [String] {
    let names = #/\b(?:Esc|Enter|Tab|Space|Backspace|PgUp|PgDn|Shift-Tab|Ctrl-[bcflrz])\b/#
    let verbs =
      #/(?:chooses|puts|opens|shows|writes|leaves|tells|finds|asks|goes|proposes|filters)\b/#
    let letters = #/(?:^|[ (])[A-Za-z?\/'%] +/#.anchorsMatchLineEndings()
    let welsh = #/[Mm]ae [A-Za-z?\/'%] yn /#
    let sentences = text.matches(of: letters).compactMap { found -> String? in
      text[found.range.upperBound...].prefixMatch(of: verbs).map { String(found.0 + $0.0) }
    }
    return text.matches(of: names).map { String($0.0) } + sentences
      + text.matches(of: welsh).map { String($0.0) }
  }

  private static let cases = FrameCase.ofThePackage.map { ($0.name, $0.keys) } + more

  @Test(arguments: [Language.english, .welsh]) func noScreenNamesAnOldKey(_ language: Language)
    throws
  {
    let keys = try ReboundKeyTests.keys()
    for (name, words) in ReboundKeyTests.cases {
      var session = Session(rows: 40, columns: 120, language: language, keys: keys, canCopy: false)
      ReboundKeyTests.press(words, &session)
      // The key that was pressed, and the letter of a mark.
      let own = name == "wrong-key" ? "Mae x yn " : ""
      for found in ReboundKeyTests.oldKeys(in: session.text) where found != own {
        Issue.record("\(name), \(language): names “\(found)”\n\(session.text)")
      }
    }
  }

  /// The scan finds what it looks for: with the keys of the table they are named.
  @Test(arguments: [
    ("C", "/ finds "), ("enter", "Enter"), ("m", "Esc"), ("esc", "Q leaves"),
    ("enter n", "/ asks "),
  ])
  func theScanFindsKeysThatAreNamed(words: String, key: String) {
    var session = Session(rows: 60, columns: 120)
    session.press(words)
    let found = ReboundKeyTests.oldKeys(in: session.text).map { $0.trimmed }
    #expect(found.contains { $0.hasPrefix(key.trimmed) }, "\(words): \(found)")
  }

  @Test func thePlacesAreReachedByTheKeysInForce() throws {
    let keys = try ReboundKeyTests.keys()
    for (name, words) in ReboundKeyTests.cases where !words.contains("ctrl-x") {
      var usual = Session()
      usual.press(words)
      var other = Session(keys: keys)
      ReboundKeyTests.press(words, &other)
      #expect(usual.state.screens.map(\.kept) == other.state.screens.map(\.kept), "\(name)")
      #expect(usual.state.overlayIsClosed == other.state.overlayIsClosed, "\(name)")
    }
  }

  /// Menus, lines and the name of a file by other keys; the old ones do nothing there.
  @Test func menusHaveTheKeysTheyAreGiven() throws {
    let keys = try KeyBindings(changing: [
      .accept: [.control("y")], .cancel: [.control("g")], .tick: [.control("t")],
      .up: [.character("k"), .control("k")], .down: [.control("j")],
    ])
    var session = Session(keys: keys)
    session.press("enter enter f enter esc")
    #expect(session.text.contains("Filter by"))
    #expect(session.text.contains("Ctrl-y chooses, Ctrl-g closes it."))
    session.press("ctrl-g f ctrl-c")
    #expect(session.state.overlayIsClosed)
    session.press("f text:region ctrl-y")
    #expect(session.text.contains("(Ctrl-t marks several)"))
    session.press("ctrl-t ctrl-k ctrl-t ctrl-y")
    #expect(session.state.screen.query?.filters.first?.variable == "region")
    session.press("e enter")
    #expect(session.effects.isEmpty)
    #expect(session.text.contains("Ctrl-y writes it, Ctrl-g goes back."))
    session.press("ctrl-y")
    #expect(session.effects.count == 1)
  }

  @Test func whatMenusNeedCannotBeTakenAway() {
    for command in [Command.accept, .cancel, .tick] {
      #expect(throws: KeyConflict.character(command)) { try KeyBindings(changing: [command: []]) }
      #expect(throws: KeyConflict.character(command)) {
        try KeyBindings(changing: [command: [.character("a")]])
      }
    }
    #expect(throws: KeyConflict.self) { try KeyBindings(changing: [.up: [.tab]]) }
  }

  /// Characters move on screens; in a menu they are text, and the arrows go on moving.
  @Test func arrowsMoveInMenusWhereCharactersDoElsewhere() throws {
    var session = Session(keys: try KeyBindings(changing: [.down: [.character("j")]]))
    func focus() -> Int? {
      if case .picker(let picker) = session.state.overlay { picker.focus } else { nil }
    }
    session.press("enter enter l home")
    #expect(focus() == 0)
    session.press("down")
    #expect(focus() == 1)
    session.press("j")
    #expect(session.text.contains("Nothing contains this."))
  }
}
