import CohortModel
import Tables
import Testing

@testable import DisclosureControl

/// What is proposed in the place of a table, asked for in fact.
struct CoarserTablesTests {
  /// Twelve samples, each with many hidden cells: the first proposal, an estimate, shows a larger part of
  /// its cells in most of them.
  @Test func theFirstProposalShowsMore() throws {
    var better = 0
    var asked = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      let source = SmallSource(persons: 260, seed: seed)
      let release = Release(source: source)
      let query = CohortQuery(
        pilot: "p", rows: [AxisVariable("region", depth: 2)], columns: [AxisVariable("sex")])
      let table = try release.table(for: query)
      let pilot = try #require(source.package.pilot("p"))
      let proposals = Coarsening.proposals(for: table, of: pilot) { query in
        (try? TablePlan(query, package: source.package)) != nil
      }
      guard let first = proposals.first else { continue }
      asked += 1
      let coarser = try release.table(for: first.query)
      if publishedShare(coarser) > publishedShare(table) { better += 1 }
    }
    #expect(asked >= 8)
    #expect(better * 4 >= asked * 3, "\(better) of \(asked)")
  }

  private func publishedShare(_ table: ProtectedTable) -> Double {
    Double(table.cells.count { $0 != .confidential }) / Double(table.cells.count)
  }
}
