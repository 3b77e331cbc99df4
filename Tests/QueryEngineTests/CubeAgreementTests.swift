import CohortModel
import QueryEngine
import Testing

/// The engine against a slow counter and against SQL, over cohorts, queries and records drawn at
/// random.
struct CubeAgreementTests {
  static let packages: UInt64 = 340
  static let plansPerPackage = 6

  /// Where two cubes differ, without their numbers.
  static func difference(_ left: RawCube, _ right: RawCube) -> String? {
    if left.persons != right.persons { return "persons" }
    if left.totals != right.totals { return "totals" }
    if left.largest != right.largest { return "largest" }
    if left.secondLargest != right.secondLargest { return "second largest" }
    if left.keySums != right.keySums { return "key sums" }
    return nil
  }

  @Test func referenceCounterAgrees() throws {
    var isCounted = 0
    for seed in 0..<CubeAgreementTests.packages {
      var random = RandomPackage(seed: seed)
      let book = random.book()
      // Threads that would not pay, so that ranges of members are cut and put together.
      let engine = CohortEngine(
        source: InMemorySource(book, variety: seed), threads: 3, membersPerThread: 5)
      for number in 0..<CubeAgreementTests.plansPerPackage {
        var plan = random.plan(book.package)
        // Every other seed with the keys of cells.
        if seed % 2 == 1 { plan.profile.cellKey = .standard }
        let cube = try engine.count(plan)
        #expect((cube.keySums != nil) == (plan.profile.cellKey != nil && plan.counting == .persons))
        let expected = ReferenceCounter(book, pilot: book.package.pilots[0], level: plan.linkLevel)
          .count(plan)
        let difference = CubeAgreementTests.difference(cube, expected)
        #expect(difference == nil, "seed \(seed), plan \(number): \(plan.query)")
        if difference == nil { isCounted += 1 }
      }
    }
    #expect(isCounted >= 2_000)
  }

  @Test func sqlAgrees() throws {
    var isCounted = 0
    var isInhabited = 0
    for seed in 0..<CubeAgreementTests.packages {
      // Other cohorts than those of the reference counter.
      var random = RandomPackage(seed: seed + 1_000_000)
      let book = random.book()
      let engine = CohortEngine(source: InMemorySource(book, variety: seed), threads: 1)
      let database = try book.database()
      for number in 0..<CubeAgreementTests.plansPerPackage {
        let plan = random.plan(book.package)
        let cube = try engine.count(plan)
        let expected = try SQLCompiler(plan, package: book.package).cube(in: database)
        let difference = CubeAgreementTests.difference(cube, expected)
        #expect(difference == nil, "seed \(seed), plan \(number): \(plan.query)")
        if difference == nil { isCounted += 1 }
        if cube.persons.filter({ $0 > 0 }).count > 4 { isInhabited += 1 }
      }
    }
    #expect(isCounted >= 2_000)
    // Most of the cubes say something.
    #expect(isInhabited >= 1_000)
  }
}
