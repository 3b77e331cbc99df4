/// Every change of what is shown can be undone, and the undoing as well.
extension Step {
  private static let longestHistory = 100

  /// Keeps the screens as they are, to be undone to.
  mutating func remember() { remember(state.screens) }

  private mutating func remember(_ screens: [Screen]) {
    state.past.append(.screens(screens))
    if state.past.count > Step.longestHistory { state.past.removeFirst() }
    state.future = []
    hasRemembered = true
  }

  /// Does what changes screens, and remembers those before wherever the view is another one after it:
  /// sorting, percentages and pages as much as another query. Moving the cursor is no step.
  mutating func remembering(_ change: (inout Step) -> Void) {
    let before = state.screens
    hasRemembered = false
    change(&self)
    guard !hasRemembered else { return }
    if before.count != state.screens.count || !before.shows(the: state.screens) {
      remember(before)
    }
  }

  mutating func undo() {
    guard let last = state.past.last else {
      cancelPending()
      state.message = .note("Nothing to undo.")
      return
    }
    go(to: last, for: .undo)
  }

  mutating func redo() {
    guard let next = state.future.last else {
      cancelPending()
      state.message = .note("Nothing to redo.")
      return
    }
    go(to: next, for: .redo)
  }
}

extension [Screen] {
  fileprivate func shows(the other: [Screen]) -> Bool {
    switch (last?.kept, other.last?.kept) {
    case (let own?, let other?): own.shows(the: other)
    case (nil, nil): true
    default: false
    }
  }
}
