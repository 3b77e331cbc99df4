/// The language of the explorer's own words and of the labels that a package gives in it.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case welsh = "cy"

  /// The language that a locale's name asks for (`cy_GB.UTF-8`); English for every other.
  public init(locale: String) {
    let name = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }
    self = name.lowercased() == Language.welsh.rawValue ? .welsh : .english
  }

  /// A phrase in this language, its places filled. What has no Welsh is said in English.
  public func say(_ phrase: Phrase) -> String {
    guard self == .welsh, let welsh = WelshPhrases.all[phrase.english] else {
      return phrase.filled(phrase.english, in: self)
    }
    return phrase.filled(welsh, in: self)
  }
}

extension Language {
  /// The screens of a key, in this language.
  func names(of screens: [KeyScreen]) -> String {
    screens.map { say(Phrase(english: $0.rawValue)) }.joined(separator: ", ")
  }
}
