import CohortModel
import Tables

/// The median times between the stages of a pathway: tables of their own, asked for beside it and
/// protected as one with it (`TableService.times(beside:)`).
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

  /// The rows of the pathway that a stage leads to, and of which some group's number is shown: nothing
  /// is said of the time of those whose number is hidden.
  private func timedRows(of screen: PathwayScreen) -> [Int] {
    guard showsMedians(of: screen) else { return [] }
    let groups = screen.view.columns.indices.map { screen.view.funnel(page: 0, column: $0) }
    guard let steps = groups.first else { return [] }
    return steps.indices.dropFirst().compactMap { place in
      let isShown = groups.contains { group in
        if case .count = group[place].count { true } else { false }
      }
      return isShown ? steps[place].row : nil
    }
  }

  /// Whether times stand beside the pathway.
  func hasTimes(of screen: PathwayScreen) -> Bool {
    !timedRows(of: screen).isEmpty && !medianFailures.contains(screen.query)
  }

  /// Per row of the pathway what has come of the time since the stage before.
  func times(of screen: PathwayScreen) -> [(row: Int, view: TableView)] {
    let tables = times[screen.query] ?? []
    return timedRows(of: screen).compactMap { row in
      let code = screen.view.rows[row].entries.first?.code
      guard
        let table = tables.first(where: {
          if case .median(_, let stage) = $0.query.measure { stage == code } else { false }
        })
      else { return nil }
      let view = TableView(table)
      guard view.columns == screen.view.columns, !view.rows.isEmpty, !view.pages.isEmpty else {
        return nil
      }
      return (row, view)
    }
  }

  /// What is known of them by now, per row the groups side by side; nil where they are not shown.
  /// The number of those who reached the stage is published by the pathway itself.
  func medians(of screen: PathwayScreen) -> [Int: [Figure?]]? {
    guard showsMedians(of: screen) else { return nil }
    let steps = screen.view.funnel(page: 0, column: 0).dropFirst()
    guard !steps.isEmpty else { return nil }
    let views = Dictionary(
      times(of: screen).map { ($0.row, $0.view) }, uniquingKeysWith: { first, _ in first })
    let hasCome = times[screen.query] != nil || medianFailures.contains(screen.query)
    var figures: [Int: [Figure?]] = [:]
    for step in steps {
      figures[step.row] = screen.view.columns.indices.map { column in
        let total = screen.view.values(page: 0, row: step.row, column: column)[0]
        if total.sign != nil { return .sign(total) }
        guard let view = views[step.row] else { return hasCome ? .sign(.notAvailable) : nil }
        return view.figure(page: 0, row: 0, column: column, total: total)
      }
    }
    return figures
  }
}

extension Step {
  /// Asks for the times beside the pathway that is shown, where they are not there yet.
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
    let isWanted = state.hasTimes(of: screen) && state.times[screen.query] == nil
    for (id, query) in state.medianRequests where !isWanted || query != screen.query {
      state.medianRequests[id] = nil
      effects.append(.cancel(id))
    }
    guard isWanted, state.medianRequests.isEmpty else { return }
    let id = state.takeRequest()
    state.medianRequests[id] = screen.query
    effects.append(.times(id, screen.query))
  }

  /// Keeps the times that were asked for.
  mutating func keepTimes(_ id: Int, _ result: Result<[ProtectedTable], ServiceError>) {
    guard let query = state.medianRequests.removeValue(forKey: id) else { return }
    switch result {
    case .success(let tables): state.times.keep(tables, for: query)
    case .failure: state.medianFailures.insert(query)
    }
  }
}
