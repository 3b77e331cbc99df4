extension TableView {
  /// What a percentage is of.
  public enum PercentageBase: String, CaseIterable, Sendable {
    /// The total of the columns, in the same row.
    case row
    /// The total of the rows, in the same column.
    case column
    /// The total of rows and columns, on the same page.
    case total
  }

  /// A table of counts, whose places can be shown as percentages.
  public var isCount: Bool { measureCodes == ["count"] }

  /// A count as a share of a published total of its row, column or page. `[z]` where the table is
  /// not one of counts, `[x]` where it does not show that total.
  public func percentage(of base: PercentageBase, page: Int, row: Int, column: Int) -> Figure {
    guard isCount else { return .sign(.notApplicable) }
    guard let totalRow = base == .row ? row : rows.firstIndex(where: \.isTotal),
      let totalColumn = base == .column ? column : columns.firstIndex(where: \.isTotal)
    else { return .sign(.notAvailable) }
    return Share.figure(
      values(page: page, row: row, column: column)[0],
      of: values(page: page, row: totalRow, column: totalColumn)[0], under: table.certificate)
  }
}
