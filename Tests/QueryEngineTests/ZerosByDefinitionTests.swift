import CohortModel
import DisclosureControl
import QueryEngine
import Testing

/// What disclosure control reads off the definitions has to hold of every count.
struct ZerosByDefinitionTests {
  @Test func nobodyIsWhereDefinitionsExcludeEverybody() throws {
    var excluded = 0
    var ofDerived = 0
    for seed in 0..<CubeAgreementTests.packages {
      var random = RandomPackage(seed: seed + 2_000_000)
      var book = random.book()
      // The records have codes that no list has, which no store does: they show as not known and are
      // in no base.
      for outcome in book.package.pilots[0].outcomes.indices {
        book.package.pilots[0].outcomes[outcome].among.removeAll {
          $0.codes.contains("NK") || $0.codes.contains("N")
        }
      }
      // For the same reason a condition of the index is one on the codes that data may hold.
      let leaves = [
        "V": ["V1", "V2"], "T": ["T11", "T12", "T2"], "T1": ["T11", "T12"],
      ]
      for event in book.package.pilots[0].events.indices
      where book.package.pilots[0].events[event].name == book.package.pilots[0].index.event {
        for condition in book.package.pilots[0].events[event].conditions.indices {
          book.package.pilots[0].events[event].conditions[condition].codes =
            book.package.pilots[0].events[event].conditions[condition].codes
            .flatMap { leaves[$0] ?? [$0] }
        }
      }
      let engine = CohortEngine(source: InMemorySource(book, variety: seed), threads: 1)
      for number in 0..<CubeAgreementTests.plansPerPackage {
        let plan = random.plan(book.package)
        let cube = try engine.count(plan)
        let impossible = ImpossibleCombinations(plan, package: book.package)
        let cells = cube.persons.indices.filter { impossible.contains($0) }
        #expect(
          cells.allSatisfy { cube.persons[$0] == 0 }, "seed \(seed), plan \(number): \(plan.query)")
        excluded += cells.count
        let isDerived = plan.dimensions.contains { dimension in
          guard case .variable(let name) = dimension.source else { return false }
          return book.package.pilots[0].variable(name)?.event != nil
        }
        if isDerived { ofDerived += cells.count }
      }
    }
    // It says something, of numbers of events and days as well.
    #expect(excluded > 10_000)
    #expect(ofDerived > 1_000)
  }
}
