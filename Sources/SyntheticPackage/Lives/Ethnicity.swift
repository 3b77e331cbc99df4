/// How systems write ethnicity.
enum Ethnicity {
  /// The "any other" code of the same group, a common disagreement between systems.
  static func otherOfGroup(_ code: String) -> String { String(code.prefix(1)) + "9" }

  /// The 16+1 letter that treatment services use; dummies stay as they are.
  static func treatmentLetter(_ code: String) -> String {
    switch code {
    case "W1": "A"
    case "W2": "B"
    case "W3", "W4", "W9": "C"
    case "M1": "D"
    case "M2": "E"
    case "M3": "F"
    case "M9": "G"
    case "A1": "H"
    case "A2": "J"
    case "A3": "K"
    case "A9": "L"
    case "B1": "M"
    case "B2": "N"
    case "B9": "P"
    case "A4": "R"
    case "O2", "O9": "S"
    case "NS": "Z"
    default: code
    }
  }
}

/// Years of birth in fives: no date of birth is ever written.
enum BirthYears {
  static let first = 1940
  static let last = 2005

  static func code(_ year: Int) -> String {
    let start = min(max(year, first), last) / 5 * 5
    return String(start)
  }

  static let codes: [(code: String, label: String, welsh: String)] = stride(
    from: first, through: last, by: 5
  )
  .map { (String($0), "\($0) to \($0 + 4)", "\($0) i \($0 + 4)") }
}
