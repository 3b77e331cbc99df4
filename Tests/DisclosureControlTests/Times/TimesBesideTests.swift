import CohortModel
import Foundation
import Tables
import Testing

@testable import DisclosureControl

/// Which times stand beside a pathway, and what the log says of them.
@Suite struct TimesBesideTests {
  /// A pilot whose stages have windows, each with records of its own.
  private static func package(_ windows: [Window?]) -> DataPackage {
    var package = SmallSource(persons: 1, seed: 1).package
    package.policy.elapsedBins = [7, 28, 91]
    let codes = windows.indices.map { Code("k\($0)", "Kind \($0)") }
    package.codeLists.append(CodeList(name: "kinds", codes: codes + [Code("z", "Other")]))
    package.resources.append(
      Resource(
        name: "visits", path: "data/visits.csv",
        fields: [
          Field(name: "person", isRequired: true), Field(name: "date", kind: .date),
          Field(name: "other", kind: .date), Field(name: "month", kind: .yearmonth),
          Field(name: "kind", codeList: "kinds"), Field(name: "well", kind: .boolean),
          Field(name: "case"),
        ], personField: "person", dateField: "date"))
    var stages = [Stage(name: "start", label: "Start")]
    for (place, window) in windows.enumerated() {
      stages.append(
        Stage(name: "s\(place)", label: "Stage \(place)", event: "e\(place)", window: window))
      package.pilots[0].events.append(
        EventDefinition(
          name: "e\(place)", label: "Event \(place)", resource: "visits",
          conditions: [FieldCondition(field: "kind", codes: ["k\(place)"])]))
    }
    package.pilots[0].stages = stages
    return package
  }

  /// - Parameter change: the pilot, and the number of an event of it by the stage that it makes.
  private static func shown(
    _ windows: [Window?], _ change: (inout Pilot, (Int) -> Int) -> Void
  ) throws -> [Bool] {
    var package = package(windows)
    let events = package.pilots[0].events
    change(&package.pilots[0]) { stage in events.firstIndex { $0.name == "e\(stage)" }! }
    return try beside(package).steps.map(\.canBeShown)
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
    try beside(package(windows))
  }

  private static func beside(_ package: DataPackage) throws -> TimesBeside {
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

  /// What else definitions can ask of days.
  @Test func definitionsThatSayMoreOfDaysHideAllTimes() throws {
    let windows = [Window?](repeating: nil, count: 2)
    let confirmation = Confirmation(
      dateField: "other", within: CalendarSpan(28, .days))
    func hides(
      _ comment: Comment, _ change: (inout Pilot, (Int) -> Int) -> Void
    ) throws {
      #expect(try Self.shown(windows, change) == [false, false], comment)
    }
    try hides("confirmed") { $0.events[$1(1)].confirmedBy = confirmation }
    try hides("an index event confirmed") { pilot, _ in
      pilot.events[0].confirmedBy = Confirmation(
        dateField: "seen", within: CalendarSpan(28, .days))
    }
    try hides("a branch confirmed") { pilot, _ in
      pilot.stages[1].branches = [Branch(name: "b", label: "B", event: "off")]
      pilot.events.append(
        EventDefinition(
          name: "off", label: "Off", resource: "visits",
          conditions: [FieldCondition(field: "kind", codes: ["z"])], confirmedBy: confirmation))
    }
    try hides("an index day given") { pilot, _ in
      pilot.events[0].conditions = [FieldCondition(field: "date", codes: ["2023-12-02"])]
    }
    try hides("a month given") {
      $0.events[$1(0)].conditions.append(FieldCondition(field: "month", codes: ["2021-05"]))
    }
    try hides("dated by months") { $0.events[$1(0)].dateField = "month" }
    try hides("matched by dates") {
      $0.events[$1(0)].matching = [CaseMatch(field: "other", indexField: "seen")]
    }
    try hides("a stage without a date") {
      $0.events[$1(0)].dateField = nil
      $0.events[$1(0)].resource = "nowhere"
    }
    try hides("a stage that is made by the one before") {
      $0.events[$1(1)].conditions = [FieldCondition(field: "kind", codes: ["k0", "k1"])]
    }
    try hides("a stage that ends follow-up") { pilot, _ in pilot.followUp.censoredBy = ["e0"] }
    try hides("a branch that is the next stage, too late") { pilot, _ in
      pilot.stages[1].branches = [Branch(name: "b", label: "B", event: "e1")]
    }
    // A confirmation that comes later than the window of the stage asks nothing of its day.
    func confirmed(_ days: Int, branch date: String) throws -> [Bool] {
      try Self.shown([Self.fromIndex(28), nil]) {
        $0.events[$1(0)].confirmedBy = Confirmation(
          dateField: "other", within: CalendarSpan(days, .days))
        $0.events.append(
          EventDefinition(
            name: "off", label: "Off", resource: "visits", dateField: date,
            conditions: [FieldCondition(field: "kind", codes: ["z"])]))
        $0.stages[1].branches = [Branch(name: "b", label: "B", event: "off")]
      }
    }
    #expect(try confirmed(28, branch: "date") == [true, true])
    #expect(try confirmed(27, branch: "date") == [false, false])
    #expect(try confirmed(28, branch: "other") == [false, false])
    // What says nothing of days hides nothing.
    #expect(
      try Self.shown(windows) {
        $0.events[$1(0)].conditions.append(FieldCondition(field: "well", codes: ["true"]))
        $0.events[$1(0)].matching = [CaseMatch(field: "case", indexField: "household")]
        $0.events[$1(1)].dateField = "other"
        $0.stages[2].isConcurrent = true
        $0.stages[1].branches = [Branch(name: "b", label: "B", event: "off")]
        $0.events.append(
          EventDefinition(
            name: "off", label: "Off", resource: "visits",
            conditions: [FieldCondition(field: "kind", codes: ["z"])]))
        $0.followUp.censoredBy = ["off"]
      } == [true, true])
  }

