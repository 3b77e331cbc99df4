import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// Tables that are given together: protected one by one they give cells away, together they do not.
@Suite struct TogetherTests {
  private static let apart = Defences.all.subtracting(.jointProtection)

  /// Against an attacker who tries every database.
  @Test(arguments: TablePair.Overlap.allCases, [1, 3])
  func togetherNoDatabaseIsLostToTheOtherTable(overlap: TablePair.Overlap, base: Int) throws {
    var random = SeededRandom(UInt64(base))
    var leaks = 0
    for _ in 0..<40 {
      let pair = TablePair(
        overlap, minimum: 3, base: base,
        counts: 0...([.overlappingGroups, .multiResponse].contains(overlap) ? 3 : 6),
        &random)
      let apart = try pair.protected(Self.apart)
      let together = try pair.protected()
      leaks += pair.givenAway(apart)
      #expect(pair.givenAway(together) == 0, "\(pair.persons) \(together)")
    }
    // A code and its complement are in both tables: they are safe side by side.
    #expect(
      leaks > 0 || overlap == .multiResponse,
      "one by one the tables give nothing away: this shows nothing")
  }

  /// Larger tables, attacked with linear programmes from their definitions.
  @Test(arguments: TablePair.Overlap.allCases)
  func theJointAttackFindsNothingThatIsSmall(overlap: TablePair.Overlap) throws {
    var random = SeededRandom(11)
    for _ in 0..<6 {
      let pair = TablePair(overlap, minimum: 10, base: 5, counts: 0...40, &random)
      let cells = try pair.protected()
      let findings = try JointAttack(pair.tables(cells)).run()
      #expect(findings.contradictions == [])
      for finding in findings.cells where finding.outcome != .open {
        let table = try #require(
          finding.table.flatMap { name in (0..<2).first { "t\($0)" == name } },
          "the difference \(finding.name) is given away")
        let truth = JointFixture.cube(pair.plans[table], pair.persons)
        let index = try #require(finding.index)
        #expect(!(1..<10).contains(truth[index]), "\(finding)")
      }
    }
  }

  @Test func whatIsHiddenInOneTableIsHiddenInAll() throws {
    var random = SeededRandom(5)
    for overlap in TablePair.Overlap.allCases {
      let pair = TablePair(overlap, minimum: 10, base: 5, counts: 0...30, &random)
      let cells = try pair.protected()
      #expect(cells == (try pair.protected()))
      // The whole, and both sexes, stand in both tables.
      #expect(cells[0][0] == cells[1][0])
      if overlap == .recodes {
        for sex in 1...2 { #expect(cells[0][sex] == cells[1][sex]) }
      }
    }
  }

  /// The same tables at two link levels: what is small at one is hidden at both.
  @Test func whatIsHiddenAtOneLinkLevelIsHiddenAtAll() throws {
    let dimensions = [JointFixture.dimension("sex", [["F"], ["M"]])]
    let plans = [LinkLevel.high, .low].map { JointFixture.plan(dimensions, linkLevel: $0) }
    func count(_ plan: TablePlan) -> RawCube {
      let women = plan.linkLevel == .high ? 6 : 40
      return RawCube(
        plan: plan,
        persons: JointFixture.cube(plan, [(["sex": "F"], women), (["sex": "M"], 60)]))
    }
    let members = try plans.map { plan in
      TableSetProtection.Member(
        plan: plan,
        problem: try ProtectionProblem(
          cube: count(plan), policy: .standard, release: "r", secret: [1]))
    }
    let apart = try TableSetProtection(
      members, package: nil, defences: Self.apart, count: count
    ).protect()
    #expect(apart[0][1] == .confidential && apart[1][1] == .count(40))
    let together = try TableSetProtection(members, package: nil, count: count).protect()
    #expect(together[0].map { $0 == .confidential } == together[1].map { $0 == .confidential })
    #expect(together[1][1] == .confidential)
  }

  /// Where the tables would take more atoms than are allowed, the later ones show nothing of their
  /// own.
  @Test func tablesBeyondReachAreConfidential() throws {
    var random = SeededRandom(3)
    let pair = TablePair(.recodes, minimum: 10, base: 5, counts: 60...90, &random)
    let cells = try TableSetProtection(
      pair.members(), package: nil, mostAtoms: 5, count: pair.count
    ).protect()
    #expect(!cells[0].contains(.confidential))
    // Everyone and the sexes are cells of the first table as well; the recoded ages are not.
    #expect(cells[1][..<3] == cells[0][..<3])
    #expect(cells[1][3...].allSatisfy { $0 == .confidential })
  }

  @Test func countsThatDoNotAddUpAreNotPublished() throws {
    var random = SeededRandom(3)
    let pair = TablePair(.recodes, minimum: 10, base: 5, counts: 60...90, &random)
    #expect(throws: InconsistentTable.self) {
      try TableSetProtection(pair.members(), package: nil) { plan in
        RawCube(plan: plan, persons: pair.count(plan).persons.map { $0 + 1 })
      }.protect()
    }
  }

  /// Cells of at least ten persons that are published together, relative to each table by itself.
  @Test func mostOfWhatIsPublishedAloneIsPublishedTogether() throws {
    var random = SeededRandom(21)
    var (alone, together) = (0, 0)
    for round in 0..<30 {
      let overlap = TablePair.Overlap.allCases[round % TablePair.Overlap.allCases.count]
      let pair = TablePair(overlap, minimum: 10, base: 5, counts: 0...80, &random)
      func published(_ defences: Defences) throws -> Int {
        try pair.protected(defences).joined().count {
          if case .count(let count) = $0 { count > 0 } else { false }
        }
      }
      alone += try published(Self.apart)
      together += try published(.all)
    }
    print("published together: \(together) of \(alone) alone")
    #expect(together <= alone)
    #expect(Double(together) >= 0.6 * Double(alone))
  }
}
