import CohortModel
import Foundation
import Testing

@testable import DisclosureControl

/// Averaging attacks with everything known but records and secret: the share of counts that they
/// recover, beside the bound that certificates state.
@Suite struct AveragingTests {
  struct Outcome {
    var large = 0.0
    var small = 0.0
    /// Small counts of which D leaves one value.
    var certain = 0.0
  }

  /// A count of 150 or so, and a small one hidden within it that is the difference to the rest. Each
  /// query splits both in two by a new grouping of the codes of some other variable, and so gives one
  /// more sum of two cells.
  static func attack(queries: Int, targets: Int, seed: UInt64) throws -> Outcome {
    let protection = try CellKeyProtection(
      .standard, minimum: 10, secret: Array("a secret of the tests".utf8))
    var random = SeededRandom(seed)
    var outcome = Outcome()
    let noise = CellKeyParameters.standard.maximumNoise
    for _ in 0..<targets {
      let small = Int.random(in: 1...9, using: &random)
      let persons = 150 + small
      let keys = (0..<persons).map { _ in random.next() }
      func published(_ members: some Sequence<Int>) -> Int {
        var count = 0
        var key: UInt64 = 0
        for member in members {
          count += 1
          key &+= keys[member]
        }
        return count + protection.noise(count: count, key: key)
      }
      // The whole, and the whole without the small cell.
      var sums = [0.0, 0.0]
      var weights = [0.0, 0.0]
      var low = [0, 0]
      var high = [Int.max, Int.max]
      for (place, first) in [0, small].enumerated() {
        let own = published(first..<persons)
        sums[place] = Double(own)
        weights[place] = 1
        (low[place], high[place]) = (own - noise, own + noise)
      }
      for _ in 0..<queries {
        let side = (0..<persons).map { _ in Bool.random(using: &random) }
        for (place, first) in [0, small].enumerated() {
          let members = first..<persons
          let sum =
            published(members.lazy.filter { side[$0] })
            + published(members.lazy.filter { !side[$0] })
          // Of two noises: half the weight.
          sums[place] += Double(sum) / 2
          weights[place] += 0.5
          low[place] = max(low[place], sum - 2 * noise)
          high[place] = min(high[place], sum + 2 * noise)
        }
      }
      let estimates = [sums[0] / weights[0], sums[1] / weights[1]]
      if Int(estimates[0].rounded()) == persons { outcome.large += 1 }
      if Int((estimates[0] - estimates[1]).rounded()) == small { outcome.small += 1 }
      #expect(low[0] <= persons && persons <= high[0])
      // What is possible for the small count: whole and rest within their intervals, and less than 10.
      let possible = (1...9).filter { low[0] - high[1] <= $0 && $0 <= high[0] - low[1] }
      if possible.count == 1 { outcome.certain += 1 }
    }
    outcome.large /= Double(targets)
    outcome.small /= Double(targets)
    outcome.certain /= Double(targets)
    return outcome
  }

  /// The published value with m sums of two cells: precision 1 / V + m / (2 V).
  static func predicted(queries: Int, counts: Double) -> Double {
    AveragingBound.guessedRight((3 * counts / (1 + Double(queries) / 2)).squareRoot())
  }

  @Test(arguments: [0, 5, 40])
  func recoveryIsWhatTheBoundSays(queries: Int) throws {
    let measured = try Self.attack(queries: queries, targets: 200, seed: UInt64(queries) + 1)
    if ProcessInfo.processInfo.environment["BOLD_MEASURE"] != nil {
      print("averaging: \(queries) queries: \(measured)")
    }
    // Four standard errors of a share of 200, and a little for a noise that is not normal.
    #expect(abs(measured.large - Self.predicted(queries: queries, counts: 1)) < 0.17)
    #expect(abs(measured.small - Self.predicted(queries: queries, counts: 2)) < 0.17)
    // Within the caps a small count may be guessed, and is hardly ever certain.
    #expect(measured.certain < 0.05)
  }

  /// Many more targets and queries, to measure: with BOLD_MEASURE set.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["BOLD_MEASURE"] != nil))
  func measurement() throws {
    for queries in [0, 1, 5, 10, 20, 40, 100, 299] {
      let measured = try Self.attack(queries: queries, targets: 400, seed: 77)
      print(
        "averaging \(queries): whole \(measured.large) (\(Self.predicted(queries: queries, counts: 1))),"
          + " small \(measured.small) (\(Self.predicted(queries: queries, counts: 2))),"
          + " certain \(measured.certain)")
    }
  }

  @Test func theBoundFollowsItsFormula() {
    let bound = AveragingBound(.standard)
    #expect(abs(bound.standardError(sums: 40, cells: 2) - (6.0 / 40).squareRoot()) < 1e-12)
    #expect(abs(bound.leastStandardError(queries: 0, crossed: 1) - 3.0.squareRoot()) < 1e-12)
    // Two further variables: two sums of two cells and one of four from each query.
    let each = 0.5 + 0.5 + 0.25
    #expect(
      abs(bound.leastStandardError(queries: 40, crossed: 1) - (3 / (1 + 40 * each)).squareRoot())
        < 1e-12)
    #expect(bound.leastStandardError(queries: 40, crossed: 3) == 3.0.squareRoot())
    #expect(abs(AveragingBound.guessedRight(0.5) - 0.6827) < 1e-4)
    #expect(bound.sentence.contains("0.39") && bound.sentence.contains("80 times in 100"))
  }
}
