import CohortModel
import QueryEngine
import Tables
import Testing

@testable import DisclosureControl

/// The noise of cells by itself: what it is, and what attacks on it gain.
@Suite struct CellKeyProtectionTests {
  static let secret: [UInt8] = Array(1...32)

  func protection(defences: Defences = .all) throws -> CellKeyProtection {
    try CellKeyProtection(.standard, minimum: 10, secret: Self.secret, defences: defences)
  }

  /// Persons in slots, with keys small enough that sums of them do not run over.
  func problem(
    _ structures: [CodeStructure], persons: Int, seed: UInt64,
    zeros: DisclosureProfile.Zeros = .eligible
  ) throws -> (problem: ProtectionProblem, keys: [UInt64]) {
    var plan = Fixture.plan(structures, minimum: 10, base: 1, zeros: zeros)
    plan.profile.cellKey = .standard
    var random = SeededRandom(seed)
    let counts = Fixture.people(persons, in: structures, &random)
    let keys = counts.map { count in
      (0..<count).reduce(0) { sum, _ in sum + Int.random(in: 0..<1 << 48, using: &random) }
    }
    return (
      try ProtectionProblem(
        cube: Fixture.cube(plan, slots: counts), policy: .standard, release: "r",
        secret: Self.secret),
      Fixture.cells(plan, slots: keys).map { UInt64($0) }
    )
  }

  @Test func zerosCarryNoNoiseAndNothingIsFarFromTheTruth() throws {
    let protection = try protection()
    var hiddenZeros = 0
    var zeros = 0
    for seed in 0..<40 as Range<UInt64> {
      for structure in [
        Fixture.pathway(4), Fixture.flat(5), Fixture.tree([[0, 1], [2]]),
      ] {
        let (problem, keys) = try problem(
          [structure, Fixture.flat(6)], persons: 220, seed: seed)
        let cells = try protection.cells(of: problem, keySums: keys)
        for (cell, value) in cells.enumerated() {
          let count = problem.values[cell]
          switch value {
          case .count(0): #expect(count == 0)
          case .count(let published):
            #expect(count > 0 && published >= 10 && abs(published - count) <= 5)
          case .confidential: #expect(count <= 14)
          default: Issue.record("an unexpected sign")
          }
          if count == 0 { zeros += 1 }
          if count == 0, value == .confidential { hiddenZeros += 1 }
          // The attacker's reading is right.
          var profile = DisclosureProfile.cellKey
          profile.minimumFrequency = 10
          #expect(
            PublishedReading(profile: profile, minimumFrequency: 10).interval(value)
              .contains(count))
        }
      }
    }
    #expect(zeros > 200 && hiddenZeros * 20 > zeros && hiddenZeros * 2 < zeros)
  }

  @Test func withoutTheThresholdSmallCountsShow() throws {
    let (problem, keys) = try problem([Fixture.flat(8), Fixture.flat(6)], persons: 150, seed: 1)
    func small(_ defences: Defences) throws -> Int {
      try protection(defences: defences).cells(of: problem, keySums: keys).count {
        if case .count(let count) = $0 { (1..<10).contains(count) } else { false }
      }
    }
    #expect(try small(.all) == 0)
    #expect(try small(Defences.all.subtracting(.noiseThreshold)) > 5)
  }

  /// Mean 0, the variance of the table, and no bond between the noises of a whole and its parts,
  /// although their keys add up.
  @Test func noisesAreIndependent() throws {
    let protection = try protection()
    var random = SeededRandom(8)
    let draws = 20_000
    var sum = 0.0
    var squares = 0.0
    var products = 0.0
    var triples = 0.0
    for _ in 0..<draws {
      let (one, other): (UInt64, UInt64) = (random.next(), random.next())
      let parts = [
        protection.noise(count: 40, key: one), protection.noise(count: 60, key: other),
      ].map(Double.init)
      let whole = Double(protection.noise(count: 100, key: one &+ other))
      sum += whole
      squares += whole * whole
      products += whole * (parts[0] + parts[1])
      triples += whole * parts[0] * parts[1]
    }
    let count = Double(draws)
    // Within four standard errors.
    #expect(abs(sum / count) < 4 * (3 / count).squareRoot())
    #expect(abs(squares / count - 3) < 0.15)
    #expect(abs(products / count) < 4 * (18 / count).squareRoot())
    #expect(abs(triples / count) < 4 * (27 / count).squareRoot())
  }

  @Test func theSecretDecides() throws {
    let other = try CellKeyProtection(.standard, minimum: 10, secret: Array(2...33))
    let same = try protection()
    let keys = (1...200).map { UInt64($0) << 40 }
    let noises = try keys.map { try protection().noise(count: 50, key: $0) }
    #expect(keys.map { same.noise(count: 50, key: $0) } == noises)
    #expect(keys.map { other.noise(count: 50, key: $0) } != noises)
  }

  @Test func malformedCubesAreRefused() throws {
    let protection = try protection()
    var (problem, keys) = try problem([Fixture.flat(3), Fixture.flat(2)], persons: 90, seed: 2)
    keys[1] &+= 1
    #expect(throws: MalformedCube.self) { try protection.cells(of: problem, keySums: keys) }
    #expect(throws: MalformedCube.self) { try protection.cells(of: problem, keySums: []) }
    keys[1] &-= 1
    problem.values[0] += 1
    #expect(throws: MalformedCube.self) { try protection.cells(of: problem, keySums: keys) }
  }

  /// Two published cells of which one has d persons more, 1 to 9: what is left of d when D is known.
  /// Only noises at both ends of the table, opposite, leave one value; their probability is known.
  @Test func differencesOfTwoCellsLeaveValuesOpen() throws {
    let noise = CellKeyParameters.standard.maximumNoise
    let row = try #require(try PerturbationTable(.standard).rows.last)
    var certain = 0.0
    var fewerThanFive = 0.0
    for (one, p) in zip(row.targets, row.probabilities) {
      for (other, q) in zip(row.targets, row.probabilities) {
        // d = 1, the value that is easiest to find; noises of counts that differ are independent.
        let difference = 1 + (one - row.count) - (other - row.count)
        let possible = (1...9).filter { abs(difference - $0) <= 2 * noise }
        #expect(possible.contains(1))
        if possible.count == 1 { certain += p * q }
        if possible.count < 5 { fewerThanFive += p * q }
      }
    }
    let extreme = try #require(row.probabilities.first)
    #expect(abs(certain - extreme * extreme) < 1e-12)
    #expect(certain < 2e-5 && fewerThanFive < 5e-3)
  }
}
