import CohortModel
import Foundation
import Testing

/// The margins of the checked-in sample against published figures, within a few points, and the
/// joint structure that the pilots' questions are about.
@Suite struct SyntheticMarginTests {
  private let folder = projectRoot + "/SampleData"

  private func table(_ name: String) throws -> CSVTable {
    try CSVTable("\(folder)/data/\(name).csv")
  }

  /// Person at the middle link level, by dataset and source id.
  private func persons(_ dataset: String) throws -> [String: String] {
    let links = try CSVTable(folder + "/links.csv")
    var persons: [String: String] = [:]
    let ids = zip(links["record_id"], links["medium"])
    for (source, (id, person)) in zip(links["source_dataset"], ids) where source == dataset {
      persons[id] = person
    }
    return persons
  }

  private func share(_ flags: [Bool]) -> Double {
    flags.isEmpty ? .nan : Double(flags.count { $0 }) / Double(flags.count)
  }

  @Test func accommodationAfterRelease() throws {
    let releases = try table("releases")
    let first = releases["first_night"].filter { $0 != "9" }
    #expect(abs(share(first.map { "123".contains($0) }) - 0.857) < 0.025)
    let later = releases["three_months"].filter { $0 != "9" && !$0.isEmpty }
    #expect(abs(share(later.map { $0 == "1" }) - 0.735) < 0.03)
  }

  /// A treatment journey, by the person at the middle link level.
  private struct Journey {
    var start: CalendarDay
    var last: CalendarDay?
    var ending: String
  }

  private func journeys() throws -> [String: [Journey]] {
    let persons = try persons("treatment")
    let table = try table("journeys")
    let columns = ["treatment_id", "start_date", "end_date", "end_reason"].map { table[$0] }
    var journeys: [String: [Journey]] = [:]
    for row in 0..<table.count {
      guard let person = persons[columns[0][row]], let start = CalendarDay(columns[1][row]) else {
        continue
      }
      journeys[person, default: []].append(
        Journey(start: start, last: CalendarDay(columns[2][row]), ending: columns[3][row]))
    }
    return journeys
  }

  /// Each person at the first treatment requirement: its kind, its day, and the first journey that
  /// was open on the day or began within the year after.
  private func sentenced() throws -> [(kind: String, day: CalendarDay, journey: Journey?)] {
    let persons = try persons("probation")
    let journeys = try journeys()
    let table = try table("requirements")
    let columns = ["probation_id", "sentence_date", "requirement"].map { table[$0] }
    var first: [String: (kind: String, day: CalendarDay)] = [:]
    for row in 0..<table.count where ["ATR", "DRR"].contains(columns[2][row]) {
      guard let person = persons[columns[0][row]], let day = CalendarDay(columns[1][row]) else {
        continue
      }
      if let known = first[person], known.day <= day { continue }
      first[person] = (columns[2][row], day)
    }
    return first.map { person, sentence in
      let reached = (journeys[person] ?? []).filter { journey in
        journey.start < sentence.day
          ? journey.last.map { $0 >= sentence.day } ?? true
          : journey.start <= sentence.day.adding(months: 12)
      }
      return (sentence.kind, sentence.day, reached.min { $0.start < $1.start })
    }
  }

  @Test func firstTreatmentJourneys() throws {
    let endings = try sentenced().compactMap { $0.journey?.ending }
    #expect(abs(share(endings.map { $0.isEmpty }) - 0.27) < 0.05)
    #expect(abs(share(endings.map { ["80", "81", "82"].contains($0) }) - 0.35) < 0.05)
    let early = ["83", "84", "85", "86", "87", "88"]
    #expect(abs(share(endings.map { early.contains($0) }) - 0.37) < 0.05)
    #expect(abs(share(endings.map { $0 == "89" }) - 0.014) < 0.01)
  }

