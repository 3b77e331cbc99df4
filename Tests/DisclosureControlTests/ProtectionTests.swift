import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

@Suite struct ProtectionTests {
  func protect(
    _ plan: TablePlan, _ cube: RawCube, iterations: Int = TableProtection.standardIterations
  ) throws -> ProtectedCube {
    let problem = try ProtectionProblem(cube: cube, policy: .standard, release: "r", secret: [5])
    return try TableProtection(plan: plan, iterations: iterations).protect(problem)
  }

  static func intervals(_ cells: [CellValue], base: Int, minimum: Int)
    -> [(lower: Int, upper: Int?)]
  {
    cells.map { value in
      guard case .count(let count) = value else { return (0, nil) }
      return EveryDatabase.interval(count, base: base, minimum: minimum)
    }
  }

  /// Larger tables against a second formulation, solved by CBC.
  @Test(arguments: [1, 5])
  func unsafeCellsWithstandIntegerProgramming(base: Int) throws {
    let shapes = [
      [Fixture.flat(6), Fixture.flat(5)],
      [Fixture.tree([[0, 1, 2], [3, 4], [5]]), Fixture.tree([[0, 1], [2, 3]])],
      [Fixture.flat(5), Fixture.flat(4), Fixture.flat(2)],
      [Fixture.pathway(4), Fixture.flat(4), Fixture.flat(2)],
      [Fixture.multiResponse(3), Fixture.flat(4)],
    ]
    var asked = 0
    for (number, shape) in shapes.enumerated() {
      var random = SeededRandom(UInt64(number + 20))
      let plan = Fixture.plan(shape, base: base)
      for _ in 0..<3 {
        let counts: [Int]
        if shape[0].kind == .multiResponse {
          // Everyone first, then how many have each code.
          let everyone = (0..<4).map { _ in Int.random(in: 0...60, using: &random) }
          counts =
            everyone
            + (0..<3).flatMap { _ in everyone.map { Int.random(in: 0...$0, using: &random) } }
        } else {
          counts = Fixture.people(600, in: shape, &random)
        }
        let cube = Fixture.cube(plan, slots: counts)
        let cells = try protect(plan, cube).cells
        let intervals = Self.intervals(cells, base: base, minimum: 10)
        let program = IntegerProgram(plan: plan)
        let unsafe = cells.indices.filter { (1...9).contains(cube.persons[$0]) }
        for cell in unsafe { #expect(cells[cell] == .confidential) }
        for cell in unsafe.shuffled(using: &random).prefix(6) {
          for value in [1, 9, Int.random(in: 2...8, using: &random)] {
            #expect(
              program.exists(intervals, cell: cell, value: value), "\(number) \(cell) \(value)")
            asked += 1
          }
        }
      }
    }
    #expect(asked > 100)
  }

  @Test func protectionIsTheSameEachTime() throws {
    let shape = [Fixture.flat(6), Fixture.flat(5), Fixture.flat(2)]
    var random = SeededRandom(1)
    let plan = Fixture.plan(shape)
    let cube = Fixture.cube(plan, slots: Fixture.people(2_000, in: shape, &random))
    #expect(try protect(plan, cube).cells == protect(plan, cube).cells)
  }

  /// With hardly any work allowed a table is coarser, and still audited.
  @Test(arguments: [1, 5])
  func littleWorkMakesCoarserTablesNotUnsafeOnes(base: Int) throws {
    let shape = [Fixture.flat(5), Fixture.flat(4), Fixture.flat(2)]
    var random = SeededRandom(2)
    let plan = Fixture.plan(shape, base: base)
    let cube = Fixture.cube(plan, slots: Fixture.people(600, in: shape, &random))
    let coarse = try protect(plan, cube, iterations: 1)
    let fine = try protect(plan, cube)
    #expect(coarse.audit.isPassed && fine.audit.isPassed)
    let program = IntegerProgram(plan: plan)
    let intervals = Self.intervals(coarse.cells, base: base, minimum: 10)
    for cell in cube.persons.indices.filter({ (1...9).contains(cube.persons[$0]) }).prefix(4) {
      #expect(program.exists(intervals, cell: cell, value: 1))
      #expect(program.exists(intervals, cell: cell, value: 9))
    }
  }

