import TerminalFixture
import Testing

@testable import TerminalCore

/// Keys and the screen that they lead to.
@Suite struct FrameTests {
  /// Name, keys.
  static let cases: [(name: String, keys: String)] = [
    ("home", ""),
    ("home-second-pilot", "down"),
    ("pilot", "enter"),
    ("pilot-end", "enter G"),
    ("pathway", "enter enter"),
    ("tour", "T"),
    ("tour-way", "T enter"),
    ("tour-changing", "T 2*enter"),
    ("tour-finding", "T 3*enter"),
    ("tour-leaving", "T 4*enter"),
    ("catalogue", "C"),
    ("catalogue-find", "C / text:ea_2"),
    ("catalogue-found-nothing", "C / text:zzz"),
    ("catalogue-entry", "C / text:region enter d"),
    ("catalogue-pilots", "C / text:sex enter enter"),
    ("pilot-definitions", "enter d"),
    ("pathway-side-by-side", "enter enter c text:sex enter 3*down right"),
    ("pathway-many-groups", "enter enter c text:region enter 4*right"),
    ("pathway-two-groups", "enter enter c text:versus enter text:sex enter tab tab enter"),
    ("pathway-stages-alone", ": text:reoffending_rows_stage:1 enter"),
    ("pathway-side-by-side-menu", "enter enter c"),
    ("pathway-breakdown-menu", "enter enter 3*down enter"),
    ("table-rows", "enter enter enter text:region enter"),
    ("table-cross", "enter enter enter text:region enter c text:age enter 2*down 3*right"),
    ("table-column-percent", "enter enter enter text:age enter c text:sex enter % % down"),
    ("table-hierarchy", "enter enter enter text:region enter + c text:offence enter G"),
    ("table-share", "enter enter enter text:age enter o text:share enter enter"),
    ("table-median", "enter enter enter text:age enter o text:median enter enter enter"),
    ("table-pages", "enter enter enter text:age enter p text:sex enter ]"),
    ("table-filtered", "enter enter enter text:age enter f text:sex enter enter"),
    ("table-filter-menu", "enter enter enter text:age enter f text:region enter tab tab"),
    ("table-sorted", "enter enter enter text:region enter S"),
    ("table-drilled", "enter enter enter text:age enter down enter text:region enter"),
    ("table-why", "enter enter enter text:region enter c text:age enter w"),
    ("table-definitions", "enter enter enter text:age enter o text:share enter enter d"),
    ("table-found", "enter enter enter text:region enter / text:wales enter"),
    ("command-problem", ": text:reoffending_rows_sexx enter"),
    ("command-query", ": text:reoffending_rows_age_columns_sex_where_region=E6 enter"),
    ("export", "enter enter enter text:region enter e"),
    ("help", "enter enter enter text:region enter ?"),
    ("key-menu", "enter enter enter text:region enter space"),
    ("wrong-key", "x"),
  ]

  @Test(arguments: cases.map(\.name)) func unicode80x24(_ name: String) {
    check(name, rows: 24, columns: 80, .unicode, suffix: "80x24")
  }

  @Test(arguments: [
    "home", "pilot", "tour-way", "catalogue", "catalogue-find", "catalogue-entry", "pathway",
    "pathway-side-by-side", "pathway-many-groups", "table-cross", "export",
    "help",
    "table-filter-menu",
  ])
  func unicode120x40(_ name: String) {
    check(name, rows: 40, columns: 120, .unicode, suffix: "120x40")
  }

  @Test(arguments: [
    "home", "pilot", "tour-way", "catalogue", "catalogue-find", "pathway", "pathway-side-by-side",
    "table-cross", "table-hierarchy",
    "key-menu",
  ])
  func ascii80x24(_ name: String) {
    check(name, rows: 24, columns: 80, .ascii, suffix: "80x24-ascii")
  }

  @Test(arguments: [("pilot-linkage", "enter"), ("pilot-linkage-own", "2*down enter")])
  func linkage(name: String, keys: String) {
    var session = Session(rows: 60, columns: 80, package: FixturePackage.linked)
    session.press(keys)
    expectFrame(name + "-80x60", session.frame())
  }

  @Test func linkageIsAskedForOnceAndBesideTheScreen() {
    var session = Session(package: FixturePackage.linked)
    session.answers = false
    session.press("enter")
    let asked = session.effects.filter {
      if case .fetch(_, let query, let isUrgent) = $0 {
        return query.pilot == "linkage" && !isUrgent
      }
      return false
    }
    #expect(asked.count == 4)
    #expect(session.text.contains("Definition") || session.text.contains("Research questions"))
    session.effects = []
    session.press("down up esc enter")
    #expect(session.effects.isEmpty)
  }

  /// The smallest window in which the explorer works.
  @Test(arguments: [
    "home", "pilot", "tour-way", "catalogue", "catalogue-find", "pathway", "pathway-side-by-side",
    "pathway-many-groups",
  ])
  func smallest(_ name: String) {
    check(name, rows: 12, columns: 40, .unicode, suffix: "40x12")
  }

  @Test func smallWindow() {
    var session = Session(rows: 12, columns: 40)
    session.press("enter enter enter text:region enter c text:age enter")
    expectFrame("table-cross-40x12", session.frame())
  }

  @Test(arguments: [(5, 20), (1, 1), (3, 200), (11, 39)]) func tooSmall(rows: Int, columns: Int) {
    var session = Session()
    session.press("enter enter enter text:region enter")
    session.send(.resize(Size(rows: rows, columns: columns)))
    expectFrame("too-small-\(columns)x\(rows)", session.frame())
    let before = session.state.screens.count
    session.send(.resize(Size(rows: 24, columns: 80)))
    #expect(session.state.screens.count == before)
    #expect(session.text.contains("Region"))
  }

  private func check(_ name: String, rows: Int, columns: Int, _ style: Style, suffix: String) {
    var session = Session(rows: rows, columns: columns)
    session.press(FrameTests.cases.first { $0.name == name }?.keys ?? "")
    let frame = session.frame(style)
    #expect(style == .unicode || frame.text.utf8.allSatisfy { $0 < 0x80 })
    expectFrame("\(name)-\(suffix)", frame)
  }
}
