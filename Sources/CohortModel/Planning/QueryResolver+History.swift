// The period, and conditions on earlier events.
extension QueryResolver {
  mutating func resolvePeriodAndHistory() throws(QueryFault) {
    if let period = query.period {
      guard period.first <= period.last else {
        throw QueryFault("The period ends before it begins.", at: .period)
      }
      guard period.first <= package.period.last, period.last >= package.period.first else {
        throw QueryFault(
          "The period lies outside the records, which cover \(package.period.first) to"
            + " \(package.period.last).",
          at: .period)
      }
    }
    var seen: [EarlierEvent] = []
    for event in query.history {
      let place = QueryPlace.history(event.event)
      guard pilot.event(event.event) != nil else {
        throw QueryFault(
          "\(event.event.quoted) is no event of \(pilot.name.quoted).", at: place,
          word: event.event,
          suggestion: NearestName.of(event.event, among: pilot.events.map(\.name)))
      }
      guard (1...event.within.unit.most).contains(event.within.count) else {
        throw QueryFault(
          "A span is 1 to \(event.within.unit.most) \(event.within.unit.rawValue).", at: place,
          word: event.event)
      }
      if seen.contains(where: { $0.event == event.event && $0.within == event.within }) {
        throw QueryFault(
          "The condition on \(event.event.quoted) is given twice.", at: place, word: event.event)
      }
      seen.append(event)
    }
    query.history.sort {
      ($0.event, $0.within.unit.rawValue, $0.within.count)
        < ($1.event, $1.within.unit.rawValue, $1.within.count)
    }
  }
}

extension CalendarSpan.Unit {
  /// The longest span that a query or a pilot may name: a hundred years.
  var most: Int {
    switch self {
    case .days: 36_525
    case .months: 1_200
    }
  }
}
