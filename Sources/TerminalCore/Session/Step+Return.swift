import CohortModel
import Tables

/// Going where one was.
extension Step {
  /// Shows remembered screens in the place of all that are shown.
  mutating func go(to remembered: Remembered, for purpose: Return.Purpose) {
    cancelPending()
    switch remembered {
    case .screens(let screens):
      arrive(Return(purpose: purpose, rest: [], screens: screens))
    case .places(let places): proceed(Return(purpose: purpose, rest: places))
    }
  }

  /// Shows one more screen, on top of those that are shown.
  mutating func open(_ place: ScreenPlace) {
    cancelPending()
    proceed(Return(purpose: .jump, rest: [place], screens: state.screens))
  }

  /// Builds screens until a table has to be asked for.
  mutating func proceed(_ way: Return) {
    var way = way
    while let next = way.rest.first {
      var tables: [ProtectedTable] = []
      if let query = next.query {
        let isOfLevels = next.kind == .levels
        let known = isOfLevels ? state.comparisons[query] : state.cache[query].map { [$0] }
        guard let known else {
          let id = state.takeRequest()
          state.pending = Pending(id: id, query: query, goal: .go(way))
          effects.append(isOfLevels ? .compare(id, query) : .fetch(id, query, isUrgent: true))
          return
        }
        tables = known
      }
      way.rest.removeFirst()
      let deeper = next.query.map(state.codesAboveOthers(in:)) ?? []
      let screen =
        next.kind == .catalogue
        ? catalogue(at: next.cursor)
        : Screen(next, tables: tables, deeper: deeper, in: state.language)
      if case .levels(let levels)? = screen {
        way.screens.append(.levels(advised(levels)))
      } else if let screen, isKnown(screen) {
        way.screens.append(screen)
      }
    }
    arrive(way)
  }

  /// The next table is not to be had: the way goes on without it.
  mutating func proceed(_ way: Return, without error: ServiceError) {
    var way = way
    way.rest.removeFirst()
    way.refusals.append(error.phrase)
    proceed(way)
  }

  private func catalogue(at cursor: [String: Int]) -> Screen {
    var screen = CatalogueScreen(of: state)
    screen.place = DocumentPlace(kept: cursor)
    return .catalogue(screen)
  }

  private func isKnown(_ screen: Screen) -> Bool {
    guard case .pilot(let screen) = screen else { return true }
    return state.package.pilot(screen.pilot) != nil
  }

  private mutating func arrive(_ way: Return) {
    var screens = way.screens
    if case .home? = screens.first {
    } else {
      screens.insert(.home(HomeScreen()), at: 0)
    }
    if let refusal = way.refusals.first {
      state.message = .problem("Not everything can be shown again: \(refusal, "reason")")
    }
    let isNothing = !way.refusals.isEmpty && screens.count <= state.screens.count
    switch way.purpose {
    case .jump:
      if isNothing { return }
      remember()
    case .undo:
      state.past.removeLast()
      state.future.append(.screens(state.screens))
    case .redo:
      state.future.removeLast()
      state.past.append(.screens(state.screens))
    case .resume: break
    }
    hasRemembered = true
    state.overlay = nil
    state.screens = screens
    keepFocusInView()
  }
}
