/// Reads JSON (RFC 8259) and keeps what hashes are computed over: the order of names and the text of
/// numbers.
struct JSONReader {
  /// What is wrong, and where.
  struct Fault: Error, Hashable {
    var line: Int
    var column: Int
    var reason: String
  }

  private static let deepest = 64

  private let bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func value(of bytes: [UInt8]) throws(Fault) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Fault(line: 1, column: 1, reason: "it is not text in UTF-8")
    }
    var reader = JSONReader(bytes)
    reader.skipSpace()
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.fault("something stands after its end") }
    return value
  }

  private func fault(_ reason: String) -> Fault {
    var line = 1
    var column = 1
    for byte in bytes.prefix(place) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Fault(line: line, column: column, reason: reason)
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let next, [0x20, 0x09, 0x0A, 0x0D].contains(next) { place += 1 }
  }

  private mutating func take(_ character: UInt8) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let text = Array(word.description.utf8)
    guard bytes[place...].starts(with: text) else { return false }
    place += text.count
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    guard depth < Self.deepest else { throw fault("it is nested too deeply") }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t") where takeWord("true"): return .boolean(true)
    case UInt8(ascii: "f") where takeWord("false"): return .boolean(false)
    case UInt8(ascii: "n") where takeWord("null"): return .null
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): return try number()
    case nil: throw fault("it ends too early")
    default: throw fault("a value was expected")
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONValue {
    place += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else {
        throw fault("a name in quotation marks was expected")
      }
      let name = try string()
      guard names.insert(name).inserted else { throw fault("a name stands twice in one object") }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault("a colon was expected") }
      skipSpace()
      members.append(.init(name, try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      if take(UInt8(ascii: "}")) { return .object(members) }
      throw fault("a comma or the end of an object was expected")
    }
  }

  private mutating func array(depth: Int) throws(Fault) -> JSONValue {
    place += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      skipSpace()
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      if take(UInt8(ascii: "]")) { return .array(values) }
      throw fault("a comma or the end of a list was expected")
    }
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = place
    _ = take(UInt8(ascii: "-"))
    let first = place
    digits()
    guard place > first, bytes[first] != UInt8(ascii: "0") || place == first + 1 else {
      throw fault("this is no number")
    }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      let fraction = place
      digits()
      guard place > fraction else { throw fault("this is no number") }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      let exponent = place
      digits()
      guard place > exponent else { throw fault("this is no number") }
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, let number = Int(text), String(number) == text { return .integer(number) }
    return .number(text)
  }

  private mutating func digits() {
    while let next, Self.isDigit(next) { place += 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func string() throws(Fault) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        place += 1
        text.append(contentsOf: String(try escaped()).utf8)
      case ..<0x20: throw fault("a control character stands in a text")
      default:
        text.append(byte)
        place += 1
      }
    }
    throw fault("a text does not end")
  }

  private mutating func escaped() throws(Fault) -> Unicode.Scalar {
    let plain: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let next, let scalar = plain[next] {
      place += 1
      return scalar
    }
    guard take(UInt8(ascii: "u")) else { throw fault("an unknown escape stands in a text") }
    var unit = try codeUnit()
    if (0xD800..<0xDC00).contains(unit) {
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
        throw fault("half a character stands in a text")
      }
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low) else {
        throw fault("half a character stands in a text")
      }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else {
      throw fault("half a character stands in a text")
    }
    return scalar
  }

  private mutating func codeUnit() throws(Fault) -> UInt32 {
    guard place + 4 <= bytes.count,
      let unit = UInt32(
        String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits were expected") }
    place += 4
    return unit
  }
}
