import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

@Suite struct UtilityTests {
  struct Shape: CustomStringConvertible, Sendable {
    var name: String
    var structures: [CodeStructure]
    var persons: Int
    var description: String { name }
  }

  static let shapes = [
    Shape(name: "12 × 8", structures: [Fixture.flat(12), Fixture.flat(8)], persons: 2_000),
    Shape(
      name: "(4 × 5) × 6",
      structures: [
        Fixture.tree([[0, 1, 2, 3, 4], [5, 6, 7, 8], [9, 10], [11]]), Fixture.flat(6),
      ],
      persons: 5_000),
    Shape(
      name: "8 × 5 × 3",
      structures: [Fixture.flat(8), Fixture.flat(5), Fixture.flat(3)], persons: 20_000),
    Shape(
      name: "6 stages × 8 × 4",
      structures: [Fixture.pathway(6), Fixture.flat(8), Fixture.flat(4)], persons: 20_000),
  ]

  @Test(arguments: shapes, [1, 5])
  func mostCellsOfTenOrMoreArePublished(shape: Shape, base: Int) throws {
    var random = SeededRandom(7)
    let plan = Fixture.plan(shape.structures, base: base)
    var safe = 0
    var published = 0
    var clock = Duration.zero
    for _ in 0..<5 {
      let counts = Fixture.people(shape.persons, in: shape.structures, &random)
      let cube = Fixture.cube(plan, slots: counts)
      let problem = try ProtectionProblem(
        cube: cube, policy: .standard, release: "r", secret: [1, 2, 3])
      var result: ProtectedCube?
      clock += try ContinuousClock().measure {
        result = try TableProtection(plan: plan).protect(problem)
      }
      for (cell, value) in result!.cells.enumerated() where cube.persons[cell] >= 10 {
        safe += 1
        if value != .confidential { published += 1 }
      }
    }
    print(
      "utility \(shape) base \(base): \(100 * published / safe) % of \(safe), \(clock / 5) each")
    #expect(published * 100 >= safe * 60)
  }
}
