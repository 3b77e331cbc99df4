import CohortModel
import Foundation
import Testing

// What is said, and how.
extension GovernanceTests {
  @Test func G15_non_stigmatising_wording() throws {
    for text in ["Addicts in the area", "Frequent flyers", "Ex-offenders", "The homeless"] {
      let outcome = try check([("pilots/leavers.yaml", "Who needs support?", text)])
      #expect(outcome.output.contains("G15"), "\(text)")
    }
    // A crossing of three adverse variables takes a stated reason, wherever they stand.
    let reason = " reason \"to see where support is missing\""
    for query in [
      "leavers rows need debt columns drink", "leavers rows need pages debt where drink=true",
      "leavers rows need columns debt where drink=true",
    ] {
      let refused = try package.run("query", query)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("Say what for"))
      #expect(try package.run("query", query + reason).status == 0)
    }
    #expect(try package.run("query", "leavers rows need debt reason \"why not\"").status == 1)
    // The reason changes no cell; it stands on the table and in the log.
    let plain = try package.table("leavers rows need columns debt")
    let stated = try package.table("leavers rows need columns debt" + reason)
    #expect(try values(plain) == values(stated))
    func hash(_ table: [String: Any]) -> String? {
      (table["disclosure_control"] as? [String: Any])?["hash"] as? String
    }
    #expect(hash(plain) != nil && hash(plain) == hash(stated))
    let own = try GovernedPackage.built()
    let outcome = try own.run("query", "leavers rows need debt columns drink" + reason, log: true)
    #expect(outcome.output.contains("Stated reason: to see where support is missing"))
    let line = try own.folder.text("audit.log").split(separator: "\n").last ?? ""
    #expect(line.contains("\"reason\":\"to see where support is missing\""))
    #expect(line.contains("\"query\":\"leavers rows need debt columns drink link medium\""))
  }

  @Test func G16_no_blaming_of_victims() throws {
    for text in ["Victim withdrew", "Complainants who disengaged"] {
      let outcome = try check([("pilots/leavers.yaml", "label: Referral,", "label: \(text),")])
      #expect(outcome.output.contains("G16"), "\(text)")
    }
  }

  @Test func G17_success_must_be_defined() throws {
    let bare = try check([("pilots/leavers.yaml", "      censoring: ", "      note: ")])
    #expect(bare.status == 1)
    #expect(bare.output.contains("G17"))
    let table = try package.run("query", "leavers rows sex measure share offence12").output
    for part in [
      "Definition: ", "  Numerator: Those with a proven offence",
      "  Denominator: Everyone observed for 12 months", "  Window: 12 months from release",
      "  Censoring: Left out where follow-up is incomplete", "  Source: Courts",
      "  Limits: A minimum",
    ] {
      #expect(table.contains(part), "\(part)")
    }
    #expect(
      try package.run("export --force --output g17.csv", "leavers measure share offence12").status
        == 0)
    #expect(try package.folder.text("g17.csv.json").contains("Everyone observed for 12 months"))
  }

  @Test func G18_success_is_more_than_one_thing() throws {
    let named = try check([
      ("pilots/leavers.yaml", "label: Proven offence within 12 months", "label: Success")
    ])
    #expect(named.status == 1)
    #expect(named.output.contains("G18"))
    let folder = try TemporaryFolder()
    let sample = folder.path + "/sample"
    #expect(try BoldCommand.run("sample", "--persons", "300", "--output", sample).status == 0)
    let victims = try #require(PackageReader.read(sample).package?.pilot("victims"))
    #expect(Set(victims.outcomes.map(\.card)).count >= 3)
    #expect(!victims.outcomes.contains { $0.label.lowercased() == "success" })
  }

  @Test func G19_says_what_it_will_and_will_not_do() throws {
    let silent = try check([("pilots/leavers.yaml", "will_not: [Show the record of a person]", "")])
    #expect(silent.output.contains("G19"))
    let export = try package.run("query --format csv --comments", "leavers rows sex").output
      .split(whereSeparator: \.isNewline)
    let head = export.prefix { !$0.contains("People who leave prison: ") }
    #expect(head.contains("# Will: Show protected counts"))
    #expect(head.contains("# Will not: Show the record of a person"))
    #expect(
      try package.run("export --force --output g19.csv", "leavers rows sex").status == 0)
    #expect(try package.folder.text("g19.csv.json").contains("Show the record of a person"))
  }

  @Test func G24_not_everyone_is_in_the_data() throws {
    let table = try package.run("query", "leavers rows sex").output
    #expect(table.contains("Coverage: People who never come to notice cannot appear."))
    #expect(
      try package.table("leavers rows sex")["coverage"] as? String
        == "People who never come to notice cannot appear.")
    let silent = try check([
      ("datapackage.json", "\"coverage\": \"People who never come to notice cannot appear.\"", "")
    ])
    #expect(silent.status == 1)
  }

  @Test func G26_individuals_and_groups() throws {
    // Numbers of people stand beside every share, and a sentence says what they are not.
    let text = try package.run("query", "leavers rows sex measure share offence12").output
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("What holds for a group does not describe a person in it."))
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("Male ") })
    #expect(row.contains("%") && row.contains(" of "))
    let provenance = try #require(
      try package.table("leavers rows sex")["provenance"] as? [String: Any])
    #expect((provenance["note"] as? String)?.contains("does not describe a person") == true)
  }
}
