/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
///
/// Civil conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
public struct CalendarDay: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public var rawValue: Int32

  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The day of a civil date, or nil where that date does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1,
      day <= CalendarDay.days(inMonth: month, of: year), (-9999...9999).contains(year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.rawValue = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1–12) and day of the month (1–31).
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(rawValue) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex + (monthIndex < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  /// The first and the last day that can be named.
  public static let distantPast = CalendarDay(year: -9999, month: 1, day: 1)!
  public static let distantFuture = CalendarDay(year: 9999, month: 12, day: 31)!

  /// The same day of the month so many months later; the last day of that month where it is
  /// shorter. Stays between `distantPast` and `distantFuture`.
  public func adding(months: Int) -> CalendarDay {
    let (year, month, day) = civil
    let index = year * 12 + month - 1 + min(max(months, -300_000), 300_000)
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let newDay = min(day, CalendarDay.days(inMonth: newMonth, of: newYear))
    return CalendarDay(year: newYear, month: newMonth, day: newDay)
      ?? (months < 0 ? .distantPast : .distantFuture)
  }

  /// Stays between `distantPast` and `distantFuture`.
  public func adding(days: Int) -> CalendarDay {
    let sum = Int(rawValue).addingReportingOverflow(days)
    guard !sum.overflow else { return days < 0 ? .distantPast : .distantFuture }
    return min(
      max(CalendarDay(rawValue: Int32(clamping: sum.partialValue)), .distantPast), .distantFuture)
  }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.rawValue < right.rawValue
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDay: CustomStringConvertible {
  /// ISO 8601: `2026-03-09`.
  public var description: String {
    let (year, month, day) = civil
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(abs(number))
      return (number < 0 ? "-" : "")
        + String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads `2026-03-09`, and also `2026-03` (first of the month) and `2026` (first of the year).
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1,
      day: numbers.count > 2 ? numbers[2] : 1)
  }
}
