extension FollowUpRule {
  /// The rule for a query; nil where it measures no outcome with a window.
  ///
  /// - Parameter first: the number of the first measured outcome's dimension.
  init?(_ resolver: QueryResolver, measure: PlannedMeasure, first: Int) {
    let package = resolver.package
    let pilot = resolver.pilot
    var spans: [Int: [CalendarSpan]] = [:]
    for (position, outcome) in measure.outcomes.enumerated() {
      guard let span = outcome.span else { continue }
      spans[first + position] = [span] + (outcome.settling.map { [$0] } ?? [])
    }
    // Where everyone's time begins with day zero there are no cohorts of calendar time.
    guard !spans.isEmpty, !pilot.isCounted(in: package) else { return nil }
    var calendar: Set<Int> = []
    for (number, subject) in resolver.subjects.enumerated() {
      if case .variable(let variable) = subject.subject, pilot.isIndexDate(variable, in: package) {
        calendar.insert(number)
      }
    }
    var period = resolver.query.period ?? package.period
    period.last = min(period.last, package.period.last)
    self.init(
      end: pilot.followUp.until ?? package.period.last, period: period,
      isPeriodAsked: resolver.query.period != nil, calendarDimensions: calendar, spans: spans)
  }
}

extension Pilot {
  /// Whether the index event is dated by a count since day zero.
  fileprivate func isCounted(in package: DataPackage) -> Bool {
    guard let event = event(index.event), let resource = package.resource(event.resource),
      let date = event.dateField ?? resource.dateField
    else { return false }
    return resource.field(date)?.clock != nil
  }

  /// Whether a variable is the year, quarter or month in which the index event was.
  fileprivate func isIndexDate(_ variable: Variable, in package: DataPackage) -> Bool {
    guard case .calendar = variable.coding, variable.moment == .index,
      let event = event(index.event), let resource = package.resource(event.resource)
    else { return false }
    return resourceName(of: variable) == resource.name
      && variable.field == event.dateField ?? resource.dateField
  }
}

extension TablePlan {
  /// Refuses a table of which nothing can be shown before its follow-up is complete.
  func checkFollowUp(_ measure: PlannedMeasure) throws(QueryFault) {
    guard let followUp else { return }
    var cells = [fixedNodes]
    for axis in axes
    where axis.role == .measure
      || axis.entries.contains(where: {
        !followUp.calendarDimensions.isDisjoint(with: $0.nodes.keys)
      })
    {
      cells = cells.flatMap { fixed in
        axis.entries.map { fixed.merging($0.nodes) { _, own in own } }
      }
    }
    var until = CalendarDay.distantFuture
    for cell in cells {
      guard let day = followUpIncomplete(cell) else { return }
      until = min(until, day)
    }
    let last = followUp.spans.keys.map { followUp.lastCompleteDay(outcome: $0) }.max()
    let labels = measure.outcomes.map(\.label.quoted).joined(separator: ", ")
    throw QueryFault(
      "Follow-up incomplete until \(until): records are observed to \(followUp.end), and \(labels)"
        + " takes \(measure.followUpText) from the index event. From then on it can be shown"
        + (last.map { "; now, index events up to \($0) can" } ?? "") + ".",
      at: .period)
  }

  /// Who is in no denominator because observation ends too early for them.
  func followUpNotes(_ measure: PlannedMeasure) -> [String] {
    guard let followUp else { return [] }
    return measure.outcomes.enumerated().compactMap { position, outcome in
      let dimension = dimensions.count - measure.outcomes.count + position
      guard followUp.spans[dimension] != nil else { return nil }
      let last = followUp.lastCompleteDay(outcome: dimension)
      guard last < followUp.period.last else { return nil }
      return "\(outcome.label.quoted): index events after \(last) were not observed for long enough"
        + " and count in neither part of the share."
    }
  }
}

extension PlannedMeasure {
  /// "12 months and a further 6 months"; of several outcomes the longest.
  fileprivate var followUpText: String {
    let spans = outcomes.compactMap { outcome in
      outcome.span.map { [$0] + (outcome.settling.map { [$0] } ?? []) }
    }
    let start = CalendarDay(rawValue: 0)
    let longest = spans.max { left, right in
      left.reduce(start) { $1.end(from: $0) } < right.reduce(start) { $1.end(from: $0) }
    }
    return (longest ?? []).map(\.words).joined(separator: " and a further ")
  }
}

extension CalendarSpan {
  /// "12 months", "1 day".
  fileprivate var words: String {
    "\(count) " + (count == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)
  }
}
