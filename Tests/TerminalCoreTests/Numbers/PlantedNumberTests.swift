import CohortModel
import Tables
import TerminalFixture
import Testing

@testable import TerminalCore

/// The check of the numbers on screens finds what it is for: what is behind a cell, put into any line
/// of any screen.
@Suite struct PlantedNumberTests {
  @Test(arguments: FrameCase.all) func aRawCountIsFoundWhereverItStands(_ each: FrameCase) throws {
    let service = FixtureService(
      package: each.package, session: each.work, scale: 1009, smallest: 10_000)
    let session = each.session(FrameTests.sizes[0].size, service: service)
    let work = each.work.map { Frame.numbers(in: "\($0.user.id) \($0.project.id)") } ?? []
    let check = NumberCheck(
      texts: KnownTexts.numbers(of: each.package, language: .english).union(work))
    let frame = session.frame()
    let strangers = check.strangers(in: frame, of: session, .unicode)
    #expect(strangers.isEmpty, "\(strangers.map(\.text)) in\n\(frame.text)")
    let query =
      session.state.screen.query
      ?? CohortQuery(pilot: "reoffending", rows: [AxisVariable("sex")])
    let published = Set(session.tables.values.flatMap(\.cells))
    let counts = try service.rawCounts(for: query)
    let raw = try #require(counts.first { $0 >= 1000 && !published.contains(.count($0)) })
    let text = DecimalText.grouped(raw)
    for row in 0..<frame.size.rows {
      var planted = frame
      for (place, character) in " \(text) ".enumerated() {
        planted.cells[row * frame.size.columns + 20 + place] = FrameCell(
          text: String(character), role: .text)
      }
      let found = check.strangers(in: planted, of: session, .unicode).map(\.text)
      #expect(found.contains(text), "\(text) in row \(row) of\n\(planted.text)")
    }
  }

  /// A share that the table does not give, and a published count of another table.
  @Test func figuresOfOtherTablesAreFound() throws {
    let service = FixtureService(scale: 1009, smallest: 10_000)
    var session = Session(service: service)
    session.press("enter enter enter text:sex enter enter text:region enter")
    let check = NumberCheck(
      texts: KnownTexts.numbers(of: FixturePackage.package, language: .english))
    let frame = session.frame()
    #expect(check.strangers(in: frame, of: session, .unicode).isEmpty)
    let query = try #require(session.state.screen.query)
    let own = FigureTexts.counts(of: try #require(session.tables[query]))
    let other = try #require(
      session.tables.values.flatMap { FigureTexts.counts(of: $0) }.first { !own.contains($0) })
    let shares = FigureTexts.derived(of: try #require(session.tables[query]))
    let share = try #require(
      (1..<1000).map { DecimalText.tenths(Double($0) / 10) + "%" }.first { !shares.contains($0) })
    for text in [other, share] {
      var planted = frame
      for (place, character) in " \(text) ".enumerated() {
        planted.cells[10 * frame.size.columns + place].text = String(character)
      }
      let found = check.strangers(in: planted, of: session, .unicode).map(\.text)
      #expect(found == [text])
    }
  }
}
