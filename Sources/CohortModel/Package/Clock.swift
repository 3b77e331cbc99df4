/// How time is counted in records without calendar dates: since each person's own day zero (a
/// release, an enrolment), which stands as the first day of the package's period.
public enum Clock: String, CaseIterable, Hashable, Codable, Sendable {
  case days
  case weeks
  case months

  /// The day that so many units after day zero stand for; nil beyond the calendar.
  public func day(_ count: Int64, after zero: CalendarDay) -> CalendarDay? {
    guard abs(count) < 1_000_000 else { return nil }
    return switch self {
    case .days: zero.adding(days: Int(count))
    case .weeks: zero.adding(days: 7 * Int(count))
    case .months: zero.adding(months: Int(count))
    }
  }
}
