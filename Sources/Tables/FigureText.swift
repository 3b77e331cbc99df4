extension CellValue {
  /// The sign of a value that has no number (`[c]`), after the Government Analysis Function's
  /// shorthand; nil for a count.
  public var sign: String? {
    switch self {
    case .count: nil
    case .confidential: "[c]"
    case .low: "[low]"
    case .notAvailable: "[x]"
    case .notApplicable: "[z]"
    }
  }

  /// The value of a sign; nil where there is no such sign.
  public init?(sign: String) {
    let signs: [CellValue] = [.confidential, .low, .notAvailable, .notApplicable]
    guard let value = signs.first(where: { $0.sign == sign }) else { return nil }
    self = value
  }

  /// The count with thousands separated, or the sign.
  public var text: String {
    if case .count(let count) = self { return DecimalText.grouped(count) }
    return sign ?? ""
  }
}

extension Figure {
  /// The figure as people read it: `1,234`, `45.2%`, `21 days`, `more than 730 days`, `[c]`.
  public var text: String {
    switch self {
    case .count(let count): DecimalText.grouped(count)
    case .share(let share): share.percentText
    case .days(let median): median.text
    case .sign(let value): value.text
    }
  }
}

extension Share {
  /// The share in percent to one decimal place: `45.2%`.
  public var percentText: String { DecimalText.tenths(proportion * 100) + "%" }

  /// The interval in percent, the limits apart by "to": `41.0 to 49.4`.
  public var intervalText: String {
    DecimalText.tenths(lower * 100) + " to " + DecimalText.tenths(upper * 100)
  }
}

extension MedianDays {
  /// Whole days where the bins are weeks or more, as the interpolation carries no more.
  public var text: String {
    switch self {
    case .within(let days, _, _):
      let whole = Int(days.rounded())
      return DecimalText.grouped(whole) + (whole == 1 ? " day" : " days")
    case .moreThan(let days): return "more than " + DecimalText.grouped(days) + " days"
    }
  }
}

/// Numbers as text, the same in every locale.
public enum DecimalText {
  /// `1234567` as `1,234,567`.
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// A number to one decimal place, half away from zero.
  public static func tenths(_ number: Double) -> String {
    let scaled = Int((number * 10).rounded())
    return (scaled < 0 ? "-" : "") + "\(abs(scaled) / 10).\(abs(scaled) % 10)"
  }
}
