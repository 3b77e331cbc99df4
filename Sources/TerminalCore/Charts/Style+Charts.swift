import Tables

/// The characters of charts. What a chart says stands in the form of its marks and in the numbers
/// beside them, never in a colour alone.
extension Style {
  /// The character of a value that has no number: hatched where it is suppressed, and one of its
  /// own for each other sign. It is drawn as often whatever is hidden.
  func character(of sign: CellValue) -> Character {
    switch sign {
    case .confidential: self == .unicode ? "╱" : "/"
    case .low: self == .unicode ? "·" : "."
    case .notAvailable: self == .unicode ? "╳" : "x"
    case .notApplicable: self == .unicode ? "─" : "-"
    case .count: " "
    }
  }

  /// A sign's mark: three of its character, one dot for what rounds to zero.
  func mark(of sign: CellValue) -> String {
    String(repeating: character(of: sign), count: sign == .low ? 1 : 3)
  }

  /// The line at which bars begin: what is zero ends here.
  var axis: String { self == .unicode ? "│" : "|" }

  /// A bar that is never empty for what is not zero.
  func chartBar(_ share: Double, width: Int) -> String {
    let text = bar(share, width: width)
    return text.isEmpty && share > 0 ? (self == .unicode ? "▏" : "#") : text
  }

  private static let unicodeFills: [Character] = ["█", "░", "▓", "▒", "▚", "▤", "▥", "▩"]
  private static let asciiFills: [Character] = ["#", "=", "o", "+", "%", "*", "@", "~"]
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

  /// How many parts of a bar can be told apart.
  static let mostFills = unicodeFills.count + letters.count

  /// The pattern of a part of a bar: letters where patterns are used up.
  func fill(_ part: Int) -> Character {
    let fills = self == .unicode ? Style.unicodeFills : Style.asciiFills
    return part < fills.count ? fills[part] : Style.letters[(part - fills.count) % 26]
  }

  /// The mark of a series among several.
  func point(_ series: Int, of count: Int) -> String {
    if count == 1 { return self == .unicode ? "●" : "o" }
    return String(Style.letters[series % 26])
  }

  /// Where several series meet.
  var several: String { "*" }
  var path: String { self == .unicode ? "·" : "." }
  var corner: String { self == .unicode ? "└" : "+" }
  var down: String { self == .unicode ? "▼" : "v" }
  var leaves: String { self == .unicode ? "├▸ " : "|> " }

  /// Shades from light to dark.
  var shades: [Character] { self == .unicode ? ["░", "▒", "▓", "█"] : [":", "+", "#", "@"] }
}
