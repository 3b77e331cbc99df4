import Foundation
import Testing

/// One test for each rule that the program enforces, named after it as `docs/governance.md` names it.
/// Each exercises the rule from outside: a package in a folder, and the command.
struct GovernanceTests {
  let package: GovernedPackage

  init() throws { package = try GovernedPackage.shared.get() }

  /// What `bold check` says of the package with changes.
  func check(
    _ changes: [(file: String, old: String, new: String)]
  ) throws -> BoldCommand.Outcome {
    let package = try GovernedPackage(changes)
    return try withExtendedLifetime(package) { try BoldCommand.run("check", package.path) }
  }

  /// Values of the table that answers a query, by the codes of their place.
  func values(
    _ table: [String: Any], _ name: String = "count"
  ) throws -> [String: String] {
    let cells = try #require(table["cells"] as? [[String: Any]])
    var values: [String: String] = [:]
    for cell in cells {
      let codes = try #require(cell["codes"] as? [String])
      values[codes.joined(separator: " ")] = cell[name].map { "\($0)" }
    }
    return values
  }
}

// Purposes, agreements and what the data may be used for.
extension GovernanceTests {
  @Test func G01_purpose_limitation() throws {
    let agreement = try package.run("query", "children measure share offence12")
    #expect(agreement.status == 1)
    #expect(agreement.errors.contains("Agreement A-COURTS on “Offences” does not allow the pilot"))
    let project = try package.run(
      "query", "children rows sex", user: "asmith", project: "P-SOME")
    #expect(project.status == 1)
    #expect(project.errors.contains("Project P-SOME was not approved for the pilot"))
    let dataset = try package.run(
      "query", "leavers measure share offence12", user: "asmith", project: "P-SOME")
    #expect(dataset.errors.contains("Agreement A-COURTS on “Offences” is not among those of"))
    let table = try package.table("leavers rows sex")
    let provenance = try #require(table["provenance"] as? [String: Any])
    let used = try #require(provenance["project"] as? [String: Any])
    #expect(used["purpose"] as? String == "Research on leaving prison")
  }

