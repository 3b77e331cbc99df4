import CohortModel

/// One stage of the main line in a table with stages as rows.
public struct FunnelStep: Hashable, Sendable {
  /// Index of the row in `TableView.rows`.
  public var row: Int
  public var entry: AxisEntry
  public var count: CellValue
  /// Of those who reached the stage before; nil for the first.
  public var shareOfPrevious: Figure?
  /// Of those who entered; nil for the first.
  public var shareOfStart: Figure?
}

extension TableView {
  /// The name of the axis of stages.
  public static let stageAxis = "stage"

  /// The stages of the main line, in order, where stages are the only rows of a table of counts;
  /// empty otherwise. Ways of ending (`housed.dropped`) are rows between them and no steps.
  public func funnel(page: Int, column: Int) -> [FunnelStep] {
    guard isCount, rowAxes.count == 1, rowAxes[0].name == TableView.stageAxis else { return [] }
    var steps: [FunnelStep] = []
    for (row, entry) in rowAxes[0].entries.enumerated() where !entry.code.contains(".") {
      let count = values(page: page, row: row, column: column)[0]
      func share(of base: CellValue?) -> Figure? {
        base.map { Share.figure(count, of: $0, under: table.certificate) }
      }
      steps.append(
        FunnelStep(
          row: row, entry: entry, count: count, shareOfPrevious: share(of: steps.last?.count),
          shareOfStart: share(of: steps.first?.count)))
    }
    return steps
  }
}
