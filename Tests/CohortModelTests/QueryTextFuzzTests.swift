import Testing

@testable import CohortModel

@Suite struct QueryTextFuzzTests {
  /// Broken texts are refused at a place within the text, or read back to themselves.
  @Test func brokenTextsAreRefusedAtAPlace() {
    for seed in 0..<1_500 {
      var random = RandomQuery(seed: UInt64(seed))
      var letters = Array(random.anyNames().text)
      for _ in 0..<Int.random(in: 1...3, using: &random.random) {
        let place = Int.random(in: 0..<letters.count, using: &random.random)
        switch Int.random(in: 0..<3, using: &random.random) {
        case 0: letters.remove(at: place)
        case 1:
          letters.insert(
            contentsOf: "=,;:\" ".randomElement(using: &random.random).map { [$0] }!, at: place)
        default: letters.removeSubrange(place...)
        }
        if letters.isEmpty { letters = ["p"] }
      }
      let text = String(letters)
      do throws(QueryProblem) {
        let query = try CohortQuery(text: text)
        #expect((try? CohortQuery(text: query.text)) == query, "\(text)")
      } catch {
        #expect((0...text.count).contains(error.offset ?? -1), "\(text)")
      }
      for place in [0, text.count / 2, text.count, text.count + 5] {
        _ = CohortQuery.completions(for: text, at: place, in: ExamplePackage.package)
      }
    }
  }

  /// Every word of a query that is answered is offered where it stands.
  @Test func completionsOfferWhatIsWritten() throws {
    for seed in 0..<150 {
      var random = RandomQuery(seed: UInt64(seed))
      let query = random.ofExamplePackage()
      let today = CalendarDay("2026-11-21")!
      guard
        let plan = try? TablePlan(query, package: ExamplePackage.package, today: today),
        plan.query.recodes.isEmpty
      else { continue }
      let text = plan.query.text
      for token in try QueryToken.tokens(of: text) where token.kind != .sign {
        guard Int(token.text) == nil, !token.text.contains(".."), !token.text.hasPrefix("not ")
        else { continue }
        let offered = CohortQuery.completions(
          for: text, at: token.offset, in: ExamplePackage.package)
        #expect(offered.contains(token.text), "\(text) at \(token.offset)")
      }
    }
  }

  @Test func longTextsAreRefused() {
    let text = "p rows " + String(repeating: "x ", count: 6_000)
    #expect(throws: QueryProblem.self) { try CohortQuery(text: text) }
  }

  /// Every example of the page is a query of its worked example.
  @Test func theExamplesOfThePageAreQueries() throws {
    let package = try #require(TemporaryPackage(Documentation.example()).read().package)
    let page = try Documentation.text("query.md")
    var examples = page.matches(of: /(?m)^\| `[^|]*\|[^|]*\| `([^`|]+)` \|$/).map {
      "leavers " + String($0.1)
    }
    examples += page.matches(of: /(?m)^(leavers [^\n]+)$/).map { String($0.1) }
    #expect(examples.count == 14)
    for text in examples {
      #expect(throws: Never.self, "\(text)") {
        try CohortQuery(text: text, package: package, today: TemporaryPackage.today)
      }
    }
  }

  @Test func theGrammarNamesEveryClause() throws {
    let page = try Documentation.text("query.md")
    for clause in QueryClause.allCases { #expect(page.contains("`\(clause.rawValue)`")) }
  }
}
