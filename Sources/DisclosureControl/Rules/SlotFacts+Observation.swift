import CohortModel

// What being observed for a time says of the index day: follow-up ends for everyone on one day that
// the descriptors name.
extension SlotFacts {
  /// With the index days that those have who were observed so long, or were not.
  func withIndexDays(_ facts: MemberFacts) -> MemberFacts {
    var facts = facts
    if let observed = facts.observed { admit(&facts, ...lastDay(observing: observed)) }
    // Where nothing else ends follow-up, only a late index day does.
    if let unobserved = facts.unobserved, pilot.followUp.censoredBy.isEmpty {
      admit(&facts, from: lastDay(observing: unobserved) + 1)
    }
    return facts
  }

  /// The last index day from which a whole span lies within follow-up.
  func lastDay(observing span: SpanLength) -> Int {
    let end = pilot.followUp.until ?? package.period.last
    var day = end.adding(days: -span.days.lowerBound)
    while span.end(from: day) > end { day = day.adding(days: -1) }
    return Int(day.rawValue)
  }

  /// Ways to end at a stage that nobody can end in: `docs/cohorts.md`, "Stages".
  func nobodyEnds(at place: Int, _ way: String) -> Bool {
    let next = place + 1
    guard next < pilot.stages.count, let name = pilot.stages[next].event, pilot.event(name) != nil
    else { return false }
    let window = pilot.stages[next].window
    guard let event = dated(name) else { return way == "censored" }
    if way == "censored" {
      // Who has come to a stage with a date has an index day, and was observed on the stage's.
      guard place > 0, (1...place).contains(where: { dated(pilot.stages[$0].event) != nil }) else {
        return false
      }
      // What ends follow-up may be the next stage itself.
      return window.map { $0.span.count == 0 }
        ?? pilot.followUp.censoredBy.compactMap(dated).allSatisfy { $0.isContained(in: event) }
    }
    // Of the event that makes the next stage the branch could be the first.
    guard let branch = pilot.stages[place].branches.first(where: { $0.name == way }),
      dated(branch.event)?.isContained(in: event) ?? false
    else { return false }
    guard let window else { return true }
    return window.anchor == .previous
      && branch.span.map { SpanLength([$0]).isAtMost(SpanLength([window.span])) } ?? false
  }

  func admit(_ facts: inout MemberFacts, _ days: PartialRangeThrough<Int>) {
    admit(&facts, Self.noDay...days.upperBound)
  }

  func admit(_ facts: inout MemberFacts, from day: Int) {
    admit(&facts, day...(-Self.noDay))
  }

  private func admit(_ facts: inout MemberFacts, _ days: ClosedRange<Int>) {
    let known = facts.numbers["index day"]
    guard known?.overlaps(days) ?? true else {
      facts.isImpossible = true
      return
    }
    facts.numbers["index day"] = known.map { $0.clamped(to: days) } ?? days
  }

  /// Earlier than any day.
  private static let noDay = -1_000_000_000
}
