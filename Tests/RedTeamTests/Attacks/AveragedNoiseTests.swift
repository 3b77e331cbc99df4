import CohortModel
import DisclosureControl
import Tables
import Testing

/// Averaging over tables under the profile cell-key (Asghar and Kaafar 2020) through a release: one
/// number asked as the sum of two groups, in as many groupings as there may be.
@Suite struct AveragedNoiseTests {
  static let codes = (0..<10).map { "c\($0)" }

  static func source(_ number: Int, breakdowns: Int) throws -> InventedPersons {
    var random = RepeatableRandom(UInt64(number) + 600)
    let persons = (0..<(150 + number)).map { _ in
      InventedPersons.Person(["area": codes.randomElement(using: &random)!])
    }
    var policy = DisclosurePolicy(profile: .cellKey)
    policy.profile.cellKey?.maximumBreakdowns = breakdowns
    return InventedPersons(
      [InventedPersons.Trait("area", codes)], persons, policy: policy,
      secret: [UInt8](repeating: UInt8(number + 1), count: 32))
  }

  /// The estimate of the number of everyone, and how many groupings were answered.
  static func estimate(
    _ source: InventedPersons, groupings: Int
  ) throws -> (value: Double, answered: Int) {
    let inquiry = Inquiry(source)
    var sum = 0.0
    var answered = 0
    var sums = 0
    // The first code always stands in the first group: each grouping once.
    for pattern in 1...groupings {
      let second = (0..<9).filter { pattern >> $0 & 1 == 1 }.map { codes[$0 + 1] }
      let first = codes.filter { !second.contains($0) }
      let text =
        "p rows area recode area: one=" + first.joined(separator: ",")
        + "; two=" + second.joined(separator: ",")
      do {
        let table = try inquiry.ask(text).table
        answered += 1
        guard case .count(let one)? = table.value(["one"]),
          case .count(let two)? = table.value(["two"])
        else { continue }
        sum += Double(one + two)
        sums += 1
      } catch is ServiceError {
        break
      }
    }
    return (sum / Double(max(1, sums)), answered)
  }

  /// What the cap leaves: guesses, right four times in five as the certificate says, and no more
  /// tables once it is reached. Without it the number is had nearly always.
  @Test func capOnBreakdowns() throws {
    var right = [16: 0, 1_000: 0]
    let tries = SuiteLength.cases(1, long: 20)
    for number in 0..<tries {
      for cap in [16, 1_000] {
        let source = try Self.source(number, breakdowns: cap)
        let (value, answered) = try Self.estimate(
          source, groupings: SuiteLength.cases(60, long: 300))
        #expect(cap == 16 ? answered <= 16 : answered == SuiteLength.cases(60, long: 300))
        if Int(value.rounded()) == source.persons.count { right[cap, default: 0] += 1 }
      }
    }
    print(
      "averaged noise: of \(tries) numbers \(right[16]!) guessed right with the cap of 16,"
        + " \(right[1_000]!) without")
    #expect(right[1_000]! * 10 >= tries * 9)
    #expect(!SuiteLength.isLong || right[16]! < right[1_000]!)
  }

  /// The same question in other words is the same number again, and costs nothing of the allowance
  /// where it is the same query (Gadotti et al. 2019).
  @Test func clonedQueriesAverageNothing() throws {
    let inquiry = Inquiry(try Self.source(3, breakdowns: 16))
    var values: Set<CellValue> = []
    for text in [
      "p rows area where area=c1,c2", "p rows area recode area: both=c1,c2",
      "p columns area where area=c2,c1", "p rows area recode area: \"other name\"=c2,c1",
    ] {
      for _ in 0..<3 {
        let table = try inquiry.ask(text).table
        let value =
          table.value(["both"]) ?? table.value(["other name"]) ?? table.value(["*"])
        values.insert(try #require(value))
      }
    }
    #expect(values.count == 1)
  }
}
