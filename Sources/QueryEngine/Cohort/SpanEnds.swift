import CohortModel

/// The last day within a span of a day, for millions of days.
///
/// Calendar months are looked up in a table over the days of the package's period; other days are
/// computed.
struct SpanEnds: Sendable {
  private let span: CalendarSpan
  private let first: Int32
  private let table: [Int32]

  init(_ span: CalendarSpan, period: Period) {
    self.span = span
    first = period.first.rawValue
    let length = Int(period.last.rawValue) - Int(first) + 1
    let isTable = span.unit == .months && (1...40_000).contains(length)
    table = (0..<(isTable ? length : 0)).map {
      span.end(from: CalendarDay(rawValue: period.first.rawValue + Int32($0))).rawValue
    }
  }

  /// `day` must be a day, not a sign for none.
  @inline(__always) func end(from day: Int32) -> Int32 {
    let place = Int(day) - Int(first)
    if place >= 0 && place < table.count { return table[place] }
    return span.end(from: CalendarDay(rawValue: day)).rawValue
  }
}
