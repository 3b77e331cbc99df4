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
  /// All rows in the order in which they stand, those below closed ones included.
  private(set) var allRows: [Int]
  let tree: RowTree
  /// Rows whose hierarchy is closed: what stands below them is not shown.
  private(set) var closed: Set<RowTree.Node> = []
  /// Codes of the last row variable that have others below them which the table does not show.
  let deeper: Set<String>
  /// Signs of figures that are made from cells (shares, percentages, medians) on this page.
  private(set) var derivedSigns: Set<CellValue> = []
  /// What was found last.
  var found: Found?
  var sorting: Sorting?
  var percentage: TableView.PercentageBase?

  /// The focused cell: a place in `order`, a column and a page of `view`.
  var line = 0
  var column = 0
  var page = 0
  /// The first line and column shown.
  var top = 0
  var left = 0
  /// Of figures in words.
  let language: Language

  /// - Parameter deeper: codes of the last row variable that have others below them.
  init(
    query: CohortQuery, table: ProtectedTable, deeper: Set<String> = [],
    language: Language = .english
  ) {
    self.query = query
    self.language = language
    let view = TableView(table)
    self.view = view
    order = Array(view.rows.indices)
    allRows = order
    let tree = RowTree(view.rowAxes)
    self.tree = tree
    let last = view.rowAxes.count - 1
    let below = Set(
      (view.rowAxes.last?.entries ?? []).indices.filter { number in
        tree.node(ofRow: number)?.axis == last
      }.compactMap { view.rowAxes.last?.entries[$0].code })
    self.deeper = deeper.subtracting(below)
    let marked = view.rowAxes.indices.map { axis in
      tree.isHierarchy(axis)
        || (axis == last && view.rowAxes[axis].entries.contains { deeper.contains($0.code) })
    }
    widths = TableWidths(view, marked: marked, language: language)
    noteSigns()
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
      let of = base(row: row, column: column).map { language.say(" of \($0.text, "base")") } ?? ""
      return "\(share.percentText) (\(language.interval(share)))\(of)"
    }
    return language.text(figure)
  }

  /// What a share is of; nil in a table of other figures.
  func base(row: Int, column: Int) -> CellValue? {
    guard view.kind == .share, let place = view.measureCodes.firstIndex(of: "denominator") else {
      return nil
    }
    return view.values(page: page, row: row, column: column)[place]
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

  /// Rows in the order of what is shown in a column: totals first, then values, then signs; what stands
  /// below or inside a row stays there.
  mutating func sort(_ sorting: Sorting?) {
    self.sorting = sorting
    let focused = row
    allRows = Array(view.rows.indices)
    if let sorting, view.columns.indices.contains(sorting.column) {
      allRows = tree.rows { sortKey(row: $0, sorting) }
    }
    noteSigns()
    showOpenRows(focused)
  }

  // MARK: Hierarchies

  /// Whether the entry of a row variable in a row is closed or open; nil where nothing stands below.
  func isClosed(row: Int, axis: Int) -> Bool? {
    guard let node = tree.node(ofRow: row), node.axis == axis else {
      guard axis == view.rowAxes.count - 1, let entry = view.rows[row].entries.last else {
        return nil
      }
      return deeper.contains(entry.code) ? true : nil
    }
    return closed.contains(node)
  }

  mutating func setClosed(_ node: RowTree.Node, _ isClosed: Bool) {
    let focused = row
    if isClosed { closed.insert(node) } else { closed.remove(node) }
    showOpenRows(focused)
  }

  /// Closes all rows of the last variable but the one with a code (and those above it), and goes to it.
  mutating func closeAll(but code: String, like path: [AxisEntry]) {
    let target = view.rows.indices.first { row in
      let entries = view.rows[row].entries
      return entries.last?.code == code
        && zip(entries, path).dropLast().allSatisfy { $0.code == $1.code }
    }
    guard let target, let own = tree.node(ofRow: target) else { return }
    let kept = Set([own] + tree.nodes(aboveRow: target))
    let last = view.rowAxes.count - 1
    closed = Set(view.rows.indices.compactMap(tree.node(ofRow:)).filter { $0.axis == last })
      .subtracting(kept)
    showOpenRows(target)
  }

  /// Opens what a row stands below, so that it is shown.
  mutating func reveal(row: Int) {
    closed.subtract(tree.nodes(aboveRow: row))
    showOpenRows(row)
  }

  /// The rows that no closed one hides; the focus stays on its row, or goes to what hides it.
  private mutating func showOpenRows(_ focused: Int?) {
    order =
      closed.isEmpty
      ? allRows : allRows.filter { closed.isDisjoint(with: tree.nodes(aboveRow: $0)) }
    guard var focused else { return }
    while let hiding = tree.nodes(aboveRow: focused).last(where: closed.contains) {
      focused = tree.row(of: hiding, like: focused)
    }
    if let place = order.firstIndex(of: focused) { line = place }
  }

  /// The closed rows by the numbers of their entries, from 1: `3,2.4`.
  var closedInText: String {
    closed.map { $0.entries.map { $0 + 1 } }.sorted { $0.lexicographicallyPrecedes($1) }
      .map { $0.map(String.init).joined(separator: ".") }.joined(separator: ",")
  }

  /// Closes the rows of such a text, as far as the table has them.
  mutating func close(text: String) {
    let known = Set(view.rows.indices.compactMap(tree.node(ofRow:)))
    let focused = row
    closed = known.intersection(
      text.split(separator: ",").compactMap { part in
        let numbers = part.split(separator: ".").compactMap { Int($0) }
        return numbers.allSatisfy { $0 > 0 } ? RowTree.Node(entries: numbers.map { $0 - 1 }) : nil
      })
    showOpenRows(focused)
  }

  private mutating func noteSigns() {
    derivedSigns = []
    guard percentage != nil || !view.isCount, hasCells else { return }
    for row in view.rows.indices {
      for column in view.columns.indices {
        if case .sign(let sign) = figure(row: row, column: column) { derivedSigns.insert(sign) }
      }
    }
  }

  private func sortKey(row: Int, _ sorting: Sorting) -> Double {
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
  /// Per row axis whether labels have a sign for open and closed before them.
  var isMarked: [Bool]
  var columns: [Int]
  /// What columns would take to show their labels whole.
  var wholeColumns: [Int]

  private static let widestHeading = 60
  private static let widestColumnHeading = 16
  private static let widestWholeColumn = 40

  /// - Parameter marked: per row variable whether its labels have a sign for open and closed.
  init(_ view: TableView, marked: [Bool], language: Language = .english) {
    isMarked = marked.isEmpty ? [false] : marked
    let style = Style.unicode
    let total = style.width(of: language.totalLabel(of: view))
    headings = view.rowAxes.enumerated().map { number, axis in
      var labels = axis.entries.map { style.width(of: $0.label) + TableWidths.indent($0) }
      if marked[number] {
        labels = labels.map { $0 + TableWidths.marker }
      }
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

  /// Columns of the sign for open and closed, with a space.
  static let marker = 2

  static func indent(_ entry: AxisEntry) -> Int { 2 * min(8, max(0, entry.depth - 1)) }

  /// What a figure alone takes: a share without its interval.
  static func figureWidth(_ view: TableView) -> Int { view.kind == .share ? 6 : valueWidth(view) }

  private static func valueWidth(_ view: TableView) -> Int {
    var largest = 0
    for case .count(let count) in view.table.cells { largest = max(largest, count) }
    guard view.isCount else {
      // Share, interval and what it is of.
      return view.kind == .share ? 26 + max(3, DecimalText.grouped(largest).utf8.count) : 18
    }
    return max(6, DecimalText.grouped(largest).utf8.count)
  }
}
