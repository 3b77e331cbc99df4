import Tables

/// A sentence of the service, or a part of one, by its English form.
///
/// The service speaks English alone: what it says stands in its log and in exports as well, whatever
/// the language of a screen. The explorer knows its sentences by their form, with places as phrases
/// have them, and says them in Welsh: what stands in `{1}` stays as it is (a label, a name, a day),
/// `{#1}` is of figures and signs alone, and `{=1}` holds words of the service (`parts`). What has no
/// such form is shown as it came.
struct ServiceSentence: Sendable {
  /// The literals of the English before, between and behind its places.
  private let literals: [[Character]]
  private let places: [String]
  private let welsh: String

  init(_ english: String, _ welsh: String) {
    var literals: [[Character]] = []
    var places: [String] = []
    var rest = Substring(english)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      literals.append(Array(rest[..<open]))
      places.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    self.literals = literals + [Array(rest)]
    self.places = places
    self.welsh = welsh
  }

  /// Whether its form begins with words: such a form is looked for before those that begin with
  /// whatever stands in a place.
  var beginsWithWords: Bool { !literals[0].isEmpty }

  /// How much of the text has the form, and what stands in its places; the shortest such beginnings.
  ///
  /// - Parameter isWhole: the form has to reach to the end of the text.
  fileprivate func beginning(
    of text: ArraySlice<Character>, isWhole: Bool
  ) -> (rest: ArraySlice<Character>, values: [String])? {
    guard text.starts(with: literals[0]) else { return nil }
    var rest = text.dropFirst(literals[0].count)
    var values: [String] = []
    for (number, literal) in literals.dropFirst().enumerated() {
      let isLast = number == literals.count - 2
      if isLast, isWhole {
        guard rest.count >= literal.count, rest.suffix(literal.count) == literal[...] else {
          return nil
        }
        values.append(String(rest.dropLast(literal.count)))
        rest = rest[rest.endIndex...]
      } else {
        guard let place = rest.firstPlace(of: literal) else { return nil }
        values.append(String(rest[..<place]))
        rest = rest[place...].dropFirst(literal.count)
      }
    }
    guard !isWhole || rest.isEmpty,
      zip(places, values).allSatisfy({ !$0.hasPrefix("#") || $1.isFigure })
    else { return nil }
    return (rest, values)
  }

  /// The Welsh with the values in its places, each said in Welsh where it is such a text itself.
  fileprivate func filled(_ values: [String], depth: Int) -> String {
    var byName: [String: String] = [:]
    for (place, value) in zip(places, values) {
      byName[place] = place.hasPrefix("=") ? ServiceSentence.part(value, depth: depth + 1) : value
    }
    var result = ""
    var rest = Substring(welsh)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result.joinInWelsh(to: byName[String(rest[rest.index(after: open)..<close])] ?? "")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  // MARK: Texts

  /// A text of the service in Welsh: sentences one after the other, or one of `WelshService.texts`. Nil
  /// where not all of it is known: half a text would be worse than the whole in English.
  static func welsh(_ text: String) -> String? { welsh(text, depth: 0) }

  private static let deepest = 4

  private static func welsh(_ text: String, depth: Int) -> String? {
    guard depth <= deepest, !text.isEmpty else { return nil }
    let characters = Array(text)
    return sentences(in: characters[...], depth: depth) ?? whole(texts, characters, depth: depth)
  }

  /// What stands in a place for words of the service; as it is where they are not known.
  private static func part(_ text: String, depth: Int) -> String {
    guard depth <= deepest else { return text }
    return whole(parts, Array(text), depth: depth) ?? welsh(text, depth: depth) ?? text
  }

  private static func whole(
    _ forms: [ServiceSentence], _ text: [Character], depth: Int
  ) -> String? {
    for form in forms {
      if let found = form.beginning(of: text[...], isWhole: true) {
        return form.filled(found.values, depth: depth)
      }
    }
    return nil
  }

  private static func sentences(in text: ArraySlice<Character>, depth: Int) -> String? {
    if text.isEmpty { return "" }
    for isWhole in [false, true] {
      for sentence in all {
        guard let found = sentence.beginning(of: text, isWhole: isWhole) else { continue }
        if found.rest.isEmpty { return sentence.filled(found.values, depth: depth) }
        guard found.rest.first == " ",
          let after = sentences(in: found.rest.dropFirst(), depth: depth)
        else { continue }
        return sentence.filled(found.values, depth: depth) + " " + after
      }
    }
    return nil
  }

  /// Whole sentences.
  static let all = ordered(
    WelshService.tables.merging(WelshService.certificates) { $1 }
      .merging(WelshService.refusals) { $1 }
      .merging(WelshService.lines) { $1 })
  static let texts = ordered(
    WelshService.texts.merging(WelshPhrases.charts.filter { signs.contains($0.key) }) { $1 })
  /// What stands in places.
  static let parts = ordered(
    WelshService.parts.merging(WelshService.expected) { $1 })
  /// The explorer's own words for signs, which a service may have as well.
  private static let signs: Set<String> = [
    "fewer than {minimum} persons, or needed to protect such a cell",
    "rounds to zero but is not zero",
  ]

  private static func ordered(_ phrases: [String: String]) -> [ServiceSentence] {
    // The same in every run: what begins with words first, and of those the longest.
    let inOrder = phrases.sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }
      .map { ServiceSentence($0.key, $0.value) }
    return inOrder.filter(\.beginsWithWords) + inOrder.filter { !$0.beginsWithWords }
  }
}

/// What the service says, in Welsh.
enum WelshService {}

extension String {
  /// Figures and signs: `1,250`, `26.0%`, `[c]`.
  fileprivate var isFigure: Bool {
    !isEmpty && allSatisfy { $0.isNumber || "[],.%".contains($0) || "clowxz".contains($0) }
  }
}

extension ArraySlice<Character> {
  /// Where a literal stands first.
  fileprivate func firstPlace(of literal: [Character]) -> Index? {
    guard let first = literal.first else { return startIndex }
    var from = startIndex
    while let place = self[from...].firstIndex(of: first) {
      if self[place...].starts(with: literal) { return place }
      from = place + 1
    }
    return nil
  }
}

extension Language {
  /// A text of the service in this language; in English where its form is not known.
  func say(service text: String) -> String {
    guard self == .welsh else { return text }
    return ServiceSentence.welsh(text) ?? text
  }
}
