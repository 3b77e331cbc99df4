import TerminalFixture
import Testing

@testable import TerminalCore

/// Every kind of chart as a screen, with suppressed cells in it.
@Suite struct ChartFrameTests {
  private static let small = "_where_region=E7-3"

  /// Name, keys.
  static let cases: [(name: String, keys: String)] = [
    (
      "chart-flow",
      ": text:reoffending_rows_stage_where_region=E7-3_offence=4_sex=F enter v 2*down"
    ),
    ("chart-flow-whole", "enter enter v"),
    ("chart-bars", ": text:reoffending_rows_region_columns_age_where_offence=4 enter v right down"),
    ("chart-bars-hidden", ": text:reoffending_rows_age_columns_offence\(small) enter v 2*right"),
    ("chart-bars-share", ": text:reoffending_rows_age_measure_share_reoffended enter v 2*down"),
    ("chart-bars-sorted", "enter enter enter text:region enter S v"),
    (
      "chart-stacked",
      ": text:reoffending_rows_age_columns_offence\(small) enter v v 3*down 2*right"
    ),
    (
      "chart-stacked-share",
      ": text:reoffending_rows_region_columns_sex enter % v v down right"
    ),
    ("chart-lines", ": text:reoffending_rows_year_columns_age\(small) enter v 2*down 2*right"),
    ("chart-lines-one", ": text:reoffending_rows_year enter v right"),
    (
      "chart-time",
      ": text:reoffending_rows_age_measure_median_released_to_housed\(small)"
        + "_offence=4 enter v v 2*down 4*right"
    ),
    ("chart-time-pathway", "enter enter v V down 2*right"),
    ("chart-heat", ": text:reoffending_rows_age_columns_offence\(small) enter v V 3*down 2*right"),
  ]

  @Test(arguments: cases.map(\.name)) func unicode80x24(_ name: String) {
    check(name, rows: 24, columns: 80, .unicode, suffix: "80x24")
  }

  @Test(arguments: cases.map(\.name)) func ascii80x24(_ name: String) {
    check(name, rows: 24, columns: 80, .ascii, suffix: "80x24-ascii")
  }

  private static let kinds = [
    "chart-flow", "chart-bars-hidden", "chart-stacked", "chart-lines", "chart-time", "chart-heat",
  ]

  @Test(arguments: kinds) func unicode120x40(_ name: String) {
    check(name, rows: 40, columns: 120, .unicode, suffix: "120x40")
  }

  @Test(arguments: kinds) func ascii120x40(_ name: String) {
    check(name, rows: 40, columns: 120, .ascii, suffix: "120x40-ascii")
  }

  @Test(arguments: kinds) func small40x12(_ name: String) {
    check(name, rows: 12, columns: 40, .unicode, suffix: "40x12")
  }

  private func check(_ name: String, rows: Int, columns: Int, _ style: Style, suffix: String) {
    var session = Session(rows: rows, columns: columns)
    session.press(ChartFrameTests.cases.first { $0.name == name }?.keys ?? "")
    let frame = session.frame(style)
    #expect(style == .unicode || frame.text.utf8.allSatisfy { $0 < 0x80 })
    expectFrame("\(name)-\(suffix)", frame)
  }
}
