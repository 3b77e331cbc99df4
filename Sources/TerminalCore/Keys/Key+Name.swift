extension Key {
  private static let named: [String: Key] = [
    "space": .character(" "), "enter": .enter, "return": .enter, "esc": .escape,
    "escape": .escape, "backspace": .backspace, "delete": .delete, "del": .delete, "tab": .tab,
    "shift-tab": .backTab, "up": .up, "down": .down, "left": .left, "right": .right,
    "pgup": .pageUp, "pgdn": .pageDown, "home": .home, "end": .end,
  ]

  /// Control characters that a terminal sends for keys of their own, and Ctrl-c, which is always Esc.
  private static let takenControls: [Character: String] = [
    "c": "always means Esc", "h": "is Backspace", "i": "is Tab", "j": "is Enter", "m": "is Enter",
  ]

  /// Why a text names no key.
  public enum NameProblem: Error, Hashable, Sendable {
    case unknown
    /// The terminal cannot tell it from another key; with the reason.
    case notItsOwn(String)
  }

  /// A key by its name as help and documentation show it: one character, `Ctrl-x`, `PgUp`, `Space`.
  public init(name: String) throws(NameProblem) {
    if name.count == 1, let character = name.first, character != " " {
      guard !character.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
      else { throw .unknown }
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if let key = Key.named[lower] {
      self = key
    } else if lower.hasPrefix("ctrl-"), lower.count == 6, let letter = lower.last,
      ("a"..."z").contains(letter)
    {
      if let reason = Key.takenControls[letter] { throw .notItsOwn(reason) }
      self = .control(letter)
    } else {
      throw .unknown
    }
  }
}
