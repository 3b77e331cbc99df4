import Tables

/// How members go from stage to stage of a pathway, and where they leave it: one step per row.
struct StageFlow: Sendable {
  struct Step: Sendable {
    /// A stage of the main line; otherwise a way in which members ended at one.
    var isStage: Bool
    /// The row of the stage that members come from; nil for the first.
    var source: Int?
    var figure: Figure
    /// Of those at the stage they come from.
    var share: Figure?
    /// Where its mark begins, as a number on the axis: behind those who went on and those who left
    /// before. Zero unless all of them are published: a place that depends on what is hidden would
    /// say something.
    var start = 0.0
  }

  private(set) var steps: [Step] = []

  init(_ chart: ChartScreen) {
    let view = chart.view
    let table = chart.table
    let column = min(max(0, chart.place), max(0, view.columns.count - 1))
    guard let entries = view.rowAxes.first?.entries, table.hasCells else { return }
    func count(_ row: Int) -> CellValue {
      view.values(page: table.page, row: row, column: column).first ?? .notAvailable
    }
    let stages = entries.indices.filter { !entries[$0].code.contains(".") }
    for row in entries.indices {
      let source: Int?
      if let place = stages.firstIndex(of: row) {
        source = place > 0 ? stages[place - 1] : nil
      } else {
        let name = entries[row].code.split(separator: ".").first.map(String.init)
        source = stages.first { entries[$0].code == name } ?? stages.first
      }
      steps.append(
        Step(
          isStage: stages.contains(row), source: source,
          figure: table.figure(row: row, column: column),
          share: source.map {
            Share.figure(count(row), of: count($0), under: view.table.certificate)
          }
        ))
    }
    for stage in stages {
      let parts = steps.indices.filter { steps[$0].source == stage }
      guard parts.allSatisfy({ steps[$0].figure.number != nil }) else { continue }
      var start = parts.filter { steps[$0].isStage }.compactMap { steps[$0].figure.number }
        .reduce(0, +)
      for part in parts where !steps[part].isStage {
        steps[part].start = start
        start += steps[part].figure.number ?? 0
      }
    }
  }
}
