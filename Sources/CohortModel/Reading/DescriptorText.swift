import Foundation
import Yams

/// Turns the text of a descriptor into nodes that know their line and column.
enum DescriptorText {
  /// - Returns: nil, with the problem logged, where the text is not well formed or empty.
  static func descriptor(_ text: String, file: String, log: ProblemLog) -> Descriptor? {
    let isJSON = file.hasSuffix(".json")
    func fail(_ message: String, line: Int? = nil, column: Int? = nil) -> Descriptor? {
      log.add(PackageProblem(message, file: file, line: line, column: column))
      return nil
    }
    if isJSON, let fault = jsonFault(text) {
      return fail(
        "This is not valid JSON: look for a missing comma, quotation mark or bracket here.",
        line: fault.line, column: fault.column)
    }
    if !isJSON, let line = anchorLine(text) {
      return fail(
        "Anchors (&) and aliases (*) are not read. Write the thing out, or put the text in quotes.",
        line: line)
    }
    do {
      guard let node = try Yams.compose(yaml: text, .default, .default, .utf8) else {
        return fail("The file is empty.")
      }
      return Descriptor(
        node: node, mark: node.mark, file: file, field: nil, isJSON: isJSON, log: log)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        return fail(
          "This is not well formed: \(problem).", line: mark.line, column: mark.column)
      case .duplicatedKeysInMapping(let duplicates, let context):
        return fail(
          "\(duplicates.first.map { $0.prefix(60).description.quoted } ?? "A key") is given twice.",
          line: context.mark.line, column: context.mark.column)
      case .reader:
        return fail("The file holds characters that may not stand in it.")
      default:
        return fail("The file cannot be read.")
      }
    } catch {
      return fail("The file cannot be read.")
    }
  }

  private static func jsonFault(_ text: String) -> (line: Int?, column: Int?)? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
      return nil
    } catch {
      let details = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
      if let match = details.firstMatch(of: /line (\d+), column (\d+)/) {
        return (Int(match.1), Int(match.2))
      }
      // Foundation counts bytes; without a count the text ends too early.
      let count = details.firstMatch(of: /character (\d+)/).flatMap { Int($0.1) }
      let head = Array(text.utf8.prefix(count ?? text.utf8.count))
      let lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      return (lines.count, String(decoding: lines.last ?? [], as: UTF8.self).count + 1)
    }
  }

  /// A document can be made of aliases that unfold to more than any memory holds, so there are none.
  private static func anchorLine(_ text: String) -> Int? {
    for (number, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      var quotes = 0
      var previous: Character = " "
      var beforeSpaces: Character = "\n"
      for letter in line {
        if letter == "\"" || letter == "'" { quotes += 1 }
        if letter == "#", previous == " ", quotes.isMultiple(of: 2) { break }
        if letter == "&" || letter == "*", quotes.isMultiple(of: 2),
          "\n:-[,{?".contains(beforeSpaces),
          previous == " " || "[,{".contains(previous)
        {
          return number + 1
        }
        if letter != " " { beforeSpaces = letter }
        previous = letter
      }
    }
    return nil
  }
}
