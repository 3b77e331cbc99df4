import Foundation
import Testing

/// Table sets on the command line.
struct TableSetTests {
  private static let policy = """
    profile: 10-5
    table_sets:
      - name: annual
        label: Annual release
        queries:
          - leavers rows area columns sex
          - leavers rows area measure share offence12
          - leavers rows sex stage reoffended
    """
  private static let shared = Result { try SmallPackage.built(policy: policy + "\n") }

  private let store: String
  private let folder: TemporaryFolder

  init() throws {
    store = try Self.shared.get().store
    folder = try TemporaryFolder()
  }

  private func bold(_ arguments: String...) throws -> BoldCommand.Outcome {
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    return try BoldCommand.shell(
      "cd '\(folder.path)' && \"$BOLD\" \(words)", environment: ["BOLD_STORE": store])
  }

  @Test func aSetIsItsTablesOneAfterAnother() throws {
    let set = try bold("query", "--set", "annual")
    #expect(set.status == 0)
    let alone = try [
      "leavers rows area columns sex", "leavers rows area measure share offence12",
      "leavers rows sex stage reoffended",
    ].map { try bold("query", $0).output }
    #expect(set.output == alone.joined(separator: "\n"))
    let json = try bold("query", "--set", "annual", "--format", "json")
    let documents = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any]
    #expect(documents?.count == 3)
  }

  @Test func exportsOfASetPassTheirAudit() throws {
    let outcome = try bold("export", "--set", "annual", "--to", "release")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Wrote release/annual-1.csv\n"))
    let audit = try BoldCommand.shell(
      "cd '\(folder.path)/release' && ls && \"$BOLD\" audit *.csv",
      environment: ["BOLD_STORE": store])
    #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
    #expect(
      audit.lines.prefix(6) == [
        "annual-1.csv", "annual-1.csv.json", "annual-2.csv", "annual-2.csv.json", "annual-3.csv",
        "annual-3.csv.json",
      ])
    // Not over what is there, and then nothing at all.
    let again = try bold("export", "--set", "annual", "--to", "release")
    #expect(again.status == 1 && again.errors.contains("release/annual-1.csv"))
    #expect(try bold("export", "--set", "annual", "--to", "release", "--force").status == 0)
  }

  @Test func setsAreNamedAndFaultsSaid() throws {
    let catalogue = try bold("catalogue")
    #expect(catalogue.output.contains("Table set annual: Annual release, 3 tables"))
    let unknown = try bold("query", "--set", "anual")
    #expect(unknown.status == 1 && unknown.errors.contains("Table sets: annual."))
    for arguments in [
      ["query"], ["query", "--set", "annual", "leavers rows sex"],
      ["query", "--set", "annual", "--format", "csv"], ["export", "--set", "annual"],
      ["export", "--set", "annual", "--output", "a.csv"], ["export", "leavers rows sex"],
      ["export", "leavers rows sex", "--to", "release"],
    ] {
      let outcome = try BoldCommand.shell(
        "cd '\(folder.path)' && \"$BOLD\" " + arguments.map { "'\($0)'" }.joined(separator: " "),
        environment: ["BOLD_STORE": store])
      #expect(outcome.status == 2, "\(arguments) \(outcome.errors)")
    }
    #expect(folder.names.isEmpty)
  }
}
