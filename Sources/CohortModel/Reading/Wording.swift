/// Words that stigmatise a person (G15) or blame a victim (G16), and what to write instead.
enum Wording {
  struct Finding: Hashable {
    var word: String
    var advice: String
    var rule: String
  }

  /// The first finding of each kind in a text, in order.
  static func findings(in text: String) -> [Finding] {
    var findings: [Finding] = []
    for entry in entries {
      guard let match = text.firstMatch(of: entry.pattern) else { continue }
      findings.append(
        Finding(word: String(match.output), advice: entry.advice, rule: entry.rule))
    }
    return findings
  }

  // Regex literals are not Sendable; these are never changed.
  nonisolated(unsafe) private static let entries:
    [(pattern: Regex<Substring>, advice: String, rule: String)] = [
      (
        /\b(?:addicts?|druggies?|junkies?|substance abusers?|drug abusers?)\b/.ignoresCase()
          as Regex<Substring>,
        "a person in treatment, or with a substance use need", "G15"
      ),
      (
        // Names of services and measures keep theirs: Offender Management, offender institution.
        /\b(?:[Ee]x-)?[Oo]ffenders?\b(?! ?(?:[A-Z]|institution|manage|assess|accommodation|behaviour))/,
        "a person with a conviction, or a prison leaver", "G15"
      ),
      (
        /\b(?:convicts|criminals|ex-cons?|jailbirds?)\b/.ignoresCase() as Regex<Substring>,
        "people with a conviction", "G15"
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
        /\b(?:victims?|complainants?|witness(?:es)?) (?:has |have |had |who )?(?:withdrew|withdrawn|dropped|refused|failed|disengaged|gave up|retracted)\b/
          .ignoresCase() as Regex<Substring>,
        "the step: \u{201C}case ended: victim not supported to continue\u{201D}", "G16"
      ),
    ]
}
