import CohortModel
import QueryEngine
import Testing

/// The worked example of `docs/cohorts.md`, figure by figure.
struct WorkedExampleTests {
  /// Published code of a node → persons, along the only dimension of a query.
  static func counts(
    _ query: CohortQuery, _ value: (RawCube) -> [Int] = { $0.persons }
  ) throws -> [String: Int] {
    let book = ExamplePilot.book()
    let cube = try CohortEngine(source: InMemorySource(book))
      .count(TablePlan(query, package: book.package))
    let nodes = cube.plan.dimensions[0].structure.nodes.map(\.code)
    return Dictionary(uniqueKeysWithValues: zip(nodes, value(cube))).filter { $0.value != 0 }
  }

  static func query(
    _ row: String, _ level: LinkLevel = .high, measure: Measure = .persons
  ) -> CohortQuery {
    CohortQuery(
      pilot: "example", linkLevel: level, rows: [AxisVariable(row, depth: 3)], measure: measure)
  }

  @Test func stagesOfEveryIndexEvent() throws {
    let query = WorkedExampleTests.query("stage", measure: .events(nil))
    // 0: housed on the 28th day, and working on the last day of three months; the second release
    // ends without a check. 1: housed after 29 days is too late, but recalled. 2: housed, died
    // before the time to find work was over. 3: a release without a date is not followed.
    #expect(
      try WorkedExampleTests.counts(query) { $0.totals ?? [] } == [
        "*": 5, "housed": 2, "working": 1, "housed.censored": 1, "released.recalled": 1,
        "released.dropped": 1, "released.censored": 1,
      ])
  }

  @Test func distinctPersonsAcrossIndexEvents() throws {
    let query = WorkedExampleTests.query("stage", measure: .events(nil))
    let persons = try WorkedExampleTests.counts(query)
    #expect(persons["*"] == 4)
    #expect(persons["working"] == 1)
    let largest = try WorkedExampleTests.counts(query) { $0.largest ?? [] }
    #expect(largest["*"] == 2)
    #expect(largest["housed"] == 1)
    #expect(try WorkedExampleTests.counts(query) { $0.secondLargest ?? [] }["*"] == 1)
  }

  @Test func personsCountAtTheirFirstIndexEvent() throws {
    #expect(
      try WorkedExampleTests.counts(WorkedExampleTests.query("year")) == [
        "*": 4, "2020": 2, "2022": 1, "NK": 1,
      ])
  }

  @Test func outcomesNeedCompleteFollowUp() throws {
    // 0: the offence is on the last day of 12 months and convicted on the last of 18. 1: convicted
    // a day too late. 2: died. 3: no date to begin from.
    #expect(
      try WorkedExampleTests.counts(WorkedExampleTests.query("reoffended")) == [
        "*": 4, "base": 2, "yes": 1, "no": 1, "incomplete": 2,
      ])
  }

  @Test func milestonesAreKnownOnceSeen() throws {
    // 0 found work too late; 1 never; 2 on the day of release, before the death; 3 is not known.
    #expect(
      try WorkedExampleTests.counts(WorkedExampleTests.query("job6")) == [
        "*": 4, "yes": 1, "no": 2, "NK": 1,
      ])
  }

  @Test func variablesAtAStageDoNotApplyToOthers() throws {
    #expect(
      try WorkedExampleTests.counts(WorkedExampleTests.query("where")) == [
        "*": 4, "H": 2, "NA": 2,
      ])
  }

  @Test func answersOfAMultiResponseOverlap() throws {
    #expect(
      try WorkedExampleTests.counts(WorkedExampleTests.query("needs")) == [
        "*": 4, "D": 2, "not D": 2, "M": 1, "not M": 3,
      ])
  }

  @Test func looserLinksJoinPathways() throws {
    // 0 and 1 as one person have their first release in January: the first check that finds them
    // housed and the job are those of 0, the recall comes later.
    #expect(
      try WorkedExampleTests.counts(WorkedExampleTests.query("stage", .medium)) == [
        "*": 3, "housed": 2, "working": 1, "housed.censored": 1, "released.censored": 1,
      ])
    #expect(
      try WorkedExampleTests.counts(WorkedExampleTests.query("stage", .low)) == [
        "*": 2, "housed": 1, "working": 1, "released.censored": 1,
      ])
  }

  @Test func historyIsStrictlyBeforeTheIndex() throws {
    var query = CohortQuery(pilot: "example", linkLevel: .medium, measure: .events(nil))
    query.history = [EarlierEvent(event: "release", within: CalendarSpan(30, .days))]
    // At the medium level the release of 1 March follows that of 31 January by 30 days.
    let counts = try WorkedExampleTests.counts(query) { $0.totals ?? [] }
    #expect(counts == ["*": 5, "had": 1, "hadnot": 4])
    query.history[0].within = CalendarSpan(29, .days)
    #expect(try WorkedExampleTests.counts(query) { $0.totals ?? [] }["had"] == nil)
  }

  @Test func timesFallInBinsByUpperBound() throws {
    let query = CohortQuery(
      pilot: "example", linkLevel: .high, measure: .median(from: "released", to: "housed"))
    // 28 days and 1 day; the others were not housed in time.
    #expect(
      try WorkedExampleTests.counts(query) == ["*": 4, "reached": 2, "28": 1, "7": 1, "none": 2])
  }

  @Test func eventsCountFromTheFirstIndexToTheEndOfFollowUp() throws {
    let query = WorkedExampleTests.query("offence", .medium, measure: .events("release"))
    // Three releases of the joined person, all under the offence of the first; one of another.
    #expect(
      try WorkedExampleTests.counts(query) { $0.totals ?? [] } == [
        "*": 4, "V": 3, "V1": 3, "NK": 1,
      ])
    #expect(
      try WorkedExampleTests.counts(query) == ["*": 2, "V": 1, "V1": 1, "NK": 1])
  }
}
