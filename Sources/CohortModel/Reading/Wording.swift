/// Words that stigmatise a person (G15) or blame a victim (G16), and what to write instead. The
/// preferred terms stand in `docs/wording.md`.
enum Wording {
  struct Finding: Hashable {
    var word: String
    var advice: String
    var rule: String
  }

  enum Language {
    case english
    case welsh
  }

  /// The first finding of each kind in a text, in order.
  static func findings(in text: String, _ language: Language = .english) -> [Finding] {
    var findings: [Finding] = []
    for entry in language == .english ? english : welsh {
      guard let match = text.firstMatch(of: entry.pattern) else { continue }
      findings.append(
        Finding(word: String(match.output), advice: entry.advice, rule: entry.rule))
    }
    return findings
  }

  /// The language of what a descriptor's key holds, where people read it.
  static func language(ofKey key: String) -> Language? {
    switch key {
    case "label", "title", "drop_label", "coverage", "purpose", "population": .english
    case "label_cy", "title_cy": .welsh
    default: nil
    }
  }

  /// Every advice that can be given, English before Welsh.
  static var advice: [String] { (english + welsh).map(\.advice) }

  private typealias Entry = (pattern: Regex<Substring>, advice: String, rule: String)

  // Regex literals are not Sendable; these are never changed.
  nonisolated(unsafe) private static let english: [Entry] = [
    (
      /\b(?:addicts?|druggies?|junkies?|substance abusers?|drug abusers?|drug users?|alcoholics?)\b/
        .ignoresCase() as Regex<Substring>,
      "a person in treatment, or with a substance use need", "G15"
    ),
    (
      // Names (National Institute on Drug Abuse) and domestic abuse keep theirs.
      /\b(?:[Ss]ubstance|[Dd]rug|[Aa]lcohol) abuse\b/,
      "substance use", "G15"
    ),
    (
      // Names of services and measures keep theirs: Offender Management, offender institution.
      /\b(?:[Ee]x-)?[Oo]ffenders?\b(?! ?(?:[A-Z]|institution|manage|assess|accommodation|behaviour))/,
      "a person with a conviction, or a prison leaver", "G15"
    ),
    (
      /\b(?:convicts|criminals|ex-con(?:vict)?s?|jailbirds?|felons?|inmates?)\b/
        .ignoresCase() as Regex<Substring>,
      "people with a conviction, or in prison", "G15"
    ),
    (
      /\bfrequent flyers?\b/.ignoresCase() as Regex<Substring>,
      "a person with repeated contact", "G15"
    ),
    (
      /\b(?:drop-?outs?|dropped out|dropping out)\b/.ignoresCase() as Regex<Substring>,
      "the step and that it ended, as in \u{201C}left before completion\u{201D}", "G15"
    ),
    (
      /\b(?:the homeless|vagrants?|rough sleepers?)\b/.ignoresCase() as Regex<Substring>,
      "people experiencing homelessness, or sleeping rough", "G15"
    ),
    (
      /\b(?:hard[- ]to[- ]reach|problem famil(?:y|ies)|the mentally ill)\b/
        .ignoresCase() as Regex<Substring>,
      "what services did not reach, or the need that people have", "G15"
    ),
    (
      /\bcommit(?:s|ted|ting)? suicide\b/.ignoresCase() as Regex<Substring>,
      "died by suicide", "G15"
    ),
    (
      /\b(?:victims?|complainants?|witness(?:es)?) (?:has |have |had |who |was |were )?(?:withdrew|withdrawn|dropped|refused|failed|disengaged|gave up|retracted|uncooperative|unwilling)\b/
        .ignoresCase() as Regex<Substring>,
      "the step: \u{201C}case ended: victim not supported to continue\u{201D}", "G16"
    ),
    (
      /\b(?:uncooperative|unwilling|reluctant) (?:victims?|complainants?|witness(?:es)?)\b/
        .ignoresCase() as Regex<Substring>,
      "what support was offered, and when", "G16"
    ),
  ]

  nonisolated(unsafe) private static let welsh: [Entry] = [
    (
      /\b(?:cyn-?d?droseddw(?:r|yr)|troseddw(?:r|yr))\b/.ignoresCase() as Regex<Substring>,
      "person ag euogfarn", "G15"
    ),
    (
      /\b(?:y digartref|cardotwyr)\b/.ignoresCase() as Regex<Substring>,
      "pobl sy'n profi digartrefedd", "G15"
    ),
    (
      /\b(?:jynci(?:s)?|pobl gaeth|camddefnyddwyr)\b/.ignoresCase() as Regex<Substring>,
      "person mewn triniaeth", "G15"
    ),
    (
      /\bdioddefw(?:r|yr) (?:a )?(?:wrthododd|dynnodd yn ôl|fethodd)\b/
        .ignoresCase() as Regex<Substring>,
      "dioddefwr heb gael cefnogaeth i barhau", "G16"
    ),
  ]
}
