import CohortModel
import QueryEngine
import Tables
import Testing

@testable import DisclosureControl

/// What is told of a level whose figures are not shown: how far it is from the table at most.
@Suite struct LevelDistanceTests {
  @Test(arguments: [
    (0, 10), (9, 10), (10, 20), (20, 50), (49, 50), (50, 100), (199, 200), (2_000, 5_000),
  ])
  func theFirstBoundThatNoNumberReaches(most: Int, bound: Int) {
    #expect(
      LevelDistance.bound(
        of: [3_000, 500, 7], published: [.count(3_000), .count(500), .confidential],
        from: [3_000 - most, 500, 4_000], minimum: 10, base: 1) == bound)
  }

  /// What a number below the minimum is does not enter the bound.
  @Test func smallNumbersOfTheOtherLevelAreAlike() {
    for base in [1, 5] {
      let bounds = (0..<10).map { small in
        LevelDistance.bound(
          of: [217, 17], published: [.count(215), .count(15)], from: [210, small], minimum: 10,
          base: base)
      }
      #expect(Set(bounds) == [20])
    }
  }

  private static let minimum = 3
  private static let plan = JointFixture.plan(
    [
      JointFixture.dimension("sex", [["F"], ["M"]]),
      JointFixture.dimension("area", [["A"], ["B"]]),
    ], minimum: minimum, base: 1, linkLevel: .medium)

  /// Everyone, A, B; women, of A, of B; men, of A, of B.
  private static func values(_ atoms: [Int]) -> [Int] {
    let (a, b, c, d) = (atoms[0], atoms[1], atoms[2], atoms[3])
    return [a + b + c + d, a + c, b + d, a + b, a, b, c + d, c, d]
  }

  private static func every(_ range: ClosedRange<Int>) -> [[Int]] {
    (0..<4).reduce([[]]) { lists, _ in lists.flatMap { list in range.map { list + [$0] } } }
  }

  /// Against an attacker who tries every pair of databases, of the table and of the other level.
  /// Hidden values stay what they may be without the bound, and small differences each of 1 … t − 1.
  /// With and without knowing that a looser level has no more persons in any cell.
  @Test(arguments: [false, true]) func aBoundGivesNothingAway(isNested: Bool) throws {
    #expect(try Self.givenAway(boundsFrom: Self.minimum, isNested: isNested) == 0)
  }

  /// Bounds below the minimum would: the attack sees it.
  @Test func aNearerBoundWouldGiveDifferencesAway() throws {
    #expect(try Self.givenAway(boundsFrom: 1, isNested: false) > 0)
  }

  /// Values and differences that are excluded by a bound, of those that have to remain possible.
  private static func givenAway(boundsFrom least: Int, isNested: Bool) throws -> Int {
    var random = SeededRandom(7)
    var (asked, excluded) = (0, 0)
    for _ in 0..<20 {
      let own = (0..<4).map { _ in Int.random(in: 0...8, using: &random) }
      let other = own.map { count in
        let change = [0, 0, -1, 1, -2, 3][Int.random(in: 0..<6, using: &random)]
        return max(0, count + (isNested ? -abs(change) : change))
      }
      let problem = try ProtectionProblem(
        cube: RawCube(plan: plan, persons: values(own)), policy: .standard, release: "r",
        secret: [1])
      let published = try TableProtection(plan: plan).protect(problem).cells
      func bound(_ own: [Int], _ other: [Int]) -> Int {
        LevelDistance.bound(
          of: values(own), published: published, from: values(other), minimum: least, base: 1)
      }
      let told = bound(own, other)
      guard told <= 6 else { continue }
      let consistent = every(0...12).filter { atoms in
        zip(values(atoms), published).allSatisfy { value, cell in
          if case .count(let count) = cell { value == count } else { true }
        }
      }
      // Everything that has to remain possible.
      var wanted = Set<[Int]>()
      for cell in 0..<9 {
        for atoms in consistent where published[cell] == .confidential {
          wanted.insert([0, cell, values(atoms)[cell]])
        }
        let difference = values(other)[cell] - values(own)[cell]
        if (1..<minimum).contains(values(other)[cell]) {
          for number in 1..<minimum { wanted.insert([2, cell, number]) }
        }
        guard (1..<minimum).contains(abs(difference)) else { continue }
        for number in 1..<minimum { wanted.insert([1, cell, number * difference.signum()]) }
      }
      asked += wanted.count
      search: for atoms in consistent {
        for moved in isNested ? every(-6...0) : every(-6...5) {
          let second = zip(atoms, moved).map { max(0, $0 + $1) }
          guard bound(atoms, second) == told else { continue }
          for (cell, pair) in zip(values(atoms), values(second)).enumerated() {
            wanted.remove([0, cell, pair.0])
            wanted.remove([1, cell, pair.1 - pair.0])
            wanted.remove([2, cell, pair.1])
          }
          if wanted.isEmpty { break search }
        }
      }
      excluded += wanted.count
    }
    #expect(asked > 100)
    return excluded
  }

  /// A level that is the same, or nearly so, costs the table nothing.
  @Test func theTableItselfStaysWhole() throws {
    let release = Release(source: SmallSource(persons: 400, seed: 5))
    let query = CohortQuery(
      pilot: "p", rows: [AxisVariable("region", depth: 2)], columns: [AxisVariable("sex")])
    let tables = try release.tables(for: query, at: LinkLevel.allCases)
    let table = try #require(tables.first)
    #expect(tables.count == 1)
    #expect(table.cells == (try release.table(for: query)).cells)
    #expect(
      table.heading.otherLevels == [
        LevelBound(level: .high, persons: 10), LevelBound(level: .low, persons: 10),
      ])
  }
}
