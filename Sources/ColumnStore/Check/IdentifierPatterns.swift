/// Kinds of values that name a person or lead to one (G10).
enum IdentifierKind: Int, CaseIterable {
  case nhsNumber
  case nationalInsuranceNumber
  case email
  case postcode
  case phone
  case policeNationalComputer

  var name: String {
    switch self {
    case .nhsNumber: "NHS numbers"
    case .nationalInsuranceNumber: "National Insurance numbers"
    case .email: "e-mail addresses"
    case .postcode: "postcodes"
    case .phone: "phone numbers"
    case .policeNationalComputer: "PNC identifiers"
    }
  }
}

/// Tells from its form whether a text is an identifier.
enum IdentifierPatterns {
  static func kind(of bytes: Bytes) -> IdentifierKind? {
    guard (5...254).contains(bytes.count) else { return nil }
    if bytes.contains(0x40) { return isEmail(bytes) ? .email : nil }
    guard bytes.count <= 20 else { return nil }
    let first = bytes[0]
    if isDigit(first) || first == 0x2B || first == 0x28 {
      if isNHSNumber(bytes) { return .nhsNumber }
      if isPhone(bytes) { return .phone }
      return isPNC(bytes) ? .policeNationalComputer : nil
    }
    guard isLetter(first) else { return nil }
    if isNationalInsuranceNumber(bytes) { return .nationalInsuranceNumber }
    return isPostcode(bytes) ? .postcode : nil
  }

  /// Ten digits, perhaps written 3-3-4, of which the last is a check digit modulo 11 (NHS Data
  /// Dictionary, "NHS NUMBER").
  private static func isNHSNumber(_ bytes: Bytes) -> Bool {
    var digits: [Int] = []
    for (index, byte) in bytes.enumerated() {
      if isDigit(byte) {
        digits.append(Int(byte - 0x30))
      } else {
        guard bytes.count == 12, index == 3 || index == 7, byte == 0x20 || byte == 0x2D else {
          return false
        }
      }
    }
    guard digits.count == 10 else { return false }
    let sum = (0..<9).reduce(0) { $0 + digits[$1] * (10 - $1) }
    let check = (11 - sum % 11) % 11
    return check != 10 && check == digits[9] && Set(digits).count > 1
  }

  /// `0…` with ten or eleven digits, or `+44`/`0044` before nine or ten.
  private static func isPhone(_ bytes: Bytes) -> Bool {
    var digits: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x30...0x39: digits.append(byte)
      case 0x20, 0x28, 0x29: continue
      case 0x2B where digits.isEmpty: continue
      default: return false
      }
    }
    let isInternational = bytes[0] == 0x2B
    if isInternational {
      return digits.starts(with: Array("44".utf8)) && (11...13).contains(digits.count)
    }
    if digits.starts(with: Array("0044".utf8)) { return (13...15).contains(digits.count) }
    return digits.first == 0x30 && (10...11).contains(digits.count)
      && (0x31...0x39).contains(digits[1])
  }

  /// Year, slash, up to seven digits and a check letter.
  private static func isPNC(_ bytes: Bytes) -> Bool {
    guard let slash = bytes.firstIndex(of: 0x2F), slash == 2 || slash == 4,
      bytes[..<slash].allSatisfy(isDigit), let last = bytes.last, isLetter(last)
    else { return false }
    let serial = bytes[(slash + 1)..<(bytes.count - 1)]
    return (1...7).contains(serial.count) && serial.allSatisfy(isDigit)
  }

  /// Two letters, six digits, A to D; some prefixes are never given (HMRC, NIM39110).
  private static func isNationalInsuranceNumber(_ bytes: Bytes) -> Bool {
    let text = bytes.filter { $0 != 0x20 }.map(upper)
    guard text.count == 9, isLetter(text[0]), isLetter(text[1]),
      text[2..<8].allSatisfy(isDigit), (0x41...0x44).contains(text[8])
    else { return false }
    let excludedFirst = Array("DFIQUV".utf8)
    let excludedSecond = Array("DFIOQUV".utf8)
    let prefix = String(decoding: text[0..<2], as: UTF8.self)
    return !excludedFirst.contains(text[0]) && !excludedSecond.contains(text[1])
      && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
  }

  /// Outward code (A9, A99, A9A, AA9, AA99, AA9A), perhaps a space, inward code (9AA).
  private static func isPostcode(_ bytes: Bytes) -> Bool {
    let text = bytes.filter { $0 != 0x20 }.map(upper)
    guard (5...7).contains(text.count), bytes.count - text.count <= 1 else { return false }
    let inward = text.suffix(3)
    let outward = Array(text.dropLast(3))
    guard isDigit(inward.first!), inward.dropFirst().allSatisfy(isLetter),
      bytes.count == text.count || bytes[bytes.count - 4] == 0x20
    else { return false }
    let shape = String(outward.map { isDigit($0) ? "9" : isLetter($0) ? "A" : "-" })
    return ["A9", "A99", "A9A", "AA9", "AA99", "AA9A"].contains(shape)
  }

  private static func isEmail(_ bytes: Bytes) -> Bool {
    let parts = bytes.split(separator: 0x40, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !bytes.contains(0x20) else { return false }
    let labels = parts[1].split(separator: 0x2E, omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
      && labels[labels.count - 1].allSatisfy(isLetter)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  private static func upper(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
  }
}
