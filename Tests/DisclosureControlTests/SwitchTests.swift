import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// Protection by switches: another value for every unsafe cell, variables with several codes per
/// person, how many cells it hides, and the check that the audit rests on.
@Suite struct SwitchTests {
  // MARK: Another value

  /// Against every database: where only exact disclosure is to be prevented, each unsafe cell has a
  /// value besides its own, and hardly more is hidden than by the cheapest pattern that keeps all of its
  /// values possible.
  @Test(arguments: [
    [Fixture.flat(3), Fixture.flat(3)], [Fixture.flat(2), Fixture.flat(2), Fixture.flat(2)],
    [Fixture.tree([[0, 1], [2]]), Fixture.flat(3)],
  ])
  func exactDisclosureIsPrevented(_ structures: [CodeStructure]) throws {
    let plan = Fixture.plan(structures, minimum: 3, base: 1, zeros: .unsafe)
    let every = EveryDatabase(plan)
    let atoms = structures.reduce(1) { $0 * $1.slotCount }
    var hidden = 0
    var hiddenOfAll = 0
    for counts in EnumerationTests.tables(atoms, most: 6, sample: 60, seed: 5) {
      let problem = try ProtectionProblem(
        cube: Fixture.cube(plan, slots: counts), policy: .standard, release: "r", secret: [1])
      let cells = try ExactDisclosureProtection(plan: plan).protect(problem)
      let intervals = cells.enumerated().map { cell, value -> (lower: Int, upper: Int?) in
        value == .confidential ? (0, nil) : (problem.values[cell], problem.values[cell])
      }
      for requirement in problem.requirements {
        let own = problem.values[requirement.cell]
        #expect(cells[requirement.cell] == .confidential)
        #expect(
          ((own + 1)...(own + 12)).contains {
            every.exists(intervals, cell: requirement.cell, value: $0)
          }
            || (0..<own).contains { every.exists(intervals, cell: requirement.cell, value: $0) },
          "cell \(requirement.cell) of \(counts)")
      }
      hidden += cells.count { $0 == .confidential }
      hiddenOfAll += try TableProtection(plan: plan).protect(problem).cells
        .count { $0 == .confidential }
    }
    #expect(hidden * 10 <= hiddenOfAll * 11, "\(hidden) hidden, \(hiddenOfAll) for all values")
  }

  // MARK: Several codes per person

  /// Persons by two partitions and any of six codes; some have none.
  @Test(arguments: [1, 5])
  func cellsOfSeveralCodesKeepTheirRange(base: Int) throws {
    var random = SeededRandom(23)
    let partitions = [Fixture.flat(5), Fixture.flat(3)]
    let structures = [Fixture.multiResponse(6)] + partitions
    let plan = Fixture.plan(structures, base: base)
    let places = partitions.reduce(1) { $0 * $1.slotCount }
    let persons = Fixture.people(2_500, in: partitions, &random)
    var slots = persons + [Int](repeating: 0, count: 6 * places)
    for (place, count) in persons.enumerated() {
      for _ in 0..<count {
        for code in 1...6 where Int.random(in: 0..<40, using: &random) < 2 + code * code {
          slots[code * places + place] += 1
        }
      }
    }
    let cube = Fixture.cube(plan, slots: slots)
    let problem = try ProtectionProblem(
      cube: cube, policy: .standard, release: "r", secret: [1, 2, 3])
    #expect(AttackSystem(dimensions: plan.dimensions).switches != nil)
    let cells = try TableProtection(plan: plan).protect(problem).cells
    let reading = PublishedReading(profile: plan.profile, minimumFrequency: 10)
    let attacker = LinearAttacker(
      intervals: cells.map {
        let interval = reading.interval($0)
        return (Double(interval.lower), interval.upper.map(Double.init))
      }, relations: CellRelation.all(in: CellSpace(plan.dimensions)))
    let unsafe = cells.indices.filter { (1...9).contains(cube.persons[$0]) }
    #expect(unsafe.count > 20)
    for cell in unsafe {
      let interval = try #require(attacker.feasibleInterval(ofCell: cell))
      #expect(interval.lower <= 1 + 1e-6)
      #expect((interval.upper ?? .infinity) >= 9 - 1e-6)
    }
    let safe = cells.indices.filter { cube.persons[$0] >= 10 }
    #expect(safe.count { cells[$0] != .confidential } * 100 >= safe.count * 55)
  }

  // MARK: How many cells

  /// Two regions of the table that GaussSuppression 1.2.3 was measured on: about one complementary cell
  /// for each primary one, with every value of an unsafe cell possible and insiders thought of.
  @Test(.enabled(if: SharedData.exists(SwitchTests.speedFile)))
  func aLargeTableHidesFewCells() throws {
    let rows = try SharedData.rows(Self.speedFile)
    let column = Dictionary(uniqueKeysWithValues: rows[0].enumerated().map { ($1, $0) })
    func field(_ name: String, _ row: [String]) throws -> String {
      row[try #require(column[name])]
    }
    let regions = try Set(rows.dropFirst().map { try field("reg", $0) }).sorted().prefix(2)
    let kept = try rows.dropFirst().filter { regions.contains(try field("reg", $0)) }
    let areas = try regions.map { region in
      try Set(kept.filter { try field("reg", $0) == region }.map { try field("la", $0) }).sorted()
    }
    var next = 0
    let tree = areas.map { names in
      defer { next += names.count }
      return Array(next..<(next + names.count))
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: areas.joined().enumerated().map { ($1, $0) })
    let structures = [Fixture.tree(tree), Fixture.flat(10), Fixture.flat(8)]
    var slots = [Int](repeating: 0, count: next * 80)
    for row in kept {
      let area = try #require(numbers[try field("la", row)])
      let offence = try #require(Int(try field("off", row)))
      let age = try #require(Int(try field("age", row)))
      slots[(area * 10 + offence - 1) * 8 + age - 1] += try #require(Int(try field("n", row)))
    }
    let plan = Fixture.plan(structures, minimum: 5, base: 1, zeros: .unsafe)
    let problem = try ProtectionProblem(
      cube: Fixture.cube(plan, slots: slots), policy: .standard, release: "speed", secret: [1])
    let primary = problem.requirements.count
    #expect(problem.cellCount > 2_000 && primary >= 50)
    let full = try TableProtection(plan: plan).protect(problem)
    #expect(full.audit.isPassed)
    let hidden = full.cells.count { $0 == .confidential }
    let exact = try ExactDisclosureProtection(plan: plan).protect(problem)
      .count { $0 == .confidential }
    #expect(hidden * 10 <= primary * 25, "\(hidden) hidden, \(primary) primary")
    #expect(exact * 50 <= hidden * 51, "\(exact) hidden for exact disclosure, \(hidden) in all")
  }

  static let speedFile = "data/sdc/speed/syn200k_counts.csv"

  // MARK: The check of witnesses

  /// 2 × 2 with one small cell; everything but the crossing is published.
  private func check() throws -> (WitnessCheck, AttackSystem) {
    let plan = Fixture.plan([Fixture.flat(2), Fixture.flat(2)], base: 1)
    let system = AttackSystem(dimensions: plan.dimensions)
    let point = [4, 20, 15, 30]
    let values = try #require(system.values(at: point))
    let intervals = (0..<system.cellCount).map { cell -> PublishedInterval in
      if case .atom = system.places[cell] { return .hidden }
      return PublishedInterval(values[cell], values[cell])
    }
    let insiders = [Insider(atom: 0, own: 1), Insider(atom: 1, own: 20)]
    return (
      WitnessCheck(system: system, intervals: intervals, insiders: insiders, point: point), system
    )
  }

  @Test func aSwitchThatKeepsTheMarginsIsAWitness() throws {
    var (check, _) = try check()
    check.take([(0, 1), (1, -1), (2, -1), (3, 1)], times: 3)
    check.note()
    #expect(check.databases == 1)
    #expect(check.lowest[0] == 4 && check.highest[0] == 7)
    // The second insider's own 20 would be 17: to him it is no other database.
    #expect(!check.differs[0])
    check.restart()
    check.take([(0, -1), (1, 1), (2, 1), (3, -1)], times: 1)
    check.note()
    #expect(check.lowest[0] == 3 && check.differs[0])
  }

  @Test func whatDisagreesWithThePublishedIsRefused() throws {
    var (check, _) = try check()
    // A margin would be another than the published one.
    check.take([(0, 1), (1, -1)], times: 1)
    check.note()
    #expect(check.databases == 0 && check.highest[0] == 4)
    // Put right by two more changes it agrees, though it did not on the way.
    check.take([(2, -1), (3, 1)], times: 1)
    check.note()
    #expect(check.databases == 1 && check.highest[0] == 5)
    check.restart()
    // All margins as published, but fewer than nobody in a cell.
    check.take([(0, -1), (1, 1), (2, 1), (3, -1)], times: 5)
    check.note()
    #expect(check.databases == 1 && check.lowest[0] == 4)
  }

  /// Two databases four apart, with steps in between that do not agree: only their own values count.
  @Test func valuesThatNoWitnessMetAreNotTaken() throws {
    var (check, _) = try check()
    check.take([(0, 1), (1, -1), (2, -1)], times: 2)
    check.take([(0, 1), (1, -1), (2, -1)], times: 2)
    check.take([(3, 1)], times: 4)
    check.note()
    #expect(check.databases == 1)
    #expect(check.highest[0] == 4)
  }
}
