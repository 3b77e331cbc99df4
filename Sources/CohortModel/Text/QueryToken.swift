/// A word, a quoted word or a sign of a query's text.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    case word
    case quoted
    /// `=`, `,`, `;` or `:`.
    case sign
  }

  var kind: Kind
  /// Without its quotation marks.
  var text: String
  /// In characters from the beginning of the text.
  var offset: Int
  /// Length in characters, quotation marks included.
  var length: Int

  var end: Int { offset + length }

  func isSign(_ sign: Character) -> Bool { kind == .sign && text == String(sign) }

  /// A clause, where the word stands in no quotation marks.
  var clause: QueryClause? { kind == .word ? QueryClause(rawValue: text) : nil }
}

/// The words that begin a clause. A name like one of them stands in quotation marks.
enum QueryClause: String, CaseIterable {
  case rows
  case columns
  case pages
  case stage
  case `where`
  case versus
  case recode
  case had
  case hadnot
  case period
  case link
  case unit
  case measure
  case reason
}

extension QueryToken {
  static let signs: Set<Character> = ["=", ",", ";", ":"]
  /// Longer texts are no queries.
  static let longestText = 10_000

  /// Splits a text.
  ///
  /// - Throws: a quotation that does not end, or a text longer than `longestText`.
  static func tokens(of text: String) throws(QueryProblem) -> [QueryToken] {
    let (tokens, openQuotation) = split(text.prefix(longestText + 1))
    if text.count > longestText {
      throw QueryProblem(
        "A query has at most \(longestText) characters.", offset: longestText)
    }
    if let openQuotation {
      throw QueryProblem(
        "A quotation does not end; close it with \". A \" inside is doubled.",
        word: openQuotation.text, offset: openQuotation.offset)
    }
    return tokens
  }

  /// The tokens, and the quotation that does not end, which is not among them.
  static func split(_ text: some StringProtocol) -> (tokens: [QueryToken], open: QueryToken?) {
    let letters = Array(text)
    var tokens: [QueryToken] = []
    var position = 0
    while position < letters.count {
      let start = position
      let letter = letters[position]
      if letter.isWhitespace {
        position += 1
      } else if signs.contains(letter) {
        position += 1
        tokens.append(
          QueryToken(kind: .sign, text: String(letter), offset: start, length: 1))
      } else if letter == "\"" {
        var word = ""
        var isClosed = false
        position += 1
        while position < letters.count, !isClosed {
          if letters[position] != "\"" {
            word.append(letters[position])
            position += 1
          } else if position + 1 < letters.count, letters[position + 1] == "\"" {
            word.append("\"")
            position += 2
          } else {
            isClosed = true
            position += 1
          }
        }
        let token = QueryToken(
          kind: .quoted, text: word, offset: start, length: position - start)
        if !isClosed { return (tokens, token) }
        tokens.append(token)
      } else {
        while position < letters.count, !letters[position].isWhitespace,
          !signs.contains(letters[position]), letters[position] != "\""
        {
          position += 1
        }
        tokens.append(
          QueryToken(
            kind: .word, text: String(letters[start..<position]), offset: start,
            length: position - start))
      }
    }
    return (tokens, nil)
  }

  /// A name or code as it has to be written.
  static func written(_ name: String) -> String {
    let isPlain =
      !name.isEmpty && QueryClause(rawValue: name) == nil
      && name.allSatisfy { !$0.isWhitespace && !signs.contains($0) && $0 != "\"" }
    return isPlain ? name : quoted(name)
  }

  /// A text in quotation marks.
  static func quoted(_ text: String) -> String {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }
}
