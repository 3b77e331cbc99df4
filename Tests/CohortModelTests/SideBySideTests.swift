import CohortModel
import Testing

/// Several definitions of an outcome on one table, and what must not be made of them.
@Suite struct SideBySideTests {
  let today = CalendarDay("2026-11-21")!

  private func plan(_ text: String, _ package: DataPackage = ExamplePackage.package) throws
    -> TablePlan
  {
    try TablePlan(try CohortQuery(text: text), package: package, today: today)
  }

  private func problem(_ text: String, _ package: DataPackage = ExamplePackage.package)
    -> QueryProblem?
  {
    do throws(QueryProblem) {
      _ = try CohortQuery(text: text, package: package, today: today)
      return nil
    } catch {
      return error
    }
  }

  @Test func eachOutcomeHasItsDimensionAndItsShare() throws {
    let plan = try plan("leavers rows sex measure share young reoffended")
    #expect(
      plan.dimensions.map(\.source) == [
        .variable("sex"), .outcome("young"), .outcome("reoffended"),
      ])
    let measure = try #require(plan.axes.last)
    #expect(
      measure.entries.map(\.code) == [
        "young.numerator", "young.denominator", "reoffended.numerator", "reoffended.denominator",
      ])
    // Margins of the crossing: each entry fixes its own outcome's node and leaves the other whole.
    #expect(
      measure.entries.map(\.nodes) == [
        [1: 2, 2: 0], [1: 1, 2: 0], [1: 0, 2: 2], [1: 0, 2: 1],
      ])
    #expect(measure.entries[0].label == "Reoffending of young adults")
    #expect(plan.definitions.map(\.name) == ["Young", "Proven reoffending"])
    #expect(
      plan.title == "Reoffending of young adults; Proven reoffending within 12 months by Sex")
    #expect(plan.cellCount == 4 * 5 * 5)
  }

  @Test func theTextFormKeepsTheirOrder() throws {
    let query = try CohortQuery(text: "leavers measure share young reoffended link low")
    #expect(query.measure == .share(["young", "reoffended"]))
    #expect(query.text == "leavers link low measure share young reoffended")
    #expect(try CohortQuery(text: query.text) == query)
    #expect(try plan(query.text).query.measure == query.measure)
  }

  @Test(arguments: [
    "young+reoffended", "young + reoffended", "young+ reoffended", "young +reoffended",
  ])
  func sharesAreNotAddedUp(_ sum: String) {
    let problem = problem("leavers measure share \(sum)")
    #expect(problem?.word == "young+reoffended" && problem?.offset == 22)
    #expect(
      problem?.message
        == "Shares are not added up. “Reoffending of young adults” is of: d;"
        + " “Proven reoffending within 12 months” is of: d. These are bases that must not be added."
        + " Show them side by side: measure share young reoffended.")
  }

  @Test func sharesOfOneBaseAreNotAddedUpEither() {
    var package = ExamplePackage.package
    package.pilots[0].outcomes[1].among = []
    let problem = problem("leavers measure share young+reoffended", package)
    #expect(problem?.message.contains("one person may be counted in several of them") == true)
  }

  @Test(arguments: [
    ("leavers measure share young+nobody", "“nobody” is no outcome"),
    ("leavers measure share young young", "twice"),
    ("leavers rows reoffended measure share young reoffended", "cannot be crossed"),
    ("leavers where reoffended=yes measure share young reoffended", "cannot be crossed"),
    ("leavers measure share young, reoffended", "side by side with spaces"),
    // What belongs to different bases cannot be put together by a recode either.
    ("leavers rows reoffended recode reoffended: either=yes,incomplete", "must not be added"),
    ("leavers rows recalled recode recalled: either=yes,NK", "one code for each person"),
    ("leavers rows needs recode needs: either=drugs,debt", "one code for each person"),
  ])
  func nothingElseAddsThemUp(_ text: String, _ part: String) {
    #expect(
      problem(text)?.message.contains(part) == true, "\(text): \(problem(text)?.message ?? "")")
  }

  /// Two groups stand beside each other, with no total over both.
  @Test func aComparisonHasNoTotal() throws {
    let plan = try plan("leavers where reoffended=yes versus young=yes")
    let groups = try #require(plan.axes.first { $0.name == "group" })
    #expect(groups.entries.map(\.code) == ["where", "versus"])
  }

  @Test func fourAreTheMost() {
    var package = ExamplePackage.package
    let outcome = package.pilots[0].outcomes[0]
    for name in ["three", "four", "five"] {
      var more = outcome
      more.name = name
      package.pilots[0].outcomes.append(more)
    }
    #expect(problem("leavers measure share young reoffended three four", package) == nil)
    #expect(
      problem("leavers measure share young reoffended three four five", package)?.message
        .contains("at most 4") == true)
    #expect(
      problem("leavers rows area:3 age measure share young reoffended three four", package)?
        .message.contains("fewer of them side by side") == true)
    #expect(
      problem(
        "leavers rows sex age where recalled=yes measure share young reoffended three four",
        package)?.message.contains("fewer outcomes") == true)
  }

  @Test func completionsOfferTheOthers() {
    func completions(_ text: String) -> [String] {
      CohortQuery.completions(for: text, at: text.count, in: ExamplePackage.package)
    }
    #expect(completions("leavers measure share ") == ["reoffended", "young"])
    #expect(completions("leavers measure share young ").first == "reoffended")
    #expect(!completions("leavers measure share young ").contains("young"))
    #expect(completions("leavers measure share young reoffended ").contains("rows"))
  }

  @Test func anAdverseOutcomeNamesThePositiveOneBesideIt() throws {
    var package = ExamplePackage.package
    package.pilots[0].outcomes[0].polarity = .adverse
    package.pilots[0].outcomes[0].beside = "young"
    let alone = try plan("leavers measure share reoffended", package)
    #expect(alone.notes.first?.contains("measure share reoffended young") == true)
    let both = try plan("leavers measure share reoffended young", package)
    #expect(!both.notes.contains { $0.contains("adverse") })
  }
}
