import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// The rule against group disclosure, by trying every database.
@Suite struct ClassDisclosureTests {
  /// Groups by rows, codes of a sensitive variable by columns.
  static func plan(
    _ groups: CodeStructure, _ codes: CodeStructure, minimum: Int, base: Int,
    slotCodes: [[String]]? = nil, isSensitive: Bool = true,
    zeros: DisclosureProfile.Zeros = .eligible
  ) -> TablePlan {
    var plan = Fixture.plan([groups, codes], minimum: minimum, base: base, zeros: zeros)
    plan.dimensions[1].isSensitive = isSensitive
    if let slotCodes { plan.dimensions[1].slotCodes = slotCodes }
    return plan
  }

  static func protect(_ plan: TablePlan, _ slots: [Int], allBut: Int = 1) throws -> [CellValue] {
    var policy = DisclosurePolicy.standard
    policy.classDisclosure = ClassDisclosureRule(allBut: allBut)
    let problem = try ProtectionProblem(
      cube: Fixture.cube(plan, slots: slots), policy: policy, release: "r", secret: [1])
    return try TableProtection(plan: plan).protect(problem).cells
  }

  /// The same table with a cell of its own for "without the code", of which nothing is published.
  struct Complements {
    let every: EveryDatabase
    private let own: CodeStructure
    private let width: Int

    init(_ plan: TablePlan, codes: CodeStructure) {
      own = codes
      var wider = codes
      for node in codes.nodes.dropFirst() {
        wider.nodes.append(
          CodeNode(
            code: "without \(node.code)", label: "", depth: 1, parent: 0,
            slots: (0..<codes.slotCount).filter { !node.slots.contains($0) }))
      }
      width = wider.nodes.count
      var plan = plan
      plan.dimensions[1].structure = wider
      every = EveryDatabase(plan)
    }

    func intervals(_ cells: [CellValue], _ plan: TablePlan) -> [(lower: Int, upper: Int?)] {
      let columns = plan.dimensions[1].structure.nodes.count
      let base = plan.profile.roundingBase
      return (0..<(plan.dimensions[0].structure.nodes.count * width)).map { cell in
        let (row, column) = (cell / width, cell % width)
        guard column < columns, case .count(let count) = cells[row * columns + column] else {
          return (0, nil)
        }
        return EveryDatabase.interval(count, base: base, minimum: plan.minimumFrequency)
      }
    }

    func cell(group: Int, code: Int) -> Int { group * width + code }
    func without(group: Int, code: Int) -> Int { group * width + own.nodes.count + code - 1 }

    /// What follows for certain of groups with somebody in them: that nobody, or that all but `allBut`
    /// or fewer, have a code.
    func disclosed(
      _ cells: [CellValue], _ plan: TablePlan, counts: [Int], allBut: Int
    ) -> [String] {
      let values = Fixture.cells(plan, slots: counts)
      let columns = plan.dimensions[1].structure.nodes.count
      let intervals = intervals(cells, plan)
      var found: [String] = []
      for group in 0..<plan.dimensions[0].structure.nodes.count {
        let size = values[group * columns]
        guard size > 0 else { continue }
        for code in 1..<columns {
          let count = values[group * columns + code]
          // A hidden zero has to be able to be whatever a small cell may be, or it is known for a zero.
          if count == 0,
            !(1..<max(2, plan.minimumFrequency)).allSatisfy({
              every.exists(intervals, cell: cell(group: group, code: code), value: $0)
            })
          {
            found.append("none \(group) \(code)")
          }
          if size - count <= allBut,
            !((allBut + 1)...(allBut + 6)).contains(where: {
              every.exists(intervals, cell: without(group: group, code: code), value: $0)
            })
          {
            found.append("all \(group) \(code)")
          }
        }
      }
      return found
    }
  }