  /// Events: intervals as wide as the largest contribution, whatever is published around them.
  @Test(arguments: [1, 5])
  func magnitudesKeepTheirIntervals(base: Int) throws {
    let shape = [Fixture.flat(5), Fixture.flat(4)]
    let plan = Fixture.plan(shape, base: base, counting: .indexEvents)
    for seed in 0..<10 {
      var random = SeededRandom(UInt64(seed))
      // Per person a cell and a number of events; cells by person, so margins count distinct persons.
      var contributions = [[Int]](repeating: [], count: plan.cellCount)
      for _ in 0..<400 {
        let row = Int.random(in: 0..<5, using: &random) * Int.random(in: 0...1, using: &random)
        let column = Int.random(in: 0..<4, using: &random)
        let events =
          1 + Int.random(in: 0...3, using: &random) * Int.random(in: 0...6, using: &random)
        for first in [0, row + 1] {
          for second in [0, column + 1] { contributions[first * 5 + second].append(events) }
        }
      }
      let sorted = contributions.map { $0.sorted(by: >) }
      let cube = RawCube(
        plan: plan, persons: sorted.map(\.count), totals: sorted.map { $0.reduce(0, +) },
        largest: sorted.map { $0.first ?? 0 },
        secondLargest: sorted.map { $0.count > 1 ? $0[1] : 0 })
      let cells = try protect(plan, cube).cells
      let attacker = LinearAttacker(
        intervals: Self.intervals(cells, base: base, minimum: 10).map {
          (Double($0.lower), $0.upper.map { Double($0) })
        }, relations: CellRelation.all(in: CellSpace(plan.dimensions)))
      for cell in cells.indices where (1...9).contains(sorted[cell].count) {
        #expect(cells[cell] == .confidential)
        let margin = Double(max(9, sorted[cell][0]))
        let total = Double(cube.totals![cell])
        let found = try #require(attacker.feasibleInterval(ofCell: cell))
        #expect(found.lower <= max(0, total - margin) + 1e-6)
        #expect((found.upper ?? .infinity) >= total + margin - 1e-6)
      }
    }
  }

  /// 1 + 9 in a published 10: whoever is the one knows nothing more than that he is there; but were
  /// the cells' values fixed but for his own, the audit has to say so.
  @Test func insidersAreAudited() throws {
    let plan = Fixture.plan([Fixture.flat(2), Fixture.flat(2)], minimum: 3, base: 1)
    let system = AttackSystem(dimensions: plan.dimensions)
    // Hidden: the four inner cells. Rows 2 and 2, columns 2 and 2 (published): the inner cells are
    // 0, 1 or 2, and if the first is known to be 2, all are known.
    let point = [1, 1, 1, 1]
    let values = Fixture.cells(plan, slots: point)
    let intervals = values.indices.map { cell in
      cell / 3 > 0 && cell % 3 > 0
        ? PublishedInterval.hidden : PublishedInterval(values[cell], values[cell])
    }
    func audit(own: Int) throws -> AuditReport {
      try TableAudit(
        system: system, intervals: intervals,
        requirements: [Requirement(cell: 8, range: 1...2, kind: .eachValue)],
        insiders: [Insider(atom: 0, own: own)], point: own == 2 ? [2, 0, 0, 2] : point
      ).run()
    }
    #expect(try audit(own: 1).isPassed)
    #expect(try audit(own: 2).failures.map(\.cell) == [8])
  }

  @Test func aWitnessThatContradictsThePublicationIsRefused() {
    let plan = Fixture.plan([Fixture.flat(2)])
    #expect(throws: InconsistentTable.self) {
      try TableAudit(
        system: AttackSystem(dimensions: plan.dimensions),
        intervals: [PublishedInterval(10, 10), .hidden, .hidden], requirements: [], insiders: [],
        point: [5, 6])
    }
  }
}
