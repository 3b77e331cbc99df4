import CohortModel
import Foundation
import Tables
import Testing

@testable import DisclosureControl

/// Which times stand beside a pathway, and what the log says of them.
@Suite struct TimesBesideTests {
  /// A pilot whose stages have windows, in days.
  private static func package(_ windows: [Window?]) -> DataPackage {
    var package = SmallSource(persons: 1, seed: 1).package
    package.policy.elapsedBins = [7, 28, 91]
    var stages = [Stage(name: "start", label: "Start")]
    for (place, window) in windows.enumerated() {
      stages.append(
        Stage(name: "s\(place)", label: "Stage \(place)", event: "seen", window: window))
    }
    package.pilots[0].stages = stages
    return package
  }

  /// What says when something was, or that nobody was observed for so long, ties the days of all steps.
  @Test func whatTellsOfTimeHidesAllTimes() throws {
    func shown(_ package: DataPackage, _ text: String) throws -> [Bool] {
      let plan = { (query: CohortQuery) throws(QueryProblem) in
        try TablePlan(query, package: package).inCanonicalOrder
      }
      return try TimesBeside(plan(CohortQuery(text: text)), package: package, plan: plan)
        .steps.map(\.canBeShown)
    }
    var package = Self.package([nil, nil])
    #expect(try shown(package, "p rows stage columns sex") == [true, true])
    #expect(try shown(package, "p rows stage period 2020") == [false, false])
    // The last bins begin after 91 days: two steps of them take 184.
    package.pilots[0].followUp.until = package.period.first.adding(days: 184)
    #expect(try shown(package, "p rows stage") == [true, true])
    package.pilots[0].followUp.until = package.period.first.adding(days: 183)
    #expect(try shown(package, "p rows stage") == [true, false])
  }

  private static func shown(_ windows: [Window?]) throws -> [Bool] {
    try beside(windows).steps.map(\.canBeShown)
  }

  private static func beside(_ windows: [Window?]) throws -> TimesBeside {
    let package = package(windows)
    func plan(_ query: CohortQuery) throws(QueryProblem) -> TablePlan {
      try TablePlan(query, package: package)
    }
    let query = CohortQuery(pilot: "p", rows: [AxisVariable("stage")])
    return try TimesBeside(try plan(query).inCanonicalOrder, package: package, plan: plan)
  }

  private static func fromIndex(_ days: Int) -> Window { Window(CalendarSpan(days, .days)) }
  private static func fromPrevious(_ days: Int) -> Window {
    Window(CalendarSpan(days, .days), of: .previous)
  }

  @Test func stepsThatNothingTiesAreShown() throws {
    #expect(try Self.shown([nil, nil, nil]) == [true, true, true])
    #expect(try Self.shown([Self.fromPrevious(30), Self.fromPrevious(30)]) == [true, true])
    // At least 29 and 92 days, in 121.
    #expect(try Self.shown([Self.fromIndex(42), Self.fromIndex(121)]) == [true, true])
  }

  /// Bins of 0 to 7, 8 to 28, 29 to 91 days, and more.
  @Test func whatEarlierTimesExcludeIsALimit() throws {
    typealias Limit = TimesBeside.Limit
    let two = [Self.fromIndex(42), Self.fromIndex(120)]
    #expect(try Self.shown(two) == [true, true])
    // 92 days and more leave 28 for the first step.
    #expect(
      try Self.beside(two).limits
        == [
          Limit(
            late: .init(step: 1, bin: 3), early: [.init(step: 0, bin: 0), .init(step: 0, bin: 1)])
        ])
    let three = [Self.fromIndex(5), Self.fromIndex(42), Self.fromIndex(100)]
    #expect(try Self.shown(three) == [true, true, true])
    // 8 days are left for the first two, of which the first takes at most 5.
    #expect(
      try Self.beside(three).limits
        == [
          Limit(
            late: .init(step: 2, bin: 3), early: [.init(step: 1, bin: 0), .init(step: 1, bin: 1)])
        ])
  }

  @Test func aStepThatEarlierTimesSayMoreOfIsNotShown() throws {
    // Two of its bins.
    #expect(try Self.shown([Self.fromIndex(42), Self.fromIndex(36)]) == [true, false])
    // A second such step is not, and the next is looked at beside those that are.
    #expect(
      try Self.shown([Self.fromIndex(42), Self.fromIndex(120), Self.fromIndex(150), nil])
        == [true, true, false, true])
    // Who came to the last stage cannot have taken long to the first.
    #expect(try Self.shown([Self.fromIndex(42), Self.fromIndex(20)]) == [false, false])
  }

  @Test func everyTableHasItsLineInTheLog() throws {
    let folder = NSTemporaryDirectory() + "/bold-times-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let log = try AuditLog(path: folder + "/audit.log")
    let source = SyntheticStore(persons: 400, seed: 3).source
    let release = Release(source: source, log: log)
    let pilot = try #require(source.package.pilots.first { $0.stages.count > 2 })
    let query = CohortQuery(pilot: pilot.name, rows: [AxisVariable("stage")])
    let tables = try release.times(beside: query)
    #expect(tables.count == pilot.stages.count - 1)
    let entries = try log.entries(from: 0).entries
    #expect(entries.map(\.table) == tables.map(\.certificate.hash))
    #expect(entries.map(\.query) == tables.map(\.query.text))
    var other = query
    other.rows = []
    #expect(throws: ServiceError.self) { try release.times(beside: other) }
    #expect(try log.entries(from: 0).entries.last?.outcome == .refused)
  }
}
