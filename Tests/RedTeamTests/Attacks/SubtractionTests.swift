import CohortModel
import DisclosureControl
import Tables
import Testing

/// One table less another with the same axes. Tables asked one after another are not protected
/// together without a ledger (`docs/method.md` says so): this measures how far subtraction gets, and
/// holds that whatever it claims is true.
@Suite struct SubtractionTests {
  struct Attack: CustomTestStringConvertible, Sendable {
    var name: String
    var whole: String
    var part: String
    /// How many of the last persons were not yet in the release that the part is from.
    var newcomers = 0
    /// Under exact values it succeeds in the short form as well.
    var isSure = true
    var testDescription: String { name }
  }

  static let attacks = [
    Attack(
      name: "filter", whole: "p rows area columns age", part: "p rows area columns age where sex=M"),
    Attack(
      name: "stage", whole: "p rows area columns age", part: "p rows area columns age stage helped",
      isSure: false),
    Attack(
      name: "period", whole: "p rows area columns age period 2020..2021",
      part: "p rows area columns age period 2020-01..2021-11",
      isSure: false),
    Attack(
      name: "link level", whole: "p rows area columns age link medium",
      part: "p rows area columns age link low"),
    Attack(
      name: "release", whole: "p rows area columns age", part: "p rows area columns age",
      newcomers: 12),
  ]

  static func source(
    _ number: Int, _ profile: DisclosureProfile, without newcomers: Int
  ) -> InventedPersons {
    var random = RepeatableRandom(UInt64(number) + 500)
    let persons = (0..<500).map { _ -> InventedPersons.Person in
      var person = InventedPersons.Person([
        "area": ["A", "A", "A", "B", "B", "C", "D"].randomElement(using: &random)!,
        "age": ["under 20", "20-24", "25-39", "25-39", "40+"].randomElement(using: &random)!,
        "sex": random.once(in: 12) ? "F" : "M",
      ])
      person.day = random.number(0...730)
      person.isHelped = !random.once(in: 10)
      person.continues = random.once(in: 20)
      return person
    }
    return InventedPersons(
      OneAfterAnotherTests.traits, Array(persons.dropLast(newcomers)),
      policy: DisclosurePolicy(profile: profile), release: "release \(newcomers)")
  }

  /// Publishes what there is, for the attacks to be judged by.
  static let truth = DisclosureProfile(
    name: "truth", minimumFrequency: 1, roundingBase: 1, zeros: .published)

  @Test(arguments: attacks, ["10-5", "srs-10"])
  func subtraction(attack: Attack, profile: String) throws {
    let named = try #require(DisclosureProfile.named(profile))
    var (asked, exact, narrowed) = (0, 0, 0)
    for number in 0..<SuiteLength.cases(3, long: 20) {
      func cells(_ profile: DisclosureProfile, _ text: String, _ newcomers: Int) throws
        -> ShownCells
      {
        try Inquiry(Self.source(number, profile, without: newcomers)).ask(text).shown
      }
      let (whole, part) = (
        try cells(named, attack.whole, 0), try cells(named, attack.part, attack.newcomers)
      )
      let (all, some) = (
        try cells(Self.truth, attack.whole, 0), try cells(Self.truth, attack.part, attack.newcomers)
      )
      for cell in whole.cells.indices {
        guard case .count(let first) = all.cells[cell].value,
          case .count(let second) = some.cells[cell].value, (1...9).contains(first - second)
        else { continue }
        asked += 1
        guard case .count = whole.cells[cell].value, case .count = part.cells[cell].value else {
          continue
        }
        let (one, other) = (
          whole.interval(whole.cells[cell].value), part.interval(part.cells[cell].value)
        )
        let least = one.lower - (other.upper ?? .max)
        let most = (one.upper ?? .max) - other.lower
        #expect((least...most).contains(first - second))
        if least == most { exact += 1 }
        if least > 1 || most < 9 { narrowed += 1 }
      }
    }
    print(
      "subtraction, \(attack.name), \(profile): of \(asked) differences of 1 to 9 \(exact) exactly,"
        + " \(narrowed) below 1 to 9")
    #expect(asked > 10)
    // Exact values subtract exactly: who needs more than one table needs them protected together.
    if profile == "srs-10" { #expect(exact > 0 || !attack.isSure) } else { #expect(exact == 0) }
  }
}
