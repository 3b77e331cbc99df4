import TerminalFixture
import Testing

@testable import TerminalCore

/// The screens of `FrameTests` and `ChartFrameTests` in Welsh, in `Frames/cy`.
@Suite struct WelshFrameTests {
  private static let cases = FrameTests.cases + ChartFrameTests.cases.map { ($0.name, $0.keys) }

  @Test(arguments: cases.map(\.name)) func unicode80x24(_ name: String) {
    check(name, rows: 24, columns: 80, .unicode, suffix: "80x24")
  }

  @Test(arguments: cases.map(\.name)) func unicode120x40(_ name: String) {
    check(name, rows: 40, columns: 120, .unicode, suffix: "120x40")
  }

  @Test(arguments: cases.map(\.name)) func ascii80x24(_ name: String) {
    check(name, rows: 24, columns: 80, .ascii, suffix: "80x24-ascii")
  }

  /// English that has a Welsh does not stand on a screen in Welsh.
  /// The legend of the invented tables is the service's, which speaks English.
  private static let english = WelshPhrases.all.keys.filter { phrase in
    phrase.count >= 10 && !phrase.contains("{") && !phrase.hasPrefix("rounds to zero")
      && !WelshPhrases.all.values.contains { $0.contains(phrase) }
  }

  private func check(_ name: String, rows: Int, columns: Int, _ style: Style, suffix: String) {
    var session = Session(rows: rows, columns: columns, language: .welsh)
    session.press(WelshFrameTests.cases.first { $0.name == name }?.keys ?? "")
    let frame = session.frame(style)
    let text = frame.text
    #expect(style == .unicode || text.utf8.allSatisfy { $0 < 0x80 })
    for phrase in WelshFrameTests.english where text.contains(phrase) {
      Issue.record("\(name): “\(phrase)” is not said in Welsh")
    }
    expectFrame("cy/\(name)-\(suffix)", frame)
  }
}
