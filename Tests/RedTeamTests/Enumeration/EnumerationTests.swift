import DisclosureControl
import Foundation
import Tables
import Testing

/// Small tables of all kinds, protected and then tried against every database.
@Suite struct SmallTableEnumerationTests {
  static let parts = 8

  @Test(arguments: 0..<parts)
  func protectedTablesSatisfyTheDefinition(part: Int) throws {
    var unsafe = 0
    for number in 0..<SuiteLength.cases(400, long: 10_000) where number % Self.parts == part {
      let small = SmallCase(number)
      let cells = try small.cells()
      var attack = Withstanding(small, cells)
      let breaches = attack.breaches()
      #expect(
        breaches.isEmpty,
        "case \(number) (\(small.shape), \(small.plan.profile)): \(breaches)")
      unsafe += cells.indices.count { small.required($0) != nil }
    }
    #expect(unsafe > 50)
  }

  /// How many more cells are hidden than the fewest that would do, found by exhaustion.
  @Test(.enabled(if: SuiteLength.isLong)) func fewCellsAreHiddenBeyondTheFewestThatWouldDo() throws
  {
    var excesses: [Int: Int] = [:]
    var undecided = 0
    var least = 0
    var hidden = 0
    for number in 0..<2_000 {
      let small = SmallCase(number)
      // Beyond that, trying every choice of cells takes too long.
      guard small.plan.cellCount <= 16 else { continue }
      let problem = try small.problem()
      let cells = try small.cells()
      let fixed = Set(cells.indices.filter(problem.isHiddenFromTheStart))
      let known = Set(cells.indices.filter { problem.statuses[$0] == .publishedZero })
      let further = cells.indices.count { cells[$0] == .confidential && !fixed.contains($0) }
      // Nothing is published at all: a table that cannot be protected otherwise, or was given up.
      guard known.allSatisfy({ cells[$0] != .confidential }), further > 0 else { continue }
      var search = LeastHidden(small, fixed: fixed, known: known)
      guard let fewest = search.count(below: further, choices: 400) else {
        undecided += 1
        continue
      }
      excesses[further - fewest, default: 0] += 1
      least += fewest
      hidden += further
    }
    let distribution = excesses.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    print(
      "beyond the fewest: \(distribution.joined(separator: ", ")); undecided \(undecided);"
        + " \(hidden) cells hidden, \(least) at least")
    let decided = excesses.values.reduce(0, +)
    #expect(decided > 30)
    #expect(excesses[0, default: 0] + excesses[1, default: 0] >= decided * 8 / 10)
  }

  /// The search itself against plain enumeration, box by box.
  @Test func theSearchMissesNothing() {
    var random = RepeatableRandom(4)
    var found = 0
    for _ in 0..<300 {
      var facts = Facts(atomCount: 4)
      for atom in 0..<4 { facts.add([atom], 0, 3) }
      for _ in 0..<3 {
        let atoms = (0..<4).filter { _ in random.once(in: 2) }
        let lower = random.number(0...7)
        facts.add(atoms, lower, random.once(in: 3) ? nil : lower + random.number(0...1))
      }
      var isPossible = false
      for code in 0..<256 {
        if facts.allow((0..<4).map { code >> (2 * $0) & 3 }) { isPossible = true }
      }
      var search = DatabaseSearch(facts)
      let database = search.database(near: [0, 0, 0, 0])
      #expect((database != nil) == isPossible)
      #expect(IntegerProgramme.database(facts).map { facts.allow($0) } ?? !isPossible)
      found += isPossible ? 1 : 0
    }
    #expect(found > 50 && found < 250)
  }
}
