import Foundation
import Testing

// What enters a store, and how.
extension GovernanceTests {
  @Test(arguments: [
    "forename", "surname", "initials", "date_of_birth", "dob", "address", "postcode",
    "nhs_number", "ni_number", "pnc_id", "prison_number", "urn", "case_number", "phone", "e_mail",
  ])
  func G10_identifiers_kept_apart(_ name: String) throws {
    let outcome = try check([
      (
        "datapackage.json", "{\"name\": \"unused\", \"type\": \"boolean\"}",
        "{\"name\": \"\(name)\", \"type\": \"string\"}"
      ), ("data/people.csv", ",unused", ",\(name)"),
    ])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("G10"))
    let undeclared = try check([("data/people.csv", ",unused", ",unused,\(name)")])
    #expect(undeclared.status == 1 || undeclared.output.contains(name))
  }

  @Test func G11_deidentified_only() throws {
    let changes: [(file: String, old: String, new: String)] = ["people", "releases", "offences"]
      .map { ("data/\($0).csv", "\np", "\nCANARY-KEY-") }
    let own = try GovernedPackage.built(changes)
    #expect(try own.run("query", "leavers rows sex").status == 0)
    let contents = try GovernedPackage.contents(of: own.store)
    let canary = Data("CANARY-KEY".utf8)
    #expect(contents.values.allSatisfy { $0.range(of: canary) == nil })
    // The key that replaces it means nothing elsewhere: another store has other ones.
    let again = try GovernedPackage.built(changes)
    let records = try [own, again].map { package in
      try GovernedPackage.contents(of: package.store).filter { $0.key.hasPrefix("table-") }
    }
    #expect(records[0].keys == records[1].keys)
    #expect(records[0] != records[1])
  }

  @Test func G12_control_cannot_be_switched_off() throws {
    for policy in [
      "profile: none\n", "profile: 10-5\nminimum_frequency: 5\n", "profile: off\n",
      "profile: published-5\nminimum_frequency: 1\n",
    ] {
      let outcome = try check([("policy.yaml", "profile: 10-5\n", policy)])
      #expect(outcome.status == 1, "\(policy)")
      #expect(outcome.output.contains("G12"), "\(policy)")
    }
    for (file, old, new) in [
      ("register.yaml", "minimum_frequency: 40", "minimum_frequency: 3"),
      ("pilots/visits.yaml", "title: Visits", "title: Visits\nminimum_frequency: 3"),
    ] {
      #expect(try check([(file, old, new)]).output.contains("never lower it"), "\(file)")
    }
    // Minima of agreement, pilot and project: the highest holds.
    func minimum(_ query: String, _ user: String? = nil, _ project: String? = nil) throws -> Int? {
      let table = try package.table(query, user: user, project: project)
      return (table["disclosure_control"] as? [String: Any])?["minimum_frequency"] as? Int
    }
    #expect(
      try minimum("leavers rows sex") == 13, "an agreement's 11, made sound for rounding to 5")
    #expect(try minimum("children rows sex") == 20)
    #expect(try minimum("leavers rows sex", "asmith", "P-SOME") == 40)
  }

  @Test func G13_published_list_of_datasets() throws {
    let catalogue = try package.run("catalogue").output
    for line in [
      "  people  People", "    Owner: Prisons", "    Agreement: A-PEOPLE",
      "    Refreshed: 2023-12-31", "    Coverage: People without a number are not in it.",
      "Period: 2020-01-01 to 2023-12-31",
    ] {
      #expect(catalogue.contains(line + "\n"), "\(line)")
    }
    let provenance = try #require(
      try package.table("leavers rows sex")["provenance"] as? [String: Any])
    let datasets = try #require(provenance["datasets"] as? [[String: Any]])
    #expect(datasets.compactMap { $0["title"] as? String } == ["People", "Releases"])
    #expect(datasets[0]["owner"] as? String == "Prisons")
    #expect(datasets[0]["agreement"] as? String == "A-PEOPLE")
    #expect(datasets[0]["refreshed"] as? String == "2023-12-31")
    #expect(
      try package.run("query", "leavers rows sex").output
        .contains("  People: Prisons, agreement A-PEOPLE, refreshed 2023-12-31\n"))
  }

  @Test func G14_only_relevant_data() throws {
    let own = try GovernedPackage([("data/people.csv", ",unused", ",unused,more")])
    let outcome = try BoldCommand.run("build", own.path, "--store", own.store)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("columns not declared, dropped: status, more"))
    #expect(outcome.output.contains("columns that no pilot uses, dropped: agrees, unused"))
    let manifest = try own.folder.text("store/manifest.json")
    let tables = try #require(
      (JSONSerialization.jsonObject(with: Data(manifest.utf8)) as? [String: Any])?["tables"])
    let stored = String(describing: tables)
    #expect(stored.contains("debt") && !stored.contains("unused"))
  }

  @Test func G27_consent_is_honoured() throws {
    // Twelve people do not agree; their records of that dataset are dropped and counted.
    let report = try package.folder.text("store/build-report.json")
    #expect(report.contains("\"withoutConsent\" : 12"))
    let table = try values(package.table("leavers rows sex"))
    #expect(Int(table["NK"] ?? "").map { (10...15).contains($0) } == true || table["NK"] == "[c]")
  }

  @Test func G31_hashed_drop_folder() throws {
    let outcome = try BoldCommand.run(
      "build", package.path, "--store", package.folder.path + "/g31")
    #expect(outcome.status == 0)
    for name in ["data/people.csv", "datapackage.json", "agreements.yaml", "register.yaml"] {
      let line = outcome.lines.first { $0.contains("  \(name), ") }
      let sum = try BoldCommand.shell("sha256sum '\(package.path)/\(name)'").output.prefix(64)
      #expect(line?.contains(sum) == true, "\(name)")
    }
    #expect(outcome.output.contains("columns not declared, dropped: status"))
    // A file that is not the approved one is not read; without sums real records are not read at all.
    let own = try GovernedPackage(GovernedPackage.realChanges)
    func build() throws -> BoldCommand.Outcome {
      try BoldCommand.run("build", own.path, "--store", own.store)
    }
    #expect(try build().status == 0)
    try own.folder.write(
      own.folder.text("package/data/people.csv") + "p901,F,N1,true,true,true,true,true,true,true\n",
      to: "package/data/people.csv")
    for _ in 0..<2 {
      let refused = try build()
      #expect(refused.status == 1)
      #expect(refused.errors.contains("G31"))
      try? FileManager.default.removeItem(atPath: own.path + "/SHA256SUMS")
    }
  }
}
