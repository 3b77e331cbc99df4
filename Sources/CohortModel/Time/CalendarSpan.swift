/// A span of calendar time, in days or in calendar months.
public struct CalendarSpan: Hashable, Codable, Sendable {
  public enum Unit: String, Codable, Sendable, CaseIterable {
    case days
    case months
  }

  public var count: Int
  public var unit: Unit

  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// The last day that still lies within this span of `day`: `day` itself for zero.
  public func end(from day: CalendarDay) -> CalendarDay {
    switch unit {
    case .days: day.adding(days: count)
    case .months: day.adding(months: count)
    }
  }

  /// The first day that lies within this span before `day`.
  public func start(before day: CalendarDay) -> CalendarDay {
    switch unit {
    case .days: day.adding(days: -count)
    case .months: day.adding(months: -count)
    }
  }
}

/// An inclusive range of days.
public struct Period: Hashable, Codable, Sendable {
  public var first: CalendarDay
  public var last: CalendarDay

  public init(first: CalendarDay, last: CalendarDay) {
    self.first = first
    self.last = last
  }

  public func contains(_ day: CalendarDay) -> Bool {
    first <= day && day <= last
  }
}
