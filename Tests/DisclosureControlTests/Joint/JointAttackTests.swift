import CohortModel
import DisclosureControl
import Foundation
import Tables
import Testing

/// The attack on several tables, against an attacker who tries every database.
@Suite struct JointAttackTests {
  private typealias Person = JointFixture.Person

  private func attack(
    _ tables: [PublishedTable], differences: Bool = false, mostAtoms: Int = 20_000
  ) throws -> JointAttackFindings {
    var assumptions = JointAttack.Assumptions()
    assumptions.seeksDifferences = differences
    assumptions.mostAtoms = mostAtoms
    return try JointAttack(tables, assuming: assumptions).run()
  }

  /// What the tables are together for somebody who tries everything.
  private func everyDatabase(
    _ tables: [PublishedTable], _ types: [Person]
  ) -> (database: EveryJointDatabase, places: [[Int]]) {
    var cells: [(holds: (Person) -> Bool, interval: (lower: Int, upper: Int?))] = []
    var places: [[Int]] = []
    for table in tables {
      var own: [Int] = []
      for cell in table.cells {
        own.append(cells.count)
        var published: Int?
        if case .count(let count) = cell.value { published = count }
        cells.append(
          (
            { person in
              zip(table.dimensions, cell.nodes).allSatisfy {
                JointFixture.holds($0, $1, person)
              }
            },
            EveryDatabase.interval(
              published, base: table.profile.roundingBase,
              minimum: table.profile.minimumFrequency)
          ))
      }
      places.append(own)
    }
    return (EveryJointDatabase(types: types, cells: cells), places)
  }

  /// Tables of few persons with a random choice of cells hidden, recoding the same variables.
  private func randomTables(
    _ random: inout SeededRandom, base: Int, count: Int, codes: Int = 3
  ) -> (tables: [PublishedTable], types: [Person]) {
    let age = (0..<codes).map { "a\($0)" }
    let sex = ["F", "M"]
    let place = ["p", "q"]
    let types = JointFixture.types([("age", age), ("sex", sex), ("place", place)])
    // Few, so that there are not too many databases to try.
    let persons = types.map {
      (person: $0, count: max(0, Int.random(in: -1...2, using: &random)))
    }
    let cut = { (random: inout SeededRandom) -> [[String]] in
      switch Int.random(in: 0..<3, using: &random) {
      case 0: age.map { [$0] }
      case 1: [Array(age.prefix(1)), Array(age.dropFirst())]
      default: [Array(age.dropLast()), Array(age.suffix(1))]
      }
    }
    let tables = (0..<count).map { number -> PublishedTable in
      var dimensions = [JointFixture.dimension("age", cut(&random))]
      if Bool.random(using: &random) {
        dimensions.append(JointFixture.dimension("sex", [["F"], ["M"]]))
      }
      if number % 2 == 1 {
        dimensions.append(JointFixture.dimension("place", [["p"], ["q"]]))
      }
      let plan = JointFixture.plan(dimensions, minimum: 3, base: base)
      let values = JointFixture.cube(plan, persons)
      let rounding = RoundingRule(base: base, minimumFrequency: 3)
      return JointFixture.table(
        "t\(number)", plan,
        values.enumerated().map { cell, value in
          // The whole is shown, so that there are not too many databases to try.
          (1..<3).contains(value) || (cell > 0 && Int.random(in: 0..<3, using: &random) == 0)
            ? .confidential : rounding.published(value)
        })
    }
    return (tables, types)
  }

