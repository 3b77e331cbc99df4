import CohortModel
import Tables
import Testing

@testable import DisclosureControl

/// How long spans are, and what that says of days between stages.
@Suite struct SpanLengthTests {
  /// From every day of 400 years.
  @Test(arguments: [1, 2, 11, 12, 48])
  func monthsAreAsLongAsTheCalendarHasThem(count: Int) {
    let span = CalendarSpan(count, .months)
    let start = CalendarDay(year: 1980, month: 3, day: 1)!
    var lengths = Set<Int>()
    for number in 0..<146_097 {
      let day = start.adding(days: number)
      lengths.insert(Int(span.end(from: day).rawValue - day.rawValue))
    }
    #expect(SpanLength([span]).days == lengths.min()!...lengths.max()!)
  }

  @Test func spansFollowOneAnother() {
    #expect(SpanLength([CalendarSpan(1, .months), CalendarSpan(10, .days)]).days == 38...41)
    #expect(SpanLength([CalendarSpan(12, .months)]).days == 365...366)
    #expect(SpanLength([]).days == 0...0)
  }

  private static func impossible(_ stages: [Window?], bins: [Int]) throws -> [String] {
    var package = SmallSource(persons: 1, seed: 1).package
    package.policy.elapsedBins = bins
    package.pilots[0].stages =
      [Stage(name: "start", label: "Start")]
      + stages.enumerated().map {
        Stage(name: "s\($0)", label: "Stage \($0)", event: "seen", window: $1)
      }
    let plan = try TablePlan(
      CohortQuery(pilot: "p", measure: .median(from: "start", to: "s\(stages.count - 1)")),
      package: package)
    let zeros = ImpossibleCombinations(plan, package: package)
    let structure = plan.dimensions[0].structure
    return structure.nodes.indices.filter { zeros.contains($0) }.map { structure.nodes[$0].code }
  }

  @Test func binsAfterTheWindowAreEmpty() throws {
    let month = Window(CalendarSpan(1, .months))
    #expect(try Self.impossible([month], bins: [7, 31, 62]) == ["62", "more"])
    // The thirty-first day is in a month from some days.
    #expect(try Self.impossible([month], bins: [7, 30, 62]) == ["more"])
    #expect(
      try Self.impossible([Window(CalendarSpan(31, .days))], bins: [7, 31, 62]) == ["62", "more"])
    #expect(try Self.impossible([Window(CalendarSpan(32, .days))], bins: [7, 31, 62]) == ["more"])
  }

  /// Windows of stages between add up.
  @Test func windowsOnTheWayBoundTheWhole() throws {
    let week = Window(CalendarSpan(7, .days), of: .previous)
    #expect(try Self.impossible([week, week], bins: [7, 14, 21]) == ["21", "more"])
    #expect(
      try Self.impossible([Window(CalendarSpan(14, .days)), week], bins: [7, 14, 21]) == ["more"])
    #expect(try Self.impossible([nil, week], bins: [7, 14, 21]).isEmpty)
  }

  /// Ways to end that nobody can end in.
  @Test func endsThatCannotBeAreEmpty() throws {
    func ends(_ change: (inout Pilot) -> Void) throws -> [String] {
      var package = SmallSource(persons: 1, seed: 1).package
      package.pilots[0].stages = [
        Stage(name: "start", label: "Start"),
        Stage(
          name: "s0", label: "Stage 0", event: "seen", window: Window(CalendarSpan(28, .days))),
        Stage(name: "s1", label: "Stage 1", event: "again"),
      ]
      package.pilots[0].events.append(
        EventDefinition(
          name: "again", label: "Again", resource: "releases", dateField: "seen",
          conditions: [FieldCondition(field: "sex", codes: ["F"])]))
      change(&package.pilots[0])
      let plan = try TablePlan(
        CohortQuery(pilot: "p", rows: [AxisVariable("stage")]), package: package)
      let zeros = ImpossibleCombinations(plan, package: package)
      let structure = plan.dimensions[0].structure
      return structure.nodes.indices.filter { zeros.contains($0) }.map { structure.nodes[$0].code }
    }
    #expect(try ends { _ in } == ["s0.censored"])
    #expect(try ends { $0.stages[2].window = Window(CalendarSpan(60, .days)) }.isEmpty)
    #expect(try ends { $0.followUp.censoredBy = ["release"] }.isEmpty)
    // Who is seen again is not: that is the next stage.
    #expect(try ends { $0.followUp.censoredBy = ["again"] } == ["s0.censored"])
    #expect(
      try ends {
        $0.stages[1].branches = [Branch(name: "b", label: "B", event: "again")]
      } == ["s0.b", "s0.censored"])
  }
}
