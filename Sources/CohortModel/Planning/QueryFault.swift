/// A problem and the part of the query that it is about, so that the text form can point at the
/// word.
struct QueryFault: Error {
  var problem: QueryProblem
  var place: QueryPlace

  init(_ message: String, at place: QueryPlace, word: String? = nil, suggestion: String? = nil) {
    self.problem = QueryProblem(message, word: word, suggestion: suggestion)
    self.place = place
  }
}

/// A part of a query. Names, not positions: a name that is wrong is wrong wherever it stands.
enum QueryPlace: Hashable {
  case whole
  case pilot
  case axis(String)
  case filter(String, code: String?)
  case comparison(String, code: String?)
  case recode(String, word: String?)
  case stage
  case history(String)
  case period
  case unit(String)
  case measure(String)
}

extension String {
  /// In typographic quotation marks.
  var quoted: String { "\u{201C}\(self)\u{201D}" }
}
