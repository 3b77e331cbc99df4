import TerminalFixture
import Testing

@testable import TerminalCore

/// Keys and the screen that they lead to.
@Suite struct FrameTests {
  @Test(arguments: FrameCase.all) func english(_ each: FrameCase) {
    for (size, name) in FrameTests.sizes {
      let session = each.session(size)
      expectFrame("\(each.name)-\(name)", session.frame())
      let ascii = session.frame(.ascii)
      #expect(ascii.text.utf8.allSatisfy { $0 < 0x80 })
      expectFrame("\(each.name)-\(name)-ascii", ascii)
    }
  }

  static let sizes = [
    (size: Size(rows: 24, columns: 80), name: "80x24"),
    (size: Size(rows: 40, columns: 120), name: "120x40"),
  ]

  /// No screen, menu, line or question is without its frames.
  @Test func everyKindOfScreenHasFrames() {
    let shown = Set(
      FrameCase.all.flatMap { PlaceNames.names(of: $0.session(FrameTests.sizes[0].size).state) })
    // Nothing is waited for while answers come at once; small windows have frames of their own.
    let others = ["too small", "waiting"]
    for name in PlaceNames.all where !others.contains(name) && !shown.contains(name) {
      Issue.record("there is no frame of: \(name)")
    }
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
    "pathway-many-groups", "chart-flow", "chart-bars-hidden", "chart-stacked", "chart-lines",
    "chart-time", "chart-heat",
  ])
  func smallest(_ name: String) throws {
    let each = try #require(FrameCase.all.first { $0.name == name })
    expectFrame("\(name)-40x12", each.session(Size(rows: 12, columns: 40)).frame())
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
    // What nobody sees is not done.
    let (query, effects) = (session.state.screen.query, session.effects.count)
    session.press("x e enter down")
    session.send(.paste(":home"))
    #expect(session.state.screen.query == query && session.effects.count == effects)
    session.send(.resize(Size(rows: 24, columns: 80)))
    #expect(session.state.screens.count == before)
    #expect(session.text.contains("Region"))
  }
}
