/// What is wrong with a query, for the person who typed it. Depends on descriptors and policy only.
public struct QueryProblem: Error, Hashable, Codable, Sendable, CustomStringConvertible {
  /// What was wrong and what to do, in one or two sentences.
  public var message: String
  /// The word at fault as it was typed, and its place in the text (in characters), where known.
  public var word: String?
  public var offset: Int?
  /// The nearest name that exists.
  public var suggestion: String?

  public init(
    _ message: String, word: String? = nil, offset: Int? = nil, suggestion: String? = nil
  ) {
    self.message = message
    self.word = word
    self.offset = offset
    self.suggestion = suggestion
  }

  public var description: String {
    message + (suggestion.map { " Did you mean \u{201C}\($0)\u{201D}?" } ?? "")
  }
}
