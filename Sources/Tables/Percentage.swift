import CohortModel

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
  public var isCount: Bool { kind == .count }

  /// The bases of which a place can be a percentage. A base is left out where it is each place itself:
  /// that of the row without column variables, and where the columns are the groups of a comparison.
  public var percentageBases: [PercentageBase] {
    guard isCount else { return [] }
    func areOwnTotals(_ axes: [TableAxis]) -> Bool {
      axes.allSatisfy { $0.isComparison || $0.entries.allSatisfy(\.isTotal) }
    }
    let (rows, columns) = (areOwnTotals(rowAxes), areOwnTotals(columnAxes))
    return PercentageBase.allCases.filter { base in
      switch base {
      case .row: !columns
      case .column: !rows
      case .total: !rows || !columns
      }
    }
  }

  /// A count as a share of a published total of its row, column or page; of its own group where
  /// two groups are compared. `[z]` where the table is not one of counts, `[x]` where it does not
  /// show that total.
  public func percentage(of base: PercentageBase, page: Int, row: Int, column: Int) -> Figure {
    guard isCount else { return .sign(.notApplicable) }
    guard let totalRow = base == .row ? row : total(of: row, in: rows, rowAxes),
      let totalColumn = base == .column ? column : total(of: column, in: columns, columnAxes)
    else { return .sign(.notAvailable) }
    return Share.figure(
      values(page: page, row: row, column: column)[0],
      of: values(page: page, row: totalRow, column: totalColumn)[0], under: table.certificate)
  }

  /// The line that holds the totals of all axes, in the same group of a comparison.
  private func total(of line: Int, in lines: [AxisPath], _ axes: [TableAxis]) -> Int? {
    guard lines.indices.contains(line) else { return nil }
    let own = lines[line].entries
    return lines.firstIndex { path in
      axes.indices.allSatisfy { axis in
        axes[axis].isComparison
          ? path.entries[axis] == own[axis] : path.entries[axis].isTotal
      }
    }
  }
}

extension [TableView.PercentageBase] {
  /// The base that comes after another in the order of all, the first of these after counts; nil, which
  /// is counts again, behind the last.
  public func after(_ base: TableView.PercentageBase?) -> TableView.PercentageBase? {
    let all = TableView.PercentageBase.allCases
    guard let place = base.flatMap({ all.firstIndex(of: $0) }) else { return first }
    return all[(place + 1)...].first(where: contains)
  }
}

extension TableAxis {
  /// The two groups of a comparison (`versus`), which have no total.
  public var isComparison: Bool { entries.map(\.code) == ["where", TableAxis.comparedCode] }

  /// The code of the group that the other is compared with.
  public static let comparedCode = "versus"
}