  struct Case: CustomStringConvertible, Sendable {
    var groups: CodeStructure
    var codes: CodeStructure
    var minimum: Int
    var base: Int
    var allBut: Int
    var most: Int
    var sample: Int?
    var zeros = DisclosureProfile.Zeros.eligible
    var description: String {
      "\(groups.slotCount) × \(codes.slotCount), t \(minimum), base \(base), k \(allBut), \(zeros)"
    }
  }

  static let cases: [Case] = [
    Case(
      groups: Fixture.flat(2), codes: Fixture.flat(2), minimum: 3, base: 1, allBut: 1, most: 4),
    Case(
      groups: Fixture.flat(2), codes: Fixture.flat(2), minimum: 3, base: 3, allBut: 1, most: 4),
    Case(
      groups: Fixture.flat(2), codes: Fixture.flat(2), minimum: 4, base: 1, allBut: 2, most: 4,
      sample: 200),
    Case(
      groups: Fixture.flat(2), codes: Fixture.flat(3), minimum: 3, base: 1, allBut: 0, most: 4,
      sample: 300),
    Case(
      groups: Fixture.flat(2), codes: Fixture.flat(3), minimum: 3, base: 3, allBut: 1, most: 4,
      sample: 300),
    Case(
      groups: Fixture.flat(2), codes: Fixture.flat(3), minimum: 3, base: 1, allBut: 1, most: 4,
      sample: 200, zeros: .published),
    Case(
      groups: Fixture.flat(2), codes: Fixture.tree([[0, 1], [2]]), minimum: 3, base: 1, allBut: 1,
      most: 4, sample: 200),
  ]

  @Test(arguments: cases)
  func anAlternativeRemainsForEveryGroup(_ each: Case) throws {
    let plan = Self.plan(
      each.groups, each.codes, minimum: each.minimum, base: each.base, zeros: each.zeros)
    let plain = Self.plan(
      each.groups, each.codes, minimum: each.minimum, base: each.base, isSensitive: false,
      zeros: each.zeros)
    let complements = Complements(plan, codes: each.codes)
    var without = 0
    for counts in EnumerationTests.tables(
      complements.every.atomCount, most: each.most, sample: each.sample, seed: 11)
    {
      func disclosed(_ plan: TablePlan) throws -> [String] {
        complements.disclosed(
          try Self.protect(plan, counts, allBut: each.allBut), plan, counts: counts,
          allBut: each.allBut)
      }
      #expect(try disclosed(plan) == [], "\(counts)")
      without += try disclosed(plain).count
    }
    // Where the variable is not marked, groups are given away: the test sees them.
    #expect(without > 0)
  }

  /// Somebody may have any number of the codes: by the sets of codes that people can have.
  @Test(arguments: [1, 3])
  func codesThatSomebodyMayHaveSeveralOf(base: Int) throws {
    let codes = Fixture.multiResponse(2)
    let plan = Self.plan(Fixture.flat(2), codes, minimum: 3, base: base)
    // Sets: neither, the first, the second, both.
    let sets: [String: [Int]] = [
      "*": [0, 1, 2, 3], "c1": [1, 3], "not c1": [0, 2], "c2": [2, 3], "not c2": [0, 1],
    ]
    var bySet = codes
    bySet.kind = .partition
    bySet.slotCount = 4
    for node in bySet.nodes.indices {
      bySet.nodes[node].slots = sets[bySet.nodes[node].code]!
      bySet.nodes[node].minusSlots = []
    }
    var everySet = plan
    everySet.dimensions[1].structure = bySet
    let every = EveryDatabase(everySet)
    var random = SeededRandom(4)
    var asked = 0
    var without = 0
    for _ in 0..<120 {
      let people = (0..<8).map { _ in
        Int.random(in: 0...4, using: &random) * Int.random(in: 0...1, using: &random)
      }
      let slots = (0..<2).flatMap { group in
        ["*", "c1", "c2"].map { code in sets[code]!.reduce(0) { $0 + people[group * 4 + $1] } }
      }
      let values = Fixture.cells(plan, slots: slots)
      for isSensitive in [true, false] {
        var plan = plan
        plan.dimensions[1].isSensitive = isSensitive
        let cells = try Self.protect(plan, slots)
        let intervals = cells.map { value -> (lower: Int, upper: Int?) in
          guard case .count(let count) = value else { return (0, nil) }
          return EveryDatabase.interval(count, base: base, minimum: 3)
        }
        // A complement's zero is "all", a code's zero is "none".
        for cell in cells.indices where values[cell] == 0 && cell % 5 != 0 {
          guard values[cell / 5 * 5] > 0 else { continue }
          let isOpen = (1...2).allSatisfy { every.exists(intervals, cell: cell, value: $0) }
          if isSensitive {
            #expect(isOpen, "\(people) \(cell)")
            asked += 1
          } else if !isOpen {
            without += 1
          }
        }
      }
    }
    #expect(asked > 100 && without > 10)
  }

