import Tables
import Testing

@Suite struct SafeTextTests {
  @Test func ordinaryTextIsLeftAlone() {
    for text in ["", "London", "Lleihau aildroseddu: Tŷ, ŵ", "Ο Σωκράτης", "日本語", "£ 100 – 5%"] {
      #expect(SafeText.shown(text) == text)
    }
  }

  @Test func whatActsIsShown() {
    #expect(SafeText.shown("a\u{202E}b") == "a<202e>b")
    #expect(SafeText.shown("a\u{200B}b") == "a<200b>b")
    #expect(SafeText.shown("\u{1B}[2J") == "<1b>[2J")
    #expect(SafeText.shown("a\tb\nc") == "a<9>b<a>c")
    #expect(SafeText.shown("\u{7F}\u{9B}") == "<7f><9b>")
    #expect(SafeText.shown("\u{E000}") == "<e000>")
    // A noncharacter, which a literal cannot hold.
    #expect(SafeText.shown(Unicode.Scalar(UInt32(0xFDD0)).map { String($0) } ?? "") == "<fdd0>")
    #expect(SafeText.shown("\u{2028}") == "<2028>")
    #expect(SafeText.shown("a\u{00A0}b\u{3000}c") == "a b c")
  }

  @Test func marksNeedSomethingToStandOn() {
    #expect(SafeText.shown("\u{301}a") == "<301>a")
    #expect(SafeText.shown("e\u{301}") == "e\u{301}")
    let piled = "e" + String(repeating: "\u{301}", count: 6)
    #expect(SafeText.shown(piled) == "e\u{301}\u{301}\u{301}\u{301}<301><301>")
  }

  @Test func everyScalarComesOutDrawable() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = SafeText.shown(String(Character(scalar)))
      for result in shown.unicodeScalars {
        #expect(!result.properties.isDefaultIgnorableCodePoint)
        #expect(result.properties.generalCategory != .control)
      }
      #expect(DisplayWidth.of(shown) > 0)
    }
  }

  @Test func widths() {
    #expect(DisplayWidth.of("abc") == 3)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.of("日本") == 4)
    #expect(DisplayWidth.of("한글") == 4)
    #expect(DisplayWidth.of("😀") == 2)
    #expect(DisplayWidth.of("ŵ") == 1)
    #expect(DisplayWidth.of("…─█▏") == 4)
  }
}