  /// Who is with the first stage again on the day of the second is with the third.
  @Test func aStageThatAnEarlierRecordMakesNeedsAnOpenStepBeforeIt() throws {
    let windows = [Window?](repeating: nil, count: 3)
    func again(_ windows: [Window?]) throws -> [Bool] {
      try Self.shown(windows) {
        $0.events[$1(2)].conditions = [FieldCondition(field: "kind", codes: ["k0", "k2"])]
      }
    }
    #expect(try again(windows) == [true, false, true])
    // The open step needs a day.
    #expect(
      try again([nil, Self.fromPrevious(0), nil]) == [false, false, false])
    #expect(
      try Self.shown(windows) { pilot, _ in
        pilot.stages[2].branches = [Branch(name: "b", label: "B", event: "e0")]
      } == [true, false, true])
  }

  /// Whose observation ended before the window of the next stage did was observed for less than that.
  @Test func whoWasNotObservedLongTookNotLong() throws {
    // The last possible bin of the first step begins on day 29.
    #expect(try Self.shown([Self.fromIndex(42), Self.fromIndex(30)]) == [true, false])
    #expect(try Self.shown([Self.fromIndex(42), Self.fromIndex(29)]) == [false, false])
    // Who did not come within so long of the stage before was observed for longer than to that.
    let first = Self.package([]).period.first
    func observed(_ days: Int) throws -> [Bool] {
      try Self.shown([nil, Self.fromPrevious(30)]) { pilot, _ in
        pilot.followUp.until = first.adding(days: days)
      }
    }
    #expect(try observed(122) == [true, true])
    #expect(try observed(121) == [false, true])
  }

  @Test func aStageBeforeTheOneBeforeItHasNoLimit() throws {
    func concurrent(_ windows: [Window?]) throws -> TimesBeside {
      var package = Self.package(windows)
      package.pilots[0].stages[2].isConcurrent = true
      return try Self.beside(package)
    }
    let tied = try concurrent([Self.fromIndex(42), nil, Self.fromIndex(100)])
    #expect(tied.steps.map(\.canBeShown) == [false, false, false])
    let limited = try concurrent([Self.fromIndex(42), Self.fromPrevious(7), Self.fromIndex(100)])
    #expect(limited.steps.map(\.canBeShown) == [true, true, false])
    #expect(limited.limits.isEmpty)
  }

  /// One month is 28 to 31 days.
  @Test func monthsAreAsLongAsTheyAre() throws {
    let month = Window(CalendarSpan(1, .months))
    func shown(_ second: Window, bins: [Int], isCensored: Bool = true) throws -> [Bool] {
      var package = Self.package([Self.fromIndex(16), second, nil])
      package.policy.elapsedBins = bins
      package.pilots[0].events.append(
        EventDefinition(
          name: "off", label: "Off", resource: "visits",
          conditions: [FieldCondition(field: "kind", codes: ["z"])]))
      if isCensored { package.pilots[0].followUp.censoredBy = ["off"] }
      return try Self.beside(package).steps.map(\.canBeShown)
    }
    // 16 and 16 days are 32; 15 and 15 are in most months; 14 and 14 in all.
    #expect(try shown(month, bins: [15]) == [true, false, true])
    #expect(try shown(month, bins: [14]) == [true, true, true])
    #expect(try shown(month, bins: [14], isCensored: false) == [true, false, true])
    #expect(try shown(month, bins: [13], isCensored: false) == [true, true, true])
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
