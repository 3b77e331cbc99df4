import CohortModel
import ColumnStore
import QueryEngine
import Testing

struct EngineBehaviourTests {
  private func plan(_ row: String, _ package: DataPackage) throws -> TablePlan {
    try TablePlan(WorkedExampleTests.query(row), package: package)
  }

  @Test func unknownPilotIsNamed() throws {
    let book = ExamplePilot.book()
    var plan = try plan("stage", book.package)
    plan.query.pilot = "other"
    #expect(throws: EngineError.unknown(.pilot, "other")) {
      try CohortEngine(source: InMemorySource(book)).count(plan)
    }
  }

  @Test func damagedStoreIsNamed() throws {
    let book = ExamplePilot.book()
    let engine = CohortEngine(source: DamagedSource(InMemorySource(book), "recalls"))
    #expect(
      throws: EngineError.store(
        .damaged(file: "recalls", segment: "offsets", reason: "checksum"))
    ) {
      try engine.count(plan("stage", book.package))
    }
    // What does not need the damaged part is still counted.
    #expect(try engine.count(plan("offence", book.package)).persons[0] == 4)
  }

  @Test func datesOutsideTheCalendarDoNotStopIt() throws {
    var book = ExamplePilot.book()
    let days = ["0000-01-01", "9999-12-31", "9999-01-31", "1582-10-15"]
    book.set(
      days.enumerated().map { RecordBook.Record($0, ["released": $1]) },
      of: book.package.resource("releases")!)
    let engine = CohortEngine(source: InMemorySource(book))
    for row in ["stage", "reoffended", "job6", "year"] {
      #expect(try engine.count(plan(row, book.package)).persons[0] == 4)
    }
  }

  @Test func valueThatThePackageRulesOutIsRefused() throws {
    var book = ExamplePilot.book()
    book.package.resources[0].fields[1].isRequired = true
    let source = InMemorySource(book)
    let plan = try plan("offence", book.package)
    #expect(
      throws: EngineError.unexpectedValue(resource: "releases", field: "offence")
    ) {
      try CohortEngine(source: source).count(plan)
    }
  }

  @Test func requiredDateOutsideThePeriodIsNotKnown() throws {
    var book = ExamplePilot.book()
    book.package.resources[0].fields[0].isRequired = true
    book.set(
      [RecordBook.Record(0, ["released": "2018-05-01"])],
      of: book.package.resource("releases")!)
    let cube = try CohortEngine(source: InMemorySource(book)).count(plan("year", book.package))
    let notKnown = try #require(cube.plan.dimensions[0].structure.node("NK"))
    #expect(cube.persons[notKnown] == 1)
  }

  @Test func planThatDoesNotFitIsRefused() throws {
    let book = ExamplePilot.book()
    let engine = CohortEngine(source: InMemorySource(book))
    var plan = try plan("job6", book.package)
    plan.dimensions[0].slotCodes.removeLast()
    plan.dimensions[0].structure.slotCount -= 1
    #expect(throws: EngineError.self) { try engine.count(plan) }
    var wide = try self.plan("year", book.package)
    wide.dimensions = Array(repeating: wide.dimensions[0], count: 20)
    #expect(throws: EngineError.tooManyCells(limit: 1 << 26)) { try engine.count(wide) }
  }

  @Test func emptyStoreCountsZero() throws {
    let book = RecordBook(package: ExamplePilot.package(), medium: [], low: [])
    let engine = CohortEngine(source: InMemorySource(book))
    for row in ["stage", "needs", "reoffended", "where"] {
      for level in LinkLevel.allCases {
        for measure in [Measure.persons, .events(nil), .events("job")] {
          let plan = try TablePlan(
            WorkedExampleTests.query(row, level, measure: measure), package: book.package)
          #expect(try engine.count(plan).persons.allSatisfy { $0 == 0 })
        }
      }
    }
  }

  @Test func manyThreadsMayAsk() async throws {
    let book = ExamplePilot.book()
    let engine = CohortEngine(source: InMemorySource(book))
    let plans = try ["stage", "needs", "reoffended", "where", "year"].map {
      try plan($0, book.package)
    }
    let alone = try plans.map {
      try CohortEngine(source: InMemorySource(book)).count($0).persons
    }
    try await withThrowingTaskGroup(of: (Int, [Int]).self) { group in
      for number in 0..<40 {
        let place = number % plans.count
        group.addTask { (place, try engine.count(plans[place]).persons) }
      }
      for try await (place, persons) in group { #expect(persons == alone[place]) }
    }
  }

  @Test func columnsGivenUpAreMadeAgain() throws {
    let book = ExamplePilot.book()
    let engine = CohortEngine(source: InMemorySource(book))
    let plan = try plan("stage", book.package)
    let before = try engine.count(plan).persons
    for days in 1...100 {
      var query = CohortQuery(pilot: "example", linkLevel: .high)
      query.history = [EarlierEvent(event: "release", within: CalendarSpan(days, .days))]
      _ = try engine.count(TablePlan(query, package: book.package))
    }
    #expect(try engine.count(plan).persons == before)
  }

  @Test func descriptionSaysWhatIsRead() throws {
    let book = ExamplePilot.book()
    let engine = CohortEngine(source: InMemorySource(book))
    var query = WorkedExampleTests.query("stage", measure: .share("reoffended"))
    query.columns = [AxisVariable("needs")]
    query.history = [EarlierEvent(event: "release", within: CalendarSpan(12, .months))]
    let plan = try TablePlan(query, package: book.package)
    #expect(
      try engine.describe(plan) == """
        cohort example, persons linked at high
          index: each, scan releases dated by released
          follow-up: until 2022-12-31
          ended by: scan deaths dated by died
        count persons, each once at the first index event
        dimension 1, Stage: 6 slots, 8 nodes
          stage released: the index event
            or released.recalled: scan recalls dated by recalled, until follow-up ends
          stage housed: scan checks where status in H dated by checked, on or after the stage before, within 28 days of index
          stage working: scan jobs dated by started, on or after the stage before, within 3 months of the stage before
        dimension 2, Needs: 3 slots, 5 nodes, multi-response
          scan checks.need, latest value of all
        dimension 3, Release in the 12 months before: 2 slots, 3 nodes
          scan releases dated by released, in the 12 months before the index
        dimension 4, Reoffended: 4 slots, 6 nodes
          scan offences dated by committed confirmed by convicted within 18 months of the index, within 12 months of index, settling 6 months
        one pass over 4 columns of members into 144 cells
        sums over 720 nodes
        """)
  }
}

/// A source one of whose resources fails its checksum.
private final class DamagedSource: RecordSource {
  private let sound: InMemorySource
  private let damaged: String

  init(_ sound: InMemorySource, _ damaged: String) {
    self.sound = sound
    self.damaged = damaged
  }

  var package: DataPackage { sound.package }
  var release: String { sound.release }
  var spine: PersonSpine { sound.spine }
  var secret: [UInt8] { sound.secret }

  func table(_ resource: String) throws(StoreError) -> RecordTable {
    if resource == damaged {
      throw .damaged(file: resource, segment: "offsets", reason: "checksum")
    }
    return try sound.table(resource)
  }
}
