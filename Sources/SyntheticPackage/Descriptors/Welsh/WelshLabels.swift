/// Puts the Welsh of the glossary beside the English labels of a pilot's YAML.
///
/// A label stands in a block (`label: Text` to the end of the line) or in braces (to the next comma
/// or brace, or in single quotation marks). One that has a Welsh label right after it keeps that.
enum WelshLabels {
  private static let keys = ["drop_label", "label", "title"]

  static func added(to yaml: String) -> String {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.map { position in
      let following = position + 1 < lines.endIndex ? lines[position + 1] : ""
      return added(to: lines[position], following: following.drop { $0 == " " })
    }.joined(separator: "\n")
  }

  private static func added(to line: Substring, following: Substring) -> String {
    var result = ""
    var rest = line
    while let found = nextLabel(in: rest) {
      result += rest[..<found.end]
      rest = rest[found.end...]
      let isLast = rest.isEmpty || rest == ","
      let isGiven =
        rest.hasPrefix(", \(found.key)_cy:") || isLast && following.hasPrefix("\(found.key)_cy:")
      guard !isGiven, let welsh = WelshGlossary.welsh(found.text) else { continue }
      let value = "'" + welsh.replacing("'", with: "''") + "'"
      result +=
        found.isInBraces
        ? ", \(found.key)_cy: \(value)"
        : "\n\(indentation(line, before: found.start))\(found.key)_cy: \(value)"
    }
    return result + rest
  }

  private struct Label {
    var key: String
    var text: String
    var start: Substring.Index
    var end: Substring.Index
    var isInBraces: Bool
  }

  /// The first label of a line: at its start, after `- `, or after `{` or `, `.
  private static func nextLabel(in line: Substring) -> Label? {
    var position = line.startIndex
    while position < line.endIndex {
      let before = line[..<position]
      let isFirst = before.allSatisfy { $0 == " " } || before.hasSuffix("- ")
      // A line that begins with a label is within braces where it goes on or closes them.
      let isInBraces =
        before.hasSuffix("{") || before.hasSuffix(", ")
        || isFirst && (line.hasSuffix(",") || line.hasSuffix("}"))
      if isInBraces || isFirst {
        for key in keys where line[position...].hasPrefix("\(key): ") {
          let value = line[line.index(position, offsetBy: key.count + 2)...]
          let (text, end) = scalar(value, isInBraces: isInBraces)
          return Label(
            key: key, text: text, start: position, end: end, isInBraces: isInBraces)
        }
      }
      position = line.index(after: position)
    }
    return nil
  }

  private static func scalar(
    _ value: Substring, isInBraces: Bool
  ) -> (text: String, end: Substring.Index) {
    if value.hasPrefix("'") {
      let inside = value.dropFirst()
      let end = inside.firstIndex(of: "'") ?? inside.endIndex
      return (String(inside[..<end]), end == inside.endIndex ? end : inside.index(after: end))
    }
    let end = isInBraces ? value.firstIndex { $0 == "," || $0 == "}" } : nil
    return (String(value[..<(end ?? value.endIndex)]), end ?? value.endIndex)
  }

  private static func indentation(_ line: Substring, before start: Substring.Index) -> String {
    String(repeating: " ", count: line.distance(from: line.startIndex, to: start))
  }
}
