import TerminalFixture
import Testing

@testable import TerminalCore

/// The screens of `FrameCase` in Welsh, in `Frames/cy`.
@Suite struct WelshFrameTests {
  @Test(arguments: FrameCase.all) func welsh(_ each: FrameCase) {
    for (size, name) in FrameTests.sizes {
      let session = each.session(size, .welsh)
      for (style, suffix) in [(Style.unicode, ""), (.ascii, "-ascii")] {
        let frame = session.frame(style)
        let text = frame.text
        #expect(style == .unicode || text.utf8.allSatisfy { $0 < 0x80 })
        for phrase in WelshFrameTests.english where text.contains(phrase) {
          Issue.record("\(each.name): “\(phrase)” is not said in Welsh")
        }
        expectFrame("cy/\(each.name)-\(name)\(suffix)", frame)
      }
    }
  }

  /// English that has a Welsh does not stand on a screen in Welsh.
  /// The legend of the invented tables is the service's, which speaks English.
  private static let english = WelshPhrases.all.keys.filter { phrase in
    phrase.count >= 10 && !phrase.contains("{") && !phrase.hasPrefix("rounds to zero")
      && !WelshPhrases.all.values.contains { $0.contains(phrase) }
  }
}
