import CohortModel

/// What the definitions alone say of every member who falls in a slot of a table. Two slots whose
/// facts contradict each other have no member in common, and everyone can tell.
struct MemberFacts {
  /// An event within a span of the index and within follow-up; nil: at any time of follow-up.
  struct Occurrence {
    var event: EventDefinition
    var span: SpanLength?
  }

  /// The furthest stage reached, by its place.
  var furthest: ClosedRange<Int>?
  /// Per subject the codes, days or numbers that it can have.
  var codes: [String: Set<String>] = [:]
  var numbers: [String: ClosedRange<Int>] = [:]
  var excluded: [String: ClosedRange<Int>] = [:]
  /// Observed at least for so long; not observed for so long.
  var observed: SpanLength?
  var unobserved: SpanLength?
  var had: [Occurrence] = []
  var hadNot: [Occurrence] = []
  /// The same of events before the index.
  var hadBefore: [Occurrence] = []
  var hadNotBefore: [Occurrence] = []
  /// Nobody at all.
  var isImpossible = false

  func contradicts(_ other: MemberFacts) -> Bool {
    if isImpossible || other.isImpossible { return true }
    if let own = furthest, let others = other.furthest, !own.overlaps(others) { return true }
    for (subject, values) in codes {
      if let others = other.codes[subject], values.isDisjoint(with: others) { return true }
    }
    for (subject, values) in numbers {
      if let others = other.numbers[subject], !values.overlaps(others) { return true }
    }
    return saysMore(than: other) || other.saysMore(than: self)
  }

  private func saysMore(than other: MemberFacts) -> Bool {
    for (subject, values) in excluded {
      if let others = other.numbers[subject], values.contains(others) { return true }
    }
    if let observed, let missing = other.unobserved, missing.isAtMost(observed) { return true }
    func clash(_ had: [Occurrence], _ hadNot: [Occurrence]) -> Bool {
      had.contains { occurrence in
        hadNot.contains { absence in
          occurrence.event.isContained(in: absence.event)
            && (absence.span.map { occurrence.span?.isAtMost($0) ?? false } ?? true)
        }
      }
    }
    return clash(had, other.hadNot) || clash(hadBefore, other.hadNotBefore)
  }
}

/// How many days a span, or several one after another, can last: the fewest and the most over all days
/// that it can be counted from.
struct SpanLength {
  private let spans: [CalendarSpan]
  let days: ClosedRange<Int>

  init(_ spans: [CalendarSpan]) {
    self.spans = spans.filter { $0.count != 0 }
    let bounds = spans.map(Self.bounds)
    days = bounds.reduce(0) { $0 + $1.0 }...bounds.reduce(0) { $0 + $1.1 }
  }

  /// A span of months ends on the same day of a later month, or on its last day where that month is
  /// shorter: from the first of a month it is longest, from the last day of a longer one shortest.
  private static func bounds(_ span: CalendarSpan) -> (Int, Int) {
    guard span.unit == .months else { return (span.count, span.count) }
    var bounds = (Int.max, 0)
    for month in firsts.indices {
      let end = month + span.count
      let length = first(of: end) - firsts[month]
      let missing = first(of: month + 1) - firsts[month] - (first(of: end + 1) - first(of: end))
      bounds = (min(bounds.0, length - max(0, missing)), max(bounds.1, length))
    }
    return bounds
  }

  /// First days of the months of 400 years, after which the calendar repeats itself.
  private static let firsts = (0..<4_800).map {
    Int(CalendarDay(rawValue: 0).adding(months: $0).rawValue)
  }

  private static func first(of month: Int) -> Int {
    firsts[month % firsts.count] + month / firsts.count * 146_097
  }

  /// The last day within the spans, one after another, from a day on.
  func end(from day: CalendarDay) -> CalendarDay {
    spans.reduce(day) { $1.end(from: $0) }
  }

  /// Never longer than another, from whatever day both are counted.
  func isAtMost(_ other: SpanLength) -> Bool {
    if spans == other.spans || days.upperBound <= other.days.lowerBound { return true }
    guard spans.count == 1, other.spans.count == 1 else { return false }
    return spans[0].unit == other.spans[0].unit && spans[0].count <= other.spans[0].count
  }
}

extension EventDefinition {
  /// Whether each such event is one of the others as well.
  func isContained(in other: EventDefinition) -> Bool {
    // Spells open at the index count on another day than they began.
    resource == other.resource && dateField == other.dateField
      && isOpenAtIndex == other.isOpenAtIndex
      && other.matching.allSatisfy(matching.contains)
      && (confirmedBy == other.confirmedBy || other.confirmedBy == nil)
      && other.conditions.allSatisfy { wide in
        conditions.contains { $0.field == wide.field && Set($0.codes).isSubset(of: wide.codes) }
      }
  }
}
