import CohortModel
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

  @Test func localesSayTheLanguage() {
    #expect(Language(locale: "cy_GB.UTF-8") == .welsh)
    #expect(Language(locale: "cy") == .welsh)
    #expect(Language(locale: "cyx") == .english)
    #expect(Language(locale: "en_GB.UTF-8") == .english)
    #expect(Language(locale: "") == .english)
  }
}
