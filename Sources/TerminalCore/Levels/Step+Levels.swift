import CohortModel
import Tables

/// One table at all link levels.
extension Step {
  mutating func askForLevels() {
    guard let query = state.screen.query else { return }
    guard state.package.links != nil else {
      state.message = .note("No records are linked in this package: its link levels are the same.")
      return
    }
    cancelPending()
    let id = state.takeRequest()
    state.pending = Pending(id: id, query: query, goal: .levels)
    effects.append(.compare(id, query))
  }

  mutating func compared(_ id: Int, _ result: Result<[ProtectedTable], ServiceError>) {
    guard let pending = state.pending, pending.id == id else { return }
    state.pending = nil
    switch result {
    case .success(let tables):
      guard let screen = LevelsScreen(query: pending.query, tables: tables) else { return }
      remember()
      state.screens.append(.levels(screen))
      keepFocusInView()
      catchUp()
    case .failure(let error):
      state.typedAhead = []
      state.message = .problem(error.text)
    }
  }

  /// Changes the screen of link levels, if that is what is shown.
  mutating func withLevels(_ change: (inout LevelsScreen, TableWindow) -> Void) {
    guard case .levels(var screen) = state.screen else { return }
    let window = screen.window(
      size: state.size, language: state.language, keys: state.keys)
    change(&screen, window)
    screen.keepFocusInView(window)
    state.screen = .levels(screen)
  }
}

extension Screen {
  /// The table of the strictest level, where link levels are shown.
  var levelsView: TableView? {
    if case .levels(let screen) = self { screen.view } else { nil }
  }
}
