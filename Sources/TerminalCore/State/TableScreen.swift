import CohortModel
import Tables

/// A table as it is being read.
struct TableScreen: Sendable {
  struct Sorting: Hashable, Sendable {
    var column: Int
    var isDescending: Bool
  }

  var query: CohortQuery
  var view: TableView
  var widths: TableWidths
  /// What the rows on the screen are, as rows of `view`.
  var order: [Int]
  var sorting: Sorting?
  var percentage: TableView.PercentageBase?

  /// The focused cell: a place in `order`, a column and a page of `view`.
  var line = 0
  var column = 0
  var page = 0
  /// The first line and column shown.
  var top = 0
  var left = 0

  init(query: CohortQuery, table: ProtectedTable) {
    self.query = query
    view = TableView(table)
    order = Array(view.rows.indices)
    widths = TableWidths(view)
  }

  /// The focused row of `view`; nil where the table has no cells.
  var row: Int? { order.indices.contains(line) ? order[line] : nil }

  var hasCells: Bool { !view.rows.isEmpty && !view.columns.isEmpty && !view.pages.isEmpty }

  /// What is shown at a place: the figure, or its percentage.
  func figure(row: Int, column: Int) -> Figure {
    if let percentage {
      return view.percentage(of: percentage, page: page, row: row, column: column)
    }
    return view.figure(page: page, row: row, column: column)
  }

  func text(row: Int, column: Int) -> String {
    let figure = figure(row: row, column: column)
    if case .share(let share) = figure, percentage == nil {
      return "\(share.percentText) (\(share.intervalText))"
    }
    return figure.text
  }

  /// The codes that lead to a place, without totals: what drilling there adds to the query.
  func codes(row: Int, column: Int) -> [(axis: TableAxis, entry: AxisEntry)] {
    guard view.rows.indices.contains(row), view.columns.indices.contains(column),
      view.pages.indices.contains(page)
    else { return [] }
    let places = [
      (view.pageAxes, view.pages[page]), (view.rowAxes, view.rows[row]),
      (view.columnAxes, view.columns[column]),
    ]
    return places.flatMap { axes, path in
      zip(axes, path.entries).filter { !$0.1.isTotal && !$0.0.isDefinitions }
        .map { (axis: $0.0, entry: $0.1) }
    }
  }

  /// Rows in the order of what is shown in a column: totals first, then values, then signs.
  mutating func sort(_ sorting: Sorting?) {
    self.sorting = sorting
    let focused = row
    order = Array(view.rows.indices)
    if let sorting, view.columns.indices.contains(sorting.column) {
      let keys = order.map { row in (sortKey(row: row, sorting), row) }
      order = keys.sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.1)
    }
    if let focused, let place = order.firstIndex(of: focused) { line = place }
  }

  private func sortKey(row: Int, _ sorting: Sorting) -> Double {
    if view.rows[row].isTotal { return -.infinity }
    let value: Double
    switch figure(row: row, column: sorting.column) {
    case .count(let count): value = Double(count)
    case .share(let share): value = share.proportion
    case .days(.within(let days, _, _)): value = days
    case .days(.moreThan(let days)): value = Double(days) + 1
    case .sign: return .infinity
    }
    return sorting.isDescending ? -value : value
  }
}

/// How wide the parts of a table are when there is room, from labels and from the largest published
/// value.
struct TableWidths: Sendable {
  /// Per row axis (one for a table without row variables).
  var headings: [Int]
  var columns: [Int]
  /// What columns would take to show their labels whole.
  var wholeColumns: [Int]

  private static let widestHeading = 60
  private static let widestColumnHeading = 16
  private static let widestWholeColumn = 40

  init(_ view: TableView) {
    let style = Style.unicode
    let total = style.width(of: view.totalLabel)
    headings = view.rowAxes.enumerated().map { number, axis in
      var labels = axis.entries.map { style.width(of: $0.label) + TableWidths.indent($0) }
      if number == 0, axis.entries.contains(where: \.isTotal) { labels.append(total) }
      let widest = (labels + [style.width(of: axis.label)]).max() ?? 0
      return min(TableWidths.widestHeading, widest)
    }
    if headings.isEmpty { headings = [max(8, min(TableWidths.widestHeading, total))] }
    let value = TableWidths.valueWidth(view)
    let lastAxis = view.columnAxes.last
    if let lastAxis, !lastAxis.entries.isEmpty {
      let own = lastAxis.entries.map { entry in
        max(value, min(TableWidths.widestColumnHeading, style.width(of: entry.label)))
      }
      let whole = zip(own, lastAxis.entries).map { width, entry in
        max(width, min(TableWidths.widestWholeColumn, style.width(of: entry.label)))
      }
      columns = view.columns.indices.map { own[$0 % own.count] }
      wholeColumns = view.columns.indices.map { whole[$0 % whole.count] }
    } else {
      columns = view.columns.map { _ in max(value, 10) }
      wholeColumns = columns
    }
  }

  static func indent(_ entry: AxisEntry) -> Int { 2 * min(8, max(0, entry.depth - 1)) }

  private static func valueWidth(_ view: TableView) -> Int {
    guard view.isCount else {
      return view.measureCodes.contains("numerator") ? 22 : 18
    }
    var largest = 0
    for case .count(let count) in view.table.cells { largest = max(largest, count) }
    return max(6, DecimalText.grouped(largest).utf8.count)
  }
}
