import CohortModel
import Tables
import Testing

@testable import DisclosureControl

/// Rounding that adds up, against every rounding there is on small tables.
@Suite struct AdditiveRoundingTests {
  struct Case {
    var values: [Int]
    var relations: [CellRelation]
    var published: [CellValue]
    var base: Int
    var minimum: Int
  }

  func table(
    _ structures: [CodeStructure], slots: [Int], base: Int, minimum: Int, hides: Bool
  ) -> Case {
    let plan = Fixture.plan(structures)
    let values = Fixture.cells(plan, slots: slots)
    let rule = RoundingRule(base: base, minimumFrequency: minimum)
    return Case(
      values: values, relations: CellRelation.all(in: CellSpace(plan.dimensions)),
      published: values.map {
        hides && (1..<minimum).contains($0) ? .confidential : rule.published($0)
      }, base: base, minimum: minimum)
  }

  func rounded(_ each: Case) throws -> AdditiveRounding {
    try AdditiveRounding.rounded(
      each.published, relations: each.relations, base: each.base, minimumFrequency: each.minimum)
  }

  func count(_ value: CellValue) -> Int? {
    switch value {
    case .count(let count): count
    case .low: 0
    default: nil
    }
  }

  func expectAdditive(_ result: AdditiveRounding, _ each: Case) {
    for relation in each.relations {
      let parts = relation.parts.map { count(result.cells[$0]) }
      guard let whole = count(result.cells[relation.whole]) else { continue }
      let known = parts.compactMap(\.self).reduce(0, +)
      #expect(parts.contains(nil) ? known <= whole : known == whole)
    }
    let reading = AdditiveReading(
      base: each.base, minimumFrequency: each.minimum, steps: result.steps)
    for (cell, value) in result.cells.enumerated() {
      #expect(reading.interval(value).contains(each.values[cell]))
      guard case .count(let new) = value, case .count(let old) = each.published[cell] else {
        #expect(value == each.published[cell])
        continue
      }
      #expect(new % each.base == 0 && abs(new - old) <= result.steps * each.base)
      #expect((new == 0) == (old == 0))
    }
  }

  @Test func twoWayTablesAddUp() throws {
    var moved = 0
    let structures = [Fixture.tree([[0, 1, 2], [3, 4], [5]]), Fixture.flat(4)]
    for seed in 0..<20 as Range<UInt64> {
      var random = SeededRandom(seed)
      let slots = Fixture.people(400, in: structures, &random)
      for (base, minimum) in [(3, 2), (5, 10), (10, 10)] {
        let each = table(structures, slots: slots, base: base, minimum: minimum, hides: true)
        let result = try rounded(each)
        expectAdditive(result, each)
        if result.cells != each.published { moved += 1 }
        #expect(try rounded(each).cells == result.cells)
      }
    }
    #expect(moved > 30)
  }

