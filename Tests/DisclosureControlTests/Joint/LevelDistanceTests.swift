import CohortModel
import Crypto
import Foundation
import Tables
import Testing

@testable import DisclosureControl

/// What is told of a level whose figures are not shown: about how far it is from the table.
@Suite struct LevelDistanceTests {
  private static let numbers = (0..<50_000).map { (Double($0) + 0.5) / 50_000 }

  @Test(arguments: [3, 10]) func noiseIsTwoSidedGeometric(scale: Int) {
    let noises = Self.numbers.map { LevelDistance.noise($0, scale: scale) }
    let ratio = exp(-1 / Double(scale))
    for step in [-20, -3, -1, 0, 1, 2, 7, 20] {
      let share = Double(noises.count { $0 == step }) / Double(noises.count)
      let expected = (1 - ratio) / (1 + ratio) * pow(ratio, Double(abs(step)))
      #expect(abs(share - expected) < 0.000_05, "\(step)")
    }
    let square = noises.reduce(0.0) { $0 + Double($1 * $1) } / Double(noises.count)
    #expect(Int(square.squareRoot().rounded()) == LevelDistance.standardDeviation(scale: scale))
    #expect(LevelDistance.noise(0, scale: scale) < LevelDistance.noise(0.5, scale: scale))
    #expect(LevelDistance.noise(1 - 0x1p-53, scale: scale) > 30 * scale)
  }

  /// Whatever the distance is, each answer is possible, and one person more makes none of them more
  /// likely than by a factor of e^(1/t); so two differences below t differ by less than e.
  @Test func noAnswerTellsDistancesApart() {
    func chances(_ distance: Int) -> [Int: Double] {
      Self.numbers.reduce(into: [:]) { chances, number in
        let told = LevelDistance.told(
          of: [500, 20], from: [500 - distance, 20], number: number, minimum: 10)
        chances[told, default: 0] += 1 / Double(Self.numbers.count)
      }
    }
    var before = chances(0)
    for distance in 1...20 {
      let here = chances(distance)
      for answer in stride(from: 10, through: 60, by: 10) {
        let (one, other) = (before[answer] ?? 0, here[answer] ?? 0)
        #expect(one > 0 && other > 0)
        #expect(max(one / other, other / one) < exp(0.1) + 0.01, "\(distance): \(answer)")
      }
      before = here
    }
  }

  /// One person more or less at the other level, in cells as they may be.
  @Test func onePersonMovesTheDistanceByOneAtMost() {
    var random = SeededRandom(3)
    for _ in 0..<500 {
      let own = (0..<6).map { _ in Int.random(in: 0...60, using: &random) }
      let other = own.map { max(0, $0 + Int.random(in: -15...15, using: &random)) }
      let moved = other.map { max(0, $0 + Int.random(in: -1...0, using: &random)) }
      // A number of the middle: no noise.
      func told(_ values: [Int]) -> Int {
        LevelDistance.told(of: own, from: values, number: 0.5, minimum: 1)
      }
      #expect(told(other) == max(1, zip(own, other).map { abs($0 - $1) }.max() ?? 0))
      #expect(abs(told(other) - told(moved)) <= 1)
    }
  }

  @Test func answersAreMultiplesOfTheMinimum() {
    for (most, told) in [(0, 10), (4, 10), (14, 10), (15, 20), (340, 340), (344, 340)] {
      // A number of the middle: no noise.
      #expect(
        LevelDistance.told(of: [4_000, 3], from: [4_000 - most, 3], number: 0.5, minimum: 10)
          == told)
    }
  }

  /// From whichever of two levels it is asked, and however the table is laid out.
  @Test func theSameQuestionHasTheSameAnswer() throws {
    let source = SyntheticStore(persons: 3_000, seed: 5).source
    func told(_ text: String) throws -> [LinkLevel: Int] {
      let tables = try Release(source: source).tables(
        for: CohortQuery(text: text), at: LinkLevel.allCases)
      let others = try #require(tables.first?.heading.otherLevels)
      return Dictionary(uniqueKeysWithValues: others.map { ($0.level, $0.persons) })
    }
    for variable in ["age", "offence", "year", "licence"] {
      let medium = try told("reoffending rows sex columns \(variable) link medium")
      #expect(try told("reoffending rows \(variable) columns sex link medium") == medium)
      #expect(try told("reoffending rows \(variable) where sex=F link medium") == medium)
      let high = try told("reoffending rows sex columns \(variable) link high")
      #expect(high[.medium] == medium[.high])
    }
  }

  /// Another table, level or secret has other noise.
  @Test func eachCubeHasItsOwnNumber() {
    func number(_ names: [String], _ level: String = "high", secret: UInt8 = 1) -> Double {
      let plan = JointFixture.plan(names.map { JointFixture.dimension($0, [["a"], ["b"]]) })
      return CellIdentity(plan: plan, release: "r", space: CellSpace(plan.dimensions))
        .keyedNumber(
          ofCubeFor: SymmetricKey(data: [secret]), purpose: [LevelDistance.purpose, level])
    }
    let numbers = [
      number(["sex", "area"]), number(["sex"]), number(["sex", "age"]),
      number(["sex", "area"], "low"), number(["sex", "area"], secret: 2),
    ]
    #expect(Set(numbers).count == numbers.count)
    #expect(number(["area", "sex"]) == numbers[0])
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
    #expect(table.heading.otherLevels?.map(\.level) == [.high, .low])
    #expect(table.heading.otherLevels?.map(\.noise) == [14, 14])
  }
}
