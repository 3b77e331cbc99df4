import CohortModel
import Tables
import Testing

/// Every figure can be looked up where it was written: cells are numbered in order.
@Test func placesAreFoundWithNestedAxesOfEveryRole() {
  let axes = [
    LiteralTables.axis(.page, "year", ["*", "2022", "2023"]),
    LiteralTables.axis(.row, "region", ["*", "N", "S"]),
    LiteralTables.axis(.row, "sex", ["*", "F"]),
    LiteralTables.axis(.column, "age", ["*", "18", "25", "40"]),
    LiteralTables.axis(.measure, "measure", ["count"]),
  ]
  let view = TableView(LiteralTables.table(axes, (0..<72).map { .count($0) }))
  #expect(view.pages.count == 3)
  #expect(view.rows.count == 6)
  #expect(view.columns.count == 4)
  #expect(view.rows.map { $0.entries.map(\.code) }[3] == ["N", "F"])
  #expect(view.rows.map(\.isTotal) == [true, false, false, false, false, false])
  var expected = 0
  for page in 0..<3 {
    for row in 0..<6 {
      for column in 0..<4 {
        #expect(view.figure(page: page, row: row, column: column) == .count(expected))
        expected += 1
      }
    }
  }
}

@Test func axesInterleavedByRoleAreStillFound() {
  let axes = [
    LiteralTables.axis(.column, "age", ["*", "18"]),
    LiteralTables.axis(.row, "sex", ["*", "F", "M"]),
    LiteralTables.axis(.column, "year", ["*", "2023"]),
  ]
  let view = TableView(LiteralTables.table(axes, (0..<12).map { .count($0) }))
  #expect(view.columns.map { $0.entries.map(\.code) }[1] == ["*", "2023"])
  // age 18, sex F, year 2023: 1·6 + 1·2 + 1.
  #expect(view.figure(page: 0, row: 1, column: 3) == .count(9))
}

@Test func tableWithoutAxesIsOneFigure() {
  let view = TableView(LiteralTables.table([], [.count(40)]))
  #expect(view.pages == [AxisPath([])])
  #expect(view.rows == [AxisPath([])])
  #expect(view.figure(page: 0, row: 0, column: 0) == .count(40))
}

@Test func missingCellsAreNotAvailable() {
  let view = TableView(
    LiteralTables.table([LiteralTables.axis(.row, "sex", ["*", "F"])], [.count(40)]))
  #expect(view.figure(page: 0, row: 1, column: 0) == .sign(.notAvailable))
}

@Test func signsStayWhatTheyAre() {
  let view = TableView(
    LiteralTables.table(
      [LiteralTables.axis(.row, "sex", ["a", "b", "c", "d"])],
      [.confidential, .low, .notAvailable, .notApplicable]))
  #expect(
    (0..<4).map { view.figure(page: 0, row: $0, column: 0).text } == ["[c]", "[low]", "[x]", "[z]"])
}

@Test func percentagesUsePublishedTotals() {
  let axes = [
    LiteralTables.axis(.row, "sex", ["*", "F", "M"]),
    LiteralTables.axis(.column, "age", ["18", "25", "*"]),
  ]
  let view = TableView(
    LiteralTables.table(
      axes,
      [
        .count(100), .count(200), .count(300),
        .count(40), .confidential, .count(90),
        .count(60), .count(140), .confidential,
      ]))
  func text(_ base: TableView.PercentageBase, _ row: Int, _ column: Int) -> String {
    view.percentage(of: base, page: 0, row: row, column: column).text
  }
  #expect(text(.row, 1, 0) == "44.4%")
  #expect(text(.column, 1, 0) == "40.0%")
  #expect(text(.total, 1, 0) == "13.3%")
  #expect(text(.row, 1, 1) == "[c]")
  #expect(text(.row, 2, 0) == "[c]")
  #expect(text(.total, 0, 2) == "100.0%")
}

@Test func percentagesNeedTheirTotalInTheTable() {
  let view = TableView(
    LiteralTables.table(
      [LiteralTables.axis(.row, "sex", ["F", "M"])], [.count(40), .count(60)]))
  #expect(view.percentage(of: .column, page: 0, row: 0, column: 0) == .sign(.notAvailable))
  #expect(view.percentage(of: .row, page: 0, row: 0, column: 0).text == "100.0%")
}

@Test func comparedGroupsHaveTotalsOfTheirOwn() {
  let axes = [
    LiteralTables.axis(.row, "sex", ["*", "F"]),
    LiteralTables.axis(.column, "age", ["*", "18"]),
    LiteralTables.axis(.column, "group", ["where", "versus"]),
  ]
  let view = TableView(
    LiteralTables.table(
      axes,
      [
        .count(100), .count(400), .count(50), .count(40),
        .count(20), .count(100), .count(10), .count(30),
      ]))
  func texts(_ base: TableView.PercentageBase) -> [String] {
    (0..<4).map { view.percentage(of: base, page: 0, row: 1, column: $0).text }
  }
  #expect(texts(.row) == ["100.0%", "100.0%", "50.0%", "30.0%"])
  #expect(texts(.column) == ["20.0%", "25.0%", "20.0%", "75.0%"])
  #expect(texts(.total) == ["20.0%", "25.0%", "10.0%", "7.5%"])
}

@Test func funnelComparesMainLineStages() {
  let table = LiteralTables.table(
    [LiteralTables.axis(.row, "stage", ["*", "housed", "housed.dropped", "settled"])],
    [.count(200), .count(150), .count(50), .confidential])
  let steps = TableView(table).funnel(page: 0, column: 0)
  #expect(steps.map(\.entry.code) == ["*", "housed", "settled"])
  #expect(steps.map(\.row) == [0, 1, 3])
  #expect(steps[0].shareOfPrevious == nil)
  #expect(steps[1].shareOfPrevious?.text == "75.0%")
  #expect(steps[2].shareOfStart == .sign(.confidential))
}

@Test func numbersReadTheSameEverywhere() {
  #expect(DecimalText.grouped(0) == "0")
  #expect(DecimalText.grouped(999) == "999")
  #expect(DecimalText.grouped(1_234_567) == "1,234,567")
  #expect(DecimalText.grouped(-1000) == "-1,000")
  #expect(DecimalText.tenths(44.44) == "44.4")
  #expect(DecimalText.tenths(0.05) == "0.1")
  #expect(DecimalText.tenths(-0.26) == "-0.3")
}
