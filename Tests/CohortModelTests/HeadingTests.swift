import CohortModel
import Testing

@Suite struct HeadingTests {
  private func plan(_ text: String) throws -> TablePlan {
    try TablePlan(
      CohortQuery(text: text), package: ExamplePackage.package, today: CalendarDay("2026-11-21")!)
  }

  @Test(arguments: [
    ("leavers", "Persons"),
    ("leavers rows sex", "Persons by Sex"),
    ("leavers rows sex age columns year", "Persons by Sex, Age at release and Year of release"),
    ("leavers rows sex measure events", "Index events by Sex"),
    ("leavers rows sex measure events recall", "Recall to custody by Sex"),
    ("leavers rows sex where age=25+ versus age=18-20", "Persons by Sex and Group"),
    (
      "leavers measure median released to settled",
      "Median days from \u{201C}Released\u{201D} to \u{201C}Settled at 3 months\u{201D}"
    ),
  ])
  func titles(_ text: String, _ title: String) throws {
    #expect(try plan(text).title == title)
  }

  @Test func conditionsAreSaidInWords() throws {
    let plan = try plan(
      """
      leavers rows area where area=ENG,NW recode area: North=NE,SE had recall within 12 months \
      hadnot housed within 1 day period 2019-06..2020
      """)
    #expect(
      plan.conditionPhrases == [
        "Area: England, North Wales", "Index event: 2019-06-01 to 2020-12-31",
        "Had not: Housed in the day before the index event",
        "Had: Recall to custody in the 12 months before the index event",
        "Area: North is NE, SE",
      ])
  }

  @Test func filtersCountAsDimensions() throws {
    #expect {
      try plan(
        """
        leavers rows sex columns age where area=LON recalled=yes reoffended=no needs=debt \
        tenure=F
        """)
    } throws: { error in
      (error as? QueryProblem)?.message.contains("has 7 dimensions, and the policy allows 6")
        == true
    }
  }
}
