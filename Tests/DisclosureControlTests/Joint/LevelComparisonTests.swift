import CohortModel
import Foundation
import QueryEngine
import Tables
import Testing

@testable import DisclosureControl

/// A table at several link levels, shown side by side.
@Suite struct LevelComparisonTests {
  private static let minimum = 3

  private struct Level {
    var plan: TablePlan
    var problem: ProtectionProblem
    var published: [CellValue]
  }

  private static func level(_ level: LinkLevel, base: Int, _ counts: [Int]) throws -> Level {
    let plan = JointFixture.plan(
      [
        JointFixture.dimension("sex", [["F"], ["M"]]),
        JointFixture.dimension("area", [["A"], ["B"]]),
      ], minimum: minimum, base: base, linkLevel: level)
    let problem = try ProtectionProblem(
      cube: count(plan, counts), policy: .standard, release: "r", secret: [1])
    return Level(
      plan: plan, problem: problem,
      published: try TableProtection(plan: plan).protect(problem).cells)
  }

  private static func count(_ plan: TablePlan, _ counts: [Int]) -> RawCube {
    RawCube(plan: plan, persons: values(counts))
  }

  /// Everyone, A, B; women, of A, of B; men, of A, of B.
  private static func values(_ atoms: [Int]) -> [Int] {
    let (a, b, c, d) = (atoms[0], atoms[1], atoms[2], atoms[3])
    return [a + b + c + d, a + c, b + d, a + b, a, b, c + d, c, d]
  }

  /// Per cell the values that it has in some database that agrees with what is shown.
  private static func possible(_ shown: [CellValue], base: Int) -> [Set<Int>] {
    let rounding = RoundingRule(base: base, minimumFrequency: minimum)
    var possible = [Set<Int>](repeating: [], count: 9)
    func go(_ atoms: [Int]) {
      guard atoms.count == 4 else {
        for number in 0...13 { go(atoms + [number]) }
        return
      }
      let values = values(atoms)
      for (value, cell) in zip(values, shown) {
        if cell != .confidential, rounding.published(value) != cell { return }
      }
      for (cell, value) in values.enumerated() { possible[cell].insert(value) }
    }
    go([])
    return possible
  }

  /// How many small differences leave something out of 1 … t − 1.
  private static func givenAway(
    _ shown: [[CellValue]], _ truth: [[Int]], base: Int
  ) -> Int {
    let possible = shown.map { Self.possible($0, base: base) }
    var count = 0
    for (first, second) in [(0, 1), (1, 0)] {
      for cell in 0..<9 where (1..<minimum).contains(truth[first][cell] - truth[second][cell]) {
        let open = (1..<minimum).allSatisfy { difference in
          possible[second][cell].contains { possible[first][cell].contains($0 + difference) }
        }
        if !open { count += 1 }
      }
    }
    return count
  }

  /// Against an attacker who tries every database of both levels.
  @Test(arguments: [1, 3]) func noSmallDifferenceIsGivenAway(base: Int) throws {
    var random = SeededRandom(UInt64(40 + base))
    var leaks = 0
    for round in 0..<25 {
      let strict = (0..<4).map { _ in Int.random(in: 0...9, using: &random) }
      // A looser link makes one person of two here and there.
      let loose = strict.map {
        max(0, $0 - [0, 0, 1, 2, 4][Int.random(in: 0..<5, using: &random)])
      }
      let levels = [
        try Self.level(.high, base: base, strict), try Self.level(.low, base: base, loose),
      ]
      let truth = [Self.values(strict), Self.values(loose)]
      let comparison = LevelComparison(
        levels.map(\.problem), published: levels.map(\.published), minimum: Self.minimum)
      let together = try TableSetProtection(
        zip(levels, comparison.problems).map {
          TableSetProtection.Member(plan: $0.plan, problem: $1)
        }, package: nil,
        count: { Self.count($0, $0.linkLevel == .high ? strict : loose) }
      ).protect()
      leaks += Self.givenAway(levels.map(\.published), truth, base: base)
      #expect(
        Self.givenAway(together, truth, base: base) == 0,
        "round \(round): \(strict) \(loose) \(together)")
      #expect(
        together[0].map { $0 == .confidential } == together[1].map { $0 == .confidential })
      for (level, cells) in together.enumerated() {
        for cell in cells.indices where levels[level].published[cell] == .confidential {
          #expect(cells[cell] == .confidential)
        }
      }
    }
    #expect(leaks > 0, "one by one nothing is given away: this shows nothing")
  }

  /// Refusals follow from the query alone.
  @Test func onlyPersonsAreCompared() throws {
    let release = Release(source: SmallSource(persons: 60, seed: 5))
    var events = CohortQuery(pilot: "p", rows: [AxisVariable("sex")])
    events.measure = .events(nil)
    var units = CohortQuery(pilot: "p", rows: [AxisVariable("sex")])
    units.unit = "household"
    for query in [events, units] {
      #expect(throws: ServiceError.self) {
        try release.tables(for: query, at: LinkLevel.allCases)
      }
    }
    let persons = CohortQuery(pilot: "p", rows: [AxisVariable("sex")])
    #expect(throws: ServiceError.self) { try release.tables(for: persons, at: []) }
    #expect(throws: ServiceError.self) { try release.tables(for: persons, at: [.low, .low]) }
  }

  @Test func everyLevelHasItsLineInTheLog() throws {
    let folder = NSTemporaryDirectory() + "/bold-levels-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let log = try AuditLog(path: folder + "/audit.log")
    let release = Release(source: SmallSource(persons: 90, seed: 5), log: log)
    let query = CohortQuery(pilot: "p", rows: [AxisVariable("sex")])
    let tables = try release.tables(for: query, at: LinkLevel.allCases)
    var events = query
    events.measure = .events(nil)
    #expect(throws: ServiceError.self) {
      try release.tables(for: events, at: LinkLevel.allCases)
    }
    let reading = try AuditLog.read(folder + "/audit.log")
    #expect(reading.problem == nil)
    #expect(reading.lines.count == 4)
    let asked = LinkLevel.allCases.map { level in
      var asked = query
      asked.linkLevel = level
      return asked.text
    }
    let entries = try log.entries(from: 0).entries
    #expect(Set(entries.prefix(3).map(\.query)) == Set(asked))
    #expect(Set(entries.prefix(3).compactMap(\.table)) == Set(tables.map(\.certificate.hash)))
    #expect(entries.prefix(3).allSatisfy { $0.outcome == .answered && $0.kind == .query })
    #expect(entries[3].outcome == .refused)
    // Taken away they are logged as an export, each, before they are handed out.
    let exported = try release.export(query, at: LinkLevel.allCases, as: "csv")
    #expect(exported == tables)
    let later = try log.entries(from: 0).entries.dropFirst(4)
    #expect(Set(later.map(\.query)) == Set(asked))
    #expect(later.allSatisfy { $0.kind == .export && $0.format == "csv" })
  }
}
