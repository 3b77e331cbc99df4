import CohortModel
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
    for number in 0..<SuiteLength.cases(320, long: 10_000) where number % Self.parts == part {
      let small = SmallCase(number)
      let cells = try small.cells()
      var attack = Withstanding(small, cells)
      let breaches = attack.breaches()
      #expect(
        breaches.isEmpty,
        "case \(number) (\(small.shape), \(small.plan.profile)): \(breaches)")
      unsafe += cells.indices.count { small.required($0) != nil }
    }
    #expect(unsafe > 40)
  }

  /// How many more cells are hidden than the fewest that would do, found by exhaustion. More than one
  /// is no error: what is cheapest is not always fewest (the cost counts persons, and totals more), and
  /// the scalable method promises no optimum. It is noted.
  @Test(
    .enabled(if: SuiteLength.isLong), arguments: [SuppressionPolicy.Method.scalable, .automatic])
  func cellsHiddenBeyondTheFewestThatWouldDo(method: SuppressionPolicy.Method) throws {
    var excesses: [Int: Int] = [:]
    var notes: [String] = []
    var (undecided, none) = (0, 0)
    var (least, hidden) = (0, 0)
    for number in 0..<1_000 {
      let small = SmallCase(number, method)
      // Beyond that, trying every choice of cells takes too long.
      guard small.plan.cellCount <= 16 else { continue }
      let problem = try small.problem()
      let cells = try small.cells()
      let fixed = Set(cells.indices.filter(problem.isHiddenFromTheStart))
      let known = Set(cells.indices.filter { problem.statuses[$0] == .publishedZero })
      let further = cells.indices.count { cells[$0] == .confidential && !fixed.contains($0) }
      // Nothing is published at all: a table that cannot be protected otherwise, or was given up.
      guard known.allSatisfy({ cells[$0] != .confidential }) else { continue }
      guard further > 0 else {
        none += 1
        continue
      }
      var search = LeastHidden(small, fixed: fixed, known: known)
      guard let fewest = search.count(below: further, choices: 600)
      else {
        undecided += 1
        continue
      }
      excesses[further - fewest, default: 0] += 1
      least += fewest
      hidden += further
      if further - fewest > 1 {
        notes.append("\(number) (\(small.shape)): \(further) for \(fewest)")
      }
    }
    let distribution = excesses.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    print(
      "beyond the fewest, \(method.rawValue): \(distribution.joined(separator: ", "));"
        + " nothing to hide besides: \(none); undecided: \(undecided); \(hidden) cells hidden,"
        + " \(least) at least; more than one too many: \(notes.joined(separator: "; "))")
    let decided = excesses.values.reduce(0, +)
    #expect(decided > 50)
    #expect(excesses[0, default: 0] + excesses[1, default: 0] >= decided * 7 / 10)
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
