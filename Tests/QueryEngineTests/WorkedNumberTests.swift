import CohortModel
import QueryEngine
import Testing

/// The second part of the worked example in `docs/cohorts.md`: numbers, cases, open spells, final
/// outcomes and units.
struct WorkedNumberTests {
  private func indexEvents(_ row: String, _ level: LinkLevel = .high) throws -> [String: Int] {
    try WorkedExampleTests.counts(
      WorkedExampleTests.query(row, level, measure: .events(nil))
    ) { $0.totals ?? [] }
  }

  private func persons(_ row: String) throws -> [String: Int] {
    try WorkedExampleTests.counts(WorkedExampleTests.query(row))
  }

  @Test func eventsOfTheCaseAreCountedWhereFollowUpIsComplete() throws {
    // 0: the offence is of the first release's case; two years from the second one are not over. 1:
    // an offence of another case. 2 died, 3 has no date.
    #expect(try indexEvents("charges") == ["*": 5, "0": 1, "1+": 1, "NK": 3])
    // As one person at the medium level, 0 and 1 share the case k1.
    #expect(try indexEvents("charges", .medium) == ["*": 5, "1+": 2, "NK": 3])
  }

  @Test func eventsBeforeTheIndexAndAtAnyTime() throws {
    #expect(try indexEvents("earlier") == ["*": 5, "0": 3, "1+": 1, "NK": 1])
    // The index event itself is not among them; without a date it has others all the same.
    #expect(try indexEvents("others") == ["*": 5, "0": 3, "1": 2])
    #expect(try indexEvents("others", .medium) == ["*": 5, "0": 2, "2+": 3])
    #expect(try indexEvents("others", .low) == ["*": 5, "0": 1, "2+": 4])
  }

  @Test func differentValuesOfAllRecords() throws {
    #expect(try persons("kinds") == ["*": 4, "0": 1, "1": 2, "2+": 1])
  }

  @Test func daysToTheFirstAndSinceTheLast() throws {
    // 0 on day 28, 1 on day 29; 2 was housed next day and died before 60 days were over.
    #expect(try persons("wait") == ["*": 4, "8-28": 1, "29+": 1, "NK": 2])
    #expect(try indexEvents("gap") == ["*": 5, "366+": 1, "NA": 3, "NK": 1])
    #expect(try indexEvents("gap", .medium) == ["*": 5, "1-365": 1, "366+": 1, "NA": 2, "NK": 1])
  }

  @Test func spellsOpenAtTheIndexCountOnItsDay() throws {
    // At the second release of 0 the job of May 2020 has no end; at the first it comes too late.
    #expect(try indexEvents("employed6") == ["*": 5, "yes": 2, "no": 2, "NK": 1])
    #expect(try indexEvents("job6") == ["*": 5, "yes": 1, "no": 3, "NK": 1])
  }

  @Test func aFinalOutcomeIsNotCensoredByItself() throws {
    #expect(
      try persons("died") == ["*": 4, "base": 3, "yes": 1, "no": 2, "incomplete": 1])
  }

  @Test func aUnitIsCountedAtItsFirstIndexEvent() throws {
    var query = WorkedExampleTests.query("year")
    query.unit = "case"
    // k1 at the release of 0, not again at that of 1; k2 and k3; a release without a case is none.
    let cases = ["*": 3, "2020": 1, "2021": 1, "2022": 1]
    #expect(try WorkedExampleTests.counts(query) { $0.totals ?? [] } == cases)
    #expect(
      try WorkedExampleTests.counts(query) == ["*": 2, "2020": 1, "2021": 1, "2022": 1])
    #expect(try WorkedExampleTests.counts(query) { $0.largest ?? [] }["*"] == 2)
    #expect(try WorkedExampleTests.counts(query) { $0.secondLargest ?? [] }["*"] == 1)
    query.linkLevel = .low
    #expect(try WorkedExampleTests.counts(query) { $0.totals ?? [] } == cases)
    #expect(try WorkedExampleTests.counts(query)["*"] == 1)
  }

  @Test func theShareOfUnitsIsOfThoseCounted() throws {
    let query = CohortQuery(
      pilot: "example", linkLevel: .high, unit: "case", measure: .share(["reoffended"]))
    // k1 has the outcome of the first release of 0; k2 has none; k3 was not observed long enough.
    #expect(
      try WorkedExampleTests.counts(query) { $0.totals ?? [] } == [
        "*": 3, "base": 2, "yes": 1, "no": 1, "incomplete": 1,
      ])
  }
}
