import CohortModel

/// The last day within a span of a day, for millions of days.
///
/// Calendar months are looked up in a table over the days of the package's period; other days are
/// computed. A window that would end after the year 9999 ends at `MemberDay.farthest`.
struct SpanEnds: Sendable {
  private let span: CalendarSpan
  private let first: Int32
  private let table: [Int32]

  init(_ span: CalendarSpan, period: Period) {
    self.span = span
    first = period.first.rawValue
    let length = Int(period.last.rawValue) - Int(first) + 1
    if span.unit == .months, (1...40_000).contains(length) {
      table = (0..<length).map { SpanEnds.end(of: span, from: period.first.rawValue + Int32($0)) }
    } else {
      table = []
    }
  }

  /// `day` must be a day, not a sign for none.
  @inline(__always) func end(from day: Int32) -> Int32 {
    let place = Int(day) - Int(first)
    if place >= 0 && place < table.count { return table[place] }
    return SpanEnds.end(of: span, from: day)
  }

  /// The first day within the span before a day.
  static func start(of span: CalendarSpan, before day: Int32) -> Int32 {
    end(of: CalendarSpan(-span.count, span.unit), from: day)
  }

  static func end(of span: CalendarSpan, from day: Int32) -> Int32 {
    switch span.unit {
    case .days:
      let sum = Int(day) + span.count
      return Int32(clamping: min(max(sum, Int(Int32.min) + 1), Int(MemberDay.farthest)))
    case .months:
      let from = CalendarDay(rawValue: day)
      let months = from.civil.year * 12 + from.civil.month - 1 + span.count
      guard months < 120_000 else { return MemberDay.farthest }
      guard months >= -119_988 else { return Int32.min + 1 }
      return from.adding(months: span.count).rawValue
    }
  }
}
