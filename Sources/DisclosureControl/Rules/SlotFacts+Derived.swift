import CohortModel

// What numbers of events and of days say of a member.
extension SlotFacts {
  /// - Parameter codes: those of one slot.
  func derived(_ variable: Variable, _ codes: [String]) -> MemberFacts {
    guard case .bands(let bands) = variable.coding, let name = variable.event,
      let event = dated(name)
    else { return MemberFacts() }
    let numbers = hull(
      codes.map { code in
        bands.first { $0.code == code }.map {
          ($0.lower ?? -1_000_000_000)...($0.upper ?? 1_000_000_000)
        }
      })
    switch variable.derivation {
    case .value, .distinct: return MemberFacts()
    case .count(_, .within(let span)) where codes == ["NK"]:
      return unknown(bands, within: span, through: .max)
    case .daysTo(_, let span) where codes == ["NK"]:
      return unknown(bands, within: span, through: SpanLength([span]).days.upperBound)
    case .count(_, let reach): return counted(event, reach, numbers)
    case .daysTo(_, let span): return timed(event, numbers, within: span, codes)
    case .daysSince(_, let span): return timed(event, numbers, before: span, codes)
    }
  }

  /// Bands that leave out no number are unknown of those alone whose follow-up is too short.
  private func unknown(
    _ bands: [Band], within span: CalendarSpan, through last: Int
  ) -> MemberFacts {
    var facts = MemberFacts()
    if covers(bands, from: 0, through: last) { facts.unobserved = SpanLength([span]) }
    return facts
  }

  /// Whether bands, in their order, hold every number of a range.
  func covers(_ bands: [Band], from first: Int, through last: Int) -> Bool {
    var next = first
    for band in bands {
      guard (band.lower ?? 0) <= next else { return false }
      guard let upper = band.upper, upper < last else { return true }
      next = max(next, upper + 1)
    }
    return false
  }

  private func counted(
    _ event: EventDefinition, _ reach: Variable.EventReach, _ numbers: ClosedRange<Int>?
  ) -> MemberFacts {
    var facts = MemberFacts()
    guard let numbers else { return facts }
    let isSome = numbers.lowerBound > 0
    let isNone = numbers.upperBound <= 0
    switch reach {
    case .within(let span):
      let occurrence = MemberFacts.Occurrence(event: event, span: SpanLength([span]))
      facts.observed = occurrence.span
      if isSome { facts.had = [occurrence] }
      if isNone, !sharesIndexDate(event) { facts.hadNot = [occurrence] }
    case .before(let span):
      let occurrence = MemberFacts.Occurrence(event: event, span: SpanLength([span]))
      if isSome { facts.hadBefore = [occurrence] }
      if isNone { facts.hadNotBefore = [occurrence] }
    case .ever:
      let occurrence = MemberFacts.Occurrence(event: event, span: nil)
      if isNone {
        if !sharesIndexDate(event) { facts.hadNot = [occurrence] }
        facts.hadNotBefore = [occurrence]
      }
    }
    return facts
  }

  private func timed(
    _ event: EventDefinition, _ days: ClosedRange<Int>?, within span: CalendarSpan,
    _ codes: [String]
  ) -> MemberFacts {
    var facts = MemberFacts()
    let window = SpanLength([span])
    if codes == ["NA"] {
      facts.observed = window
      if !sharesIndexDate(event) {
        facts.hadNot = [MemberFacts.Occurrence(event: event, span: window)]
      }
    } else if let days {
      facts.observed = window
      facts.isImpossible = days.lowerBound > window.days.upperBound || days.upperBound < 0
      facts.had = [MemberFacts.Occurrence(event: event, span: shorter(days.upperBound, window))]
      if days.lowerBound > 0, !sharesIndexDate(event) {
        let none = SpanLength([CalendarSpan(days.lowerBound - 1, .days)])
        facts.hadNot = [MemberFacts.Occurrence(event: event, span: none)]
      }
    }
    return facts
  }

  private func timed(
    _ event: EventDefinition, _ days: ClosedRange<Int>?, before span: CalendarSpan?,
    _ codes: [String]
  ) -> MemberFacts {
    var facts = MemberFacts()
    let window = span.map { SpanLength([$0]) }
    if codes == ["NA"] {
      facts.hadNotBefore = [MemberFacts.Occurrence(event: event, span: window)]
    } else if let days {
      // Before the index day is one day ago at least.
      facts.isImpossible =
        days.upperBound < 1 || (window.map { days.lowerBound > $0.days.upperBound } ?? false)
      let longest = shorter(days.upperBound, window)
      facts.hadBefore = [MemberFacts.Occurrence(event: event, span: longest)]
      if days.lowerBound > 1 {
        let none = SpanLength([CalendarSpan(days.lowerBound - 1, .days)])
        facts.hadNotBefore = [MemberFacts.Occurrence(event: event, span: none)]
      }
    }
    return facts
  }

  /// So many days, or the window where that is shorter; nil where neither is bounded.
  private func shorter(_ days: Int, _ window: SpanLength?) -> SpanLength? {
    guard days < 36_525 else { return window }
    let own = SpanLength([CalendarSpan(max(0, days), .days)])
    return window.map { $0.isAtMost(own) ? $0 : own } ?? own
  }
}
