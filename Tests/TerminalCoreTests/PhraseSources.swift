import Foundation

/// The words that stand in the sources of the explorer, by their English text as `Phrase` knows it.
struct PhraseSources {
  /// Per text the file in which it stands first.
  private(set) var texts: [String: String] = [:]

  /// Files whose literals are no words for the person at the keyboard in their language: the
  /// configuration and its problems are English throughout, names of keys and commands are names.
  private static let excluded = [
    "/Configuration/", "/Language/Welsh", "/Keys/Key.swift", "/Keys/Key+Name.swift",
    "/Keys/Command.swift", "/Keys/KeyBindings.swift", "/Keys/KeyTable+Markdown.swift",
  ]

  init(folder: URL) {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    self.init(paths: files?.compactMap { ($0 as? URL)?.path } ?? [])
  }

  init(paths: [String]) {
    let paths = paths.filter { $0.hasSuffix(".swift") }
    for path in paths.sorted() where !PhraseSources.excluded.contains(where: path.contains) {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
      var reader = LiteralReader(Array(text.unicodeScalars))
      for literal in reader.all() where texts[literal.text] == nil {
        guard PhraseSources.isWords(literal.text, isSaid: literal.isSaid) else { continue }
        texts[literal.text] = URL(fileURLWithPath: path).lastPathComponent
      }
    }
  }

  /// Several words, or one with a capital, or whatever is said.
  private static func isWords(_ text: String, isSaid: Bool) -> Bool {
    let bare = text.replacing(/\{[^}]*\}/, with: "")
    return bare.contains(/[A-Za-z]{2,} +[A-Za-z(]/) || bare.contains(/^[A-Z][a-z]+/)
      || (isSaid && bare.contains(/[A-Za-z]{2}/))
  }
}

/// Reads the string literals of Swift, as far as this project writes them.
private struct LiteralReader {
  private let source: [Unicode.Scalar]
  private var place = 0

  init(_ source: [Unicode.Scalar]) { self.source = source }

  mutating func all() -> [(text: String, isSaid: Bool)] {
    var found: [(String, Bool)] = []
    while place < source.count {
      if starts("//") {
        while place < source.count, source[place] != "\n" { place += 1 }
      } else if source[place] == "\"" {
        let isSaid = isAfterSaying(place)
        found.append((literal(), isSaid))
      } else {
        place += 1
      }
    }
    return found
  }

  private func starts(_ text: String, at place: Int? = nil) -> Bool {
    let wanted = Array(text.unicodeScalars)
    let place = place ?? self.place
    return place + wanted.count <= source.count
      && Array(source[place..<place + wanted.count]) == wanted
  }

  private func isAfterSaying(_ place: Int) -> Bool {
    var end = place
    while end > 0, source[end - 1].properties.isWhitespace { end -= 1 }
    return ["say(", "heading(", "note(", "problem(", "put(", "Phrase("].contains { name in
      end >= name.unicodeScalars.count && starts(name, at: end - name.unicodeScalars.count)
    }
  }

  /// The literal at the place, interpolations as `{name}` or `{number}`.
  private mutating func literal() -> String {
    let isLong = starts("\"\"\"")
    let quote = isLong ? "\"\"\"" : "\""
    place += quote.unicodeScalars.count
    var text = ""
    var places = 0
    while place < source.count, !starts(quote) {
      guard source[place] == "\\", place + 1 < source.count else {
        text.unicodeScalars.append(source[place])
        place += 1
        continue
      }
      let next = source[place + 1]
      place += 2
      switch next {
      case "(":
        places += 1
        text += "{\(interpolation() ?? String(places))}"
      case "u":
        var digits = ""
        while source[place] != "}" {
          if source[place] != "{" { digits.unicodeScalars.append(source[place]) }
          place += 1
        }
        place += 1
        if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
          text.unicodeScalars.append(scalar)
        }
      case "\n": while place < source.count, source[place] == " " { place += 1 }
      case "n": text += "\n"
      case "t": text += "\t"
      default: text.unicodeScalars.append(next)
      }
    }
    place += quote.unicodeScalars.count
    return isLong ? LiteralReader.unindented(text) : text
  }

  /// Skips what is put in; its name where it is given one.
  private mutating func interpolation() -> String? {
    var depth = 1
    var name: String?
    var isAfterComma = false
    while place < source.count, depth > 0 {
      let scalar = source[place]
      if scalar == "\"" {
        let text = literal()
        if depth == 1, isAfterComma { name = text }
        isAfterComma = false
        continue
      }
      switch scalar {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "," where depth == 1:
        isAfterComma = true
        name = nil
      default: if !scalar.properties.isWhitespace { isAfterComma = false }
      }
      place += 1
    }
    return name
  }

  private static func unindented(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 1 else { return text }
    let indent = lines.removeLast().count
    return lines.dropFirst().map { String($0.dropFirst(min(indent, $0.count))) }
      .joined(separator: "\n")
  }
}
