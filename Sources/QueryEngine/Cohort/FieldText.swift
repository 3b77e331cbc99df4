import CohortModel

/// How a code stands for a value of a field that is held as a number or a day.
enum FieldText {
  static func integer(_ code: String, of field: Field) -> Int64? {
    if field.kind == .boolean {
      switch code {
      case "true": return 1
      case "false": return 0
      default: return nil
      }
    }
    guard let number = Int64(code), String(number) == code else { return nil }
    return number
  }

  static func day(_ code: String, of field: Field) -> Int32? {
    let length = field.kind == .yearmonth ? 7 : 10
    return code.utf8.count == length ? CalendarDay(code)?.rawValue : nil
  }

  /// The code of a number's integer part; nil where the text is no number.
  static func wholeNumber(_ text: String) -> Int64? {
    if let number = Int64(text) { return number }
    guard let number = Double(text) else { return nil }
    return Int64(exactly: number.rounded(.down))
  }

  /// The code of the year, quarter or month of a day: `2023`, `2023-Q1`, `2023-04`.
  static func calendarCode(_ day: Int32, _ unit: Variable.CalendarUnit) -> String {
    let (year, month, _) = CalendarDay(rawValue: day).civil
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(abs(number))
      return (number < 0 ? "-" : "")
        + String(repeating: "0", count: max(0, width - text.count)) + text
    }
    switch unit {
    case .year: return padded(year, 4)
    case .quarter: return "\(padded(year, 4))-Q\((month - 1) / 3 + 1)"
    case .month: return "\(padded(year, 4))-\(padded(month, 2))"
    }
  }
}

extension CodeList {
  /// These codes and all below them.
  func codes(atOrBelow roots: some Sequence<String>) -> Set<String> {
    var found = Set(roots)
    var children: [String: [String]] = [:]
    for code in codes {
      if let parent = code.parent { children[parent, default: []].append(code.code) }
    }
    var open = Array(found)
    while let code = open.popLast() {
      for child in children[code] ?? [] where found.insert(child).inserted { open.append(child) }
    }
    return found
  }
}
