import CohortModel
import Testing

private let today = CalendarDay("2026-11-21")!

private func plan(_ query: CohortQuery) throws -> TablePlan {
  try TablePlan(query, package: ExamplePackage.package, today: today)
}

private func problem(_ query: CohortQuery, _ package: DataPackage = ExamplePackage.package)
  -> QueryProblem?
{
  do throws(QueryProblem) {
    _ = try TablePlan(query, package: package, today: today)
    return nil
  } catch {
    return error
  }
}

@Suite struct TablePlanTests {
  @Test func crossesVariablesWithTotals() throws {
    let plan = try plan(
      CohortQuery(
        pilot: "leavers", rows: [AxisVariable("sex")], columns: [AxisVariable("age")]))
    #expect(plan.title == "Persons by Sex and Age at release")
    #expect(plan.dimensions.map(\.label) == ["Sex", "Age at release"])
    #expect(plan.dimensions[0].slotCodes == [["F"], ["M"], ["N"]])
    #expect(plan.dimensions[1].slotCodes == [["18-20"], ["21-24"], ["25+"], ["NK"]])
    #expect(plan.axes.map(\.role) == [.row, .column, .measure])
    #expect(plan.axes[0].entries.map(\.code) == ["*", "F", "M", "N"])
    #expect(plan.axes[0].entries[1].labelWelsh == "Benyw")
    #expect(plan.axes[2].entries.map(\.code) == ["count"])
    #expect(plan.cellCount == 4 * 5)
    // The agreement asks for 12; rounded to 5, its lowest value would stand for 12 alone.
    #expect(plan.minimumFrequency == 13)
    #expect(plan.datasets == ["Releases", "Persons"])
  }

  @Test func filterByOneCodeKeepsItsSiblings() throws {
    let plan = try plan(
      CohortQuery(
        pilot: "leavers", rows: [AxisVariable("sex")],
        filters: [Filter(variable: "area", codes: ["LON"])]))
    let area = plan.dimensions[1]
    #expect(area.structure.nodes.map(\.code) == ["*", "ENG", "LON", "NE", "SE", "WAL", "NK"])
    #expect(area.slotCodes[0] == ["CAM", "HAC"])
    #expect(plan.fixedNodes == [1: 2])
    #expect(plan.conditionPhrases == ["Area: London"])
  }

  @Test func filterByASetThatIsNoNodeAddsItAndItsComplement() throws {
    let plan = try plan(
      CohortQuery(
        pilot: "leavers", rows: [AxisVariable("area", depth: 2)],
        filters: [Filter(variable: "area", codes: ["SE", "WAL", "LON"])]))
    let structure = plan.dimensions[0].structure
    #expect(structure.nodes.suffix(2).map(\.code) == ["LON,SE,WAL", "not LON,SE,WAL"])
    #expect(plan.query.filters[0].codes == ["LON", "SE", "WAL"])
    #expect(plan.axes[0].entries.map(\.code) == ["*", "LON", "SE", "WAL", "NW", "SW"])
    #expect(StructureAlgebra.relationsHold(structure))
    #expect(StructureAlgebra.relationsAreComplete(structure))
  }

