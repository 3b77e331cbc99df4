import CohortModel
import Tables

/// What keys do to charts.
extension Step {
  /// Draws what is shown; in a chart the next kind.
  mutating func drawChart(by step: Int) {
    let chart: ChartScreen?
    switch state.screen {
    case .table(let screen):
      chart = ChartScreen(screen, kinds: screen.chartKinds, in: state.language)
    case .pathway(let screen):
      chart = ChartScreen(screen, kinds: state.chartKinds(of: screen), in: state.language)
    case .chart(let screen): return changeKind(of: screen, by: step)
    default: return
    }
    guard let chart else {
      state.message = .note("This table has no cells to draw.")
      return
    }
    cancelPending()
    remember()
    state.screens.append(.chart(chart))
  }

  private mutating func changeKind(of screen: ChartScreen, by step: Int) {
    let kinds = state.chartKinds(of: screen)
    guard kinds.count > 1, let place = kinds.firstIndex(of: screen.kind) ?? kinds.indices.first
    else {
      state.message = .note("No other kind of chart fits this table.")
      return
    }
    let count = kinds.count
    changeChart { $0.show(kinds[((place + step) % count + count) % count]) }
  }

  /// The kinds that fit what is shown; none where it is no table.
  var chartKinds: [ChartKind] {
    switch state.screen {
    case .table(let screen): screen.chartKinds
    case .pathway(let screen): state.chartKinds(of: screen)
    case .chart(let screen): state.chartKinds(of: screen)
    default: []
    }
  }

  /// Draws what is shown as a chart of the kind that a word names.
  mutating func drawChart(named word: String) {
    let kinds = chartKinds
    guard let kind = ChartKind(rawValue: word.lowercased()), kinds.contains(kind) else {
      let names = kinds.map(\.rawValue).joined(separator: ", ")
      state.message =
        kinds.isEmpty
        ? .note("There is nothing to draw here.")
        : .problem("Kinds of chart that fit this table: \(names, "names").")
      return
    }
    if case .chart(let screen) = state.screen {
      if screen.kind != kind { changeChart { $0.show(kind) } }
      return
    }
    drawChart(by: 1)
    guard case .chart(var screen) = state.screen else { return }
    screen.show(kind)
    state.screen = .chart(screen)
  }

  /// Changes the chart that is shown so that it can be undone.
  mutating func changeChart(_ change: (inout ChartScreen) -> Void) {
    guard case .chart(var screen) = state.screen else { return }
    remember()
    change(&screen)
    state.screen = .chart(screen)
    keepFocusInView()
  }

  mutating func moveInChart(_ command: Command, _ screen: ChartScreen) {
    var screen = screen
    screen.move(command, in: state.content(of: screen), page: state.size.bodyHeight - 6)
    state.screen = .chart(screen)
  }
}

extension Screen {
  /// The table that is read or drawn.
  var shownTable: TableScreen? {
    switch self {
    case .table(let screen): screen
    case .chart(let screen): screen.table
    default: nil
    }
  }
}