  /// 2 × 2 × 2 with nothing hidden: whether one with moves of one base at most exists, by trying all.
  @Test func smallTablesAgreeWithEveryRounding() throws {
    let structures = [Fixture.flat(2), Fixture.flat(2), Fixture.flat(2)]
    let plan = Fixture.plan(structures)
    let base = 3
    var widths: Set<Int> = []
    for seed in 0..<7 as Range<UInt64> {
      var random = SeededRandom(seed)
      let slots = (0..<8).map { _ in Int.random(in: 0...9, using: &random) }
      let each = table(structures, slots: slots, base: base, minimum: 1, hides: false)
      let old = each.published.map { count($0) ?? 0 }
      // Atoms are the cells that leave no dimension whole.
      let space = CellSpace(plan.dimensions)
      let atoms = (0..<8).map { atom in
        space.cell([0: 1 + atom >> 2, 1: 1 + atom >> 1 & 1, 2: 1 + atom & 1])
      }
      var least: Int?
      var choice = [Int](repeating: -1, count: 8)
      while true {
        let tried = atoms.indices.map { old[atoms[$0]] + base * choice[$0] }
        if tried.allSatisfy({ $0 >= 0 }) {
          let all = Fixture.cells(plan, slots: tried)
          if zip(all, old).allSatisfy({ abs($0 - $1) <= base && ($0 == 0) == ($1 == 0) }) {
            let change = zip(all, old).reduce(0) { $0 + abs($1.0 - $1.1) }
            least = min(least ?? change, change)
          }
        }
        guard let place = choice.firstIndex(where: { $0 < 1 }) else { break }
        choice[place] += 1
        for before in 0..<place { choice[before] = -1 }
      }
      let found = try? rounded(each)
      #expect((found.map { $0.steps <= 1 } ?? false) == (least != nil), "seed \(seed)")
      guard let found else { continue }
      expectAdditive(found, each)
      widths.insert(found.steps)
      let change = zip(found.cells, old).reduce(0) { $0 + abs((count($1.0) ?? 0) - $1.1) }
      if let least, found.steps <= 1 { #expect(change >= least && change <= 2 * least) }
    }
    #expect(widths.contains(1))
  }

  /// Somebody who knows this method, and tries every database on it: whatever made the same values
  /// rounded one by one made the same additive ones, so every value of a small cell stays possible.
  /// Rounding the true counts to what adds up with the least change is not like that.
  @Test func everyDatabaseLeavesSmallCellsOpen() throws {
    let structures = [Fixture.flat(2), Fixture.flat(2)]
    let (minimum, base) = (3, 3)
    let plan = Fixture.plan(structures, minimum: minimum, base: base)
    let relations = CellRelation.all(in: CellSpace(plan.dimensions))
    let rule = RoundingRule(base: base, minimumFrequency: minimum)
    let databases = EnumerationTests.tables(4, most: 7, sample: nil, seed: 0).map {
      (slots: $0, values: Fixture.cells(plan, slots: $0))
    }
    // The other way: the nearest multiples of the true atoms that change all cells least.
    let nearest = databases.map { database in
      var best: (change: Int, cells: [Int])?
      for choice in 0..<16 {
        let slots = database.slots.indices.map { atom in
          let value = database.slots[atom]
          return value / base * base + (value % base > 0 && choice >> atom & 1 == 1 ? base : 0)
        }
        let cells = Fixture.cells(plan, slots: slots)
        let change = zip(cells, database.values).reduce(0) { $0 + abs($1.0 - $1.1) }
        if change < best?.change ?? .max { best = (change, cells) }
      }
      return best?.cells ?? []
    }
    var known: [[CellValue]: [CellValue]] = [:]
    func additive(_ published: [CellValue]) throws -> [CellValue] {
      if let cells = known[published] { return cells }
      let cells = try AdditiveRounding.rounded(
        published, relations: relations, base: base, minimumFrequency: minimum
      ).cells
      known[published] = cells
      return cells
    }
    var small = 0
    var moved = 0
    var narrowed = 0
    for slots in EnumerationTests.tables(4, most: 5, sample: 40, seed: 8) {
      let problem = try ProtectionProblem(
        cube: Fixture.cube(plan, slots: slots), policy: .standard, release: "r", secret: [1])
      let published = try TableProtection(plan: plan).protect(problem).cells
      let shown = try additive(published)
      if shown != published { moved += 1 }
      let hidden = published.map { $0 == .confidential }
      let open = problem.values.indices.filter { (1..<minimum).contains(problem.values[$0]) }
      small += open.count
      let trueMultiples = nearest[databases.firstIndex { $0.slots == slots }!]
      var possible = [Set<Int>](repeating: [], count: hidden.count)
      var possibleOtherwise = possible
      for (number, database) in databases.enumerated() {
        let values = database.values
        // The same cells hidden, and no small one shown.
        guard values.indices.allSatisfy({ hidden[$0] || !(1..<minimum).contains(values[$0]) })
        else {
          continue
        }
        let own = values.indices.map { hidden[$0] ? .confidential : rule.published(values[$0]) }
        // Everything else about the method aside: a table that looks nothing like it is no candidate.
        if try (own == published ? shown : additive(own)) == shown {
          for cell in open { possible[cell].insert(values[cell]) }
        }
        if values.indices.allSatisfy({
          hidden[$0] || nearest[number][$0] == trueMultiples[$0]
        }) {
          for cell in open { possibleOtherwise[cell].insert(values[cell]) }
        }
      }
      for cell in open {
        #expect(possible[cell].isSuperset(of: 1..<minimum), "\(slots) \(shown)")
        if !possibleOtherwise[cell].isSuperset(of: 1..<minimum) { narrowed += 1 }
      }
    }
    #expect(small > 40 && moved > 5)
    #expect(narrowed > 0)
  }

  @Test func whatCannotBeRoundedIsRefused() throws {
    // 7 is no multiple; a relation names a cell that is not there.
    #expect(throws: AdditiveRoundingError.notRounded) {
      try AdditiveRounding.rounded(
        [.count(7)], relations: [], base: 5, minimumFrequency: 5)
    }
    #expect(throws: AdditiveRoundingError.notRounded) {
      try AdditiveRounding.rounded(
        [.count(5)], relations: [CellRelation(whole: 0, parts: [1])], base: 5, minimumFrequency: 5)
    }
    // Ten parts of at least 5 within a whole of 10: too far to move.
    let far = [CellValue](repeating: .count(5), count: 10)
    #expect(throws: AdditiveRoundingError.none) {
      try AdditiveRounding.rounded(
        [.count(10)] + far, relations: [CellRelation(whole: 0, parts: Array(1...10))], base: 5,
        minimumFrequency: 5)
    }
    // With one part hidden the rest has to fit within the whole, and hidden stays hidden.
    let open = try AdditiveRounding.rounded(
      [.count(10), .count(15), .confidential], relations: [CellRelation(whole: 0, parts: [1, 2])],
      base: 5, minimumFrequency: 10)
    #expect(open.steps == 1 && open.cells[2] == .confidential)
  }

  @Test func publishedValuesAreReadAsTheyMustBe() {
    let reading = AdditiveReading(base: 5, minimumFrequency: 10, steps: 1)
    #expect(reading.interval(.count(20)) == PublishedInterval(13, 27))
    #expect(reading.interval(.count(10)) == PublishedInterval(10, 17))
    #expect(reading.interval(.count(0)) == PublishedInterval(0, 0))
    #expect(reading.interval(.confidential) == .hidden)
    let still = AdditiveReading(base: 5, minimumFrequency: 10, steps: 0)
    #expect(still.interval(.count(25)) == PublishedInterval(23, 27))
    #expect(
      AdditiveReading(base: 10, minimumFrequency: 10, steps: 0).interval(.count(20))
        == PublishedInterval(15, 24))
    #expect(
      AdditiveReading(base: 1, minimumFrequency: 10, steps: 0).interval(.count(25))
        == PublishedInterval(25, 25))
  }
}
