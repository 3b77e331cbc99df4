/// Where a mark of a chart stands on the screen.
struct MarkPlace: Hashable, Sendable {
  var row: Int
  var columns: Range<Int>
  /// Of the chart's content; nil: whichever is focused.
  var line: Int?
  var place: Int?
}

extension ChartScreen {
  /// Focuses the mark at a place of the screen, where there is one. What stands where is found by
  /// drawing the chart: there is one layout of each kind.
  mutating func focus(_ position: Position, of state: ExplorerState) {
    var canvas = Canvas(size: state.size, style: .unicode, language: state.language)
    canvas.draw(self, of: state)
    let hit = canvas.marks.last { mark in
      mark.row == position.row && mark.columns.contains(position.column)
    }
    guard let hit else { return }
    line = hit.line ?? line
    place = hit.place ?? place
  }
}
