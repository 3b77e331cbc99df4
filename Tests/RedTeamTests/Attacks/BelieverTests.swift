import CohortModel
import DisclosureControl
import Tables
import Testing

/// Somebody who takes it that no `[c]` hides a zero. The method says that one may; this tells how far
/// he gets and how often he is wrong.
@Suite struct BelieverTests {
  struct Score {
    var tables = 0
    /// Tables that his belief contradicts.
    var contradicted = 0
    var small = 0
    var exact = 0
    var fiveOrFewer = 0
    var narrowed = 0
    /// What he takes for exactly known and is not so.
    var wrong = 0
    /// Zeros that he takes for somebody.
    var zeros = 0
  }

  static let traits = [
    InventedPersons.Trait("area", ["A", "B", "C", "D", "E"]),
    InventedPersons.Trait("age", ["18-20", "21-24", "25-39", "40+"]),
    InventedPersons.Trait("sex", ["F", "M"]),
  ]

  static func score(_ profile: String, _ numbers: Range<Int>) throws -> Score {
    var score = Score()
    for number in numbers {
      var random = RepeatableRandom(UInt64(number) + 8_000)
      let persons = (0..<random.number(150...900)).map { _ in
        InventedPersons.Person([
          "area": ["A", "A", "A", "B", "B", "C", "C", "D", "E"].randomElement(using: &random)!,
          "age": ["18-20", "21-24", "25-39", "25-39", "40+"].randomElement(using: &random)!,
          "sex": random.once(in: 6) ? "F" : "M",
        ])
      }
      let source = InventedPersons(
        traits, persons, policy: DisclosurePolicy(profile: try #require(.named(profile))))
      let answer = try Inquiry(source).ask("p rows area columns age pages sex")
      let shown = answer.shown
      var (facts, crossing) = Crossing.facts([shown])
      for cell in shown.cells where cell.value == .confidential {
        facts.add(crossing.atoms(table: 0, nodes: cell.nodes), 1, nil)
      }
      score.tables += 1
      let counts = Dictionary(
        uniqueKeysWithValues: Count.cells(of: source, answer.plan).map { ($0.nodes, $0.count) })
      let programme = IntegerProgramme(facts)
      var isContradicted = false
      for cell in shown.cells where cell.value == .confidential {
        let count = counts[cell.nodes] ?? 0
        if count == 0 { score.zeros += 1 }
        guard (1...9).contains(count) else { continue }
        score.small += 1
        let atoms = crossing.atoms(table: 0, nodes: cell.nodes)
        guard let interval = programme.interval(of: atoms) else {
          isContradicted = true
          continue
        }
        let lower = Int((interval.lower - 1e-6).rounded(.up))
        let upper = interval.upper.map { Int(($0 + 1e-6).rounded(.down)) } ?? .max
        if lower == upper {
          score.exact += 1
          if lower != count { score.wrong += 1 }
        }
        let left = min(9, upper) - max(1, lower) + 1
        if left <= 5 { score.fiveOrFewer += 1 }
        if left < 9 { score.narrowed += 1 }
      }
      if isContradicted { score.contradicted += 1 }
    }
    return score
  }

  @Test(arguments: ["10-5", "srs-10"]) func noHiddenZeros(profile: String) throws {
    let score = try Self.score(profile, 0..<SuiteLength.cases(3, long: 200))
    print(
      "no [c] hides a zero, \(profile): \(score.tables) tables, \(score.contradicted) contradict it;"
        + " of \(score.small) small cells \(score.exact) exactly (\(score.wrong) of them wrongly),"
        + " \(score.fiveOrFewer) to five values or fewer, \(score.narrowed) below 1 to 9;"
        + " \(score.zeros) zeros taken for somebody")
    #expect(score.small > 20)
    // He is wrong, and cannot know where.
    #expect(score.zeros > 0)
  }
}