  @Test(arguments: [1, 3], [2, 3]) func findsWhatEveryDatabaseSays(base: Int, count: Int) throws {
    var random = SeededRandom(UInt64(base * 10 + count))
    var isNarrow = 0
    for _ in 0..<(base == 1 ? 4 : 2) {
      let (tables, types) = randomTables(&random, base: base, count: count)
      let findings = try attack(tables)
      #expect(findings.systems.allSatisfy { $0.isExact && !$0.isUndecided })
      #expect(findings.contradictions == [])
      let (database, places) = everyDatabase(tables, types)
      for cell in findings.cells {
        let table = try #require(tables.firstIndex { $0.name == cell.table })
        let place = places[table][try #require(cell.index)]
        #expect(
          database.exists(cell: place, value: cell.least), "\(cell) least")
        if cell.least > 0 { #expect(!database.exists(cell: place, value: cell.least - 1)) }
        if let greatest = cell.greatest {
          #expect(database.exists(cell: place, value: greatest), "\(cell) greatest")
          #expect(!database.exists(cell: place, value: greatest + 1), "\(cell) beyond")
          isNarrow += 1
        }
      }
    }
    #expect(isNarrow > 0)
  }

  /// Tied by common sums alone, less may follow, and never anything false.
  @Test func looselyTiedItClaimsNothingFalse() throws {
    var random = SeededRandom(7)
    for _ in 0..<4 {
      let (tables, types) = randomTables(&random, base: 1, count: 3)
      let findings = try attack(tables, mostAtoms: 0)
      #expect(findings.systems.allSatisfy { !$0.isExact })
      let (database, places) = everyDatabase(tables, types)
      for cell in findings.cells {
        let table = try #require(tables.firstIndex { $0.name == cell.table })
        let place = places[table][try #require(cell.index)]
        if cell.least > 0 { #expect(!database.exists(cell: place, value: cell.least - 1)) }
        if let greatest = cell.greatest {
          #expect(!database.exists(cell: place, value: greatest + 1))
        }
      }
    }
  }

  // MARK: Attacks by name

  /// Handbook, differencing by recode: under 20 in one table and under 25 in another.
  @Test func recodesGiveTheBandBetweenThemAway() throws {
    let ages = ["10", "20", "25", "40", "60"]
    let persons = zip(ages, [20, 6, 40, 51, 42]).map { (person: ["age": $0], count: $1) }
    let one = JointFixture.plan(
      [JointFixture.dimension("age", [["10"], ["20", "25"], ["40"], ["60"]])], base: 1)
    let two = JointFixture.plan(
      [JointFixture.dimension("age", [["10", "20"], ["25"], ["40"], ["60"]])], base: 1)
    let tables = [("T1", one), ("T2", two)].map { name, plan in
      JointFixture.table(name, plan, JointFixture.cube(plan, persons).map { .count($0) })
    }
    let findings = try attack(tables, differences: true)
    let exact = findings.cells.filter { $0.outcome == .exact }
    #expect(exact.map(\.least) == [6])
    #expect(exact.allSatisfy { $0.table == nil && $0.name.contains(" less ") })
    // One table by itself has no differences.
    #expect(try attack([tables[0]], differences: true).isClean)
  }

  /// Periods are intervals of one date: 2021 is what 2020 to 2021 holds beyond 2020.
  @Test func nestedPeriodsAreSubtracted() throws {
    func dimension(_ first: Int, _ last: Int) -> PlannedDimension {
      let period = Period(
        first: CalendarDay(year: first, month: 1, day: 1)!,
        last: CalendarDay(year: last, month: 12, day: 31)!)
      return PlannedDimension(
        source: .period(period), label: "", slotCodes: [["in"], ["out"]],
        structure: Fixture.flat(2))
    }
    func table(_ name: String, _ first: Int, _ last: Int, _ counts: [Int?]) -> PublishedTable {
      let plan = JointFixture.plan([dimension(first, last)], base: 1)
      return JointFixture.table(
        name, plan, counts.map { count in count.map { .count($0) } ?? .confidential })
    }
    let tables = [
      table("both", 2020, 2021, [500, 104, 396]), table("one", 2020, 2020, [500, 100, 400]),
    ]
    let findings = try attack(tables, differences: true)
    #expect(findings.cells.contains { $0.outcome == .exact && $0.least == 4 })
    // Shown with a year of its own whose cell is hidden, that cell is found.
    let year = table("later", 2021, 2021, [500, nil, nil])
    let found = try attack(tables + [year])
    #expect(found.cells.first { $0.table == "later" && $0.index == 1 }?.outcome == .exact)
    #expect(found.cells.first { $0.table == "later" && $0.index == 1 }?.least == 4)
  }

  @Test func spansOfEarlierEventsAreNested() throws {
    func table(_ name: String, _ months: Int, _ counts: [Int?]) -> PublishedTable {
      let event = EarlierEvent(event: "spell", within: CalendarSpan(months, .months))
      let plan = JointFixture.plan(
        [
          PlannedDimension(
            source: .history(event), label: "", slotCodes: [["had"], ["hadnot"]],
            structure: Fixture.flat(2))
        ], base: 1)
      return JointFixture.table(
        name, plan, counts.map { count in count.map { .count($0) } ?? .confidential })
    }
    let findings = try attack(
      [table("six", 6, [100, 40, 60]), table("twelve", 12, [100, 42, 58])], differences: true)
    #expect(findings.cells.contains { $0.outcome == .exact && $0.least == 2 })
    let impossible = try attack(
      [table("six", 6, [100, 40, 60]), table("twelve", 12, [100, 38, 62])])
    #expect(impossible.contradictions.count == 1)
  }

  @Test func differentValuesOfOneCellAreFound() throws {
    let plan = JointFixture.plan([JointFixture.dimension("sex", [["F"], ["M"]])])
    let one = JointFixture.table("a", plan, [.count(50), .count(20), .count(30)])
    let two = JointFixture.table("b", plan, [.count(55), .count(20), .count(30)])
    let findings = try attack([one, two])
    #expect(findings.contradictions.contains { $0.name == "everyone" && $0.tables == ["a", "b"] })
    #expect(!findings.isClean)
  }

  /// A value that was moved by a base, so that values add up, may differ from one that was not.
  @Test func movedValuesMayDiffer() throws {
    let plan = JointFixture.plan([JointFixture.dimension("sex", [["F"], ["M"]])])
    var moved = JointFixture.table("a", plan, [.count(50), .count(20), .count(30)])
    moved.profile.additiveSteps = 1
    let alone = JointFixture.table("b", plan, [.count(55), .count(20), .count(30)])
    #expect(moved.profile.roundingBase == 5)
    #expect(try attack([moved, alone]).contradictions == [])
    let far = JointFixture.table("b", plan, [.count(70), .count(20), .count(30)])
    #expect(try !attack([moved, far]).contradictions.isEmpty)
  }

  @Test func whatOneLevelHidesAndAnotherShowsIsReported() throws {
    func plan(_ level: LinkLevel) -> TablePlan {
      JointFixture.plan([JointFixture.dimension("sex", [["F"], ["M"]])], linkLevel: level)
    }
    let tables = [
      JointFixture.table("high", plan(.high), [.count(50), .confidential, .confidential]),
      JointFixture.table("low", plan(.low), [.count(60), .count(10), .count(50)]),
    ]
    let findings = try attack(tables)
    #expect(findings.contradictions == [])
    #expect(findings.differences.map(\.name) == ["sex=g0", "sex=g1"])
    #expect(findings.differences.allSatisfy { $0.hiding == "high" && $0.showing == "low" })
  }

  @Test func indexEventsAreNoFewerThanPersons() throws {
    let plan = JointFixture.plan([JointFixture.dimension("sex", [["F"], ["M"]])], base: 1)
    let persons = JointFixture.table(
      "persons", plan, [.confidential, .confidential, .count(300)])
    let events = JointFixture.table(
      "events", plan, [.count(312), .confidential, .confidential], unit: "index events")
    let findings = try attack([persons, events])
    // 312 events, of which 300 at least are of M: 12 at most of F, and as many persons at most.
    let women = try #require(findings.cells.first { $0.table == "persons" && $0.index == 1 })
    #expect(women.greatest == 12)
  }

  @Test func multiResponseCodesAreTiedAcrossTables() throws {
    let needs = PlannedDimension(
      source: .variable("need"), label: "", slotCodes: [[], ["x"], ["y"]],
      structure: Fixture.multiResponse(2))
    let one = JointFixture.plan([needs], base: 1)
    let two = JointFixture.plan(
      [needs, JointFixture.dimension("sex", [["F"], ["M"]])], base: 1)
    // Nodes: all, x, not x, y, not y.
    let first = JointFixture.table(
      "one", one, [.count(100), .count(40), .count(60), .confidential, .confidential])
    let second = JointFixture.table(
      "two", two,
      [
        .count(100), .count(50), .count(50), .confidential, .count(37), .confidential,
        .confidential, .confidential, .confidential,
      ] + [CellValue](repeating: .confidential, count: 6))
    let findings = try attack([first, second])
    let men = try #require(findings.cells.first { $0.table == "two" && $0.index == 5 })
    #expect(men.outcome == .exact && men.least == 3)
  }

  @Test func tablesThatDoNotFitTheirDimensionsAreRefused() throws {
    let plan = JointFixture.plan([JointFixture.dimension("sex", [["F"], ["M"]])])
    var table = JointFixture.table("a", plan, [.count(50), .count(20), .count(30)])
    table.cells[1].nodes = [7]
    #expect(throws: JointAttackError.cell(table: "a", index: 1)) { try JointAttack([table]) }
    #expect(throws: JointAttackError.nothingToAttack) { try JointAttack([]) }
  }
}
