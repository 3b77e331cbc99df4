import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// Tables protected by the search for the optimum and by the scalable method.
@Suite struct BothMethodsTests {
  struct Shape: CustomStringConvertible, Sendable {
    var structures: [CodeStructure]
    var persons: Int
    var base: Int
    var description: String {
      structures.map { "\($0.slotCount)" }.joined(separator: " × ")
        + ", \(persons) persons, base \(base)"
    }
  }

  static let shapes = [1, 5].flatMap { base in
    [
      [Fixture.flat(5), Fixture.flat(3)], [Fixture.tree([[0, 1, 2], [3, 4], [5]])],
      [Fixture.tree([[0, 1], [2, 3]]), Fixture.flat(3)],
      [Fixture.flat(3), Fixture.flat(2), Fixture.flat(2)],
      [Fixture.multiResponse(3), Fixture.flat(2)], [Fixture.pathway(4), Fixture.flat(3)],
    ].map { Shape(structures: $0, persons: 250, base: base) } + [
      // Hardly anything is safe.
      Shape(
        structures: [Fixture.tree([[0, 1], [2, 3]]), Fixture.flat(4)], persons: 60, base: base)
    ]
  }

  /// Never more cells, nor as many with more persons; and both pass the audit, begun anew from what
  /// is published.
  @Test(arguments: shapes)
  func theOptimumHidesNoMoreThanTheScalableMethod(_ shape: Shape) throws {
    var random = SeededRandom(17)
    var hiddenByOptimum = 0
    var hiddenByScalable = 0
    for table in 0..<8 {
      let plan = Fixture.plan(shape.structures, base: shape.base)
      let counts = Self.slots(shape, &random)
      let cube = Fixture.cube(plan, slots: counts)
      var costs: [SuppressionPolicy.Method: (cells: Int, persons: Int)] = [:]
      for method in [SuppressionPolicy.Method.optimal, .scalable] {
        var policy = DisclosurePolicy.standard
        policy.suppression.method = method
        let problem = try ProtectionProblem(cube: cube, policy: policy, release: "r", secret: [9])
        let cells = try TableProtection(plan: plan).protect(problem).cells
        let hidden = cells.indices.filter { cells[$0] == .confidential }
        costs[method] = (hidden.count, hidden.reduce(0) { $0 + cube.persons[$1] })
        let reading = PublishedReading(profile: plan.profile, minimumFrequency: 10)
        let system = AttackSystem(dimensions: plan.dimensions)
        let point = system.atomCells.map { problem.values[$0[0]] }
        let report = try TableAudit(
          system: system, intervals: cells.map(reading.interval),
          requirements: problem.requirements,
          insiders: point.indices.filter { point[$0] > 0 }.map { Insider(atom: $0, own: 1) },
          point: point
        ).run()
        #expect(report.isPassed || hidden.count == cells.count, "table \(table) \(method)")
      }
      let (optimum, scalable) = (costs[.optimal]!, costs[.scalable]!)
      #expect(optimum <= scalable, "table \(table)")
      hiddenByOptimum += optimum.cells
      hiddenByScalable += scalable.cells
    }
    print("both methods \(shape): hidden \(hiddenByOptimum) and \(hiddenByScalable)")
  }

  /// Persons by slot. Of a multi-response variable slot 0 holds all, the others those with a code.
  private static func slots(_ shape: Shape, _ random: inout SeededRandom) -> [Int] {
    let structures = shape.structures
    guard structures[0].kind == .multiResponse else {
      return Fixture.people(shape.persons, in: structures, &random)
    }
    let others = structures[1...].reduce(1) { $0 * $1.slotCount }
    let everyone = (0..<others).map { _ in Int.random(in: 20...120, using: &random) }
    return (0..<structures[0].slotCount).flatMap { slot in
      everyone.map { slot == 0 ? $0 : Int.random(in: $0 / 3...$0, using: &random) }
    }
  }
}
