import Tables

@testable import TerminalCore

/// What kind of screen a state shows and what stands over it, by name.
enum PlaceNames {
  /// Those that keys can lead to with the invented package.
  static let all =
    KeyScreen.allCases.filter { ![.reader, .tour, .menu].contains($0) }.map(\.rawValue)
    + ChartKind.allCases.map { "chart: \($0.rawValue)" }
    + [
      "too small", "pathway by group", "table with pages", "table of shares of a total",
      "sorted table", "table of an outcome", "table of medians", "recoded table",
      "filtered table", "writing over a file", "text to read", "menu of keys",
      "question for a mark", "message", "waiting",
    ]
    + (1...Tour.count).map { "tour, page \($0)" }
    + ["command", "find", "narrow", "groupName"].map { "line: \($0)" }
    + [
      "breakDown", "axis", "sideBySide", "groupVariable", "groupCodes", "rowsOfPilot",
      "recodeVariable", "recode", "filterVariable", "filterCodes", "linkLevel", "measure",
      "shareMeasure", "medianFrom", "medianTo", "coarser", "savedView",
    ].map { "menu: \($0)" }

  static func names(of state: ExplorerState) -> [String] {
    if state.size.isTooSmall { return ["too small"] }
    var names = [state.screen.keyScreen.rawValue]
    switch state.screen {
    case .pathway(let screen) where screen.isSideBySide: names.append("pathway by group")
    case .table(let screen):
      if screen.view.pages.count > 1 { names.append("table with pages") }
      if screen.percentage != nil { names.append("table of shares of a total") }
      if screen.sorting != nil { names.append("sorted table") }
      if screen.view.kind == .share { names.append("table of an outcome") }
      if screen.view.kind == .median { names.append("table of medians") }
      if !screen.query.recodes.isEmpty { names.append("recoded table") }
      if !screen.query.filters.isEmpty { names.append("filtered table") }
    case .chart(let chart): names.append("chart: \(chart.kind.rawValue)")
    case .export(let screen) where screen.overwriting != nil: names.append("writing over a file")
    default: break
    }
    switch state.overlay {
    case .picker(let picker):
      names.append("menu: \(String(describing: picker.purpose).prefix { $0 != "(" })")
    case .prompt(let prompt): names.append("line: \(prompt.kind)")
    case .reader: names.append("text to read")
    case .tour(let tour): names.append("tour, page \(tour.page + 1)")
    case .keyMenu: names.append("menu of keys")
    case .mark: names.append("question for a mark")
    case nil: break
    }
    if state.message != nil { names.append("message") }
    if state.isWaiting { names.append("waiting") }
    return names
  }
}
