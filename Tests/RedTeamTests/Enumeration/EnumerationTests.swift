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
    for number in 0..<SuiteLength.cases(160, long: 10_000) where number % Self.parts == part {
      let small = SmallCase(number)
      let cells = try small.cells()
      var attack = Withstanding(small, cells)
      let breaches = attack.breaches()
      #expect(
        breaches.isEmpty,
        "case \(number) (\(small.shape), \(small.plan.profile)): \(breaches)")
      unsafe += cells.indices.count { small.required($0) != nil }
    }
    #expect(unsafe > 30)
  }

  /// The same, reasoning from what is promised.
  @Test(arguments: 0..<parts)
  func thePromiseItselfTellsNothing(part: Int) throws {
    var hidden = 0
    for number in 0..<SuiteLength.cases(160, long: 10_000) where number % Self.parts == part {
      let small = SmallCase(number)
      let cells = try small.cells()
      var attack = Withstanding(small, cells)
      let breach = attack.breachByPromise()
      #expect(breach == nil, "case \(number) (\(small.shape), \(small.plan.profile))")
      hidden += cells.count { $0 == .confidential }
    }
    #expect(hidden > 30)
  }

  /// How many more cells the scalable method hides than the optimum of fewest cells. More than one is
  /// no error, for it promises no optimum, and is noted.
  @Test func cellsHiddenBeyondTheOptimum() throws {
    var excesses: [Int: Int] = [:]
    var notes: [String] = []
    for number in 0..<SuiteLength.cases(20, long: 4_000) {
      let hidden = try [SuppressionPolicy.Method.scalable, .automatic].map { method in
        try SmallCase(number, method).cells().count { $0 == .confidential }
      }
      let excess = hidden[0] - hidden[1]
      excesses[excess, default: 0] += 1
      if excess > 1 { notes.append("\(number) (\(SmallCase(number).shape)): \(excess)") }
    }
    let distribution = excesses.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    print(
      "hidden beyond the optimum: \(distribution.joined(separator: ", "));"
        + " more than one in \(notes.count): \(notes.prefix(20).joined(separator: "; "))")
    let all = excesses.values.reduce(0, +)
    #expect(excesses.filter { $0.key <= 1 }.values.reduce(0, +) * 10 >= all * 8)
  }

  /// The optimum against every choice of cells, where these are few enough to be gone through.
  @Test(.enabled(if: SuiteLength.isLong)) func noChoiceHidesFewerThanTheOptimum() throws {
    var decided = 0
    var more: [String] = []
    for number in 0..<1_000 {
      let small = SmallCase(number, .automatic)
      guard small.plan.cellCount <= 12 else { continue }
      let problem = try small.problem()
      let cells = try small.cells()
      let fixed = Set(cells.indices.filter(problem.isHiddenFromTheStart))
      let known = Set(cells.indices.filter { problem.statuses[$0] == .publishedZero })
      let further = cells.indices.count { cells[$0] == .confidential && !fixed.contains($0) }
      guard known.allSatisfy({ cells[$0] != .confidential }), further > 0 else { continue }
      var search = LeastHidden(small, fixed: fixed, known: known)
      guard let fewest = search.count(below: further, choices: 60) else { continue }
      decided += 1
      if fewest < further { more.append("\(number) (\(small.shape)): \(further) for \(fewest)") }
    }
    print("fewest by exhaustion: \(decided) cases, more hidden in \(more.joined(separator: "; "))")
    #expect(decided > 5)
    #expect(more.count * 10 <= decided * 2)
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