  @Test func assessmentsAndDuties() throws {
    let applications = try table("applications")
    var outcomes: [String: String] = [:]
    for (reference, (law, outcome)) in zip(
      applications["case_ref"], zip(applications["law"], applications["outcome"]))
    where law == "HRA17" {
      outcomes[reference] = outcome
    }
    let all = Array(outcomes.values)
    #expect(abs(share(all.map { $0 == "P" }) - 0.409) < 0.025)
    #expect(abs(share(all.map { $0 == "R" }) - 0.498) < 0.025)
  }

  @Test func policeOutcomes() throws {
    let crimes = try table("crimes")
    let outcomes = zip(crimes["offence"], crimes["outcome"]).filter { $0.1 != "0" && $0.1 != "23" }
    func notSupported(_ prefix: String) -> Double {
      share(outcomes.filter { $0.0.hasPrefix(prefix) }.map { ["14", "16"].contains($0.1) })
    }
    #expect(abs(notSupported("") - 0.27) < 0.03)
    #expect(abs(notSupported("1") - 0.45) < 0.03)
    #expect(abs(notSupported("2A") - 0.43) < 0.07)
    #expect(abs(notSupported("2") - 0.34) < 0.05)
    #expect(abs(share(outcomes.map { $0.1.hasPrefix("1A") || $0.1 == "1" }) - 0.07) < 0.015)
    #expect(abs(share(outcomes.map { ["14", "15", "16"].contains($0.1) }) - 0.35) < 0.05)
  }

  @Test func attritionGrowsWithTheTimeWaited() throws {
    let crimes = try table("crimes")
    var quick: [Bool] = []
    var slow: [Bool] = []
    let dates = zip(crimes["recorded_date"], crimes["outcome_date"])
    for (type, ((recorded, decided), outcome)) in zip(
      crimes["offence"], zip(dates, crimes["outcome"])) where type.hasPrefix("1")
    {
      guard let from = CalendarDay(recorded), let to = CalendarDay(decided) else { continue }
      let isNotSupported = ["14", "16"].contains(outcome)
      if to.rawValue - from.rawValue < 60 {
        quick.append(isNotSupported)
      } else if to.rawValue - from.rawValue > 180 {
        slow.append(isNotSupported)
      }
    }
    #expect(share(slow) > share(quick) + 0.1)
  }

  @Test func engagementWithTreatment() throws {
    let members = try sentenced()
    func engaged(_ kind: String) -> Double {
      share(members.filter { $0.kind == kind }.map { $0.journey != nil })
    }
    #expect(abs(engaged("ATR") - 0.459) < 0.04)
    #expect(abs(engaged("DRR") - 0.331) < 0.04)
  }

  @Test func faultsOfTheJusticeRecords() throws {
    // No index of deprivation for Wales: 0 stands where a decile belongs.
    let orders = try table("orders")
    #expect(orders["imd_decile"].contains("0"))
    // One probation area under several names.
    let london = Set(orders["probation_area"].filter { $0.hasPrefix("N57") })
    #expect(london.count > 1)
    // Dummies for ethnicity, and ages that were never true.
    let ethnicity = Set(try table("prison_people")["ethnicity"])
    #expect(ethnicity.isSuperset(of: ["Z_Dummy Ethnicity 04", "Refusal"]))
    let magistrates = try table("magistrates_cases")
    #expect(magistrates["age"].contains { Int($0).map { $0 < 10 } ?? false })
    // One case, one day, one offence, and the defendant under two ids.
    var defendants: [String: Set<String>] = [:]
    for (reference, id) in zip(magistrates["court_case"], magistrates["magistrates_id"]) {
      defendants[reference, default: []].insert(id)
    }
    #expect(defendants.values.contains { $0.count > 1 })
    // Fewer cases once courts had moved to the Common Platform.
    func cases(in year: String) -> Int {
      magistrates["completed"].count { $0.hasPrefix(year) }
    }
    #expect(cases(in: "2023") * 10 < cases(in: "2020") * 7)
    // Family cases end with January 2021, civil claims with January 2022.
    #expect(try table("family_cases")["start_date"].allSatisfy { $0 <= "2021-01-31" })
    #expect(try table("civil_cases")["claim_date"].allSatisfy { $0 <= "2022-01-31" })
  }

