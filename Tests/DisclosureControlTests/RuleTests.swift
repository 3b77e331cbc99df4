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
    let slots = (0..<400).map { $0 / 20 == $0 % 20 ? 30 : 0 }
    let first = try problem(plan, slots: slots)
    let hidden = first.statuses.count { $0 == .hiddenZero }
    #expect((45...110).contains(hidden))  // One in five of 380.
    #expect(try problem(plan, slots: slots).statuses == first.statuses)
    #expect(try problem(plan, slots: slots, secret: [8]).statuses != first.statuses)
    #expect(try problem(plan, slots: slots, release: "s").statuses != first.statuses)

    // The two-way table is a margin of the three-way one.
    let threeWay = try problem(
      Fixture.plan(shape + [Fixture.flat(2)]), slots: slots.flatMap { [$0, 0] })
    #expect((0..<441).map { threeWay.statuses[$0 * 3] } == first.statuses)
  }

  @Test func aRecodeThatMeansTheSameIsTheSameCell() throws {
    let pairs = (0..<20).map { [$0 * 2, $0 * 2 + 1] }
    var plan = Fixture.plan([Fixture.tree(pairs + [[40]])])
    plan.dimensions[0].slotCodes = (0...40).map { ["c\($0)"] }
    var recoded = Fixture.plan([Fixture.flat(21)])
    recoded.dimensions[0].slotCodes = pairs.map { $0.map { "c\($0)" } } + [["c40"]]
    let fine = try problem(plan, slots: [Int](repeating: 0, count: 40) + [50])
    let coarse = try problem(recoded, slots: [Int](repeating: 0, count: 20) + [50])
    for (node, code) in recoded.dimensions[0].structure.nodes.enumerated() where node > 0 {
      let group = plan.dimensions[0].structure.node(code.code)!
      #expect(coarse.statuses[node] == fine.statuses[group])
    }
    #expect(coarse.statuses.contains(.hiddenZero) && coarse.statuses.contains(.safe))
  }

  /// Whatever is within a cell that is zero goes with it: `[c]` under a total of 0 would hide nothing.
  @Test func zerosWithinAZeroGoWithIt() throws {
    let shape = [
      Fixture.tree([[0, 1], [2, 3], [4, 5], [6, 7], [8, 9], [10]]), Fixture.flat(6),
    ]
    let plan = Fixture.plan(shape)
    let space = CellSpace(plan.dimensions)
    // Only the last code has anybody, and two of the columns have nobody.
    let slots = (0..<66).map { $0 / 6 == 10 && $0 % 6 > 1 ? 20 : 0 }
    var seen: Set<ProtectionProblem.Status> = []
    for secret in 0..<6 as Range<UInt8> {
      let statuses = try problem(plan, slots: slots, secret: [secret]).statuses
      for cell in 0..<space.cellCount where statuses[cell] != .safe || cell % 7 > 2 {
        let (row, column) = (space.node(of: cell, in: 0), space.node(of: cell, in: 1))
        let above = shape[0].nodes[row].parent ?? 0
        let isEmptyRow = row != 0 && row != shape[0].nodes.count - 1
        guard isEmptyRow else { continue }
        let top = above == 0 ? row : above
        let isEmptyColumn = column == 1 || column == 2
        let group = statuses[top * 7]
        let other = statuses[column]
        // Published where either of the two is.
        let expected: ProtectionProblem.Status =
          group == .hiddenZero && (!isEmptyColumn || other == .hiddenZero) ? .hiddenZero : .safe
        #expect(statuses[cell] == expected, "\(row) \(column)")
        seen.insert(statuses[cell])
      }
    }
    #expect(seen == [.safe, .hiddenZero])
  }

  @Test func whatFollowsFromAPublishedZeroIsPublished() throws {
    let plan = Fixture.plan([Fixture.flat(3), Fixture.flat(2)])
    let problem = try problem(plan, slots: [0, 0, 30, 0, 20, 20])
    var cells: [CellValue] = problem.values.map { .count($0) }
    for cell in [4, 5, 8, 10] { cells[cell] = .confidential }
    let told = problem.withZerosThatFollow(cells)
    // The first row is shown as 0; a zero beside somebody stays hidden.
    #expect(told[4] == .count(0) && told[5] == .count(0))
    #expect(told[8] == .confidential && told[10] == .confidential)
    cells[3] = .confidential
    #expect(problem.withZerosThatFollow(cells) == cells)
  }

  /// Where among them its own is only the key tells: whoever finds just these possible learns no more.
  @Test func fewerPossibleValuesAreAnIntervalAroundTheCell() throws {
    var policy = DisclosurePolicy.standard
    policy.possibleValues = 5
    let plan = Fixture.plan([Fixture.flat(9)])
    var valuesOf: [ClosedRange<Int>: Set<Int>] = [:]
    for first in 0..<9 {
      let values = (0..<9).map { ($0 + first) % 9 + 1 }
      let requirements = try problem(plan, slots: values, policy: policy).requirements
      for (value, requirement) in zip(values, requirements) {
        let range = requirement.range
        #expect(range.count == 5 && range.contains(value) && (1...9).contains(range.upperBound))
        valuesOf[range, default: []].insert(value)
      }
    }
    // Of five possible values four at least do occur in nine tables.
    #expect(valuesOf.count == 5 && valuesOf.values.allSatisfy { $0.count >= 4 })
    let unsafe = try problem(
      Fixture.plan([Fixture.flat(3)], zeros: .unsafe), slots: [0, 1, 9], policy: policy)
    #expect(unsafe.requirements.map(\.range.count) == [5, 5, 5])
    #expect(unsafe.requirements[0].range == 0...4)
    // Where fewer values than that are unsafe, all of them.
    policy.possibleValues = 7
    let low = try problem(
      Fixture.plan([Fixture.flat(2)], minimum: 5), slots: [2, 30], policy: policy)
    #expect(low.requirements.map(\.range) == [1...4])
  }

  @Test func dominanceFollowsThePolicy() throws {
    let plan = Fixture.plan([Fixture.flat(2)], counting: .indexEvents)
    func statuses(_ rule: DominanceRule) throws -> [ProtectionProblem.Status] {
      var policy = DisclosurePolicy.standard
      policy.dominance = rule
      return try ProtectionProblem(
        cube: RawCube(
          plan: plan, persons: [80, 40, 40], totals: [400, 200, 200], largest: [90, 90, 60],
          secondLargest: [60, 40, 60]),
        policy: policy, release: "r", secret: [1]
      ).statuses
    }
    #expect(try statuses(.standard) == [.safe, .safe, .safe])
    #expect(try statuses(DominanceRule(percent: 62)) == [.safe, .unsafe, .safe])
    #expect(try statuses(DominanceRule(precision: 80)) == [.safe, .unsafe, .safe])
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
    #expect(rule.required(total: 30, largest: 4, second: 4) == 21...39)
    #expect(rule.required(total: 30, largest: 14, second: 2) == 16...44)
    #expect(rule.required(total: 5, largest: 5, second: 0) == 0...18)
    // Above the total what the rules ask: 100/40 · 90 − 100 and 90/100 · 60 − 10.
    let strict = MagnitudeRule(
      minimumFrequency: 10, dominance: DominanceRule(percent: 40, precision: 90))
    #expect(strict.required(total: 100, largest: 60, second: 30) == 40...225)
    let precise = MagnitudeRule(
      minimumFrequency: 3, dominance: DominanceRule(percent: 90, precision: 100))
    #expect(precise.required(total: 100, largest: 60, second: 40) == 40...160)
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
