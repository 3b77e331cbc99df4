import CohortModel
import Tables

extension Screen {
  /// What is kept of it; nil for a screen that is not gone back to (a file being named).
  var kept: ScreenPlace? {
    switch self {
    case .home(let screen): return ScreenPlace(kind: .home, cursor: screen.place.kept)
    case .pilot(let screen):
      return ScreenPlace(kind: .pilot, pilot: screen.pilot, cursor: screen.place.kept)
    case .pathway(let screen):
      var cursor = screen.place.kept
      cursor["column"] = screen.group + 1
      cursor["left"] = screen.left + 1
      return ScreenPlace(kind: .pathway, query: screen.query, cursor: cursor)
    case .table(let screen): return screen.kept
    case .catalogue(let screen):
      // What was typed is not kept: the entry is one of all.
      var place = screen.place
      if !screen.find.isEmpty { place = DocumentPlace(focus: screen.focusedPlace ?? 0) }
      return ScreenPlace(kind: .catalogue, cursor: place.kept)
    case .chart(let screen): return screen.kept
    case .log(let screen): return ScreenPlace(kind: .log, cursor: screen.place.kept)
    case .levels(let screen): return screen.kept
    case .export: return nil
    }
  }

  /// A screen of a place.
  ///
  /// - Parameters:
  ///   - tables: the table that answers its query, or those of all link levels.
  ///   - deeper: codes of the last row variable that have others below them.
  ///   - language: of the session.
  init?(
    _ place: ScreenPlace, tables: [ProtectedTable], deeper: Set<String> = [],
    in language: Language = .english
  ) {
    let table = tables.first
    switch place.kind {
    case .home: self = .home(HomeScreen(place: DocumentPlace(kept: place.cursor)))
    case .pilot:
      guard let pilot = place.pilot else { return nil }
      self = .pilot(PilotScreen(pilot: pilot, place: DocumentPlace(kept: place.cursor)))
    case .pathway:
      guard let query = place.query, let table else { return nil }
      var screen = PathwayScreen(query: query, table: table)
      screen.place = DocumentPlace(kept: place.cursor)
      screen.group = min(max(1, place.cursor["column"] ?? 1), max(1, screen.view.columns.count)) - 1
      screen.left = max(1, place.cursor["left"] ?? 1) - 1
      self = .pathway(screen)
    case .table:
      guard let query = place.query, let table else { return nil }
      var screen = TableScreen(query: query, table: table, deeper: deeper)
      screen.take(place)
      self = .table(screen)
    case .chart:
      guard let query = place.query, let table,
        let chart = ChartScreen(place, query: query, table: table, in: language)
      else { return nil }
      self = .chart(chart)
    case .levels:
      guard let query = place.query, var screen = LevelsScreen(query: query, tables: tables) else {
        return nil
      }
      screen.take(place)
      self = .levels(screen)
    case .catalogue: return nil
    case .log: self = .log(LogScreen(place: DocumentPlace(kept: place.cursor)))
    }
  }
}

extension DocumentPlace {
  var kept: [String: Int] { ["focus": focus + 1, "top": top + 1] }

  init(kept cursor: [String: Int]) {
    self.init(focus: (cursor["focus"] ?? 1) - 1, top: (cursor["top"] ?? 1) - 1)
  }
}

extension TableScreen {
  /// The cursor is kept as a place among the codes, not among the sorted lines: it is the same cell
  /// whatever the figures.
  fileprivate var kept: ScreenPlace {
    var kept = ScreenPlace(kind: .table, query: query, settings: viewSettings)
    kept.cursor = ["row": (row ?? 0) + 1, "column": column + 1, "top": top + 1, "left": left + 1]
    return kept
  }

  var viewSettings: [String: String] {
    var settings: [String: String] = [:]
    if let percentage { settings["percent"] = percentage.rawValue }
    if let sorting {
      settings[sorting.isDescending ? "sort-descending" : "sort"] = "\(sorting.column + 1)"
    }
    if !closed.isEmpty { settings["closed"] = closedInText }
    if page > 0 { settings["page"] = "\(page + 1)" }
    return settings
  }

  /// Looks at the table as a place says, as far as the table has what it names.
  mutating func take(_ place: ScreenPlace) {
    func number(_ text: String?, below count: Int) -> Int? {
      guard let number = text.flatMap({ Int($0) }), (1...max(1, count)).contains(number) else {
        return nil
      }
      return number - 1
    }
    if view.isCount {
      percentage = place.settings["percent"].flatMap(TableView.PercentageBase.init(rawValue:))
    }
    page = number(place.settings["page"], below: view.pages.count) ?? 0
    if let column = number(place.settings["sort"], below: view.columns.count) {
      sort(Sorting(column: column, isDescending: false))
    } else if let column = number(place.settings["sort-descending"], below: view.columns.count) {
      sort(Sorting(column: column, isDescending: true))
    }
    if let closed = place.settings["closed"] { close(text: closed) }
    let row = (place.cursor["row"] ?? 1) - 1
    line = order.firstIndex(of: row) ?? 0
    column = min(max(0, (place.cursor["column"] ?? 1) - 1), max(0, view.columns.count - 1))
    top = (place.cursor["top"] ?? 1) - 1
    left = (place.cursor["left"] ?? 1) - 1
  }
}
