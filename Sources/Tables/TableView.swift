import CohortModel

/// A protected table as it is read: pages × rows × columns, with the measure folded into one figure
/// per place. A pure function of the protected table.
///
/// Several axes of a role are nested: their entries are multiplied, the last varying fastest. Where
/// a table shows several outcomes side by side, each has its own column: an axis `definition` after
/// the column variables, made from the measure axis.
public struct TableView: Sendable {
  public let table: ProtectedTable
  /// The axes of each role, outermost first.
  public let pageAxes: [TableAxis]
  public let rowAxes: [TableAxis]
  public let columnAxes: [TableAxis]
  /// The nested lines of each role; never empty unless an axis has no entries.
  public let pages: [AxisPath]
  public let rows: [AxisPath]
  public let columns: [AxisPath]
  /// Codes of the measure axis; `count` where there is none. Of several outcomes side by side those of
  /// each: `numerator`, `denominator`.
  public let measureCodes: [String]

  /// Steps between neighbouring entries in `cells`, per axis of each role.
  private let pageSteps: [Int]
  private let rowSteps: [Int]
  private let columnSteps: [Int]
  private let measureStep: Int

  public init(_ table: ProtectedTable) {
    var steps = [Int](repeating: 1, count: table.axes.count)
    for axis in table.axes.indices.dropLast().reversed() {
      steps[axis] = steps[axis + 1] * table.axes[axis + 1].entries.count
    }
    func indices(_ role: AxisRole) -> [Int] {
      table.axes.indices.filter { table.axes[$0].role == role }
    }
    self.table = table
    let measure = indices(.measure).first
    let definitions = measure.flatMap { TableAxis(definitionsOf: table.axes[$0]) }
    measureStep = measure.map { steps[$0] } ?? 0
    measureCodes =
      definitions != nil
      ? ["numerator", "denominator"]
      : measure.map { table.axes[$0].entries.map(\.code) } ?? ["count"]
    pageAxes = indices(.page).map { table.axes[$0] }
    rowAxes = indices(.row).map { table.axes[$0] }
    columnAxes = indices(.column).map { table.axes[$0] } + (definitions.map { [$0] } ?? [])
    pageSteps = indices(.page).map { steps[$0] }
    rowSteps = indices(.row).map { steps[$0] }
    columnSteps =
      indices(.column).map { steps[$0] } + (definitions == nil ? [] : [2 * measureStep])
    pages = TableView.paths(pageAxes)
    rows = TableView.paths(rowAxes)
    columns = TableView.paths(columnAxes)
  }

  private static func paths(_ axes: [TableAxis]) -> [AxisPath] {
    axes.reduce([AxisPath([])]) { paths, axis in
      paths.flatMap { path in axis.entries.map { AxisPath(path.entries + [$0]) } }
    }
  }

  /// The axes as they are read: the table's own; of several outcomes side by side the axis
  /// `definition`, and the measure of each.
  public var axes: [TableAxis] {
    guard columnAxes.contains(where: \.isDefinitions) else { return table.axes }
    return table.axes.filter { $0.role != .measure } + columnAxes.filter(\.isDefinitions)
      + table.axes.filter { $0.role == .measure }.map { measure in
        var own = measure
        own.entries = zip(measureCodes, measure.entries).map { code, entry in
          AxisEntry(
            code: code, label: code == "numerator" ? "Yes" : entry.label, depth: entry.depth)
        }
        return own
      }
  }

  /// What the figures of a table are.
  public enum Kind: Sendable {
    case count
    case share
    case median
  }

  public var kind: Kind {
    if measureCodes == ["count"] { return .count }
    return measureCodes.contains("numerator") && measureCodes.contains("denominator")
      ? .share : .median
  }

  /// What the figures are called: the unit of a count, else the outcome or the elapsed time.
  public var figureLabel: String {
    if columnAxes.contains(where: \.isDefinitions) { return "Share" }
    let measure = table.axes.first { $0.role == .measure }?.label ?? ""
    return kind == .count || measure.isEmpty ? table.heading.unit : measure
  }

  /// The published values behind one place, in the order of `measureCodes`. A value that the table
  /// does not hold is `[x]`.
  public func values(page: Int, row: Int, column: Int) -> [CellValue] {
    let first =
      TableView.offset(page, pageAxes, pageSteps) + TableView.offset(row, rowAxes, rowSteps)
      + TableView.offset(column, columnAxes, columnSteps)
    return measureCodes.indices.map { measure in
      let index = first + measure * measureStep
      return table.cells.indices.contains(index) ? table.cells[index] : .notAvailable
    }
  }

  private static func offset(_ line: Int, _ axes: [TableAxis], _ steps: [Int]) -> Int {
    var rest = line
    var offset = 0
    for (axis, step) in zip(axes, steps).reversed() {
      offset += rest % max(1, axis.entries.count) * step
      rest /= max(1, axis.entries.count)
    }
    return offset
  }

  /// What one place shows: the count, the share with its interval, or the median.
  ///
  /// - Parameter total: of a median, how many there are, where another table has published it: with
  ///   it a median can be told although some bins are hidden.
  public func figure(
    page: Int, row: Int, column: Int, total: CellValue? = nil
  ) -> Figure {
    let values = values(page: page, row: row, column: column)
    if let numerator = measureCodes.firstIndex(of: "numerator"),
      let denominator = measureCodes.firstIndex(of: "denominator")
    {
      return Share.figure(values[numerator], of: values[denominator], under: table.certificate)
    }
    if measureCodes == ["count"] { return Figure(values[0]) }
    return MedianDays.figure(
      codes: measureCodes, values: values, total: total,
      roundingBase: table.certificate.equivalentBase)
  }
}

extension Figure {
  public init(_ value: CellValue) {
    if case .count(let count) = value { self = .count(count) } else { self = .sign(value) }
  }
}
