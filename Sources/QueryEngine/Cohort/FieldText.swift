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

  /// The numbers of a band (`1+`, `2-4`); a missing value, held as the lowest number, is in none.
  static func range(_ code: String, of field: Field) -> ClosedRange<Int64>? {
    guard field.codeList == nil, field.kind == .integer || field.kind == .number,
      let band = Band(text: code)
    else { return nil }
    return (band.lower.map(Int64.init) ?? .min + 1)...(band.upper.map(Int64.init) ?? .max)
  }

  static func day(_ code: String, of field: Field) -> Int32? {
    let length = field.kind == .yearmonth ? 7 : 10
    return code.utf8.count == length ? CalendarDay(code)?.rawValue : nil
  }

  /// A number's integer part; nil where the text is no number.
  static func wholeNumber(_ text: String) -> Int64? {
    if let number = Int64(text) { return number }
    guard let number = Double(text) else { return nil }
    return Int64(exactly: number.rounded(.down))
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
