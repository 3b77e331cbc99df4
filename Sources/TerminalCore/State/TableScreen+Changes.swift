import Tables

extension TableScreen {
  /// Takes up how the table before it was looked at, as far as this table has it: the percentages, with
  /// rows for columns where those were swapped; the order, where the column that gave it is still
  /// there; the page.
  mutating func keepView(of old: TableScreen) {
    let isSwapped =
      query.rows != query.columns && query.rows == old.query.columns
      && query.columns == old.query.rows
    if let base = old.percentage {
      let wanted = isSwapped ? base.swapped : base
      if view.percentageBases.contains(wanted) { percentage = wanted }
    }
    page = view.page(like: old.page, of: old.view)
    sort(
      old.sorting.flatMap { sorting in
        view.column(like: sorting.column, of: old.view).map {
          Sorting(column: $0, isDescending: sorting.isDescending)
        }
      })
  }
}

extension TableView.PercentageBase {
  /// The same base where rows have become columns, and columns rows.
  fileprivate var swapped: TableView.PercentageBase {
    switch self {
    case .row: .column
    case .column: .row
    case .total: .total
    }
  }
}

extension TableView {
  /// The page with the codes of a page of another table; the first where there is none.
  func page(like page: Int, of other: TableView) -> Int {
    place(like: page, of: other.pages, other.pageAxes, in: pages, pageAxes) ?? 0
  }

  fileprivate func column(like column: Int, of other: TableView) -> Int? {
    place(like: column, of: other.columns, other.columnAxes, in: columns, columnAxes)
  }

  /// The line with the same codes of the same variables; a total is one over any further variables.
  private func place(
    like place: Int, of others: [AxisPath], _ otherAxes: [TableAxis], in own: [AxisPath],
    _ ownAxes: [TableAxis]
  ) -> Int? {
    guard others.indices.contains(place) else { return nil }
    let wanted = TableView.codes(of: others[place], otherAxes)
    return own.firstIndex { TableView.codes(of: $0, ownAxes) == wanted }
  }

  private static func codes(of path: AxisPath, _ axes: [TableAxis]) -> [[String]] {
    zip(axes, path.entries).filter { !$1.isTotal }.map { [$0.name, $1.code] }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
  }
}
