/// Marks: places of a session under a letter.
extension Step {
  mutating func askForMark(isSetting: Bool) {
    if !isSetting, state.marks.isEmpty, state.beforeJump == nil {
      state.message = .note("There is no mark yet: m and a letter sets one here.")
      return
    }
    state.overlay = .mark(isSetting: isSetting)
  }

  /// The key after `m` or `'`.
  mutating func mark(_ key: Key, isSetting: Bool) {
    state.overlay = nil
    switch key {
    case .escape, .backspace: return
    case .character(let letter) where Step.isLetter(letter):
      if isSetting { setMark(letter) } else { goToMark(letter) }
    case .character("'") where !isSetting:
      guard let before = state.beforeJump else {
        state.message = .note("There is nowhere to go back to yet.")
        return
      }
      jump(to: before)
    default:
      state.message = .note("A mark is a letter, a to z or A to Z. \(key.name, "key") is none.")
    }
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  private mutating func setMark(_ letter: Character) {
    state.marks[letter] = .screens(state.screens)
    state.message = .note("Marked: ' and \(letter, "letter") comes back here.")
  }

  private mutating func goToMark(_ letter: Character) {
    guard let marked = state.marks[letter] else {
      let letters = state.marks.keys.sorted().map(String.init).joined(separator: " ")
      state.message = .note("There is no mark \(letter, "letter"). Marks: \(letters, "letters")")
      return
    }
    jump(to: marked)
  }

  private mutating func jump(to marked: Remembered) {
    let here = Remembered.screens(state.screens)
    go(to: marked, for: .jump)
    state.beforeJump = here
  }
}

extension ExplorerState {
  /// What stands on the message line while a mark's letter is waited for.
  func markQuestion(isSetting: Bool) -> Phrase {
    if isSetting { return "Mark this place under a letter (Esc leaves it)" }
    let letters = marks.keys.sorted().map(String.init).joined(separator: "  ")
    return beforeJump == nil
      ? "Go to mark: \(letters, "letters")  (Esc stays)"
      : "Go to mark: \(letters, "letters")  ' the place before the last jump  (Esc stays)"
  }
}
