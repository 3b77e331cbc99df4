import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

@Suite struct RuleTests {
  func problem(
    _ plan: TablePlan, slots: [Int], policy: DisclosurePolicy = .standard, release: String = "r",
    secret: [UInt8] = [7]
  ) throws -> ProtectionProblem {
    try ProtectionProblem(
      cube: Fixture.cube(plan, slots: slots), policy: policy, release: release, secret: secret)
  }

  @Test func oneToNineAreUnsafeUnderTenFive() throws {
    let plan = Fixture.plan([Fixture.flat(4)])
    let problem = try problem(plan, slots: [1, 9, 10, 40])
    #expect(problem.statuses == [.safe, .unsafe, .unsafe, .safe, .safe])
    #expect(problem.requirements.map(\.range) == [1...9, 1...9])
  }

  @Test func aShareOfChanceZerosIsHiddenAndTheSameOnesEverywhere() throws {
    let shape = [Fixture.flat(20), Fixture.flat(20)]
    let plan = Fixture.plan(shape)
    let slots = [Int](repeating: 0, count: 400)
    let first = try problem(plan, slots: slots)
    let hidden = first.statuses.count { $0 == .hiddenZero }
    #expect((50...125).contains(hidden))  // One in five of 441.
    #expect(try problem(plan, slots: slots).statuses == first.statuses)
    #expect(try problem(plan, slots: slots, secret: [8]).statuses != first.statuses)
    #expect(try problem(plan, slots: slots, release: "s").statuses != first.statuses)

    // The margins of the two-way table are the cells of the one-way table.
    let oneWay = try problem(Fixture.plan([shape[0]]), slots: [Int](repeating: 0, count: 20))
    #expect(oneWay.statuses == (0...20).map { first.statuses[$0 * 21] })
  }

  @Test func aRecodeThatMeansTheSameIsTheSameCell() throws {
    var plan = Fixture.plan([
      Fixture.tree([[0, 1], [2, 3], [4, 5], [6, 7], [8, 9], [10, 11]])
    ])
    plan.dimensions[0].slotCodes = (0..<12).map { ["c\($0)"] }
    var recoded = Fixture.plan([Fixture.flat(6)])
    recoded.dimensions[0].slotCodes = (0..<6).map { ["c\($0 * 2)", "c\($0 * 2 + 1)"] }
    let fine = try problem(plan, slots: [Int](repeating: 0, count: 12))
    let coarse = try problem(recoded, slots: [Int](repeating: 0, count: 6))
    for (node, code) in recoded.dimensions[0].structure.nodes.enumerated() where node > 0 {
      let group = plan.dimensions[0].structure.node(code.code)!
      #expect(coarse.statuses[node] == fine.statuses[group])
    }
    #expect(coarse.statuses.contains(.hiddenZero) && coarse.statuses.contains(.safe))
  }

  @Test func structuralZerosArePublishedAndZerosCanBeUnsafe() throws {
    var policy = DisclosurePolicy.standard
    policy.hiddenZeroShare = 1
    policy.structuralZeros = [
      [FieldCondition(field: "v0", codes: ["s1"]), FieldCondition(field: "v1", codes: ["s0"])]
    ]
    let shape = [Fixture.flat(2), Fixture.flat(2)]
    let slots = [20, 0, 0, 20]
    let eligible = try problem(Fixture.plan(shape), slots: slots, policy: policy)
    #expect(eligible.statuses[4 + 3] == .publishedZero)
    #expect(eligible.statuses[3 + 2] == .hiddenZero)
    let unsafe = try problem(Fixture.plan(shape, zeros: .unsafe), slots: slots, policy: policy)
    #expect(unsafe.statuses[4 + 3] == .publishedZero)
    #expect(unsafe.statuses[3 + 2] == .unsafe)
    #expect(unsafe.requirements.map(\.range) == [0...9])
    let published = try problem(
      Fixture.plan(shape, zeros: .published), slots: slots, policy: policy)
    #expect(published.statuses[3 + 2] == .publishedZero)
  }

  @Test func magnitudesCountPersonsAndDominance() {
    let rule = MagnitudeRule(minimumFrequency: 10)
    #expect(rule.isUnsafe(total: 100, contributors: 9, largest: 20, second: 20))
    #expect(!rule.isUnsafe(total: 100, contributors: 10, largest: 20, second: 20))
    #expect(rule.isUnsafe(total: 100, contributors: 12, largest: 80, second: 11))
    #expect(!rule.isUnsafe(total: 0, contributors: 0, largest: 0, second: 0))
    #expect(rule.required(total: 30, largest: 4) == 21...39)
    #expect(rule.required(total: 30, largest: 14) == 16...44)
    #expect(rule.required(total: 5, largest: 5) == 0...14)
  }

  @Test(arguments: [1, 3, 5, 7, 10])
  func whatIsReadOfARoundedCellIsWhatRoundsToIt(base: Int) {
    for minimum in [3, 6, 10] {
      let profile = DisclosureProfile(name: "", minimumFrequency: minimum, roundingBase: base)
      let rounding = RoundingRule(base: base, minimumFrequency: minimum)
      let reading = PublishedReading(profile: profile, minimumFrequency: minimum)
      for value in [0] + Array(minimum...60) {
        let published = rounding.published(value)
        let fits = ([0] + Array(minimum...90)).filter { rounding.published($0) == published }
        let interval = reading.interval(published)
        #expect(interval.lower == fits.first && interval.upper == fits.last)
      }
    }
  }

  @Test func tenUnderTenFiveIsTenToTwelve() {
    let reading = PublishedReading(profile: .tenFive, minimumFrequency: 10)
    #expect(reading.interval(.count(10)) == PublishedInterval(10, 12))
    #expect(reading.interval(.count(15)) == PublishedInterval(13, 17))
    #expect(reading.interval(.count(0)) == PublishedInterval(0, 0))
    #expect(reading.interval(.confidential) == .hidden)
  }

  @Test func cubesThatDoNotFitTheirPlanAreRefused() {
    let plan = Fixture.plan([Fixture.flat(2)])
    #expect(throws: MalformedCube.self) {
      try ProtectionProblem(
        cube: RawCube(plan: plan, persons: [1, 2]), policy: .standard, release: "", secret: [])
    }
  }
}
