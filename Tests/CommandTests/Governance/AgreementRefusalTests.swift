import CohortModel
import Foundation
import Testing

/// A refused query for each way in which a question goes beyond what was agreed. No refusal says
/// anything of the records: over other records it reads the same, at every door.
struct AgreementRefusalTests {
  let package: GovernedPackage
  let other: GovernedPackage

  init() throws {
    package = try GovernedPackage.shared.get()
    other = try GovernedPackage.shifted.get()
  }

  /// Asks by query and by export, of two stores that differ in their records alone.
  ///
  /// - Returns: the one text of all four refusals.
  private func refusal(
    _ query: String, user: String? = nil, project: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    var texts: Set<String> = []
    for store in [package, other] {
      for command in ["query", "export --output table.csv"] {
        let outcome = try store.run(command, query, user: user, project: project)
        #expect(outcome.status == 1, sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        texts.insert(outcome.errors)
      }
      #expect(!store.folder.names.contains("table.csv"), sourceLocation: sourceLocation)
    }
    #expect(texts.count == 1, sourceLocation: sourceLocation)
    return texts.first ?? ""
  }

  /// A session that does not open is refused by every command, in the same words.
  private func refusedSession(
    user: String, project: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let text = try refusal("leavers", user: user, project: project, sourceLocation: sourceLocation)
    for command in ["catalogue", "explore"] {
      let outcome = try package.run(command, user: user, project: project)
      #expect(outcome.status == 1, sourceLocation: sourceLocation)
      #expect(outcome.errors == text, sourceLocation: sourceLocation)
    }
    return text
  }

  private var descriptors: DataPackage {
    get throws { try #require(PackageReader.read(package.path).package) }
  }

  /// A package with such a fault is not built, so the question is put to the planner, by which every
  /// door decides.
  private func refusal(
    _ query: String, of package: DataPackage, on day: String = "2026-11-21"
  ) throws -> String {
    let day = try #require(CalendarDay(day))
    let query = try CohortQuery(text: query)
    let problem = #expect(throws: QueryProblem.self) {
      try TablePlan(query, package: package, today: day)
    }
    return problem?.message ?? ""
  }