  @Test func whatTheRuleHidesAndWhatItLeaves() throws {
    func problem(
      _ slotCodes: [[String]], _ slots: [Int], policy: DisclosurePolicy = .standard
    ) throws -> ProtectionProblem {
      let plan = Self.plan(
        Fixture.flat(2), Fixture.flat(slotCodes.count), minimum: 10, base: 5,
        slotCodes: slotCodes)
      return try ProtectionProblem(
        cube: Fixture.cube(plan, slots: slots), policy: policy, release: "r", secret: [1])
    }
    // Whole, first group, second group; each with total, a, b, NK.
    let known = try problem([["a"], ["b"], ["NK"]], [40, 0, 0, 0, 0, 0])
    #expect(known.statuses[4 + 2] == .unsafe && known.statuses[2] == .unsafe)
    #expect(known.requirements.map(\.cell) == [2, 6])
    #expect(known.requirements.allSatisfy { $0.range == 0...9 })
    // Nobody whose code is not known says nothing, nor does an empty group.
    #expect(known.statuses[4 + 3] != .unsafe && known.statuses[8 + 1] != .unsafe)
    // But where there is one code alone, "not known" is the room beside it.
    let alone = try problem([["a"], ["NK"]], [40, 0, 30, 12])
    #expect(alone.statuses[3 + 2] == .unsafe)
    // What the policy declares impossible is known to everyone.
    var policy = DisclosurePolicy.standard
    policy.structuralZeros = [
      [FieldCondition(field: "v0", codes: ["s0"]), FieldCondition(field: "v1", codes: ["b"])]
    ]
    let declared = try problem([["a"], ["b"], ["NK"]], [40, 0, 0, 20, 20, 0], policy: policy)
    #expect(declared.statuses[4 + 2] == .publishedZero)
    policy.classDisclosure = ClassDisclosureRule(allBut: 12)
    let wider = try problem([["a"], ["b"], ["NK"]], [40, 0, 0, 20, 20, 0], policy: policy)
    #expect(wider.requirements == [])
    let most = try problem([["b"], ["a"], ["NK"]], [40, 0, 0, 20, 20, 0], policy: policy)
    #expect(most.requirements.map(\.range) == [0...13])
  }

  /// Numbers of events say who of a group had none.
  @Test func eventsOfNobody() throws {
    var plan = Fixture.plan(
      [Fixture.flat(2), Fixture.flat(2)], base: 1, counting: .indexEvents)
    plan.dimensions[1].isSensitive = true
    let persons = Fixture.cells(plan, slots: [30, 0, 20, 20])
    let problem = try ProtectionProblem(
      cube: RawCube(
        plan: plan, persons: persons, totals: persons.map { $0 * 2 },
        largest: persons.map { $0 == 0 ? 0 : 2 }, secondLargest: persons.map { $0 == 0 ? 0 : 2 }),
      policy: .standard, release: "r", secret: [1])
    #expect(
      problem.requirements == [Requirement(cell: 5, range: 0...18, kind: .interval)])
    let cells = try TableProtection(plan: plan).protect(problem).cells
    #expect(cells[5] == .confidential)
    // With exact values one hidden cell in the row would follow from its total.
    #expect(cells[4] == .confidential || cells[3] == .confidential)
  }
}
