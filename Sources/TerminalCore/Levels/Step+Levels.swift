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
    compare(query, isReplacing: false)
  }

  /// Asks for a table at all link levels; shows it at once where it was seen before.
  mutating func compare(_ query: CohortQuery, isReplacing: Bool) {
    cancelPending()
    let pending = Pending(
      id: state.takeRequest(), query: query, goal: .levels(isReplacing: isReplacing))
    if let tables = state.comparisons[query] {
      show(tables, pending)
    } else {
      state.pending = pending
      effects.append(.compare(pending.id, query))
    }
  }

  mutating func compared(_ id: Int, _ result: Result<[ProtectedTable], ServiceError>) {
    guard let pending = state.pending, pending.id == id else { return }
    state.pending = nil
    switch result {
    case .success(let tables):
      state.comparisons.keep(tables, for: pending.query)
      show(tables, pending)
      catchUp()
    case .failure(let error): notAnswered(pending, error)
    }
  }

  private mutating func show(_ tables: [ProtectedTable], _ pending: Pending) {
    if case .go(let way) = pending.goal { return proceed(way) }
    guard var screen = LevelsScreen(query: pending.query, tables: tables).map(advised) else {
      return
    }
    switch state.screen {
    case .table(let old): screen.page = screen.view.page(like: old.page, of: old.view)
    case .levels(let old): screen.page = screen.view.page(like: old.page, of: old.view)
    default: break
    }
    remember()
    if case .levels(isReplacing: true) = pending.goal {
      state.screen = .levels(screen)
    } else {
      state.screens.append(.levels(screen))
    }
    keepFocusInView()
  }

  /// The screen with what would show more, where it hides much.
  func advised(_ screen: LevelsScreen) -> LevelsScreen {
    guard screen.hidesMuch else { return screen }
    var screen = screen
    screen.advice = coarserTables(than: screen.view.table).first
    return screen
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