  @Test func stagesNest() throws {
    let plan = try plan(CohortQuery(pilot: "leavers", rows: [AxisVariable("stage")]))
    let stage = plan.dimensions[0]
    #expect(
      stage.slotCodes.flatMap { $0 } == [
        "released.censored", "released.dropped", "housed.recalled", "housed.censored",
        "housed.dropped", "settled",
      ])
    #expect(stage.structure.nodes[0].label == "Released")
    #expect(
      plan.axes[0].entries.map(\.code) == [
        "*", "released.censored", "released.dropped", "housed", "housed.recalled",
        "housed.censored", "housed.dropped", "settled",
      ])
    let mainLine = try self.plan(
      CohortQuery(pilot: "leavers", rows: [AxisVariable("stage", depth: 1)]))
    #expect(mainLine.axes[0].entries.map(\.code) == ["*", "housed", "settled"])
    let whole = try self.plan(CohortQuery(pilot: "leavers", stage: "released"))
    #expect(whole.dimensions.isEmpty && whole.query.stage == nil)
    let dropped = try self.plan(CohortQuery(pilot: "leavers", stage: "housed.dropped"))
    #expect(dropped.conditionPhrases == ["Stage: Not settled"])
    let atStage = try self.plan(CohortQuery(pilot: "leavers", rows: [AxisVariable("tenure")]))
    #expect(atStage.dimensions[0].slotCodes == [["F"], ["M"], ["N"], ["NA"]])
  }

  private func plan(_ query: CohortQuery) throws -> TablePlan {
    try TablePlan(query, package: ExamplePackage.package, today: today)
  }

  @Test func shareAndMedianHaveTheirOwnDimension() throws {
    let share = try plan(
      CohortQuery(pilot: "leavers", rows: [AxisVariable("sex")], measure: .share("reoffended")))
    #expect(share.title == "Proven reoffending within 12 months by Sex")
    let outcome = share.dimensions[1].structure
    #expect(outcome.nodes.map(\.code) == ["*", "base", "yes", "no", "incomplete", "outside"])
    #expect(share.axes.last?.entries.map(\.nodes) == [[1: 2], [1: 1]])
    #expect(share.definitions.map(\.name) == ["Proven reoffending"])
    let median = try plan(
      CohortQuery(pilot: "leavers", measure: .median(from: "released", to: "housed")))
    #expect(median.axes.last?.entries.map(\.code).suffix(2) == ["730", "more"])
    #expect(median.dimensions[0].slotCodes.last == ["none"])
    #expect(
      problem(CohortQuery(pilot: "leavers", measure: .median(from: "housed", to: "released")))?
        .word == "released")
    #expect(
      problem(
        CohortQuery(
          pilot: "leavers", rows: [AxisVariable("reoffended")], measure: .share("reoffended")))?
        .message.contains("cannot be crossed") == true)
  }

  @Test func comparisonIsAColumnAxis() throws {
    let plan = try plan(
      CohortQuery(
        pilot: "leavers", rows: [AxisVariable("age")],
        filters: [Filter(variable: "sex", codes: ["F"])],
        comparison: [Filter(variable: "area", codes: ["WAL"])]))
    let group = plan.axes[1]
    #expect(group.name == "group" && group.role == .column)
    #expect(group.entries.map(\.label) == ["Sex: Female", "Area: Wales"])
    #expect(group.entries.map(\.nodes) == [[1: 1, 2: 0], [1: 0, 2: 2]])
    #expect(plan.fixedNodes.isEmpty)
  }

  @Test func multiResponseHasComplements() throws {
    let plan = try plan(CohortQuery(pilot: "leavers", rows: [AxisVariable("needs")]))
    let needs = plan.dimensions[0]
    #expect(needs.slotCodes == [[], ["opiates"], ["housing"], ["debt"]])
    #expect(plan.axes[0].entries.map(\.code) == ["*", "drugs", "housing", "debt"])
    #expect(StructureAlgebra.relationsAreComplete(needs.structure))
    let without = try self.plan(
      CohortQuery(pilot: "leavers", filters: [Filter(variable: "needs", codes: ["not drugs"])]))
    #expect(without.conditionPhrases == ["Support needs: Not Drugs"])
  }

  @Test func recodesReplaceTheirCodes() throws {
    let recode = Recode(
      variable: "area", groups: [Recode.Group(name: "South", codes: ["SE", "LON"])])
    let plan = try plan(
      CohortQuery(pilot: "leavers", rows: [AxisVariable("area", depth: 2)], recodes: [recode]))
    #expect(
      plan.axes[0].entries.map(\.code) == ["*", "ENG", "South", "NE", "WAL", "NW", "SW", "NK"])
    #expect(plan.dimensions[0].slotCodes[0] == ["CAM", "HAC", "SE"])
    let across = Recode(
      variable: "area", groups: [Recode.Group(name: "Souths", codes: ["SE", "SW"])])
    let flat = try self.plan(
      CohortQuery(pilot: "leavers", rows: [AxisVariable("area")], recodes: [across]))
    #expect(flat.axes[0].entries.map(\.code) == ["*", "LON", "NE", "Souths", "NW", "NK"])
    for groups in [[["ENG", "NW"]], [["LON"], ["LON", "SE"]], [["ENG"], ["LON"]]] {
      let bad = Recode(
        variable: "area",
        groups: groups.enumerated().map { Recode.Group(name: "g\($0.offset)", codes: $0.element) })
      #expect(
        problem(
          CohortQuery(pilot: "leavers", rows: [AxisVariable("area")], recodes: [bad])) != nil)
    }
  }

  @Test func refusesWhatIsNotThere() {
    #expect(problem(CohortQuery(pilot: "leaver"))?.suggestion == "leavers")
    #expect(
      problem(CohortQuery(pilot: "leavers", rows: [AxisVariable("aeg")]))?.suggestion == "age")
    #expect(
      problem(
        CohortQuery(pilot: "leavers", filters: [Filter(variable: "sex", codes: ["Female"])]))?
        .suggestion == "F")
    #expect(
      problem(
        CohortQuery(pilot: "leavers", rows: [AxisVariable("sex")], columns: [AxisVariable("sex")]))?
        .message.contains("twice") == true)
    #expect(
      problem(CohortQuery(pilot: "leavers", measure: .share("reofended")))?.suggestion
        == "reoffended")
  }

  @Test func refusesWhatThePolicyDoesNotAllow() {
    var package = ExamplePackage.package
    package.policy.maximumDimensions = 1
    let two = CohortQuery(
      pilot: "leavers", rows: [AxisVariable("sex")], columns: [AxisVariable("age")])
    #expect(problem(two, package)?.message.contains("may cross 1") == true)
    package = ExamplePackage.package
    package.policy.maximumCells = 10
    #expect(problem(two, package)?.message.contains("code lists alone") == true)
  }

  @Test func refusesWhatAgreementsDoNotAllow() {
    var package = ExamplePackage.package
    let query = CohortQuery(pilot: "leavers", rows: [AxisVariable("sex")])
    package.agreements[0].expires = CalendarDay("2026-11-20")
    #expect(problem(query, package)?.message.contains("DSA-1") == true)
    package.agreements[0].expires = today
    #expect(problem(query, package) == nil)
    package.agreements[0].pilots = ["other"]
    #expect(problem(query, package)?.message.contains("leavers") == true)
    package.agreements[0].pilots = ["leavers"]
    package.agreements[0].fields = ["releases.age"]
    #expect(problem(query, package)?.message.contains("persons.sex") == true)
    package.agreements = []
    #expect(problem(query, package) != nil)
  }
}
