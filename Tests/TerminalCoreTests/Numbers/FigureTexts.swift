import CohortModel
import Tables

@testable import TerminalCore

/// The figures that a protected table gives, as they are written: worked out from the table that the
/// service handed out, and not from what the explorer made of it.
struct FigureTexts {
  /// What is made from them: shares with their intervals, medians, days, differences.
  private(set) var derived: Set<String> = []

  static func counts(of table: ProtectedTable) -> Set<String> {
    var texts: Set<String> = []
    for case .count(let count) in table.cells { texts.insert(DecimalText.grouped(count)) }
    return texts
  }

  static func derived(of table: ProtectedTable) -> Set<String> {
    var texts = FigureTexts()
    let view = TableView(table)
    for page in view.pages.indices {
      for column in view.columns.indices {
        for row in view.rows.indices {
          texts.add(view.figure(page: page, row: row, column: column))
          for base in TableView.PercentageBase.allCases where view.isCount {
            texts.add(view.percentage(of: base, page: page, row: row, column: column))
          }
          texts.add(view.elapsedCurve(page: page, row: row, column: column))
        }
        for line in view.pathway(page: page, column: column) {
          texts.add(line.shareOfPrevious)
          texts.add(line.shareOfStart)
          texts.add(line.differenceFromPrevious)
        }
      }
    }
    return texts.derived.union(bins(of: view))
  }

  /// Medians and curves of a table of days beside its pathway, which has published their totals.
  static func times(of table: ProtectedTable, totals: Set<CellValue>) -> Set<String> {
    var texts = FigureTexts()
    let view = TableView(table)
    for column in view.columns.indices where !view.pages.isEmpty && !view.rows.isEmpty {
      for total in totals {
        texts.add(view.figure(page: 0, row: 0, column: column, total: total))
        texts.add(view.elapsedCurve(page: 0, row: 0, column: column, total: total))
      }
    }
    return texts.derived.union(bins(of: view))
  }

  /// The bounds of the bins that days are counted in.
  private static func bins(of view: TableView) -> Set<String> {
    Set(view.measureCodes.compactMap { Int($0).map(DecimalText.grouped) })
  }

  /// Figures at each level, how they differ from the level before, and how far other levels are.
  static func levels(_ tables: [ProtectedTable]) -> Set<String> {
    var texts = FigureTexts()
    let views = tables.map { TableView($0) }
    for table in tables {
      texts.derived.formUnion(derived(of: table))
      for other in table.heading.otherLevels ?? [] {
        texts.derived.formUnion([other.persons, other.noise].map { DecimalText.grouped($0) })
      }
    }
    for (before, after) in zip(views, views.dropFirst()) {
      for page in before.pages.indices {
        for row in before.rows.indices {
          for column in before.columns.indices {
            texts.add(
              after.figure(page: page, row: row, column: column),
              less: before.figure(page: page, row: row, column: column))
          }
        }
      }
    }
    return texts.derived
  }

  private mutating func add(_ figure: Figure?) {
    switch figure {
    case .count(let count): derived.insert(DecimalText.grouped(count))
    case .share(let share):
      derived.insert(DecimalText.tenths(share.proportion * 100) + "%")
      derived.insert(DecimalText.tenths(share.lower * 100))
      derived.insert(DecimalText.tenths(share.upper * 100))
    case .days(.within(let days, _, _)): derived.insert(DecimalText.grouped(Int(days.rounded())))
    case .days(.moreThan(let days)): derived.insert(DecimalText.grouped(days))
    case .sign, nil: break
    }
  }

  private mutating func add(_ curve: ElapsedCurve?) {
    for point in curve?.points ?? [] { add(point.share) }
  }

  private mutating func add(_ figure: Figure, less before: Figure) {
    switch (figure, before) {
    case (.count(let after), .count(let before)):
      derived.insert(DecimalText.grouped(abs(after - before)))
    case (.share(let after), .share(let before)):
      derived.insert(DecimalText.tenths(abs(after.proportion - before.proportion) * 100))
    case (.days(.within(let after, _, _)), .days(.within(let before, _, _))):
      derived.insert(DecimalText.grouped(abs(Int(after.rounded()) - Int(before.rounded()))))
    default: break
    }
  }
}
