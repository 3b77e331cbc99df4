import CohortModel
import DisclosureControl
import Tables
import Testing

/// The attacker and the protection against every database of small tables.
@Suite struct EnumerationTests {
  /// Every table of a shape with counts up to `most`, or a seeded sample of them.
  static func tables(_ atoms: Int, most: Int, sample: Int?, seed: UInt64) -> [[Int]] {
    guard let sample else {
      var tables: [[Int]] = [[]]
      for _ in 0..<atoms { tables = tables.flatMap { table in (0...most).map { table + [$0] } } }
      return tables
    }
    var random = SeededRandom(seed)
    return (0..<sample).map { _ in (0..<atoms).map { _ in Int.random(in: 0...most, using: &random) }
    }
  }

  struct Case: CustomStringConvertible, Sendable {
    var structures: [CodeStructure]
    var minimum: Int
    var base: Int
    var most: Int
    var sample: Int?
    var description: String {
      let shape = structures.map { "\($0.slotCount)" }.joined(separator: " × ")
      return
        "\(shape), t \(minimum), base \(base), \(sample.map { "\($0) tables" } ?? "all tables")"
    }
  }

  static let cases: [Case] = [
    Case(structures: [Fixture.flat(2), Fixture.flat(2)], minimum: 3, base: 1, most: 4),
    Case(structures: [Fixture.flat(2), Fixture.flat(2)], minimum: 3, base: 3, most: 4),
    Case(structures: [Fixture.flat(2), Fixture.flat(2)], minimum: 4, base: 5, most: 4),
    Case(
      structures: [Fixture.flat(2), Fixture.flat(3)], minimum: 3, base: 1, most: 3, sample: 500),
    Case(
      structures: [Fixture.flat(2), Fixture.flat(3)], minimum: 3, base: 3, most: 3, sample: 500),
    Case(
      structures: [Fixture.flat(3), Fixture.flat(3)], minimum: 3, base: 1, most: 2, sample: 300),
    Case(
      structures: [Fixture.flat(2), Fixture.flat(3)], minimum: 3, base: 3, most: 4, sample: 300),
    Case(
      structures: [Fixture.flat(3), Fixture.flat(3)], minimum: 3, base: 1, most: 4, sample: 200),
    Case(
      structures: [Fixture.flat(3), Fixture.flat(3)], minimum: 3, base: 3, most: 4, sample: 200),
    Case(
      structures: [Fixture.flat(2), Fixture.flat(2), Fixture.flat(2)], minimum: 3, base: 1, most: 4,
      sample: 200),
    Case(
      structures: [Fixture.flat(2), Fixture.flat(2), Fixture.flat(2)], minimum: 3, base: 3, most: 4,
      sample: 200),
    Case(
      structures: [Fixture.tree([[0, 1], [2]]), Fixture.tree([[0, 1], [2]])], minimum: 3, base: 1,
      most: 4, sample: 200),
  ]

  @Test(arguments: cases)
  func attackerFindsWhatEnumerationFinds(_ each: Case) throws {
    let plan = Fixture.plan(each.structures, minimum: each.minimum, base: each.base)
    let every = EveryDatabase(plan)
    let system = AttackSystem(dimensions: plan.dimensions)
    let reading = PublishedReading(profile: plan.profile, minimumFrequency: each.minimum)
    let rounding = RoundingRule(base: each.base, minimumFrequency: each.minimum)
    var random = SeededRandom(99)
    var protectedCells = 0
    var disclosedCells = 0
    for counts in Self.tables(every.atomCount, most: each.most, sample: each.sample, seed: 5) {
      let values = Fixture.cells(plan, slots: counts)
      // Primary cells, and some others at random: safe patterns and unsafe ones.
      let hidden = values.map {
        (1..<each.minimum).contains($0) || Int.random(in: 0..<3, using: &random) == 0
      }
      let published: [CellValue] = values.indices.map {
        hidden[$0] ? .confidential : rounding.published(values[$0])
      }
      guard !published.contains(.low) else { continue }
      let unsafe = values.indices.filter { (1..<each.minimum).contains(values[$0]) }
      let report = try TableAudit(
        system: system, intervals: published.map(reading.interval),
        requirements: unsafe.map {
          Requirement(cell: $0, range: 1...(each.minimum - 1), kind: .eachValue)
        },
        insiders: [], point: counts
      ).run()
      let intervals = published.map { value -> (lower: Int, upper: Int?) in
        guard case .count(let count) = value else { return (0, nil) }
        return EveryDatabase.interval(count, base: each.base, minimum: each.minimum)
      }
      let disclosed = unsafe.filter { cell in
        !(1..<each.minimum).allSatisfy { every.exists(intervals, cell: cell, value: $0) }
      }
      #expect(report.failures.map(\.cell).sorted() == disclosed, "\(counts) \(published)")
      disclosedCells += disclosed.count
      protectedCells += unsafe.count - disclosed.count
    }
    // The comparison is worth something only where both verdicts occur.
    #expect(protectedCells > 0 && disclosedCells > 0)
  }

  @Test(arguments: cases)
  func protectedTablesWithstandEveryDatabase(_ each: Case) throws {
    let plan = Fixture.plan(each.structures, minimum: each.minimum, base: each.base)
    let every = EveryDatabase(plan)
    let tables = Self.tables(every.atomCount, most: each.most, sample: each.sample, seed: 6)
    /// The search for the optimum takes much longer: some forty tables of each case.
    let stride = max(1, tables.count / 40)
    for (number, counts) in tables.enumerated() {
      for method in [SuppressionPolicy.Method.scalable, .optimal]
      where method == .scalable || number % stride == 0 {
        let cube = Fixture.cube(plan, slots: counts)
        var policy = DisclosurePolicy.standard
        policy.suppression.method = method
        let problem = try ProtectionProblem(cube: cube, policy: policy, release: "r", secret: [1])
        let cells = try TableProtection(plan: plan).protect(problem).cells
        let intervals = cells.map { value -> (lower: Int, upper: Int?) in
          guard case .count(let count) = value else { return (0, nil) }
          return EveryDatabase.interval(count, base: each.base, minimum: each.minimum)
        }
        for cell in cells.indices where (1..<each.minimum).contains(cube.persons[cell]) {
          for value in 1..<each.minimum {
            #expect(
              every.exists(intervals, cell: cell, value: value),
              "\(method) \(counts) \(cells) \(cell) \(value)")
          }
        }
      }
    }
  }
}
