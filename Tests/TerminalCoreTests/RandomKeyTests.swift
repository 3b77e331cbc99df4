import CohortModel
import Foundation
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// Keys at random: nothing crashes, every frame is whole, and every number on every screen is a
/// figure of a protected table that was handed out for it, is made from one, or is part of a text.
@Suite struct RandomKeyTests {
  private static let keys: [Key] =
    KeyTable.entries.flatMap(\.keys).filter { $0 != .character("Q") }
    + "abcdefghijklmnoprstuvwxyz0123456789=:,.\"é日\u{301}\u{202E}".map { .character($0) }
    + Array(repeating: Key.enter, count: 25) + Array(repeating: Key.down, count: 15)
    + [.tab, .backTab, .delete, .control("u"), .control("w"), .other("F1"), .right, .right]

  /// Ways that keys at random would seldom find: to every screen, and to what stands over it.
  private static let ways =
    (FrameCase.all.map(\.keys) + ["enter enter e enter e enter", ": text:home enter"]).map { keys in
      keys.split(separator: " ").flatMap { Session.keys(String($0)) }
    }

  /// `make test` sends 100,000; then every kind of screen has to be among those seen.
  static let count =
    ProcessInfo.processInfo.environment["RANDOM_KEYS"].flatMap { Int($0) } ?? 20_000
  /// `RANDOM_SEED` is added to the seeds: other keys.
  private static let seeds: [UInt64] = {
    let first = ProcessInfo.processInfo.environment["RANDOM_SEED"].flatMap { UInt64($0) } ?? 0
    return [1, 2, 3, 4].map { first + $0 }
  }()

  @Test(arguments: seeds) func keysAtRandom(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    // Half of them in Welsh. Counts are large, so that none of them is a number of some text.
    let language: Language = seed % 2 == 0 ? .welsh : .english
    let package = FixturePackage.linked
    var session = Session(
      package: package, language: language,
      service: FixtureService(package: package, scale: 1009, smallest: 10_000))
    let check = NumberCheck(texts: KnownTexts.numbers(of: package, language: language))
    var way: [Key] = []
    var deck: [Int] = []
    var visits: [String: Int] = [:]
    for number in 0..<(RandomKeyTests.count / RandomKeyTests.seeds.count) {
      if way.isEmpty, random.next(20) == 0 {
        // Each of them once before any comes again.
        if deck.isEmpty { deck = Array(RandomKeyTests.ways.indices) }
        let drawn = deck.remove(at: random.next(deck.count))
        // They begin at home, in a window that has room for it.
        let back = Array(repeating: Key.escape, count: session.state.screens.count + 3)
        way = (back + RandomKeyTests.ways[drawn]).reversed()
        session.send(.resize(Size(rows: 12 + random.next(30), columns: 40 + random.next(80))))
      }
      // On such a way nothing else happens; else now and then answers are late, and some never come.
      session.answers = !way.isEmpty || random.next(20) != 0
      if way.isEmpty, random.next(50) == 0 {
        let size = Size(rows: 1 + random.next(40), columns: 1 + random.next(110))
        session.send(.resize(size))
      }
      if way.isEmpty, random.next(20) == 0 {
        let place = Position(row: random.next(40), column: random.next(110))
        let events: [MouseEvent] = [.click(place), .scrollUp(place), .scrollDown(place)]
        session.send(.mouse(events[random.next(3)]))
      }
      let key = way.popLast() ?? RandomKeyTests.keys[random.next(RandomKeyTests.keys.count)]
      session.send(.key(key))
      let style: Style = random.next(2) == 0 ? .unicode : .ascii
      let frame = session.frame(style)
      let place = "seed \(seed), key \(number)"
      let isWhole =
        frame.size == session.state.size
        && frame.cells.count == frame.size.rows * frame.size.columns
        && (0..<frame.size.rows).contains(frame.cursor.row)
        && (0..<frame.size.columns).contains(frame.cursor.column)
      if !isWhole { Issue.record("\(place): the frame is not of its size") }
      if let problem = RandomKeyTests.wrongWidth(frame) { Issue.record("\(place): \(problem)") }
      if let problem = RandomKeyTests.misplacedFigure(session.state, frame) {
        Issue.record("\(place): \(problem)")
      }
      for stranger in check.strangers(in: frame, of: session, style) {
        Issue.record(
          """
          \(place): nothing accounts for \(stranger.text) in row \(stranger.row), column \
          \(stranger.columns.lowerBound) of
          \(frame.text)
          """)
      }
      for name in PlaceNames.names(of: session.state) { visits[name, default: 0] += 1 }
      for case .export(_, _, let path, _) in session.effects { session.existingFiles.insert(path) }
      if session.effects.count > 100 { session.effects = [] }
    }
    RandomKeyTests.expectVisits(visits)
  }

  /// Every kind of screen, and everything that stands over one, was seen: asked of many keys alone.
  private static func expectVisits(_ visits: [String: Int]) {
    guard count >= 100_000 else { return }
    for name in PlaceNames.all where visits[name, default: 0] < 3 {
      Issue.record("\(name) was seen \(visits[name, default: 0]) times")
    }
  }

  /// Every line is as wide as the screen, and wide characters have their second column.
  private static func wrongWidth(_ frame: Frame) -> String? {
    for row in 0..<frame.size.rows {
      var column = 0
      while column < frame.size.columns {
        let cell = frame[row, column]
        if cell.text.utf8.count == 1 {
          column += 1
          continue
        }
        guard let first = cell.text.unicodeScalars.first else {
          return "row \(row), column \(column): a second half alone"
        }
        let width = DisplayWidth.of(first)
        if width == 2, column + 1 >= frame.size.columns || !frame[row, column + 1].text.isEmpty {
          return "row \(row), column \(column): half of a wide character"
        }
        column += max(1, width)
      }
    }
    return nil
  }

  /// A cell of a table in which another figure stands than its own.
  private static func misplacedFigure(_ state: ExplorerState, _ frame: Frame) -> String? {
    guard case .table(let screen) = state.screen, state.overlayIsClosed, !frame.size.isTooSmall,
      screen.hasCells
    else { return nil }
    let window = TableWindow(screen, size: frame.size, language: state.language)
    for offset in 0..<window.bodyHeight where screen.order.indices.contains(screen.top + offset) {
      // A message that takes several lines stands over the last ones of the table.
      if window.bodyTop + offset >= frame.size.rows - 1 - state.messageLines(.unicode).count {
        continue
      }
      let row = screen.order[screen.top + offset]
      for shown in window.columns(from: screen.left) {
        let expected = screen.text(row: row, column: shown.column)
        var text = ""
        for column in shown.place..<min(frame.size.columns, shown.place + shown.width) {
          text += frame[window.bodyTop + offset, column].text
        }
        let seen = text.split(separator: " ").joined(separator: " ")
        let isWhole = seen == expected
        let isCut = seen.hasSuffix("…") || seen.hasSuffix("..")
        if !isWhole, !isCut { return "\u{201C}\(seen)\u{201D} for \u{201C}\(expected)\u{201D}" }
      }
    }
    return nil
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
