import CohortModel
import Foundation
import TerminalFixture
import Testing

@testable import TerminalCore

@Suite struct PhraseTests {
  @Test func aPhraseIsKnownByItsEnglishText() {
    let phrase: Phrase = "page \(2, "number") of \(3): \(Phrase("Pilots"))"
    #expect(phrase.english == "page {number} of {2}: {3}")
    #expect(Language.english.say(phrase) == "page 2 of 3: Pilots")
    #expect(Language.welsh.say("Pilots") == "Cynlluniau peilot")
  }

  @Test func whatHasNoWelshIsSaidInEnglish() {
    let phrase: Phrase = "Nobody has \(1, "what") translated this."
    #expect(Language.welsh.say(phrase) == "Nobody has 1 translated this.")
  }

  /// What comes from data is neither translated nor searched for places.
  @Test func textsFromDataStayAsTheyAre() {
    #expect(Language.welsh.say(Phrase(verbatim: "Pilots")) == "Pilots")
    let hostile = "{axis} {2} {what"
    #expect(
      Language.welsh.say("\(hostile, "what") by \("Rhyw", "axis")")
        == "{axis} {2} {what yn ôl Rhyw")
  }

  @Test func everyWelshPhraseHasThePlacesOfItsEnglish() {
    for (english, welsh) in WelshPhrases.all {
      #expect(Phrase.places(in: english) == Phrase.places(in: welsh), "\(english)")
    }
  }

  /// Words that are the same in both languages, or never said in either.
  private static let withoutWelsh: Set<String> = [
    // Of the Unicode names of letters.
    "LATIN SMALL LETTER ", "LATIN CAPITAL LETTER ",
    // First lines of files, and problems of recordings, which `bold replay` says in English.
    "bold session 1", "# bold recording 1", "bold views 1", "bold recent 1",
    "A recording begins with {1}.",
    "A backslash stands before another one, or before u{…}.",
    "After export stands the name of a file, then sha256=… where it is known.",
    "{1} needs a value, or none.",
    "“{1}” is no command of a recording: home, pilot, query, levels, export, ",
  ]

  private static var sources: PhraseSources {
    PhraseSources(
      folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/TerminalCore"))
  }

  /// Lists every word of the explorer that has no Welsh, with its file.
  @Test func everyPhraseHasWelsh() {
    let sources = PhraseTests.sources
    #expect(sources.texts.count > 300)
    for (text, file) in sources.texts.sorted(by: { $0.key < $1.key })
    where WelshPhrases.all[text] == nil && !PhraseTests.withoutWelsh.contains(text) {
      Issue.record("\(file): “\(text)” has no Welsh")
    }
    for entry in KeyTable.entries { #expect(WelshPhrases.all[entry.help] != nil, "\(entry.help)") }
    for screen in KeyScreen.allCases {
      #expect(WelshPhrases.all[screen.rawValue] != nil, "\(screen.rawValue)")
    }
  }

  /// No word of the explorer names a key itself: keys can be others (`KeyBindings`). What answers a
  /// question with `y` is no key of the table.
  @Test func noPhraseNamesAKey() {
    let single = Set(KeyTable.entries.flatMap(\.keys).filter(\.isCharacter).map(\.name))
    let named = #/\b(Esc|Enter|Tab|Space|Backspace|PgUp|PgDn|Shift-Tab|Ctrl-[a-z]|Left back)\b/#
    let alone = #/(?:^|[ (:“])([A-Za-z?\/'%+-])(?= [a-z])/#
    for text in Array(PhraseTests.sources.texts.keys) + WelshPhrases.all.values {
      let bare = text.replacing(#/\{[^}]*\}/#, with: "{}")
      if let found = bare.firstMatch(of: named) { Issue.record("“\(text)” names \(found.0)") }
      for found in bare.matches(of: alone) where single.contains(String(found.1)) {
        let isWelshWord = WelshPhrases.all.values.contains(text) && "oOyYhei".contains(found.1)
        let isNoKey = ["y goes on", "y writes over", "% o", "a to z", "a i z"].contains {
          bare.contains($0)
        }
        if !isWelshWord, !isNoKey { Issue.record("“\(text)” names \(found.1)") }
      }
    }
  }

  @Test func localesSayTheLanguage() {
    #expect(Language(locale: "cy_GB.UTF-8") == .welsh)
    #expect(Language(locale: "cy") == .welsh)
    #expect(Language(locale: "cyx") == .english)
    #expect(Language(locale: "en_GB.UTF-8") == .english)
    #expect(Language(locale: "") == .english)
  }
}
