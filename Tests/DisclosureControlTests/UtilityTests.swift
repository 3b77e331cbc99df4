import CohortModel
import DisclosureControl
import Foundation
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

  static let largeShapes = [
    Shape(
      name: "10 × 6 × 4", structures: [Fixture.flat(10), Fixture.flat(6), Fixture.flat(4)],
      persons: 20_000),
    Shape(
      name: "(12 in 4) × 7 × 2",
      structures: [
        Fixture.tree([[0, 1, 2, 3, 4], [5, 6, 7, 8], [9, 10], [11]]), Fixture.flat(7),
        Fixture.flat(2),
      ], persons: 20_000),
    Shape(
      name: "40 × 25", structures: [Fixture.flat(40), Fixture.flat(25)], persons: 20_000),
    Shape(
      name: "30 × 12 × 10", structures: [Fixture.flat(30), Fixture.flat(12), Fixture.flat(10)],
      persons: 20_000),
  ]

  /// Time and share published, for the record: `BOLD_MEASURE=1 swift test -c release --filter measure`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["BOLD_MEASURE"] != nil))
  func measure() throws {
    for shape in Self.shapes + Self.largeShapes {
      for base in [5, 1] { try publish(shape, base: base, tables: 2) }
    }
  }

  @Test(arguments: shapes.dropLast(), [1, 5])
  func mostCellsOfTenOrMoreArePublished(shape: Shape, base: Int) throws {
    try publish(shape, base: base, tables: 3)
  }

  func publish(_ shape: Shape, base: Int, tables: Int) throws {
    var random = SeededRandom(7)
    let plan = Fixture.plan(shape.structures, base: base)
    var safe = 0
    var published = 0
    var spent = 0.0
    for _ in 0..<tables {
      let counts = Fixture.people(shape.persons, in: shape.structures, &random)
      let cube = Fixture.cube(plan, slots: counts)
      let problem = try ProtectionProblem(
        cube: cube, policy: .standard, release: "r", secret: [1, 2, 3])
      var result: ProtectedCube?
      let start = clock()
      result = try TableProtection(plan: plan).protect(problem)
      spent += Double(clock() - start) / Double(CLOCKS_PER_SEC)
      for (cell, value) in result!.cells.enumerated() where cube.persons[cell] >= 10 {
        safe += 1
        if value != .confidential { published += 1 }
      }
    }
    print(
      "utility \(shape) base \(base): \(100 * published / safe) % of \(safe), \(Int(1_000 * spent) / tables) ms of processor each"
    )
    #expect(published * 100 >= safe * (base == 1 ? 60 : 85))
  }
}
