import CohortModel
import Tables

/// The median times between the stages of a pathway: tables of their own, asked for beside it.
extension ExplorerState {
  /// Narrower screens have no room for them.
  private static let narrowest = 80

  /// Under the cell-key method they would use up breakdowns that nobody asked for.
  private func showsMedians(of screen: PathwayScreen) -> Bool {
    size.columns >= ExplorerState.narrowest
      && package.policy.profile(for: screen.query.pilot).cellKey == nil
  }

  /// Per row of the pathway that a stage leads to, the query for its time since the stage before.
  func medianQueries(of screen: PathwayScreen) -> [(row: Int, query: CohortQuery)] {
    guard showsMedians(of: screen) else { return [] }
    let steps = screen.view.funnel(page: 0, column: 0)
    // The first stage stands in the table as its total.
    let first = package.pilot(screen.query.pilot)?.stages.first?.name
    return zip(steps, steps.dropFirst()).compactMap { before, step in
      // Nothing is said of the time of those whose number is hidden.
      guard case .count = step.count else { return nil }
      var query = screen.query
      query.rows = []
      query.measure = .median(
        from: before.entry.isTotal ? first ?? before.entry.code : before.entry.code,
        to: step.entry.code)
      return (step.row, query)
    }
  }

  /// What is known of them by now; nil where they are not shown. The number of those who reached
  /// the stage is published by the pathway itself.
  func medians(of screen: PathwayScreen) -> [Int: Figure]? {
    guard showsMedians(of: screen) else { return nil }
    let steps = screen.view.funnel(page: 0, column: 0).dropFirst()
    guard !steps.isEmpty else { return nil }
    var figures: [Int: Figure] = [:]
    for step in steps where step.count.sign != nil { figures[step.row] = .sign(step.count) }
    let queries = medianQueries(of: screen)
    for (row, query) in queries {
      if let table = cache[query] {
        let view = TableView(table)
        guard !view.rows.isEmpty, !view.columns.isEmpty, !view.pages.isEmpty else { continue }
        let total = screen.view.values(page: 0, row: row, column: 0).first
        figures[row] = view.figure(page: 0, row: 0, column: 0, total: total)
      } else if medianFailures.contains(query) {
        figures[row] = .sign(.notAvailable)
      }
    }
    return figures
  }
}

extension Step {
  /// Asks for the medians of the pathway that is shown, where they are not there yet.
  mutating func askForMedians() {
    guard case .pathway(let screen) = state.screen else { return }
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
