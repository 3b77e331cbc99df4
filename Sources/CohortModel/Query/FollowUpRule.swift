/// Which cells of a share may not be shown yet: no cohort before its follow-up. Known from
/// descriptors alone.
///
/// Members who were not observed for long enough are in no denominator. Of the last cohorts (a
/// year, a quarter or a month of index events; a period) only those with early index events would be
/// left, so these cohorts are not shown until all of their members can have been observed.
public struct FollowUpRule: Hashable, Codable, Sendable {
  /// The last day on which anyone is observed.
  public var end: CalendarDay
  /// The index events asked for.
  public var period: Period
  /// Whether the query named that period.
  public var isPeriodAsked: Bool
  /// Dimensions that hold the year, quarter or month of the index event.
  public var calendarDimensions: Set<Int>
  /// Per measured outcome (by its dimension) what follow-up takes, one span after another.
  public var spans: [Int: [CalendarSpan]]

  public init(
    end: CalendarDay, period: Period, isPeriodAsked: Bool, calendarDimensions: Set<Int>,
    spans: [Int: [CalendarSpan]]
  ) {
    self.end = end
    self.period = period
    self.isPeriodAsked = isPeriodAsked
    self.calendarDimensions = calendarDimensions
    self.spans = spans
  }

  /// The day on which follow-up from an index event on `day` is complete for an outcome.
  public func completion(from day: CalendarDay, outcome: Int) -> CalendarDay {
    (spans[outcome] ?? []).reduce(day) { $1.end(from: $0) }
  }

  /// The last index day from which follow-up is complete by the end of observation.
  public func lastCompleteDay(outcome: Int) -> CalendarDay {
    var day = (spans[outcome] ?? []).reduce(end) { $1.start(before: $0) }
    // Months are not all of one length: the way back may miss the day by a few.
    while completion(from: day, outcome: outcome) > end { day = day.adding(days: -1) }
    while completion(from: day.adding(days: 1), outcome: outcome) <= end {
      day = day.adding(days: 1)
    }
    return day
  }
}

extension TablePlan {
  /// The day until which follow-up of a cell is incomplete; nil where the cell may be shown.
  ///
  /// - Parameter nodes: the cell's node in every dimension that it fixes.
  public func followUpIncomplete(_ nodes: [Int: Int]) -> CalendarDay? {
    guard let followUp,
      let outcome = followUp.spans.keys.first(where: { nodes[$0] ?? 0 != 0 })
    else { return nil }
    var last = followUp.period.last
    var isUnit = false
    for dimension in followUp.calendarDimensions {
      guard let node = nodes[dimension], node != 0 else { continue }
      let slots = dimensions[dimension].structure.nodes[node].slots
      let days = slots.flatMap { dimensions[dimension].slotCodes[$0] }.compactMap {
        CalendarDay(lastOfUnit: $0)
      }
      guard let latest = days.max() else { continue }
      last = min(last, latest)
      isUnit = true
    }
    // A period that was asked for is shown as far as part of it can be complete; a unit as a whole
    // or not at all.
    let decisive = isUnit ? last : followUp.isPeriodAsked ? followUp.period.first : nil
    guard let decisive, followUp.completion(from: decisive, outcome: outcome) > followUp.end
    else { return nil }
    return followUp.completion(from: last, outcome: outcome)
  }

  /// The calendar units of a cell in words: "2023", "2023, January to March"; empty without any.
  public func calendarLabel(_ nodes: [Int: Int]) -> String {
    (followUp?.calendarDimensions ?? []).sorted().compactMap { dimension in
      nodes[dimension].flatMap {
        $0 == 0 ? nil : dimensions[dimension].structure.nodes[$0].label
      }
    }.joined(separator: ", ")
  }
}

extension CalendarDay {
  /// The last day of `2023`, `2023-Q1` or `2023-04`; nil for any other code.
  init?(lastOfUnit code: String) {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()),
      (1...4).contains(quarter), let year = CalendarDay(parts[0])
    {
      self = year.adding(months: 3 * quarter).adding(days: -1)
    } else if let first = CalendarDay(code), parts.count < 3 {
      self = first.adding(months: parts.count == 1 ? 12 : 1).adding(days: -1)
    } else {
      return nil
    }
  }
}
