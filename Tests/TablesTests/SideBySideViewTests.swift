import CohortModel
import Tables
import Testing

@Suite struct SideBySideViewTests {
  private let axes: [TableAxis] = [
    TableAxis(
      role: .row, name: "sex", label: "Sex",
      entries: [
        AxisEntry(code: "*", label: "Total", depth: 0),
        AxisEntry(code: "F", label: "Female", depth: 1),
      ]),
    TableAxis(
      role: .column, name: "age", label: "Age",
      entries: [AxisEntry(code: "*", label: "Total", depth: 0)]),
    TableAxis(
      role: .measure, name: "measure", label: "Linked; Seen",
      entries: [
        AxisEntry(code: "linked.numerator", label: "Linked", labelWelsh: "Cysylltwyd", depth: 0),
        AxisEntry(code: "linked.denominator", label: "Follow-up complete", depth: 0),
        AxisEntry(code: "seen.numerator", label: "Seen", depth: 0),
        AxisEntry(code: "seen.denominator", label: "Follow-up complete", depth: 0),
      ]),
  ]

  private func view(_ cells: [CellValue]) -> TableView {
    var table = LiteralTables.table([], [])
    table.axes = axes
    table.cells = cells
    return TableView(table)
  }

  @Test func eachOutcomeIsAColumnWithItsOwnShare() {
    let view = view([
      .count(40), .count(100), .count(90), .count(120), .confidential, .count(50), .count(20),
      .count(40),
    ])
    #expect(view.kind == .share && view.measureCodes == ["numerator", "denominator"])
    #expect(view.columnAxes.map(\.name) == ["age", "definition"])
    #expect(view.columns.map { $0.entries.map(\.code) } == [["*", "linked"], ["*", "seen"]])
    #expect(view.columns[0].entries[1].labelWelsh == "Cysylltwyd")
    #expect(view.values(page: 0, row: 0, column: 1) == [.count(90), .count(120)])
    #expect(view.figure(page: 0, row: 0, column: 0).text == "40.0%")
    #expect(view.figure(page: 0, row: 0, column: 1).text == "75.0%")
    #expect(view.figure(page: 0, row: 1, column: 0) == .sign(.confidential))
    #expect(view.figure(page: 0, row: 1, column: 1).text == "50.0%")
    #expect(view.axes.map(\.name) == ["sex", "age", "definition", "measure"])
    #expect(view.axes[3].entries.map(\.code) == ["numerator", "denominator"])
  }

  @Test func oneShareIsReadAsItStands() {
    var table = LiteralTables.table([], [])
    table.axes = [
      TableAxis(
        role: .measure, name: "measure", label: "Linked",
        entries: [
          AxisEntry(code: "numerator", label: "Yes", depth: 0),
          AxisEntry(code: "denominator", label: "Follow-up complete", depth: 0),
        ])
    ]
    table.cells = [.count(40), .count(100)]
    let view = TableView(table)
    #expect(view.columnAxes.isEmpty && view.axes == table.axes)
    #expect(view.figure(page: 0, row: 0, column: 0).text == "40.0%")
  }
}
