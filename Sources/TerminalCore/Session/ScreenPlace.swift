import CohortModel
import Tables

/// A screen as it can be kept: what was asked, and how its answer is looked at. It holds no figure,
/// no row and no label of data; the answer is asked for again where it is shown again.
///
/// Its text is one line, such as
/// `table percent=row sort=2 row=3 column=1 query=reoffending rows age columns sex`.
struct ScreenPlace: Hashable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case home, pilot, pathway, table, chart, levels, catalogue, log
  }

  var kind: Kind
  var pilot: String?
  var query: CohortQuery?
  /// How it is looked at, by name: a change of these is a step that can be undone.
  var settings: [String: String] = [:]
  /// Where the cursor and the window stand, by name, from 1: no step of its own.
  var cursor: [String: Int] = [:]

  /// The same view, wherever the cursor stands.
  func shows(the other: ScreenPlace) -> Bool {
    kind == other.kind && pilot == other.pilot && query == other.query
      && settings == other.settings
  }
}

// MARK: Text

extension ScreenPlace {
  private static let cursorNames: Set<String> = [
    "row", "column", "focus", "top", "left", "line", "place",
  ]
  static let settingNames: Set<String> = [
    "percent", "sort", "sort-descending", "page", "closed", "kind", "of",
  ]

  /// One line.
  var text: String {
    var words = [kind.rawValue]
    words += settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    words += cursor.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    if let query {
      words.append("query=\(KeptText.escaped(query.text))")
    } else if let pilot {
      words.append("pilot=\(KeptText.escaped(pilot))")
    }
    return words.joined(separator: " ")
  }

  /// Reads the text form; nil where it is none. Whether its query may be asked is not looked at.
  init?(text: String) {
    var rest = Substring(text)
    func word() -> Substring {
      let end = rest.firstIndex(of: " ") ?? rest.endIndex
      defer { rest = rest[end...].drop { $0 == " " } }
      return rest[..<end]
    }
    guard let kind = Kind(rawValue: String(word())) else { return nil }
    self.init(kind: kind)
    while !rest.isEmpty {
      let whole = rest
      let parts = word().split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let name = String(parts[0])
      if name == "query" || name == "pilot" {
        guard let value = KeptText.read(whole.dropFirst(name.count + 1)) else { return nil }
        rest = ""
        if name == "pilot" {
          pilot = value
        } else {
          guard let query = try? CohortQuery(text: value) else { return nil }
          self.query = query
        }
      } else if ScreenPlace.cursorNames.contains(name) {
        guard let number = Int(parts[1]), (1...10_000_000).contains(number) else { return nil }
        cursor[name] = number
      } else if ScreenPlace.settingNames.contains(name), !parts[1].isEmpty {
        settings[name] = String(parts[1])
      } else {
        return nil
      }
    }
    switch kind {
    case .home, .catalogue, .log: guard query == nil, pilot == nil else { return nil }
    case .pilot: guard pilot != nil, query == nil else { return nil }
    case .pathway, .table, .chart, .levels: guard query != nil else { return nil }
    }
  }
}

/// Texts on one line of a file that people read and edit: what would end the line or hide in it is
/// written by its code point, `\u{a}`.
enum KeptText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\\" {
        result += "\\\\"
      } else if scalar != " ", SafeText.shown(String(scalar)) != String(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func read(_ text: Substring) -> String? {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "\\": result.append("\\")
      case "u":
        guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"),
          let value = UInt32(String(rest[..<end]), radix: 16), let hidden = Unicode.Scalar(value)
        else { return nil }
        result.append(hidden)
        rest = rest[rest.index(after: end)...]
      default: return nil
      }
    }
    return String(result)
  }
}
