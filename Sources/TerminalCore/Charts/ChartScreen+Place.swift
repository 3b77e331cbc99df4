import CohortModel
import Tables

extension ChartScreen {
  /// What is kept of it. The cursor is kept as a cell of the table where the mark is of one, so that
  /// it is the same whatever the figures.
  var kept: ScreenPlace {
    var settings = table.viewSettings
    settings["kind"] = kind.rawValue
    if pathway != nil { settings["of"] = ScreenPlace.Kind.pathway.rawValue }
    var kept = ScreenPlace(kind: .chart, query: query, settings: settings)
    kept.cursor = ["line": line + 1, "place": place + 1]
    let (row, column) = cell
    if let row { kept.cursor["row"] = row + 1 }
    if let column { kept.cursor["column"] = column + 1 }
    return kept
  }

  /// A chart of a place; nil where its kind is none, or does not fit the table.
  init?(
    _ place: ScreenPlace, query: CohortQuery, table: ProtectedTable, in language: Language
  ) {
    guard let kind = place.settings["kind"].flatMap(ChartKind.init(rawValue:)) else { return nil }
    if place.settings["of"] == ScreenPlace.Kind.pathway.rawValue {
      let pathway = PathwayScreen(query: query, table: table)
      guard kind == .timeToEvent || pathway.view.chartKinds.contains(kind) else { return nil }
      self.init(pathway, kinds: [kind], in: language)
    } else {
      var screen = TableScreen(query: query, table: table, language: language)
      screen.take(place)
      guard screen.chartKinds.contains(kind) else { return nil }
      self.init(screen, kinds: [kind], in: language)
    }
    line = (place.cursor["line"] ?? 1) - 1
    self.place = (place.cursor["place"] ?? 1) - 1
    take(row: place.cursor["row"].map { $0 - 1 }, column: place.cursor["column"].map { $0 - 1 })
  }
}
