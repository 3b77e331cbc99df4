import CNcurses
import TerminalCore

/// Attributes and colours of the roles. Every role can be told without its colour, and colours are
/// those of the theme.
struct Palette {
  private struct Look {
    var attributes: attr_t
    var pair: Int16
  }

  private var looks: [Look]

  /// Call after the screen is open.
  init(hasColour: Bool, theme: Theme) {
    looks = StyleRole.allCases.map { Look(attributes: Palette.attributes(of: $0), pair: 0) }
    guard hasColour, has_colors(), start_color() != ERR else { return }
    let background: Int16 = use_default_colors() == ERR ? 0 : -1
    let isRich = bold_colors() >= 256
    for role in StyleRole.allCases {
      guard let colour = isRich ? theme.colour(of: role) : Palette.plain(role, theme)
      else { continue }
      let pair = Int16(role.rawValue) + 1
      if init_pair(pair, colour, background) != ERR { looks[Int(role.rawValue)].pair = pair }
    }
  }

  func look(of role: StyleRole) -> (attributes: attr_t, pair: Int16) {
    let look = looks[Int(role.rawValue)]
    return (look.attributes, look.pair)
  }

  private static func attributes(of role: StyleRole) -> attr_t {
    switch role {
    case .text, .dim, .sign, .bar, .chip, .work: 0
    case .heading, .total, .key, .problem: bold_attribute_bold()
    case .focus, .status: bold_attribute_reverse()
    case .focusHeading: bold_attribute_bold() | bold_attribute_underline()
    case .synthetic: bold_attribute_bold() | bold_attribute_reverse()
    }
  }

  /// Of the 8 colours.
  private static func plain(_ role: StyleRole, _ theme: Theme) -> Int16? {
    switch role {
    case .bar, .chip, .key: Int16(theme == .light ? COLOR_BLUE : COLOR_CYAN)
    case .sign, .work: Int16(COLOR_MAGENTA)
    case .problem, .synthetic: Int16(COLOR_RED)
    case .text, .heading, .dim, .total, .focus, .focusHeading, .status: nil
    }
  }
}
