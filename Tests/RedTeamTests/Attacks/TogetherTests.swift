import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// The differencing of the Handbook between tables: with the tables protected one by one it works,
/// with the tables protected together it does not.
@Suite(.enabled(if: SharedVectors.exist)) struct TogetherTests {
  /// The others take as long and differ in numbers alone.
  static let profiles = SuiteLength.isLong ? HandbookTests.profiles : ["10-5", "srs-10"]

  /// How many small cells of the finest table are asked about, and how many are not left open.
  static func givenAway(
    _ source: InventedPersons, _ texts: [String], finest: String, _ defences: Defences
  ) throws -> (asked: Int, told: Int) {
    let inquiry = Inquiry(source)
    let plans = try texts.map(inquiry.plan)
    let engine = CohortEngine(source: source)
    let members = try plans.map { plan in
      TableSetProtection.Member(
        plan: plan,
        problem: try ProtectionProblem(
          cube: engine.count(plan), policy: source.package.policy, release: source.release,
          secret: source.secret))
    }
    let cells = try TableSetProtection(
      members, package: source.package, defences: defences, count: { try engine.count($0) }
    ).protect()
    let plan = try inquiry.plan(finest)
    let knowledge = Knowledge(
      zip(plans, cells).map { ShownCells(cube: $1, plan: $0) }, about: plan)
    var (asked, told) = (0, 0)
    for (nodes, count) in Count.cells(of: source, plan)
    where (1..<plan.minimumFrequency).contains(count) {
      asked += 1
      let values = 1...(plan.minimumFrequency - 1)
      if !knowledge.leavesOpen(knowledge.atoms(nodes: nodes), values) { told += 1 }
    }
    return (asked, told)
  }

  private static func expectDefused(
    _ source: InventedPersons, _ texts: [String], finest: String, _ profile: String
  ) throws {
    let apart = try givenAway(
      source, texts, finest: finest, Defences.all.subtracting(.jointProtection))
    let together = try givenAway(source, texts, finest: finest, .all)
    #expect(together.asked > 0 && together.told == 0)
    // Exact values leave nothing else to hope for; rounding may happen to be enough.
    if profile == "srs-10" { #expect(apart.told > 0) }
  }

  /// Two boundaries of one area.
  @Test(arguments: profiles) func geography(profile: String) throws {
    try Self.expectDefused(
      try HandbookTests.geography(profile),
      [
        "p rows band columns place pages sex recode place: others=strip,elsewhere",
        "p rows band columns place pages sex recode place: A=core,strip",
      ], finest: "p rows band columns place pages sex", profile)
  }

  /// Under 20 in one table and under 25 in another.
  @Test(arguments: profiles) func recode(profile: String) throws {
    try Self.expectDefused(
      try HandbookTests.recode(profile), HandbookTests.recodes, finest: "p rows age columns sex",
      profile)
  }

  /// Residents, workers, and the men of both.
  @Test(arguments: profiles) func linking(profile: String) throws {
    let source = try HandbookTests.linking(profile)
    let together = try Self.givenAway(
      source,
      [
        "p rows works where lives=here", "p rows lives where works=here",
        "p rows lives columns works where sex=Male",
      ], finest: "p rows lives columns works pages sex", .all)
    #expect(together.asked > 0 && together.told == 0)
  }

  /// Everyone, and the men.
  @Test(arguments: profiles) func totalMinusOneSex(profile: String) throws {
    let source = try HandbookTests.disease(profile)
    let together = try Self.givenAway(
      source, ["p rows age columns ill", "p rows age columns ill where sex=M"],
      finest: "p rows age columns ill pages sex", .all)
    #expect(together.asked > 0 && together.told == 0)
  }
}