  @Test func crownCasesHaveTheirMagistratesCase() throws {
    let magistrates = try table("magistrates_cases")
    let sent = Set(
      zip(magistrates["court_case"], magistrates["outcome"]).filter { $0.1 == "COMMIT" }.map(\.0))
    let journeys = try CSVTable(folder + "/mags_crown_journey.csv")
    let crown = Set(try table("crown_cases")["court_case"])
    #expect(Set(journeys["cc_defendant_on_case_id"]).isSubset(of: crown))
    #expect(journeys.count < crown.count)
    // Some of the records that belong together are on the Common Platform.
    let joined = share(journeys["mc_case_id"].map(sent.contains))
    #expect(joined > 0.7 && joined < 1)
  }

  @Test func childrenAreSeenAroundAParentsCustody() throws {
    let custody = try table("parental_custody")
    #expect(custody["age"].compactMap(Int.init).allSatisfy { (0...17).contains($0) })
    #expect(!custody["known"].contains("N"))
    let children = try persons("families")
    let pupils = Set(try persons("education").values)
    let linked = share(Set(children.values).map(pupils.contains))
    #expect(linked > 0.5 && linked < 0.95)
  }

  @Test func provenReoffending() throws {
    let members = try reoffending()
    #expect(abs(share(members.map(\.reoffended)) - 0.275) < 0.02)
    let short = members.filter { ["1", "2"].contains($0.length) }
    #expect(abs(share(short.map(\.reoffended)) - 0.592) < 0.04)
    let orders = members.filter { ["CUST", "CO", "SSO"].contains($0.disposal) }
    #expect(abs(share(orders.map(\.reoffended)) - 0.352) < 0.03)
    let bands = ["0", "1-2", "3-6", "11+"].map { band in
      share(members.filter { $0.previous == band }.map(\.reoffended))
    }
    #expect(bands == bands.sorted())
    #expect(abs(bands[0] - 0.105) < 0.05 && abs(bands[3] - 0.47) < 0.05)
  }

  private struct Member {
    var disposal: String
    var length: String
    var previous: String
    var reoffended: Bool
  }

  /// Each person at the first index disposal, where 18 months were observed after it.
  private func reoffending() throws -> [Member] {
    let persons = try persons("pnc")
    var offences: [String: [(CalendarDay, CalendarDay)]] = [:]
    let table = try table("offences")
    for (id, (offence, conviction)) in zip(
      table["pnc_id"], zip(table["offence_date"], table["conviction_date"]))
    {
      guard let person = persons[id], let day = CalendarDay(offence),
        let convicted = CalendarDay(conviction)
      else { continue }
      offences[person, default: []].append((day, convicted))
    }
    let disposals = try self.table("disposals")
    let columns = ["pnc_id", "index_date", "disposal", "sentence_length", "previous"].map {
      disposals[$0]
    }
    var first: [String: (day: CalendarDay, member: Member)] = [:]
    for row in 0..<disposals.count {
      guard let person = persons[columns[0][row]], let day = CalendarDay(columns[1][row]) else {
        continue
      }
      if let known = first[person], known.day <= day { continue }
      let reoffended = (offences[person] ?? []).contains { offence, conviction in
        offence >= day && offence <= day.adding(months: 12)
          && conviction <= day.adding(months: 18)
      }
      first[person] = (
        day,
        Member(
          disposal: columns[2][row], length: columns[3][row], previous: columns[4][row],
          reoffended: reoffended)
      )
    }
    let last = CalendarDay(year: 2024, month: 6, day: 30)!
    return first.values.filter { $0.day.adding(months: 18) <= last }.map(\.member)
  }
}