  @Test func G02_agreement_per_dataset() throws {
    for (old, new) in [
      ("\"agreement\": \"A-COURTS\",", "\"agreement\": \"A-NONE\","),
      ("\"agreement\": \"A-COURTS\",", "\"agreement\": \"A-PRISON\","),
    ] {
      let outcome = try check([("datapackage.json", old, new)])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("G02"))
    }
    let expired = try check([("agreements.yaml", "expires: 2090-12-31", "expires: 2021-12-31")])
    #expect(expired.status == 1)
    // What is not agreed is not loaded: the dataset has no file, the field's bytes are not kept.
    let report = try package.folder.text("store/build-report.json")
    #expect(!report.contains("\"resource\" : \"referrals\""))
    #expect(!package.folder.names.contains("package/data/referrals.csv"))
    #expect(report.contains("status"), "a column that nobody agreed to is reported")
    #expect(try package.run("query", "leavers rows status").status == 1)
  }

  @Test func G03_research_only() throws {
    let marking = "For research and statistics on approved projects."
    #expect(try package.run("query", "leavers rows sex").output.contains(marking))
    let comments = try package.run("query --format csv --comments", "leavers rows sex")
    #expect(comments.output.contains("# \(marking)"))
    let provenance = try #require(
      try package.table("leavers rows sex")["provenance"] as? [String: Any])
    #expect((provenance["marking"] as? String)?.hasPrefix(marking) == true)
  }

  @Test func G04_no_decisions_about_a_person() throws {
    // Keys of persons are no variables and are not stored; nothing can be asked about one.
    for query in ["leavers where id=p17", "leavers rows id", "leavers rows people.id"] {
      #expect(try package.run("query", query).status == 1)
    }
    let keyed = try check([
      ("pilots/leavers.yaml", "from: people.origin", "from: people.id")
    ])
    #expect(keyed.status == 1)
    // Four people live in the hills of the south.
    let few = try values(package.table("leavers rows sex where area=S2"))
    #expect(few.values.allSatisfy { $0 == "[c]" || $0 == "0" })
    #expect(few["*"] == "[c]")
  }

  @Test func G05_no_predictive_technology() throws {
    for (name, extra) in [
      ("ogrs3", ""), ("ovp_score", ""), ("rsr", ""), ("decile_score", ""),
      ("tier", ", \"bold\": {\"score\": true}"),
    ] {
      let outcome = try check([
        (
          "datapackage.json", "{\"name\": \"unused\", \"type\": \"boolean\"}",
          "{\"name\": \"\(name)\", \"type\": \"integer\"\(extra)}"
        ), ("data/people.csv", ",unused", ",\(name)"),
      ])
      #expect(outcome.status == 1, "\(name)")
      #expect(outcome.output.contains("risk or prediction score"), "\(name)")
    }
    // No measure predicts, scores or ranks.
    for measure in ["predict offence12", "risk offence12", "score", "rank"] {
      let outcome = try package.run("query", "leavers rows sex measure \(measure)")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("measure"))
    }
  }

  @Test func G06_no_predictive_technology_in_any_pilot() throws {
    for pilot in ["leavers", "children"] {
      let outcome = try check([
        (
          "datapackage.json", "{\"name\": \"origin\", \"type\": \"boolean\"}",
          "{\"name\": \"risk_score\", \"type\": \"boolean\"}"
        ), ("data/people.csv", ",origin", ",risk_score"),
        ("agreements.yaml", "people.sex, ", "people.sex, people.risk_score, "),
        ("pilots/\(pilot).yaml", "from: people.origin", "from: people.risk_score"),
      ])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("G05/G06"))
    }
  }

  @Test func G07_no_new_collection() throws {
    // Nothing that is asked changes the store, or the package that it was made from.
    let before = (
      try GovernedPackage.contents(of: package.store),
      try GovernedPackage.contents(of: package.path)
    )
    _ = try package.run("query", "leavers rows sex columns area", log: true)
    _ = try package.run("export --force --output g07.csv", "leavers rows sex", log: true)
    _ = try package.run("catalogue")
    #expect(try GovernedPackage.contents(of: package.store) == before.0)
    #expect(try GovernedPackage.contents(of: package.path) == before.1)
  }

  @Test func G08_no_new_collection_about_cases() throws {
    // What an analyst writes, the reason of a table, stays with the table and the log.
    let own = try GovernedPackage.built()
    let before = try GovernedPackage.contents(of: own.store)
    let query = "leavers rows need debt columns drink reason \"to see where support is missing\""
    #expect(try own.run("query", query, log: true).status == 0)
    #expect(try GovernedPackage.contents(of: own.store) == before)
    #expect(try own.folder.text("audit.log").contains("to see where support is missing"))
    let commands = try BoldCommand.run("--help").output
    for word in ["annotate", "insert", "record-entry", "edit"] {
      #expect(!commands.contains("  \(word) "))
    }
  }

  @Test func G09_no_sharing_outside() throws {
    let own = try GovernedPackage.built()
    #expect(try own.run("export --output t.csv", "leavers rows sex", log: true).status == 0)
    let sidecar = try own.folder.text("t.csv.json")
    for part in [
      "not to be shared outside government and the justice system", "\"id\": \"demo\"",
      "\"id\": \"P-ALL\"", "\"purpose\": \"Research on leaving prison\"", "\"created\": \"20",
      "\"hash\": \"",
    ] {
      #expect(sidecar.contains(part), "\(part)")
    }
    let line = try own.folder.text("audit.log").split(separator: "\n").last ?? ""
    #expect(line.contains("\"kind\":\"export\"") && line.contains("\"format\":\"csv\""))
    // What could not be written is not left standing as if it had been.
    for output in ["/proc/none/t.csv", "t.csv"] {
      let outcome = try own.run("export --output \(output)", "leavers rows sex", log: true)
      #expect(outcome.status != 0)
      let lines = try own.folder.text("audit.log").split(separator: "\n").suffix(2)
      let outcomes = lines.map { $0.contains("\"outcome\":\"failed\"") }
      #expect(outcomes == [false, true], "\(lines)")
      let hashes = Set(lines.map { $0.firstMatch(of: /"table":"[^"]*"/)?.0 ?? "" })
      #expect(hashes.count == 1 && hashes.first != "", "\(lines)")
      #expect(lines.allSatisfy { $0.contains("\"kind\":\"export\"") })
    }
    // Where the log of real data cannot be written, nothing leaves.
    let real = try GovernedPackage.real.get()
    let outcome = try BoldCommand.run(
      "export", "--store", real.store, "--log", "/proc/none/audit.log", "--output",
      real.folder.path + "/t.csv", "leavers rows sex")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot be written"))
    #expect(!real.folder.names.contains("t.csv"))
  }
}
