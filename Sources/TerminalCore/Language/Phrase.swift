/// Words of the explorer itself, to be said in the language of the person at the keyboard.
///
/// A phrase is written in English, as a literal, and is known by that text. What differs from one use
/// to the next stands in places: `"page \(number, "number") of \(count, "count")"` is known as
/// `page {number} of {count}`; places without a name of their own are `{1}`, `{2}`, … What is put
/// into a place (a label, a number) is never looked up and never searched for places.
public struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// What fills a place.
  enum Filling: Hashable, Sendable {
    case text(String)
    indirect case phrase(Phrase)
    /// What the service says: known by its form (`ServiceSentence`).
    case service(String)
  }

  /// The English text with its places in braces.
  let english: String
  private let places: [String: Filling]

  public init(stringLiteral value: String) {
    english = value
    places = [:]
  }

  public init(stringInterpolation: StringInterpolation) {
    english = stringInterpolation.english
    places = stringInterpolation.places
  }

  /// A phrase by its English text, where that stands in a table of its own (the key table).
  init(english: String) {
    self.english = english
    places = [:]
  }

  /// A text that is the same in every language: a label, an answer of the service.
  public init(verbatim text: String) {
    english = "{1}"
    places = ["1": .text(text)]
  }

  /// A sentence of the service, said in the language where its form is known.
  init(service text: String) {
    english = "{1}"
    places = ["1": .service(text)]
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var english = ""
    var places: [String: Filling] = [:]

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { english += literal }

    public mutating func appendInterpolation(
      _ value: some CustomStringConvertible, _ name: String? = nil
    ) {
      add(.text(value.description), name)
    }

    public mutating func appendInterpolation(_ phrase: Phrase, _ name: String? = nil) {
      add(.phrase(phrase), name)
    }

    private mutating func add(_ filling: Filling, _ name: String?) {
      let name = name ?? String(places.count + 1)
      english += "{\(name)}"
      places[name] = filling
    }
  }

  /// `text` with what stands in its places. A place that the phrase does not have stays as it is.
  func filled(_ text: String, in language: Language) -> String {
    guard !places.isEmpty else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      var value: String?
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let name = String(rest[rest.index(after: open)..<close])
      switch places[name] {
      case .text(let text): value = text
      case .phrase(let phrase): value = language.say(phrase)
      case .service(let text): value = language.say(service: text)
      case nil: break
      }
      if let value, language == .welsh {
        result.joinInWelsh(to: value)
      } else {
        result += value ?? String(rest[open...close])
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension String {
  /// Adds what stands in a place of a Welsh text: before a vowel “a” (and) is “ac”. Other words before
  /// places are chosen so that they change nothing.
  mutating func joinInWelsh(to value: String) {
    if self == "a " || hasSuffix(" a "), let first = value.first {
      let vowel = "aeiouyâêîôûŷáéíóúäëïöüÂÊÎÔÛŶ".contains(first) || "AEIOUY".contains(first)
      // Un, wyth, un ar ddeg.
      let number = value.prefix { $0.isNumber || $0 == "," }
      if vowel || ["1", "8", "11"].contains(String(number)) || number.first == "8" {
        removeLast()
        self += "c "
      }
    }
    self += value
  }
}

extension Phrase {
  /// The places that a text has, by name.
  static func places(in text: String) -> Set<String> {
    var names: Set<String> = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      names.insert(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}
