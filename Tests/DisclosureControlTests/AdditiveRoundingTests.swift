import CohortModel
import Tables
import Testing

@testable import DisclosureControl

/// Rounding that adds up, against every rounding there is on small tables.
@Suite struct AdditiveRoundingTests {
  func table(
    _ structures: [CodeStructure], persons: Int, seed: UInt64
  ) -> (values: [Int], relations: [CellRelation]) {
    let plan = Fixture.plan(structures)
    var random = SeededRandom(seed)
    let slots = Fixture.people(persons, in: structures, &random)
    return (
      Fixture.cells(plan, slots: slots), CellRelation.all(in: CellSpace(plan.dimensions))
    )
  }

  func expectAdditive(
    _ rounded: AdditiveRounding, _ values: [Int], _ relations: [CellRelation], base: Int,
    hidden: Set<Int> = []
  ) {
    for relation in relations {
      #expect(
        rounded.values[relation.whole]
          == relation.parts.reduce(0) { $0 + rounded.values[$1] })
    }
    let reading = AdditiveReading(base: base, minimumFrequency: 1, steps: rounded.steps)
    for (cell, value) in rounded.values.enumerated() {
      #expect(value % base == 0 && value >= 0)
      guard !hidden.contains(cell) else { continue }
      #expect(abs(value - values[cell]) < rounded.steps * base)
      #expect(values[cell] > 0 || value == 0)
      #expect(reading.interval(.count(value)).contains(values[cell]))
    }
  }

  /// In two variables, one of them a hierarchy, there is always one next to every value.
  @Test func twoWayTablesAreRoundedToTheNextMultiples() throws {
    for seed in 0..<60 as Range<UInt64> {
      let (values, relations) = table(
        [Fixture.tree([[0, 1, 2], [3, 4], [5]]), Fixture.flat(4)], persons: 300, seed: seed)
      for base in [3, 5, 10] {
        let rounded = try AdditiveRounding.rounded(
          values: values, relations: relations, base: base)
        #expect(rounded.steps == 1)
        expectAdditive(rounded, values, relations, base: base)
        #expect(
          try AdditiveRounding.rounded(values: values, relations: relations, base: base).values
            == rounded.values)
      }
    }
  }

  /// 2 × 2 × 2: whether a rounding to the next multiples exists, by trying all.
  @Test func smallTablesAgreeWithEveryRounding() throws {
    let structures = [Fixture.flat(2), Fixture.flat(2), Fixture.flat(2)]
    let plan = Fixture.plan(structures)
    let base = 3
    var widened = 0
    for seed in 0..<150 as Range<UInt64> {
      var random = SeededRandom(seed)
      let slots = (0..<8).map { _ in Int.random(in: 0...7, using: &random) }
      let values = Fixture.cells(plan, slots: slots)
      let relations = CellRelation.all(in: CellSpace(plan.dimensions))
      var least: Int?
      for choice in 0..<256 {
        let rounded = slots.indices.map { atom in
          slots[atom] / base * base + (choice >> atom & 1 == 1 && slots[atom] % base > 0 ? base : 0)
        }
        let all = Fixture.cells(plan, slots: rounded)
        guard zip(all, values).allSatisfy({ abs($0 - $1) < base && ($1 > 0 || $0 == 0) }) else {
          continue
        }
        let change = zip(all, values).reduce(0) { $0 + abs($1.0 - $1.1) }
        least = min(least ?? change, change)
      }
      let found = try AdditiveRounding.rounded(values: values, relations: relations, base: base)
      #expect((found.steps == 1) == (least != nil), "seed \(seed)")
      expectAdditive(found, values, relations, base: base)
      let change = zip(found.values, values).reduce(0) { $0 + abs($1.0 - $1.1) }
      if let least, found.steps == 1 { #expect(change >= least && change <= 2 * least) }
      if found.steps > 1 { widened += 1 }
    }
    print("additive rounding: \(widened) of 150 tables went further than the next multiples")
  }

  @Test func hiddenCellsLeaveRoomForOthers() throws {
    for seed in 0..<30 as Range<UInt64> {
      let (values, relations) = table(
        [Fixture.flat(4), Fixture.flat(3)], persons: 200, seed: seed)
      let hidden = Set(values.indices.filter { (1..<10).contains(values[$0]) })
      let rounded = try AdditiveRounding.rounded(
        values: values, relations: relations, base: 5, hidden: hidden)
      expectAdditive(rounded, values, relations, base: 5, hidden: hidden)
    }
  }

  @Test func whatCannotBeRoundedIsRefused() throws {
    // One whole that is said to have two breakdowns which zeros forbid to agree after rounding: a
    // part that is zero cannot take up what the others leave.
    #expect(throws: AdditiveRoundingError.doesNotAddUp) {
      try AdditiveRounding.rounded(
        values: [5, 2, 2], relations: [CellRelation(whole: 0, parts: [1, 2])], base: 5)
    }
    #expect(throws: AdditiveRoundingError.doesNotAddUp) {
      try AdditiveRounding.rounded(
        values: [4, 2, 2], relations: [CellRelation(whole: 0, parts: [1, 7])], base: 5)
    }
    // Twelve parts of 1 make 12; to base 3 with nothing further than one base away, four of them
    // become 3. With no programmes left after the first, what needs a search is given up.
    let many = try AdditiveRounding.rounded(
      values: [12] + [Int](repeating: 1, count: 12),
      relations: [CellRelation(whole: 0, parts: Array(1...12))], base: 3)
    #expect(many.steps == 1 && many.values.filter { $0 == 3 }.count == 4)
  }

  @Test func publishedValuesAreReadAsTheyMustBe() {
    let reading = AdditiveReading(base: 5, minimumFrequency: 10)
    #expect(reading.interval(.count(15)) == PublishedInterval(11, 19))
    #expect(reading.interval(.count(10)) == PublishedInterval(10, 14))
    #expect(reading.interval(.count(0)) == PublishedInterval(0, 0))
    #expect(reading.interval(.confidential) == .hidden)
    let wide = AdditiveReading(base: 5, minimumFrequency: 10, steps: 2)
    #expect(wide.interval(.count(25)) == PublishedInterval(16, 34))
    #expect(
      AdditiveReading(base: 1, minimumFrequency: 10).interval(.count(25))
        == PublishedInterval(25, 25))
  }
}
