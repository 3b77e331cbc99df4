/// For which background colours are chosen.
public enum Theme: String, CaseIterable, Sendable {
  /// By `COLORFGBG` where the terminal sets it; else colours that can be read on both.
  case auto
  case light
  case dark

  /// The theme that `COLORFGBG` (`15;0`: foreground, background) speaks for; auto for other texts.
  public init(colourVariable value: String) {
    let parts = value.split(separator: ";")
    switch parts.last.flatMap({ Int($0) }) {
    case let background? where parts.count > 1 && (0...6).contains(background) || background == 8:
      self = .dark
    case 7?, 15?: self = .light
    default: self = .auto
    }
  }

  /// The colour of a role among the 256 of xterm; nil for that of the terminal's text. Blue and orange
  /// for those who do not tell red from green; contrast at least 4.5 on the theme's background, and 3
  /// on black and white for `auto` (WCAG 2.2, 1.4.3 and 1.4.11).
  public func colour(of role: StyleRole) -> Int16? {
    let colours: (auto: Int16, light: Int16, dark: Int16)
    switch role {
    case .heading, .key: colours = (32, 25, 75)
    case .bar, .chip: colours = (67, 24, 110)
    case .dim: colours = (244, 240, 247)
    case .sign, .work: colours = (137, 94, 179)
    case .problem, .synthetic: colours = (166, 130, 208)
    case .text, .total, .focus, .focusHeading, .status: return nil
    }
    switch self {
    case .auto: return colours.auto
    case .light: return colours.light
    case .dark: return colours.dark
    }
  }
}
