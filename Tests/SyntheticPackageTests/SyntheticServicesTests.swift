import CohortModel
import Foundation
import SyntheticPackage
import Testing

/// Households, crimes and Wales in the synthetic package: what belongs together does.
@Suite struct SyntheticServicesTests {
  private static let sections = ["support_needs", "duties", "activities", "placements", "reviews"]

  private func withPackage(_ body: ((String) throws -> CSVTable) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try SyntheticPackage.write(to: folder + "/package", persons: 8_000, seed: 4)
      try body { try CSVTable("\(folder)/package/data/\($0).csv") }
    }
  }

  @Test func householdCasesHavePeopleInside() throws {
    try withPackage { table in
      let applications = try table("applications")
      let cases = Set(applications["case_ref"])
      #expect(cases.count < applications.count)
      for section in Self.sections {
        let references = Set(try table(section)["case_ref"])
        #expect(!references.isEmpty && references.isSubset(of: cases), "\(section)")
      }
      let people = try table("household_people")
      var roles: [String: [String]] = [:]
      for (reference, role) in zip(people["case_ref"], people["role"]) {
        roles[reference, default: []].append(role)
      }
      #expect(Set(roles.keys) == cases)
      #expect(roles.values.allSatisfy { roles in roles.count { $0 == "MAIN" } == 1 })
      #expect(roles.values.contains { $0.contains("PART") && $0.contains("CHILD") })
      // Who is in the household is what the main section says.
      for (reference, household) in zip(applications["case_ref"], applications["household"]) {
        let found = roles[reference] ?? []
        #expect(found.contains("CHILD") == household.hasPrefix("FAM"))
        #expect(found.contains("PART") == ["CPL", "FAM2"].contains(household))
      }
    }
  }

  @Test func dutiesFollowEachOther() throws {
    try withPackage { table in
      let duties = try table("duties")
      var ends: [String: [String: String]] = [:]
      let rows = zip(duties["case_ref"], zip(duties["duty"], duties["end_reason"]))
      for (reference, (duty, end)) in rows { ends[reference, default: [:]][duty] = end }
      #expect(ends.values.allSatisfy { $0["MAIN"] == nil || $0["REL"] == "R2" })
      #expect(
        ends.values.allSatisfy { $0["PREV"] == nil || $0["REL"] == nil || $0["PREV"] == "P2" })
      #expect(ends.values.contains { $0["MAIN"] == "M1" })
      #expect(Set(duties["again"]) == ["true", "false"])
    }
  }

  @Test func repeatHomelessnessClusters() throws {
    try withPackage { table in
      let applications = try table("applications")
      var days: [String: [String]] = [:]
      for (person, day) in zip(applications["housing_id"], applications["assessment_date"]) {
        days[person, default: []].append(day)
      }
      let counts = days.values.map(\.count)
      let second = Double(counts.count { $0 > 1 }) / Double(counts.count)
      let third = Double(counts.count { $0 > 2 }) / Double(counts.count { $0 > 1 })
      // Who came back once comes back oftener than who came for the first time.
      #expect(third > second + 0.05)
    }
  }

  @Test func crimesAreOneInEverySystem() throws {
    try withPackage { table in
      let crimes = try table("crimes")
      let references = crimes["crime_ref"]
      // Several victims of a crime, and several crimes of a victim.
      #expect(Set(references).count < references.count)
      #expect(Set(crimes["police_id"]).count < Set(references).count)
      let outcomes = Dictionary(zip(references, crimes["outcome"])) { first, _ in first }
      let prosecutions = try table("prosecutions")
      var charged: Set<String> = []
      for (reference, decision) in zip(prosecutions["crime_ref"], prosecutions["decision"]) {
        let outcome = try #require(outcomes[reference])
        if outcome == "23" { continue }
        switch decision {
        case "CH":
          charged.insert(reference)
          #expect(["1", "1A"].contains(outcome))
        case "VNS": #expect(outcome == "16")
        case "NFAE": #expect(outcome == "15")
        case "NFAP": #expect(outcome == "9")
        default: #expect(outcome == "0")
        }
      }
      let hearings = Set(try table("court_cases")["crime_ref"])
      #expect(hearings.filter { outcomes[$0] != "23" }.isSubset(of: charged))
      for name in ["support_referrals", "support_contacts", "rights"] {
        let known = Set(try table(name)["crime_ref"])
        #expect(known.isSubset(of: Set(references)), "\(name)")
      }
    }
  }

  @Test func walesHasItsOwnLawAndSystem() throws {
    try withPackage { table in
      let applications = try table("applications")
      let laws = applications["law"]
      for (law, area) in zip(laws, applications["area"]) {
        #expect((law == "HWA14") == area.hasPrefix("W"))
      }
      #expect(laws.contains("HWA14"))
      for (law, (reason, decile)) in zip(
        laws, zip(applications["reason"], applications["imd_decile"]))
      {
        // A known fault: the English index has no Welsh areas, and 0 stands for what is missing.
        #expect((decile == "0") == (law == "HWA14") || decile.isEmpty)
        #expect(law != "HWA14" || !["2", "3"].contains(reason))
        #expect(law != "HRA17" || reason != "14")
      }
      let people = try table("treatment_people")
      let areas = Dictionary(zip(people["treatment_id"], people["area"])) { first, _ in first }
      let journeys = try table("journeys")
      for (id, system) in zip(journeys["treatment_id"], journeys["system"]) {
        guard let area = areas[id], !area.isEmpty else { continue }
        #expect((system == "WNDSM") == area.hasPrefix("W"))
      }
      #expect(journeys["system"].contains("WNDSM"))
    }
  }

  @Test func peopleAreCountedOnOneNightOfEachAutumn() throws {
    try withPackage { table in
      let nights = Set(try table("snapshots")["night"]).compactMap { CalendarDay($0) }
      #expect(nights.count > 1)
      #expect(nights.allSatisfy { $0.civil.month == 11 })
      #expect(Set(nights.map(\.civil.year)).count == nights.count)
    }
  }
}
