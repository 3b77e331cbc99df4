import Foundation
import Testing

/// `docs/governance.md` names every rule with its sentence, and no test that is not there.
struct GovernanceDocumentTests {
  private let page: String

  init() throws {
    page = try String(contentsOfFile: BoldCommand.root + "/docs/governance.md", encoding: .utf8)
  }

  /// Rule, its sentence and what follows, as they stand on the page.
  private var rules: [(id: String, sentence: String, text: String)] {
    page.matches(of: /(?m)^## (G\d\d) [^\n]+\n\n> ([^\n]+)\n\n((?s:.*?))(?=\n## |\z)/)
      .map { (String($0.1), String($0.2), String($0.3)) }
  }

  @Test func everyRuleIsThereWithATestOrAReason() {
    #expect(rules.map(\.id) == (1...31).map { $0 < 10 ? "G0\($0)" : "G\($0)" })
    for rule in rules {
      #expect(
        rule.text.contains("Test: `\(rule.id)_") || rule.text.contains("Outside the tool:"),
        "\(rule.id)")
    }
  }

  @Test func everyTestThatIsNamedExists() throws {
    let folder = BoldCommand.root + "/Tests"
    var tests: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      tests.formUnion(text.matches(of: /func (G\d\d_\w+)\(/).map { String($0.1) })
    }
    let named = page.matches(of: /`(G\d\d_\w+)`/).map { String($0.1) }
    #expect(Set(named) == tests)
    #expect(named.count == tests.count)
  }

  private static let shared: String? = {
    let folder =
      ProcessInfo.processInfo.environment["BOLD_SHARED"] ?? BoldCommand.root + "/../shared"
    return try? String(
      contentsOfFile: folder + "/domain/governance_rules.csv", encoding: .utf8)
  }()

  @Test(.enabled(if: shared != nil, "the shared list of rules is not here (BOLD_SHARED)"))
  func sentencesAreThoseOfTheSources() throws {
    let list = try #require(GovernanceDocumentTests.shared)
    for rule in rules {
      let line = try #require(
        list.split(whereSeparator: \.isNewline).first { $0.hasPrefix(rule.id + ",") })
      let quoted = "\"" + rule.sentence.replacingOccurrences(of: "\"", with: "\"\"") + "\""
      #expect(line.contains("," + rule.sentence + ",") || line.contains("," + quoted + ","))
    }
  }
}
