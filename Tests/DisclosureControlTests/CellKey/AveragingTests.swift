import CohortModel
import Foundation
import Testing

@testable import DisclosureControl

/// Averaging attacks with everything known but records and secret: the share of counts that they
/// recover, beside the bound that certificates state.
@Suite struct AveragingTests {
  /// Shares of targets.
  struct Outcome {
    /// Counts guessed by adding up halves.
    var halves = 0.0
    /// Counts guessed from the noises of as many cells by somebody who knows everybody else.
    var everybodyElse = 0.0
    /// Whether one person is counted, guessed by the same.
    var membership = 0.0
    /// Of the same, how often the largest noise alone settles the count.
    var certain = 0.0
  }

  static func noise() throws -> CellKeyProtection {
    try CellKeyProtection(.standard, minimum: 10, secret: Array("a secret of the tests".utf8))
  }

  /// Every breakdown splits a count of some 150 persons in two by a new grouping of its own.
  static func attack(breakdowns: Int, targets: Int, seed: UInt64) throws -> Outcome {
    let protection = try noise()
    let row = try #require(try PerturbationTable(.standard).rows.last)
    let probability = Dictionary(
      uniqueKeysWithValues: zip(row.targets.map { $0 - row.count }, row.probabilities))
    var random = SeededRandom(seed)
    var outcome = Outcome()
    for target in 0..<targets {
      let persons = Int.random(in: 140...160, using: &random)
      let keys = (0..<persons).map { _ in random.next() }
      func published(_ isIn: (Int) -> Bool) -> Int {
        let members = keys.indices.filter(isIn)
        let key = members.reduce(UInt64(0)) { $0 &+ keys[$1] }
        return members.count + protection.noise(count: members.count, key: key)
      }
      var sum = Double(published { _ in true })
      var weights = 1.0
      for _ in 0..<breakdowns {
        let sides = (0..<persons).map { _ in Bool.random(using: &random) }
        // Of two noises: half the weight.
        sum += Double(published { sides[$0] } + published { !sides[$0] }) / 2
        weights += 0.5
      }
      if Int((sum / weights).rounded()) == persons { outcome.halves += 1 }

      // One cell of each breakdown, everybody in it known but for how many there are of one kind.
      let noises = (0...breakdowns).map { _ in protection.noise(count: 150, key: random.next()) }
      func likelihood(_ shift: Int) -> Double {
        noises.reduce(0) { $0 + log(probability[$1 - shift] ?? 0) }
      }
      let likely = (-4...4).map { (shift: $0, likelihood: likelihood($0)) }
      let best = likely.max {
        ($0.likelihood, -abs($0.shift)) < ($1.likelihood, -abs($1.shift))
      }
      if best?.shift == 0 { outcome.everybodyElse += 1 }
      // In or out as a coin says; the likelier of the two is guessed.
      let other = target.isMultiple(of: 2) ? 1 : -1
      if likelihood(0) > likelihood(other) { outcome.membership += 1 }
      if likely.count(where: { $0.likelihood > -.infinity }) == 1 { outcome.certain += 1 }
    }
    for path in [
      \Outcome.halves, \Outcome.everybodyElse, \Outcome.membership, \Outcome.certain,
    ] {
      outcome[keyPath: path] /= Double(targets)
    }
    return outcome
  }

  /// With a precision of 1 / V from the cell itself and 1 / (2 V) from every half.
  static func ofHalves(_ breakdowns: Int) -> Double {
    AveragingBound.guessedRight((3 / (1 + Double(breakdowns) / 2)).squareRoot())
  }

  static func bound(_ breakdowns: Int) -> Double {
    AveragingBound.guessedRight(
      AveragingBound(.standard).leastStandardError(breakdowns: breakdowns))
  }

  @Test(arguments: [0, 4, 16])
  func noAttackGoesBeyondTheBound(breakdowns: Int) throws {
    let targets = 300
    let measured = try Self.attack(
      breakdowns: breakdowns, targets: targets, seed: UInt64(breakdowns) + 1)
    let bound = Self.bound(breakdowns)
    // Three standard errors of a share of so many.
    let room = 3 * (0.25 / Double(targets)).squareRoot()
    #expect(measured.everybodyElse < bound + room)
    #expect(measured.halves < bound + room)
    #expect(abs(measured.halves - Self.ofHalves(breakdowns)) < room)
    #expect(measured.membership < (1 + bound) / 2 + room)
    // The attack is a good one: not far below what nobody can surpass.
    #expect(measured.everybodyElse > bound - room)
    #expect(measured.certain < 0.03)
  }

