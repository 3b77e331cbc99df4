import CohortModel
import Foundation
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// Keys at random: nothing crashes, every frame is whole, and no number stands in a table that its
/// protected table does not give.
@Suite struct RandomKeyTests {
  private static let keys: [Key] =
    KeyTable.entries.flatMap(\.keys).filter { $0 != .character("Q") }
    + "abcdefghijklmnoprstuvwxyz0123456789=:,.\"é日\u{301}\u{202E}".map { .character($0) }
    + Array(repeating: Key.enter, count: 25) + Array(repeating: Key.down, count: 15)
    + [.tab, .backTab, .delete, .control("u"), .control("w"), .other("F1"), .right, .right]

  private static var count: Int {
    ProcessInfo.processInfo.environment["RANDOM_KEYS"].flatMap { Int($0) } ?? 20_000
  }

  @Test(arguments: [UInt64(1), 2, 3, 4]) func keysAtRandom(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    // Half of them in Welsh.
    var session = Session(language: seed % 2 == 0 ? .welsh : .english)
    for number in 0..<(RandomKeyTests.count / 4) {
      if random.next(50) == 0 {
        let size = Size(rows: 1 + random.next(40), columns: 1 + random.next(110))
        session.send(.resize(size))
      }
      // Now and then answers are late, and some never come.
      session.answers = random.next(20) != 0
      if random.next(20) == 0 {
        let place = Position(row: random.next(40), column: random.next(110))
        let events: [MouseEvent] = [.click(place), .scrollUp(place), .scrollDown(place)]
        session.send(.mouse(events[random.next(3)]))
      }
      session.send(.key(RandomKeyTests.keys[random.next(RandomKeyTests.keys.count)]))
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
      if let problem = RandomKeyTests.foreignNumber(session.state, frame) {
        Issue.record("\(place): \(problem)")
      }
      if session.effects.count > 100 { session.effects = [] }
    }
  }

  /// Every line is as wide as the screen, and wide characters have their second column.
  private static func wrongWidth(_ frame: Frame) -> String? {
    for row in 0..<frame.size.rows {
      var column = 0
      while column < frame.size.columns {
        let cell = frame[row, column]
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

  /// A number among the cells of a table that is none of its figures.
  private static func foreignNumber(_ state: ExplorerState, _ frame: Frame) -> String? {
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
