import CohortModel
import ColumnStore

/// The slots of a variable that is no field's value: a number of events, of different values, or of
/// days.
struct DerivedColumn {
  private let variable: Variable
  private let codes: CodeSlots
  private let members: CohortMembers
  private let context: CohortContext
  private let bands: [(band: Band, slot: Int)]

  init(
    _ variable: Variable, _ codes: CodeSlots, _ members: CohortMembers, in context: CohortContext
  ) {
    self.variable = variable
    self.codes = codes
    self.members = members
    self.context = context
    if case .bands(let bands) = variable.coding {
      self.bands = bands.compactMap { band in codes.slots[band.code].map { (band, $0[0]) } }
    } else {
      bands = []
    }
  }

  func slots() throws(EngineError) -> MemberColumn {
    switch variable.derivation {
    case .count(let event, let reach): try counts(of: event, reach)
    case .distinct: try differentValues()
    case .daysTo(let event, let span): try days(to: event, within: span)
    case .daysSince(let event, let span): try days(since: event, before: span)
    case .value: throw .unknown(.variable, variable.name)
    }
  }

  private enum Number {
    case number(Int64)
    case notKnown
    case notApplicable
  }

  @inline(__always)
  private func perMember(_ number: (Int) -> Number) throws(EngineError) -> MemberColumn {
    guard let missing = codes.missing.first, let unlisted = codes.unlisted.first else {
      throw .unknown(.variable, variable.name)
    }
    let inapplicable = codes.inapplicable.first ?? missing
    return MemberColumn(count: members.count, slotCount: codes.slotCount) { member in
      switch number(member) {
      case .number(let number):
        for (band, slot) in bands where band.contains(number) { return slot }
        return unlisted
      case .notKnown: return missing
      case .notApplicable: return inapplicable
      }
    }
  }

  // MARK: Events

  private func sequence(
    _ name: String
  ) throws(EngineError) -> (events: EventSequence, isOwn: Bool) {
    let events = try EventSequence(context.event(name), in: context)
    return (
      events, events.sharesEvents(resource: members.resource, dateField: members.dateField)
    )
  }

  /// The index event itself is not among them. Events without a date are all of them within any
  /// span, and none of them is known to be from before the index.
  private func counts(
    of name: String, _ reach: Variable.EventReach
  ) throws(EngineError) -> MemberColumn {
    let (events, isOwn) = try sequence(name)
    func count(_ member: Int, from lower: Int32, through upper: Int32) -> Number {
      var count: Int64 = 0
      events.forEach(
        of: Int(members.persons[member]), from: lower, through: upper,
        index: members.index(member), except: isOwn ? members.rows[member] : nil
      ) { _ in count += 1 }
      return .number(count)
    }
    switch reach {
    case .ever:
      return try perMember { count($0, from: .min, through: .max) }
    case .within(let span):
      let ends = SpanEnds(span, period: context.period)
      return try perMember { member in
        guard events.isDated else { return count(member, from: .min, through: .max) }
        guard let end = observedEnd(member, ends) else { return .notKnown }
        return count(member, from: members.days[member], through: end)
      }
    case .before(let span):
      let starts = SpanEnds(CalendarSpan(-span.count, span.unit), period: context.period)
      return try perMember { member in
        let index = members.days[member]
        guard events.isDated, index != MemberDay.undated else { return .notKnown }
        return count(member, from: starts.end(from: index), through: index - 1)
      }
    }
  }

  /// The last day of a span from the index; nil where the member is not observed for all of it.
  @inline(__always)
  private func observedEnd(_ member: Int, _ ends: SpanEnds) -> Int32? {
    let index = members.days[member]
    guard index != MemberDay.undated else { return nil }
    let end = ends.end(from: index)
    return members.followUpEnds[member] < end ? nil : end
  }

  /// Days to the first event from the index on. Known only of those observed for the whole span,
  /// even where the event was seen: else short times would be over-represented.
  private func days(
    to name: String, within span: CalendarSpan
  ) throws(EngineError) -> MemberColumn {
    let (events, isOwn) = try sequence(name)
    let ends = SpanEnds(span, period: context.period)
    return try perMember { member in
      guard events.isDated, let end = observedEnd(member, ends) else { return .notKnown }
      let index = members.index(member)
      guard
        let key = events.first(
          of: Int(members.persons[member]), from: index.day, through: end, index: index,
          except: isOwn ? index.row : nil)
      else { return .notApplicable }
      return .number(Int64(EventSequence.day(of: key)) - Int64(index.day))
    }
  }

  /// Days from the last event before the index day to the index.
  private func days(
    since name: String, before span: CalendarSpan?
  ) throws(EngineError) -> MemberColumn {
    let (events, _) = try sequence(name)
    let starts = span.map {
      SpanEnds(CalendarSpan(-$0.count, $0.unit), period: context.period)
    }
    return try perMember { member in
      let index = members.index(member)
      guard events.isDated, index.day != MemberDay.undated else { return .notKnown }
      var last: UInt64?
      events.forEach(
        of: Int(members.persons[member]), from: starts?.end(from: index.day) ?? .min,
        through: index.day - 1, index: index
      ) { last = max(last ?? $0, $0) }
      guard let last else { return .notApplicable }
      return .number(Int64(index.day) - Int64(EventSequence.day(of: last)))
    }
  }

  // MARK: Different values

  /// How many different values a field has over all records of the person, missing ones aside.
  private func differentValues() throws(EngineError) -> MemberColumn {
    let table = try context.table(variable.resource)
    guard let column = table.columns[variable.field] else {
      throw .unknownField(resource: variable.resource, field: variable.field)
    }
    let rows = context.personRows(of: table)
    switch column {
    case .codes8(let values, _): return try differentValues(values, rows, missing: 0)
    case .codes16(let values, _): return try differentValues(values, rows, missing: 0)
    case .codes32(let values, _): return try differentValues(values, rows, missing: 0)
    case .days(let values):
      return try differentValues(values, rows, missing: Column.missingDay)
    case .integers(let values):
      return try differentValues(values, rows, missing: Column.missingInteger)
    case .keys:
      throw .unknownField(resource: variable.resource, field: variable.field)
    }
  }

  @inline(__always)
  private func differentValues<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ values: Buffer<Value>, _ rows: Buffer<UInt32>, missing: Value
  ) throws(EngineError) -> MemberColumn {
    var found: [Value] = []
    return try perMember { member in
      let person = Int(members.persons[member])
      found.removeAll(keepingCapacity: true)
      for row in Int(rows[person])..<Int(rows[person + 1]) {
        let value = values[row]
        if value != missing { found.append(value) }
      }
      found.sort()
      var count: Int64 = 0
      for place in found.indices where place == 0 || found[place] != found[place - 1] {
        count += 1
      }
      return .number(count)
    }
  }
}
