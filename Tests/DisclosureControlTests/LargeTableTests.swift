import CohortModel
import DisclosureControl
import Testing

/// Tables beyond the size that is protected by programmes: protected and for the most part audited by
/// switches. Held against linear programmes over the table's relations, which share nothing with them.
@Suite struct LargeTableTests {
  static let shapes: [[CodeStructure]] = [
    [Fixture.flat(12), Fixture.flat(10), Fixture.flat(6)],
    [
      Fixture.tree([[0, 1, 2, 3, 4], [5, 6, 7, 8], [9, 10], [11]]), Fixture.pathway(5),
      Fixture.flat(4),
    ],
    [Fixture.flat(6), Fixture.flat(4), Fixture.flat(4), Fixture.flat(3)],
  ]

  @Test(arguments: shapes.indices, [1, 5])
  func everyUnsafeCellKeepsItsRange(shape: Int, base: Int) throws {
    var random = SeededRandom(UInt64(11 + shape))
    let structures = Self.shapes[shape]
    let plan = Fixture.plan(structures, base: base)
    let cube = Fixture.cube(plan, slots: Fixture.people(6_000, in: structures, &random))
    let space = CellSpace(plan.dimensions)
    #expect(space.cellCount > 600)
    let problem = try ProtectionProblem(
      cube: cube, policy: .standard, release: "r", secret: [1, 2, 3])
    let cells = try TableProtection(plan: plan).protect(problem).cells
    let reading = PublishedReading(
      profile: plan.profile, minimumFrequency: plan.minimumFrequency)
    let attacker = LinearAttacker(
      intervals: cells.map {
        let interval = reading.interval($0)
        return (Double(interval.lower), interval.upper.map(Double.init))
      }, relations: CellRelation.all(in: space))
    let unsafe = cells.indices.filter { (1...9).contains(cube.persons[$0]) }
    #expect(unsafe.count > 30)
    for cell in unsafe {
      let interval = try #require(attacker.feasibleInterval(ofCell: cell))
      #expect(interval.lower <= 1 + 1e-6)
      #expect((interval.upper ?? .infinity) >= 9 - 1e-6)
    }
    let safe = cells.indices.filter { cube.persons[$0] >= 10 }
    let published = safe.filter { cells[$0] != .confidential }
    #expect(published.count * 100 >= safe.count * 40)
  }
}
