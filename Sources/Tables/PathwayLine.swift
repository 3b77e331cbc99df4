import CohortModel

/// One line of a pathway: a stage of the main line, or a way in which members ended at the stage
/// above it.
public struct PathwayLine: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case stage
    /// Off the main line by an event of its own.
    case branch
    /// Observation ended before the next stage could be reached.
    case incomplete
    /// Did not go on: the pilot's own name for the step that was not taken.
    case goneNoFurther
  }

  /// Index of the row in `TableView.rows`.
  public var row: Int
  public var kind: Kind
  public var entry: AxisEntry
  /// Where the members of an ending were: the line of the stage above it; the stage's own line
  /// for a stage.
  public var stage: Int
  public var count: CellValue
  /// Of those who reached the stage before; of an ending, of those who reached its stage. nil for
  /// the first stage.
  public var shareOfPrevious: Figure?
  /// Of those who entered; nil for the first stage.
  public var shareOfStart: Figure?
  /// Of a stage, how many fewer it has than the stage before, where the table has no endings
  /// between the two: a difference of two published numbers, each of which may be rounded. nil
  /// where the table's own endings say it.
  public var differenceFromPrevious: Figure?
}

extension TableView {
  /// Every line of a pathway in the order of the table's rows, all figures computed from published
  /// values; empty where stages are not the only rows of a table of counts.
  public func pathway(page: Int, column: Int) -> [PathwayLine] {
    guard isCount, rowAxes.count == 1, rowAxes[0].name == TableView.stageAxis else { return [] }
    var lines: [PathwayLine] = []
    var start: CellValue?
    var before: (line: Int, count: CellValue)?
    var hasEndings = false
    for (row, entry) in rowAxes[0].entries.enumerated() {
      let count = values(page: page, row: row, column: column)[0]
      func share(of base: CellValue?) -> Figure? {
        base.map { Share.figure(count, of: $0, under: table.certificate) }
      }
      let kind = PathwayLine.Kind(code: entry.code)
      var line = PathwayLine(
        row: row, kind: kind, entry: entry, stage: before?.line ?? row, count: count,
        shareOfPrevious: share(of: before?.count), shareOfStart: share(of: start))
      if kind == .stage {
        line.stage = lines.count
        if let before, !hasEndings {
          line.differenceFromPrevious = TableView.difference(before.count, count)
        }
        before = (lines.count, count)
        if start == nil { start = count }
        hasEndings = false
      } else {
        hasEndings = true
      }
      lines.append(line)
    }
    return lines
  }

  /// Nothing is said where either number is hidden.
  private static func difference(_ before: CellValue, _ after: CellValue) -> Figure {
    guard case .count(let before) = before, case .count(let after) = after else {
      return .sign(.notAvailable)
    }
    return .count(max(0, before - after))
  }
}

extension PathwayLine.Kind {
  init(code: String) {
    guard let point = code.firstIndex(of: ".") else {
      self = .stage
      return
    }
    switch code[code.index(after: point)...] {
    case "dropped": self = .goneNoFurther
    case "censored": self = .incomplete
    default: self = .branch
    }
  }
}
