import Tables

/// A JSON value that is written the same everywhere: names of objects are sorted where the form is
/// canonical, and kept in their order where people read it.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number by its text (`45.2`), so that no floating-point formatter has a say.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// On one line, for long lists that nobody reads.
  case compact(JSONValue)

  /// An object with its names in this order.
  public static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// Text that comes from data, through the gate.
  static func shown(_ text: String) -> JSONValue { .string(SafeText.shown(text)) }

  static func shown(_ texts: [String]) -> JSONValue { .array(texts.map { .shown($0) }) }

  public static func optional(_ string: String?) -> JSONValue {
    string.map { .string($0) } ?? .null
  }

  /// Without white space and with sorted names: what hashes are computed over. Equal to Python's
  /// `json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)`.
  public var canonicalText: String {
    var text = ""
    write(to: &text, indentation: nil, isSorted: true)
    return text
  }

  /// Two spaces for each level, names in their order, and a line feed at the end.
  public var text: String {
    var text = ""
    write(to: &text, indentation: 0, isSorted: false)
    return text + "\n"
  }

  private func write(to text: inout String, indentation: Int?, isSorted: Bool) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value
    case .string(let value): JSONValue.write(value, to: &text)
    case .compact(let value): value.write(to: &text, indentation: nil, isSorted: isSorted)
    case .array(let values):
      JSONValue.write(values, "[", "]", to: &text, indentation) { value, text, indentation in
        value.write(to: &text, indentation: indentation, isSorted: isSorted)
      }
    case .object(let members):
      let ordered =
        isSorted
        ? members.sorted {
          $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
        }
        : members
      JSONValue.write(ordered, "{", "}", to: &text, indentation) { member, text, indentation in
        JSONValue.write(member.name, to: &text)
        text += indentation == nil ? ":" : ": "
        member.value.write(to: &text, indentation: indentation, isSorted: isSorted)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ opening: String, _ closing: String, to text: inout String,
    _ indentation: Int?, _ body: (Element, inout String, Int?) -> Void
  ) {
    text += opening
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let indentation { text += "\n" + String(repeating: "  ", count: indentation + 1) }
      body(element, &text, indentation.map { $0 + 1 })
    }
    if let indentation, !elements.isEmpty {
      text += "\n" + String(repeating: "  ", count: indentation)
    }
    text += closing
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
