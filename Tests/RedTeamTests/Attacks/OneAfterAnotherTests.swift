import CohortModel
import DisclosureControl
import Tables
import Testing

/// Tables asked one after another, put together. That is not defended without a ledger
/// (`docs/method.md` says so), and these attacks measure how far they get.
@Suite struct OneAfterAnotherTests {
  static let traits = [
    InventedPersons.Trait("area", ["A", "B", "C", "D"]),
    InventedPersons.Trait("age", ["under 20", "20-24", "25-39", "40+"]),
    InventedPersons.Trait("sex", ["F", "M"]),
  ]

  static func source(_ number: Int, _ profile: DisclosureProfile) -> InventedPersons {
    var random = RepeatableRandom(UInt64(number) + 77)
    let persons = (0..<400).map { _ in
      InventedPersons.Person([
        "area": ["A", "A", "A", "B", "B", "C", "D"].randomElement(using: &random)!,
        "age": random.once(in: 25)
          ? "20-24" : ["under 20", "25-39", "25-39", "40+"].randomElement(using: &random)!,
        "sex": random.once(in: 6) ? "F" : "M",
      ])
    }
    return InventedPersons(traits, persons, policy: DisclosurePolicy(profile: profile))
  }

  struct Attack: CustomTestStringConvertible, Sendable {
    var name: String
    var texts: [String]
    var finest: String
    var testDescription: String { name }
  }

  static let attacks = [
    Attack(
      name: "filter", texts: ["p rows area columns age", "p rows area columns age where sex=M"],
      finest: "p rows area columns age pages sex"),
    Attack(
      name: "recode",
      texts: [
        "p rows area columns age recode age: Y=\"under 20\"; M=\"20-24\",\"25-39\",\"40+\"",
        "p rows area columns age recode age: Y=\"under 20\",\"20-24\"; O=\"25-39\",\"40+\"",
      ], finest: "p rows area columns age"),
    Attack(
      name: "geography",
      texts: [
        "p rows age columns sex where area=A,B,C", "p rows age columns sex where area=A,B",
      ], finest: "p rows age columns sex pages area"),
  ]

  @Test(arguments: attacks, ["10-5", "srs-10"])
  func together(attack: Attack, profile: String) throws {
    let named = try #require(DisclosureProfile.named(profile))
    var asked = 0
    var exact = 0
    var narrowed = 0
    for number in 0..<SuiteLength.cases(2, long: 20) {
      let source = Self.source(number, named)
      let inquiry = Inquiry(source)
      let plan = try inquiry.plan(attack.finest)
      let shown = try attack.texts.map { try inquiry.ask($0).shown }
      let knowledge = Knowledge(shown, about: plan)
      for (nodes, count) in Count.cells(of: source, plan) where (1...9).contains(count) {
        let width = try #require(knowledge.width(knowledge.atoms(nodes: nodes)))
        // Whatever is found is true: an attacker who errs measures nothing.
        #expect(width.lower <= count && (width.upper.map { $0 >= count } ?? true))
        asked += 1
        if width.lower == width.upper { exact += 1 }
        if width.lower > 1 || width.upper.map({ $0 < 9 }) ?? false { narrowed += 1 }
      }
    }
    print(
      "one after another, \(attack.name), \(profile): of \(asked) small cells \(exact) exactly,"
        + " \(narrowed) below 1 to 9")
    #expect(asked > 5)
  }
}
