import CohortModel
import Testing

/// No cohort before its follow-up: the example's records end with 2021, its outcome takes a year.
@Suite struct FollowUpTests {
  let today = CalendarDay("2026-11-21")!

  private func plan(_ text: String, settling: CalendarSpan? = nil) throws -> TablePlan {
    var package = ExamplePackage.package
    package.resources[0].dateField = "release_date"
    package.pilots[0].outcomes[0].settling = settling
    package.pilots[0].variables.append(
      Variable(
        name: "month", label: "Month of release", resource: "index", field: "release_date",
        coding: .calendar(.month)))
    return try TablePlan(try CohortQuery(text: text), package: package, today: today)
  }

  /// Per label of an axis the day until which its cells are withheld.
  private func withheld(_ plan: TablePlan, _ axis: String) throws -> [String: String] {
    let axis = try #require(plan.axes.first { $0.name == axis })
    let measure = try #require(plan.axes.last)
    var result: [String: String] = [:]
    for entry in axis.entries {
      for part in measure.entries {
        let nodes = plan.fixedNodes.merging(entry.nodes) { $1 }.merging(part.nodes) { $1 }
        if let day = plan.followUpIncomplete(nodes) { result[entry.code] = day.description }
      }
    }
    return result
  }

  @Test func aYearIsShownWhenAllOfItCanBeComplete() throws {
    let plan = try plan("leavers rows year measure share reoffended")
    #expect(try withheld(plan, "year") == ["2021": "2022-12-31"])
    #expect(
      plan.notes == [
        "“Proven reoffending within 12 months”: index events after 2020-12-31 were not observed for"
          + " long enough and count in neither part of the share."
      ])
  }

  @Test func settlingCountsAsFollowUp() throws {
    let plan = try plan(
      "leavers rows year measure share reoffended", settling: CalendarSpan(6, .months))
    #expect(try withheld(plan, "year") == ["2020": "2022-06-30", "2021": "2023-06-30"])
    #expect(plan.followUp?.lastCompleteDay(outcome: 1) == CalendarDay("2020-06-30"))
  }

  @Test func monthsAreWithheldOneByOne() throws {
    let plan = try plan("leavers rows month measure share reoffended")
    let months = try withheld(plan, "month")
    #expect(months.count == 12 && months["2021-02"] == "2022-02-28" && months["2020-12"] == nil)
  }

  /// Counts are shown: they say themselves how many are incomplete.
  @Test func countsAreNotWithheld() throws {
    let plan = try plan("leavers rows year columns reoffended")
    #expect(try withheld(plan, "year").isEmpty && plan.followUp == nil)
  }

  @Test func aGroupOfYearsIsShownAsAWhole() throws {
    let plan = try plan(
      "leavers rows year recode year: early=2019; late=2020,2021 measure share reoffended")
    #expect(try withheld(plan, "year") == ["late": "2022-12-31"])
  }

  @Test(arguments: [
    "leavers where year=2021 measure share reoffended",
    "leavers rows sex where year=2020,2021 measure share reoffended",
    "leavers period 2021 measure share reoffended",
    "leavers rows sex period 2021-05..2021-09 measure share reoffended young",
  ])
  func whatLiesWhollyBeyondIsRefused(_ text: String) {
    #expect {
      _ = try plan(text)
    } throws: { error in
      let message = (error as? QueryProblem)?.message ?? ""
      return message.contains("Follow-up incomplete until 2022-")
        && message.contains("index events up to 2020-12-31 can")
    }
  }

  /// A period that reaches into what can be complete is shown as far as that; the note says so.
  @Test func aPeriodThatReachesInIsShown() throws {
    let plan = try plan("leavers period 2020..2021 measure share reoffended")
    #expect(plan.notes.first?.contains("after 2020-12-31") == true)
    let whole = try self.plan("leavers period 2019..2020 measure share reoffended")
    #expect(whole.notes.isEmpty)
  }

  @Test func comparedYearsFollowTheRule() throws {
    let plan = try plan("leavers where year=2019 versus year=2021 measure share reoffended")
    #expect(try withheld(plan, "group") == ["versus": "2022-12-31"])
  }
}
