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
    let open = Defences.all.subtracting(.noiseThreshold)
    #expect(try small(open) > 5)
    // Nothing between 0 and the lowest count even then.
    for cell in try protection(defences: open).cells(of: problem, keySums: keys) {
      if case .count(let count) = cell { #expect(count == 0 || count >= 3) }
    }
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

  /// A hidden small count as the published whole less the published rest: guessed as often as two
  /// noises allow, and no more often.
  @Test func totalsLessPartsAreNoBetterThanTwoNoises() throws {
    let protection = try protection()
    var random = SeededRandom(31)
    let targets = 4_000
    var right = 0
    var nearest = 0
    for _ in 0..<targets {
      let small = Int.random(in: 1...9, using: &random)
      let rest = Int.random(in: 60...200, using: &random)
      let (restKey, smallKey): (UInt64, UInt64) = (random.next(), random.next())
      let whole =
        rest + small + protection.noise(count: rest + small, key: restKey &+ smallKey)
      let difference = whole - rest - protection.noise(count: rest, key: restKey)
      if difference == small { right += 1 }
      // With what is known beforehand: it is one of 1 … 9.
      if min(9, max(1, difference)) == small { nearest += 1 }
    }
    let bound = AveragingBound.guessedRight(6.0.squareRoot())
    let room = 3 * (0.25 / Double(targets)).squareRoot()
    #expect(Double(right) / Double(targets) < bound + room)
    // 1 and 9 are guessed more often, for all that lies beyond them.
    #expect(Double(nearest) / Double(targets) < bound + 0.8 / 9 + room)
    #expect(Double(right) / Double(targets) > bound - room)
  }

  /// Somebody who takes himself off a published count knows no more of what is left than everybody
  /// knows of the count.
  @Test func aMemberOfACellLearnsNoMoreThanOthers() throws {
    var profile = DisclosureProfile.cellKey
    profile.minimumFrequency = 10
    let reading = PublishedReading(profile: profile, minimumFrequency: 10)
    let row = try #require(try PerturbationTable(.standard).rows.last)
    for count in [10, 12, 40] {
      let interval = reading.interval(.count(count))
      let others = (interval.lower - 1)...(try #require(interval.upper) - 1)
      #expect(others.count == 11 || interval.lower == 1)
      // Every one of them has a noise that leads there.
      for other in others where other + 1 >= row.count {
        #expect(row.targets.contains(row.count + count - (other + 1)))
      }
    }
    // Within [c] he may be alone or not, and the cell may be empty without him.
    #expect(reading.interval(.confidential).contains(1))
    #expect(reading.interval(.confidential).contains(9))
  }

  /// The release is no part of a cell's noise: what persons and number decide stays from one release to
  /// the next, so that the difference of two releases is no second noise of the same persons.
  @Test func noiseStaysWhereThePersonsStay() throws {
    let structures = [Fixture.flat(5), Fixture.flat(3)]
    var plan = Fixture.plan(structures, minimum: 10, base: 1)
    plan.profile.cellKey = .standard
    let (problem, keys) = try problem(structures, persons: 400, seed: 6)
    let protection = try protection()
    let first = try protection.cells(of: problem, keySums: keys)
    let later = try ProtectionProblem(
      cube: RawCube(plan: plan, persons: problem.values), policy: .standard, release: "later",
      secret: Self.secret)
    let second = try protection.cells(of: later, keySums: keys)
    for (cell, count) in problem.values.enumerated() where count > 0 {
      #expect(first[cell] == second[cell])
    }
    // One person gone from one cell: its own noise and those of its margins are new, the others stay.
    let differs = CellSpace(plan.dimensions).cell([0: 1, 1: 1])
    #expect(
      (0..<200).contains { shift in
        protection.noise(count: 50, key: keys[differs])
          != protection.noise(count: 49, key: keys[differs] &- UInt64(shift + 1))
      })
  }
}
