/// Marks: places of a session under a letter.
extension Step {
  mutating func askForMark(isSetting: Bool) {
    if !isSetting, state.marks.isEmpty, state.beforeJump == nil {
      state.message = .note(
        "There is no mark yet: \(keyName(.mark), "key") and a letter sets one here.")
      return
    }
    state.overlay = .mark(isSetting: isSetting)
  }

  /// The key after `m` or `'`.
  mutating func mark(_ key: Key, isSetting: Bool) {
    state.overlay = nil
    switch key {
    case .escape, .backspace: return
    // Where the key is a letter, it goes back as long as it is none of a mark.
    case _ where !isSetting && isGoingBack(key):
      guard let before = state.beforeJump else {
        state.message = .note("There is nowhere to go back to yet.")
        return
      }
      jump(to: before)
    case .character(let letter) where Step.isLetter(letter):
      if isSetting { setMark(letter) } else { goToMark(letter) }
    default:
      state.message = .note("A mark is a letter, a to z or A to Z. \(key.name, "key") is none.")
    }
  }

  private func isGoingBack(_ key: Key) -> Bool {
    if case .character(let letter) = key, state.marks[letter] != nil { return false }
    return state.keys.command(for: key, on: state.screen.keyScreen) == .goToMark
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isASCII && character.isLetter
  }

  private mutating func setMark(_ letter: Character) {
    state.marks[letter] = .screens(state.screens)
    state.message = .note(
      "Marked: \(keyName(.goToMark), "key") and \(letter, "letter") comes back here.")
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
    let cancel = keys.name(of: .cancel)
    if isSetting { return "Mark this place under a letter (\(cancel, "key") leaves it)" }
    let letters = marks.keys.sorted().map(String.init).joined(separator: "  ")
    return beforeJump == nil
      ? "Go to mark: \(letters, "letters")  (\(cancel, "key") stays)"
      : """
      Go to mark: \(letters, "letters")  \(keys.name(of: .goToMark), "back") the place before the \
      last jump  (\(cancel, "key") stays)
      """
  }
}
