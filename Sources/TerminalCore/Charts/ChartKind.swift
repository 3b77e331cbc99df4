import CohortModel
import Tables

/// The ways in which a table can be drawn.
enum ChartKind: String, CaseIterable, Sendable {
  case flow
  case lines
  case bars
  case stackedBars = "stacked-bars"
  case timeToEvent = "time-to-event"
  case heatMap = "heat-map"

  var title: Phrase {
    switch self {
    case .flow: "Flow between stages"
    case .lines: "Lines over periods"
    case .bars: "Bars"
    case .stackedBars: "Stacked bars"
    case .timeToEvent: "Time to an event"
    case .heatMap: "Heat map"
    }
  }
}

/// Codes of calendar units, as `Variable.CalendarUnit` and code lists write them: `2023`, `2023-H1`,
/// `2023-Q1`, `2023-04`, `2023/24`.
enum PeriodCode {
  static func isPeriod(_ code: String) -> Bool {
    let characters = Array(code.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard characters.count >= 4, characters[..<4].allSatisfy(digits.contains),
      let year = Int(code.prefix(4)), (1800...2199).contains(year)
    else { return false }
    let rest = Array(characters[4...])
    switch rest.count {
    case 0: return true
    case 3:
      guard rest[0] == UInt8(ascii: "-") || rest[0] == UInt8(ascii: "/") else { return false }
      let isNamed = [UInt8(ascii: "Q"), UInt8(ascii: "H")].contains(rest[1])
      return (isNamed || digits.contains(rest[1])) && digits.contains(rest[2])
    default: return false
    }
  }
}

extension TableAxis {
  /// The entries that are periods, in their order; empty where the axis is not one of periods. A
  /// total and a code for what is not known are none.
  var periods: [Int] {
    let found = entries.indices.filter { PeriodCode.isPeriod(entries[$0].code) }
    return found.count > 1 ? found : []
  }
}

extension TableView {
  /// The role of the axis of periods; rows before columns. Such an axis stands alone in its role.
  var periodRole: PeriodRole? {
    if rowAxes.count == 1, !rowAxes[0].periods.isEmpty { return .rows }
    if columnAxes.count == 1, !columnAxes[0].periods.isEmpty { return .columns }
    return nil
  }

  enum PeriodRole {
    case rows
    case columns
  }

  /// The columns that are parts of a whole: without totals and lower levels. Empty where columns are
  /// no such parts: a person may be in several (codes of which somebody has more than one, stages
  /// that lie in one another, groups that are compared, link levels).
  var stackColumns: [Int] {
    guard isCount, !columnAxes.isEmpty else { return [] }
    let overlaps = columnAxes.contains { axis in
      axis.isDefinitions || axis.isComparison || axis.isOfLinkLevels || hasOverlaps(axis)
    }
    if overlaps { return [] }
    let levels = columnAxes.map { axis in
      axis.entries.filter { !$0.isTotal }.map(\.depth).min() ?? 0
    }
    let parts = columns.indices.filter { column in
      zip(columns[column].entries, levels).allSatisfy { !$0.isTotal && $0.depth == $1 }
    }
    return parts.count > 1 && parts.count <= Style.mostFills ? parts : []
  }

  /// Whether the total of an axis is no sum of its codes: somebody may have several of them, or be at
  /// several stages.
  func hasOverlaps(_ axis: TableAxis) -> Bool {
    axis.name == TableView.stageAxis || isMultiResponse(axis)
  }

  private func isMultiResponse(_ axis: TableAxis) -> Bool {
    guard let cube = table.cube, let place = table.axes.firstIndex(of: axis),
      cube.entryNodes.indices.contains(place)
    else { return false }
    return Set(cube.entryNodes[place].flatMap(\.keys)).contains { dimension in
      cube.dimensions.indices.contains(dimension)
        && cube.dimensions[dimension].structure.kind == .multiResponse
    }
  }

  /// The kinds that fit the table, the one to begin with first.
  var chartKinds: [ChartKind] {
    guard !rows.isEmpty, !columns.isEmpty, !pages.isEmpty else { return [] }
    var kinds: [ChartKind] = []
    if !funnel(page: 0, column: 0).isEmpty { kinds.append(.flow) }
    if periodRole != nil { kinds.append(.lines) }
    kinds.append(.bars)
    if !stackColumns.isEmpty { kinds.append(.stackedBars) }
    if elapsedCurve(page: 0, row: 0, column: 0) != nil { kinds.append(.timeToEvent) }
    let groups = { (paths: [AxisPath]) in paths.filter { !$0.isMargin }.count }
    if groups(rows) > 1, groups(columns) > 1 { kinds.append(.heatMap) }
    return kinds
  }
}

extension TableScreen {
  /// The kinds that fit what the table shows. Percentages of columns are no parts of one whole.
  var chartKinds: [ChartKind] {
    view.chartKinds.filter { $0 != .stackedBars || percentage != .column }
  }
}

extension TableAxis {
  /// Whether it shows the same persons at several link levels.
  fileprivate var isOfLinkLevels: Bool {
    entries.count > 1 && entries.allSatisfy { LinkLevel(rawValue: $0.code) != nil }
  }
}

extension AxisPath {
  /// A sum over an axis.
  var isMargin: Bool { entries.contains(where: \.isTotal) }
}
