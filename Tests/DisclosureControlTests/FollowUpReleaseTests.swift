import CohortModel
import DisclosureControl
import Foundation
import QueryEngine
import Tables
import Testing

/// What a release shows of cohorts whose follow-up is not complete, and of several definitions.
@Suite struct FollowUpReleaseTests {
  static let store = SyntheticStore(persons: 3_000, seed: 11)

  private func table(_ text: String) throws -> ProtectedTable {
    try Release(source: Self.store.source).table(
      for: CohortQuery(text: text, package: Self.store.source.package))
  }

  @Test func yearsThatAreNotCompleteAreNotAvailable() throws {
    let package = Self.store.source.package
    let text = "reoffending rows year measure share reoffended"
    let plan = try TablePlan(CohortQuery(text: text), package: package)
    let outcome = try #require(package.pilot("reoffending")?.outcome("reoffended"))
    let end = try #require(package.pilot("reoffending")?.followUp.until)
    let view = TableView(try table(text))
    var withheld: [String] = []
    for (row, path) in view.rows.enumerated() {
      guard let code = path.entries.first?.code, let year = Int(code) else { continue }
      let last = min(package.period.last, CalendarDay(year: year, month: 12, day: 31)!)
      let complete = [outcome.span, outcome.settling].compactMap { $0 }
        .reduce(last) { $1.end(from: $0) }
      let values = view.values(page: 0, row: row, column: 0)
      if complete > end {
        withheld.append("\(complete) (\(code))")
        #expect(values == [.notAvailable, .notAvailable], "\(code)")
      } else {
        #expect(!values.contains(.notAvailable), "\(code)")
      }
    }
    #expect(!withheld.isEmpty && withheld.count < view.rows.count - 1)
    let release = Release(source: Self.store.source)
    let reason = try release.explanation(of: .notAvailable, in: view.table)
    #expect(
      reason
        == "Not available: follow-up incomplete until \(withheld.joined(separator: ", ")).")
    #expect(view.table.legend.contains { $0.sign == "[x]" && $0.meaning == reason })
    #expect(plan.followUp?.end == end)
  }

  /// The same cells whether they are shown or withheld: what is not shown changes nothing.
  @Test func withholdingChangesNoOtherCell() throws {
    let text = "reoffending rows year measure share reoffended"
    let package = Self.store.source.package
    let open = try Release(source: Self.store.source).table(
      for: CohortQuery(text: "reoffending rows year columns reoffended", package: package))
    let shares = TableView(try table(text))
    let counts = TableView(open)
    let base = try #require(counts.columns.firstIndex { $0.entries[0].code == "base" })
    for row in shares.rows.indices {
      let denominator = shares.values(page: 0, row: row, column: 0)[1]
      if denominator == .notAvailable { continue }
      #expect(denominator == counts.values(page: 0, row: row, column: base)[0])
    }
  }

  /// Each definition has its own base, and its shares are those of its own table or hidden.
  @Test func definitionsSideBySideKeepTheirOwnBases() throws {
    let engine = CohortEngine(source: Self.store.source)
    let text = "reoffending rows sex measure share housed_first_night reoffended"
    let view = TableView(try table(text))
    #expect(view.columns.map { $0.entries.last?.code } == ["housed_first_night", "reoffended"])
    #expect(view.table.definitions.count == 2)
    let plan = try TablePlan(CohortQuery(text: text), package: Self.store.source.package)
    let persons = try engine.count(plan).persons
    let space = CellSpace(plan.dimensions)
    var shown = 0
    for (row, entry) in plan.axes[0].entries.enumerated() {
      for column in 0..<2 {
        let values = view.values(page: 0, row: row, column: column)
        for (position, value) in values.enumerated() {
          guard case .count(let count) = value else { continue }
          shown += 1
          let nodes = entry.nodes.merging(plan.axes[1].entries[2 * column + position].nodes) { $1 }
          #expect(abs(persons[space.cell(nodes)] - count) <= 2)
        }
      }
    }
    #expect(shown >= 8)
  }
}
