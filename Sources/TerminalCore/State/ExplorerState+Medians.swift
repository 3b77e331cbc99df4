import CohortModel
import Tables

/// The median times between the stages of a pathway: tables of their own, asked for beside it.
extension ExplorerState {
  /// Narrower screens have no room for them.
  private static let narrowest = 80

  /// Of more groups side by side they would take too long.
  private static let mostGroups = 24

  /// Under the cell-key method they would use up breakdowns that nobody asked for.
  private func showsMedians(of screen: PathwayScreen) -> Bool {
    size.columns >= ExplorerState.narrowest
      && screen.view.columns.count <= ExplorerState.mostGroups
      && package.policy.profile(for: screen.query.pilot).cellKey == nil
  }

  /// Per row of the pathway that a stage leads to, the query for its time since the stage before.
  func medianQueries(of screen: PathwayScreen) -> [(row: Int, query: CohortQuery)] {
    guard showsMedians(of: screen) else { return [] }
    let groups = screen.view.columns.indices.map { screen.view.funnel(page: 0, column: $0) }
    guard let steps = groups.first else { return [] }
    // The first stage stands in the table as its total.
    let first = package.pilot(screen.query.pilot)?.stages.first?.name
    return steps.indices.dropFirst().compactMap { place in
      let (before, step) = (steps[place - 1], steps[place])
      // Nothing is said of the time of those whose number is hidden.
      let isShown = groups.contains { group in
        if case .count = group[place].count { true } else { false }
      }
      guard isShown else { return nil }
      var query = screen.query
      query.rows = []
      query.measure = .median(
        from: before.entry.isTotal ? first ?? before.entry.code : before.entry.code,
        to: step.entry.code)
      return (step.row, query)
    }
  }

  /// What is known of them by now, per row the groups side by side; nil where they are not shown.
  /// The number of those who reached the stage is published by the pathway itself.
  func medians(of screen: PathwayScreen) -> [Int: [Figure?]]? {
    guard showsMedians(of: screen) else { return nil }
    let steps = screen.view.funnel(page: 0, column: 0).dropFirst()
    guard !steps.isEmpty else { return nil }
    let queries = Dictionary(
      medianQueries(of: screen).map { ($0.row, $0.query) }, uniquingKeysWith: { first, _ in first })
    var figures: [Int: [Figure?]] = [:]
    for step in steps {
      let query = queries[step.row]
      let view = query.flatMap { cache[$0] }.map(TableView.init)
      let isRefused = query.map(medianFailures.contains) ?? false
      figures[step.row] = screen.view.columns.indices.map { column in
        let total = screen.view.values(page: 0, row: step.row, column: column)[0]
        if total.sign != nil { return .sign(total) }
        if isRefused { return .sign(.notAvailable) }
        guard let view, !view.rows.isEmpty, view.columns == screen.view.columns,
          !view.pages.isEmpty
        else { return nil }
        return view.figure(page: 0, row: 0, column: column, total: total)
      }
    }
    return figures
  }
}

extension Step {
  /// Asks for the medians of the pathway that is shown, where they are not there yet.
  mutating func askForMedians() {
    let screen: PathwayScreen
    switch state.screen {
    case .pathway(let shown): screen = shown
    case .chart(let chart):
      // Its time to an event is drawn from the same tables.
      guard let drawn = chart.pathway else { return }
      screen = drawn
    default: return
    }
    let wanted = state.medianQueries(of: screen).map(\.query)
    for (id, query) in state.medianRequests where !wanted.contains(query) {
      state.medianRequests[id] = nil
      effects.append(.cancel(id))
    }
    let asked = Set(state.medianRequests.values)
    for query in wanted
    where state.cache[query] == nil && !asked.contains(query)
      && !state.medianFailures.contains(query)
    {
      let id = state.takeRequest()
      state.medianRequests[id] = query
      effects.append(.fetch(id, query, isUrgent: false))
    }
  }

  /// Keeps a median that was asked for. False where the answer is to something else.
  mutating func keepMedian(_ id: Int, _ result: Result<ProtectedTable, ServiceError>) -> Bool {
    guard let query = state.medianRequests.removeValue(forKey: id) else { return false }
    switch result {
    case .success(let table): state.cache.keep(table, for: query)
    case .failure: state.medianFailures.insert(query)
    }
    return true
  }
}