  @Test func underNoAgreement() throws {
    let bare = try GovernedPackage(
      GovernedPackage.realChanges + [("datapackage.json", "\"agreement\": \"A-COURTS\",", "")])
    let check = try withExtendedLifetime(bare) { try BoldCommand.run("check", bare.path) }
    #expect(check.status == 1)
    #expect(check.output.contains("“offences” is under no agreement"))
    var package = try descriptors
    package.isSynthetic = false
    for number in package.resources.indices { package.resources[number].agreement = nil }
    #expect(
      try refusal("leavers rows sex", of: package)
        == "“People” is under no agreement, so no table can draw on it.")
  }

  @Test func agreementNotStarted() throws {
    #expect(
      try refusal("visits") == "bold: Agreement A-LATER on “Visits” starts on 2080-01-01 only.\n")
  }

  @Test func agreementExpired() throws {
    let past = try GovernedPackage([
      ("agreements.yaml", "starts: 2020-01-01, expires: 2090-12-31", "expires: 2021-12-31")
    ])
    let check = try withExtendedLifetime(past) { try BoldCommand.run("check", past.path) }
    #expect(check.status == 1)
    #expect(check.output.contains("The agreement expired on 2021-12-31"))
    #expect(
      try refusal("leavers", of: descriptors, on: "2091-01-01")
        == "Agreement A-PRISON on “Releases” expired on 2090-12-31.")
  }

  @Test func pilotNotListedByTheAgreement() throws {
    #expect(
      try refusal("children measure share offence12")
        == "bold: Agreement A-COURTS on “Offences” does not allow the pilot “children”.\n")
  }

  @Test func pilotNotListedByTheProject() throws {
    #expect(
      try refusal("children rows sex", user: "asmith", project: "P-SOME")
        == "bold: Project P-SOME was not approved for the pilot “children”. Its pilots: leavers.\n")
  }

  @Test func fieldNotCovered() throws {
    #expect(
      try refusal("leavers rows origin")
        == "bold: Agreement A-PEOPLE on “People” does not cover the field “people.origin”.\n")
  }

  @Test func datasetNotAgreed() throws {
    #expect(
      try refusal("leavers rows referred")
        == "bold: “Referrals” is not agreed: agreement A-COURTS leaves it open.\n")
    #expect(
      try refusal("leavers had referral within 12 months")
        == "bold: “Referrals” is not agreed: agreement A-COURTS leaves it open.\n")
  }

  @Test func fieldNotAgreed() throws {
    #expect(
      try refusal("leavers where status=true")
        == "bold: “people.status” is not agreed: agreement A-PEOPLE leaves it open.\n")
  }

  @Test func projectWithoutTheAgreement() throws {
    #expect(
      try refusal("leavers measure share offence12", user: "asmith", project: "P-SOME")
        == "bold: Agreement A-COURTS on “Offences” is not among those of project P-SOME.\n")
  }

  @Test func linkLevelThatTheProjectMayNotUse() throws {
    #expect(
      try refusal("leavers link low", user: "asmith", project: "P-SOME")
        == "bold: Project P-SOME may not use the link level low. Write “link medium”.\n")
  }

  @Test func unknownUser() throws {
    #expect(
      try refusedSession(user: "nobody") == "bold: The register has no user “nobody”.\n")
  }

  @Test func userNotOnTheProject() throws {
    let text = "bold: The user “asmith” is not on a project “P-ALL”.\n"
    #expect(try refusedSession(user: "asmith", project: "P-ALL") == text)
    // Whether there is such a project is not told.
    #expect(
      try refusedSession(user: "asmith", project: "P-NONE")
        == text.replacingOccurrences(of: "P-ALL", with: "P-NONE"))
  }

  @Test func accreditationExpired() throws {
    #expect(
      try refusedSession(user: "bjones")
        == "bold: The accreditation of “bjones” expired on 2021-12-31. It has to be renewed, and the"
        + " register with it.\n")
  }

  @Test func projectExpired() throws {
    #expect(
      try refusedSession(user: "cdavies")
        == "bold: The project “P-PAST” expired on 2021-12-31.\n")
  }

  @Test func projectNotStarted() throws {
    #expect(
      try refusedSession(user: "asmith", project: "P-LATER")
        == "bold: The project “P-LATER” starts on 2080-01-01 only.\n")
  }

  @Test func sessionsEndWithTheDayOnWhichTheyMayNotGoOn() throws {
    let package = try descriptors
    let session = try #require(
      try package.session(
        for: SessionRequest(login: "asmith", project: "P-SOME"),
        today: CalendarDay("2026-11-21")!))
    let query = CohortQuery(pilot: "leavers")
    _ = try TablePlan(
      query, package: package, session: session, today: CalendarDay("2090-12-31")!)
    let problem = #expect(throws: QueryProblem.self) {
      try TablePlan(query, package: package, session: session, today: CalendarDay("2091-01-01")!)
    }
    #expect(problem?.message.contains("expired on 2090-12-31") == true)
  }

  /// What is refused here is answered where nothing stands in the way.
  @Test func whatIsAgreedIsAnswered() throws {
    for query in ["leavers rows sex measure share offence12", "leavers rows area:2"] {
      #expect(try package.run("query", query).status == 0)
    }
    #expect(
      try package.run("query", "leavers rows sex", user: "asmith", project: "P-SOME").status == 0)
  }

  @Test func theCatalogueShowsWhatIsNotAgreed() throws {
    let outcome = try package.run("catalogue")
    #expect(outcome.output.contains("Not agreed: the whole dataset; no records are loaded"))
    #expect(outcome.output.contains("Not agreed: people.status"))
    #expect(outcome.output.contains("referred  Referral taken up (latest known, not agreed)"))
    #expect(!outcome.output.contains("C. Davies"), "another user of the register")
  }
}