  /// More breakdowns and targets, to measure: with BOLD_MEASURE set.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["BOLD_MEASURE"] != nil))
  func measurement() throws {
    for breakdowns in [0, 2, 4, 8, 16, 18, 40, 100] {
      let measured = try Self.attack(breakdowns: breakdowns, targets: 1_000, seed: 77)
      print(
        "averaging \(breakdowns): halves \(measured.halves) (\(Self.ofHalves(breakdowns))),"
          + " everybody else known \(measured.everybodyElse) (\(Self.bound(breakdowns))),"
          + " membership \(measured.membership), certain \(measured.certain)")
    }
    print(
      "averaging 16, 40,000 counts by likelihood:"
        + " \(try Self.foundByLikelihood(.standard, targets: 40_000))")
  }

  @Test func theBoundFollowsItsFormula() {
    let bound = AveragingBound(.standard)
    #expect(abs(bound.standardError(sums: 40, cells: 2) - (6.0 / 40).squareRoot()) < 1e-12)
    #expect(abs(bound.leastStandardError(breakdowns: 0) - 3.0.squareRoot()) < 1e-12)
    #expect(abs(bound.leastStandardError(breakdowns: 16) - (3.0 / 17).squareRoot()) < 1e-12)
    #expect(abs(AveragingBound.guessedRight(0.5) - 0.6827) < 1e-4)
    let sentence = bound.sentence(breakdowns: 16)
    #expect(sentence.contains("16 ways") && sentence.contains("17 published cells"))
    #expect(sentence.contains("0.42") && sentence.contains("78 times in 100"))
  }

  /// What policies may ask for is where a guess is right 80 times in 100.
  @Test(arguments: [1.5, 3, 3.12])
  func policiesEndWhereGuessesGetGood(variance: Double) {
    var parameters = CellKeyParameters(variance: variance)
    let most = parameters.mostBreakdowns
    parameters.maximumBreakdowns = most
    #expect(parameters.breakdownFault == nil)
    let bound = AveragingBound(parameters)
    #expect(AveragingBound.guessedRight(bound.leastStandardError(breakdowns: most)) <= 0.8001)
    #expect(AveragingBound.guessedRight(bound.leastStandardError(breakdowns: most + 1)) > 0.7999)
    parameters.maximumBreakdowns = most + 1
    #expect(parameters.breakdownFault?.contains("at most \(most) ways") == true)
  }

  /// The share of counts that the noises of one cell more than breakdowns give away to somebody who knows
  /// everybody else.
  static func foundByLikelihood(_ parameters: CellKeyParameters, targets: Int) throws -> Double {
    let row = try #require(try PerturbationTable(parameters).rows.last)
    let table = try NoiseTable(PerturbationTable(parameters))
    let probability = row.probabilities.map { log($0) }
    var random = SeededRandom(UInt64(parameters.maximumNoise))
    var right = 0.0
    for _ in 0..<targets {
      let noises = (0...parameters.maximumBreakdowns).map { _ in
        table.noise(count: 150, position: Double.random(in: 0..<1, using: &random))
      }
      let likelihoods = (-4...4).map { shift in
        noises.reduce(0.0) { sum, one in
          let place = one - shift + parameters.maximumNoise
          return sum + (probability.indices.contains(place) ? probability[place] : -.infinity)
        }
      }
      // Of several that are as likely one is guessed.
      let best = likelihoods.max() ?? 0
      if likelihoods[4] > best - 1e-9 {
        right += 1 / Double(likelihoods.count { $0 > best - 1e-9 })
      }
    }
    return right / Double(targets)
  }

  /// Noise that is wide for its largest value is told by its ends, and a policy cannot have it.
  @Test(arguments: [(4, 2.0, 2, true), (6, 4.5, 4, true), (7, 6.1, 4, true), (5, 9.9, 3, false)])
  func theEndsOfTheNoiseTellLittle(
    noise: Int, variance: Double, lowest: Int, isAllowed: Bool
  ) throws {
    var parameters = CellKeyParameters(maximumNoise: noise, variance: variance, lowest: lowest)
    parameters.maximumBreakdowns = isAllowed ? parameters.mostBreakdowns : 16
    #expect((parameters.breakdownFault == nil) == isAllowed)
    let targets = 1_200
    let share = try Self.foundByLikelihood(parameters, targets: targets)
    let bound = AveragingBound.guessedRight(
      AveragingBound(parameters).leastStandardError(breakdowns: parameters.maximumBreakdowns))
    // Three standard errors, and what the sentence adds.
    let room = 3 * (0.25 / Double(targets)).squareRoot() + 0.01
    #expect((share < bound + room) == isAllowed, "\(share) \(bound)")
  }
}
