import CohortModel
import Tables

extension LevelsScreen {
  /// What is kept of it: the question, the page and the cursor.
  var kept: ScreenPlace {
    var kept = ScreenPlace(kind: .levels, query: query)
    if page > 0 { kept.settings["page"] = "\(page + 1)" }
    kept.cursor = ["row": line + 1, "column": column + 1, "top": top + 1, "left": left + 1]
    return kept
  }

  /// Looks at the levels as a place says, as far as the table has what it names.
  mutating func take(_ place: ScreenPlace) {
    func number(_ number: Int?, below count: Int) -> Int {
      min(max(1, number ?? 1), max(1, count)) - 1
    }
    page = number(place.settings["page"].flatMap { Int($0) }, below: pageCount)
    line = number(place.cursor["row"], below: lineCount)
    column = number(place.cursor["column"], below: columnCount)
    top = number(place.cursor["top"], below: lineCount)
    left = number(place.cursor["left"], below: columnCount)
  }
}
