/// Long answers in parts, for whoever listens to them: a page of a pilot has a hundred lines, and what
/// is heard cannot be skimmed. Messages and questions are said with the first part.
public struct PlainParts: Sendable {
  /// How many lines a part has; a little more is said at once.
  static let length = 24
  private static let slack = 6

  private var rest: [String] = []
  private let language: Language

  public init(language: Language) { self.language = language }

  /// The first part of an answer; what was left of the one before is dropped.
  public mutating func begin(_ answer: PlainAnswer) -> [String] {
    rest = answer.body
    return part(closing: answer.closing)
  }

  /// What a line asks for while there is more: an empty one or `more` the next part, `all` the rest.
  /// Nil where it asks for something else.
  public mutating func answer(to line: String) -> [String]? {
    guard !rest.isEmpty else { return nil }
    switch line.trimmed {
    case "", "more": return part(closing: [])
    case "all":
      defer { rest = [] }
      return rest
    default: return nil
    }
  }

  private mutating func part(closing: [String]) -> [String] {
    guard rest.count > PlainParts.length + PlainParts.slack else {
      defer { rest = [] }
      return rest + closing
    }
    let first = rest.prefix(PlainParts.length)
    rest.removeFirst(PlainParts.length)
    let more = language.say(
      "\(language.counted(rest.count, "line"), "lines") more: an empty line says the next, all says the rest."
    )
    return first + closing + [more]
  }
}

/// What is said to a line.
public struct PlainAnswer: Hashable, Sendable {
  /// What is shown.
  public var body: [String]
  /// A message or a question, last of all.
  public var closing: [String]

  public var lines: [String] { body + closing }
}
