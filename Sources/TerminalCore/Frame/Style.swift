import Tables

/// How a frame is drawn: with the characters of UTF-8 or with ASCII alone.
public enum Style: String, Sendable {
  case unicode
  case ascii

  var ellipsis: String { self == .unicode ? "…" : ".." }
  var separator: String { self == .unicode ? " › " : " > " }
  var rule: Character { self == .unicode ? "─" : "-" }
  var bullet: String { self == .unicode ? "• " : "* " }
  var yes: String { self == .unicode ? "✓ " : "+ " }
  var no: String { self == .unicode ? "✗ " : "- " }
  var branch: String { self == .unicode ? "└ " : "` " }
  var goneNoFurther: String { self == .unicode ? "↓ " : "v " }
  var pointer: String { self == .unicode ? "▸" : ">" }
  /// Before a row: what stands below it is not shown, or is.
  var closed: String { self == .unicode ? "▸" : "+" }
  var open: String { self == .unicode ? "▾" : "-" }
  var dash: String { self == .unicode ? "–" : "-" }
  var cross: String { self == .unicode ? "×" : "x" }
  var moreLeft: String { self == .unicode ? "‹" : "<" }
  var moreRight: String { self == .unicode ? "›" : ">" }

  /// A bar of `share` (0…1) of `width` columns, in eighths of a column or in whole `#`.
  func bar(_ share: Double, width: Int) -> String {
    guard width > 0, share.isFinite else { return "" }
    let clamped = min(1, max(0, share))
    guard self == .unicode else {
      return String(repeating: "#", count: Int((clamped * Double(width)).rounded()))
    }
    let eighths = Int((clamped * Double(width * 8)).rounded())
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  /// `text` in the characters that can be drawn. Letters lose their accents in ASCII; what has no
  /// likeness becomes `?`, as wide as it was.
  func drawable(_ text: String) -> String {
    if self == .unicode || text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      result += scalar.isASCII ? String(Character(scalar)) : Style.likeness(of: scalar)
    }
    return result
  }

  private static func likeness(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "‘", "’": return "'"
    case "“", "”": return "\""
    case "–", "—", "−": return "-"
    case "×": return "x"
    case "·", "•": return "*"
    default: break
    }
    let width = DisplayWidth.of(scalar)
    if width == 1, let name = scalar.properties.name {
      for (prefix, isCapital) in [("LATIN SMALL LETTER ", false), ("LATIN CAPITAL LETTER ", true)]
      where name.hasPrefix(prefix) {
        let rest = name.dropFirst(prefix.count)
        if let letter = rest.first, rest.dropFirst().hasPrefix(" WITH ") {
          return isCapital ? String(letter) : letter.lowercased()
        }
      }
    }
    return String(repeating: "?", count: width)
  }
}
