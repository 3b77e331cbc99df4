import CohortModel
import QueryEngine

/// Counts as `docs/cohorts.md` says, member by member and cell by cell, with nothing in mind but to
/// be obviously right. Shares no code with the engine.
struct ReferenceCounter {
  struct Event {
    /// Place of the record in its resource: the order of records with the same date.
    var row: Int
    var values: [String: String]
    var day: CalendarDay?
  }

  struct Member {
    var person: Int
    /// Number among the person's index events, from 0.
    var number: Int
    var record: Event
    var index: CalendarDay?
    var followUpEnd: CalendarDay
    var isCensored: Bool
  }

  struct Reached {
    var stage: Stage
    var event: EventDefinition
    var record: Event
    var day: CalendarDay?
  }

  let book: RecordBook
  let pilot: Pilot
  let level: LinkLevel

  init(_ book: RecordBook, pilot: Pilot, level: LinkLevel) {
    self.book = book
    self.pilot = pilot
    self.level = level
  }

  // MARK: Records

  private func resource(_ name: String) -> Resource { book.package.resource(name)! }

  private func records(_ resource: String, of person: Int) -> [Event] {
    let dateField = self.resource(resource).dateField
    return (book.records[resource] ?? []).enumerated().compactMap { (row, record) in
      guard book.person(of: record.atom, at: level) == person else { return nil }
      return Event(
        row: row, values: record.values,
        day: dateField.flatMap { record.values[$0] }.flatMap { CalendarDay($0) })
    }
  }

  private func isBelow(_ code: String, _ root: String, in list: CodeList?) -> Bool {
    if code == root { return true }
    guard let parent = list?.code(code)?.parent else { return false }
    return isBelow(parent, root, in: list)
  }

  private func isDated(_ event: EventDefinition) -> Bool {
    event.dateField ?? resource(event.resource).dateField != nil
  }

  /// Records that are such an event, apart from order and confirmation.
  private func matching(_ event: EventDefinition, of person: Int) -> [Event] {
    let resource = resource(event.resource)
    return records(event.resource, of: person).filter { record in
      event.conditions.allSatisfy { condition in
        guard let value = record.values[condition.field] else { return false }
        let list = resource.field(condition.field)?.codeList.flatMap { book.package.codeList($0) }
        return condition.codes.contains { isBelow(value, $0, in: list) }
      }
    }.map { record in
      var dated = record
      if let field = event.dateField {
        dated.day = record.values[field].flatMap { CalendarDay($0) }
      }
      return dated
    }
  }

  private func isConfirmed(
    _ record: Event, _ event: EventDefinition, index: CalendarDay?
  ) -> Bool {
    guard let confirmation = event.confirmedBy else { return true }
    guard let index, let text = record.values[confirmation.dateField],
      let confirmed = CalendarDay(text)
    else { return false }
    return (record.day ?? index) <= confirmed && confirmed <= confirmation.within.end(from: index)
  }

  /// Whether the fields of a record that have to agree with the index record do so.
  private func isOfSameCase(
    _ record: Event, _ event: EventDefinition, _ member: Member
  ) -> Bool {
    event.matching.allSatisfy { match in
      guard let own = record.values[match.field] else { return false }
      return own == member.record.values[match.indexField]
    }
  }

  /// A spell that began before the index and had not ended before it is on the index day.
  private func placed(
    _ record: Event, _ event: EventDefinition, _ member: Member
  ) -> Event {
    var placed = record
    if event.isOpenAtIndex, let index = member.index, let day = record.day, day < index,
      record.values[resource(event.resource).endField!].map({ CalendarDay($0)! >= index }) ?? true
    {
      placed.day = index
    }
    return placed
  }

  /// Everything that is such an event of the member, whenever it was.
  private func happenings(_ event: EventDefinition, of member: Member) -> [Event] {
    matching(event, of: member.person).map { placed($0, event, member) }.filter {
      isOfSameCase($0, event, member) && isConfirmed($0, event, index: member.index)
    }
  }

  /// Events from one day to another, by date and record. Undated events are always among them.
  private func events(
    _ name: String, _ member: Member, from first: CalendarDay?, through last: CalendarDay
  ) -> [Event] {
    let event = pilot.event(name)!
    let confirmed = happenings(event, of: member)
    guard isDated(event) else { return confirmed }
    guard let first else { return [] }
    return confirmed.filter { $0.day.map { first <= $0 && $0 <= last } ?? false }
      .sorted { ($0.day!, $0.row) < ($1.day!, $1.row) }
  }

  /// Whether two events of a record are the same happening: dated by the same field.
  private func isSame(
    _ name: String, _ record: Event, as other: EventDefinition, _ otherRecord: Event
  ) -> Bool {
    let event = pilot.event(name)!
    return event.resource == other.resource && record.row == otherRecord.row && isDated(event)
      && (event.dateField ?? resource(event.resource).dateField)
        == (other.dateField ?? resource(other.resource).dateField)
  }

  // MARK: Members

  func members() -> [Member] {
    let event = pilot.event(pilot.index.event)!
    let observed = pilot.followUp.until ?? book.package.period.last
    let persons = Set((0..<book.atomCount).map { book.person(of: $0, at: level) }).sorted()
    var members: [Member] = []
    for person in persons {
      let indexEvents = matching(event, of: person)
        .filter { isConfirmed($0, event, index: $0.day) }
        .sorted {
          ($0.day ?? .distantFuture, $0.row) < ($1.day ?? .distantFuture, $1.row)
        }
      for (number, record) in indexEvents.enumerated() {
        if pilot.index.choice == .first && number > 0 { break }
        var member = Member(
          person: person, number: number, record: record, index: record.day,
          followUpEnd: observed, isCensored: false)
        if let index = record.day {
          let ends = pilot.followUp.censoredBy.filter { isDated(pilot.event($0)!) }
            .flatMap { name in
              events(name, member, from: index, through: observed)
                .filter { !isSame(name, $0, as: event, record) }
            }
            .map { $0.day! }
          if let end = ends.min() {
            member.followUpEnd = end
            member.isCensored = true
          }
        }
        members.append(member)
      }
    }
    return members
  }

  // MARK: Pathway

  func pathway(_ member: Member) -> [Reached] {
    var reached = [
      Reached(
        stage: pilot.stages[0], event: pilot.event(pilot.index.event)!, record: member.record,
        day: member.index)
    ]
    for stage in pilot.stages.dropFirst() {
      let before = reached[reached.count - 1].day
      let event = pilot.event(stage.event!)!
      var last = member.followUpEnd
      if let window = stage.window,
        let anchor = window.anchor == .index ? member.index : before
      {
        last = min(last, window.span.end(from: anchor))
      }
      let from = stage.isConcurrent ? member.index : before
      guard
        let record = events(event.name, member, from: before == nil ? nil : from, through: last)
          .first
      else { break }
      reached.append(
        Reached(
          stage: stage, event: event, record: record, day: isDated(event) ? record.day : before))
    }
    return reached
  }

  func leaf(_ member: Member) -> String {
    let reached = pathway(member)
    let last = reached[reached.count - 1]
    guard reached.count < pilot.stages.count else { return last.stage.name }
    for branch in last.stage.branches {
      var end = member.followUpEnd
      if let span = branch.span, let day = last.day { end = min(end, span.end(from: day)) }
      let events = events(branch.event, member, from: last.day, through: end)
      if events.contains(where: { !isSame(branch.event, $0, as: last.event, last.record) }) {
        return "\(last.stage.name).\(branch.name)"
      }
    }
    return "\(last.stage.name)."
      + (isCensored(member, at: last, reached.count) ? "censored" : "dropped")
  }

  private func isCensored(_ member: Member, at last: Reached, _ next: Int) -> Bool {
    let stage = pilot.stages[next]
    guard isDated(pilot.event(stage.event!)!) else { return false }
    guard let day = last.day, let index = member.index else { return true }
    guard let window = stage.window else { return member.isCensored || member.followUpEnd < day }
    return member.followUpEnd < window.span.end(from: window.anchor == .index ? index : day)
  }

  // MARK: Values

  private func code(_ text: String, _ variable: Variable) -> String? {
    switch variable.coding {
    case .codes: return text
    case .bands(let bands):
      guard let number = Double(text)?.rounded(.down) else { return "?" }
      return bands.first {
        ($0.lower.map { Double($0) <= number } ?? true)
          && ($0.upper.map { number <= Double($0) } ?? true)
      }?.code ?? "?"
    case .calendar(let unit):
      guard let day = CalendarDay(text) else { return "?" }
      let (year, month, _) = day.civil
      switch unit {
      case .year: return "\(year)"
      case .quarter: return "\(year)-Q\((month - 1) / 3 + 1)"
      case .month: return "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
      }
    }
  }

  /// The codes of a member: one for a partition; nil where the stage was not reached.
  func codes(_ variable: Variable, _ member: Member) -> [String]? {
    if variable.derivation != .value { return derivedCode(variable, member).map { [$0] } ?? [] }
    let indexEvent = pilot.event(pilot.index.event)!
    let name = variable.resource == "index" ? indexEvent.resource : variable.resource
    let all = records(name, of: member.person)
    let isDatedResource = resource(name).dateField != nil
    var moment = member.index
    var own: (EventDefinition, Event)?
    switch variable.moment {
    case .ever:
      return values(all, variable)
    case .index:
      if name == indexEvent.resource { own = (indexEvent, member.record) }
    case .stage(let stage):
      guard let reached = pathway(member).first(where: { $0.stage.name == stage }) else {
        return nil
      }
      moment = reached.day
      if name == reached.event.resource { own = (reached.event, reached.record) }
    }
    if let (event, record) = own {
      guard variable.kind == .multiResponse else { return values([record], variable) }
      // Everything that happened together with it: the same event on the same day.
      guard isDated(event) else {
        return values(
          variable.moment == .index || event.name == indexEvent.name && isFirst(variable.moment)
            ? [record]
            : happenings(event, of: member), variable)
      }
      guard let day = record.day else { return values([record], variable) }
      return values(
        happenings(event, of: member).filter { $0.day == day }, variable)
    }
    guard isDatedResource else { return values(all, variable) }
    guard let moment else { return [] }
    let before = all.filter { $0.day.map { $0 <= moment } ?? false }
    if variable.kind == .multiResponse { return values(before, variable) }
    return values(
      before.max { ($0.day!, $0.row) < ($1.day!, $1.row) }.map { [$0] } ?? [], variable)
  }

  /// The band of a number of events, of different values, or of days; nil where it is not known.
  private func derivedCode(_ variable: Variable, _ member: Member) -> String? {
    let index = pilot.event(pilot.index.event)!
    /// Events other than the index event itself.
    func others(_ name: String) -> [Event] {
      happenings(pilot.event(name)!, of: member).filter {
        !isSame(name, $0, as: index, member.record)
          && ($0.day != nil || !isDated(pilot.event(name)!))
      }
    }
    switch variable.derivation {
    case .value: return nil
    case .distinct:
      let values = records(variable.resource, of: member.person)
        .compactMap { $0.values[variable.field] }
      return code("\(Set(values).count)", variable)
    case .count(let name, .ever):
      return code("\(others(name).count)", variable)
    case .count(let name, .within(let span)):
      guard isDated(pilot.event(name)!) else { return code("\(others(name).count)", variable) }
      guard let day = member.index, span.end(from: day) <= member.followUpEnd else { return nil }
      return code(
        "\(others(name).count { day <= $0.day! && $0.day! <= span.end(from: day) })", variable)
    case .count(let name, .before(let span)):
      guard isDated(pilot.event(name)!), let day = member.index else { return nil }
      return code(
        "\(others(name).count { span.start(before: day) <= $0.day! && $0.day! < day })", variable)
    case .daysTo(let name, let span):
      guard isDated(pilot.event(name)!), let day = member.index,
        span.end(from: day) <= member.followUpEnd
      else { return nil }
      let days = others(name).map { $0.day! }.filter { day <= $0 && $0 <= span.end(from: day) }
      return days.min().map { code("\($0.rawValue - day.rawValue)", variable) } ?? "NA"
    case .daysSince(let name, let span):
      guard isDated(pilot.event(name)!), let day = member.index else { return nil }
      let days = others(name).map { $0.day! }.filter {
        (span?.start(before: day) ?? .distantPast) <= $0 && $0 < day
      }
      return days.max().map { code("\(day.rawValue - $0.rawValue)", variable) } ?? "NA"
    }
  }

  private func isFirst(_ moment: Variable.Moment) -> Bool {
    moment == .stage(pilot.stages[0].name)
  }

  /// Of a partition the latest value, of a multi-response variable all.
  private func values(_ records: [Event], _ variable: Variable) -> [String] {
    let known = records.filter { $0.values[variable.field] != nil }
    func codes(_ records: [Event]) -> [String] {
      records.compactMap { code($0.values[variable.field]!, variable) }
    }
    if variable.kind == .multiResponse { return codes(known) }
    let latest = known.max {
      ($0.day ?? .distantPast, $0.row) < ($1.day ?? .distantPast, $1.row)
    }
    return codes(latest.map { [$0] } ?? [])
  }

  // MARK: Slots

  /// The slots of a member; a multi-response variable has slot 0 and any number of others.
  func slots(_ dimension: PlannedDimension, _ member: Member) -> Set<Int> {
    func slot(_ code: String) -> Int? { dimension.slotCodes.firstIndex { $0.contains(code) } }
    switch dimension.source {
    case .variable(let name):
      let variable = pilot.variable(name)!
      let missing = variable.missingCode.flatMap { slot($0) } ?? slot("NK")
      let codes = codes(variable, member)
      if variable.kind == .multiResponse {
        var slots = Set((codes ?? []).compactMap { slot($0) }).union([0])
        if let codes, codes.allSatisfy({ slot($0) == nil }), let missing { slots.insert(missing) }
        return slots
      }
      guard let codes else { return [slot("NA")!] }
      return [codes.first.flatMap { slot($0) } ?? missing!]
    case .stage:
      return [slot(leaf(member))!]
    case .milestone(let name):
      let milestone = pilot.milestone(name)!
      return [milestoneSlot(milestone, member)]
    case .outcome(let name):
      // Side by side, incomplete and outside are one.
      return [min(outcomeSlot(pilot.outcome(name)!, member), dimension.slotCodes.count - 1)]
    case .elapsed(let from, let to):
      let reached = pathway(member)
      guard let start = reached.first(where: { $0.stage.name == from })?.day,
        let end = reached.first(where: { $0.stage.name == to })?.day
      else { return [slot("none")!] }
      let days = Int(end.rawValue - start.rawValue)
      let bound = dimension.slotCodes.compactMap { Int($0[0]) }.first { days <= $0 }
      return [slot(bound.map { "\($0)" } ?? "more")!]
    case .history(let earlier):
      let event = pilot.event(earlier.event)!
      guard let index = member.index, isDated(event) else { return [1] }
      let had = events(
        earlier.event, member, from: earlier.within.start(before: index),
        through: index.adding(days: -1))
      return [had.isEmpty ? 1 : 0]
    case .period(let period):
      return [member.index.map { period.contains($0) } ?? false ? 0 : 1]
    }
  }

  private func milestoneSlot(_ milestone: Milestone, _ member: Member) -> Int {
    guard isDated(pilot.event(milestone.event)!) else {
      return events(milestone.event, member, from: nil, through: member.followUpEnd).isEmpty ? 1 : 0
    }
    guard let index = member.index else { return 2 }
    let end = milestone.span?.end(from: index)
    if happened(milestone.event, member, through: end) { return 0 }
    return member.followUpEnd < end ?? index ? 2 : 1
  }

  private func outcomeSlot(_ outcome: Outcome, _ member: Member) -> Int {
    for condition in outcome.among {
      let variable = pilot.variable(condition.field)!
      let name =
        variable.resource == "index"
        ? pilot.event(pilot.index.event)!.resource : variable.resource
      let list =
        variable.derivation == .value
        ? resource(name).field(variable.field)?.codeList.flatMap { book.package.codeList($0) }
        : nil
      var codes = codes(variable, member) ?? ["NA"]
      if codes.isEmpty { codes = [variable.missingCode ?? "NK"] }
      guard
        codes.contains(where: { code in condition.codes.contains { isBelow(code, $0, in: list) } })
      else { return 3 }
    }
    guard isDated(pilot.event(outcome.event)!) else {
      return events(outcome.event, member, from: nil, through: member.followUpEnd).isEmpty ? 1 : 0
    }
    guard let index = member.index else { return 2 }
    var member = member
    if outcome.isTerminal { member.followUpEnd = pilot.followUp.until ?? book.package.period.last }
    let end = outcome.span?.end(from: index)
    let known = outcome.settling?.end(from: end ?? index) ?? end ?? index
    if member.followUpEnd < known { return 2 }
    return happened(outcome.event, member, through: end) ? 0 : 1
  }

  /// Whether an event other than the index event itself lies between the index and a day.
  private func happened(_ name: String, _ member: Member, through end: CalendarDay?) -> Bool {
    let index = pilot.event(pilot.index.event)!
    return events(
      name, member, from: member.index,
      through: min(end ?? member.followUpEnd, member.followUpEnd)
    ).contains { !isSame(name, $0, as: index, member.record) }
  }

  // MARK: Cube

  /// Per key of a unit the member with which it is counted.
  private func firsts(_ members: [Member], _ unit: UnitOfCount) -> [String: Int] {
    let order = members.indices.sorted {
      (members[$0].index ?? .distantFuture, $0) < (members[$1].index ?? .distantFuture, $1)
    }
    return order.reduce(into: [:]) { firsts, place in
      guard let key = members[place].record.values[unit.keyField] else { return }
      if firsts[key] == nil { firsts[key] = place }
    }
  }

  func count(_ plan: TablePlan) -> RawCube {
    var contributions = [[Int: Int]](repeating: [:], count: plan.cellCount)
    let members = members()
    var counted: Set<Int> = []
    if case .units(let name) = plan.counting {
      counted = Set(firsts(members, pilot.unit(name)!).values)
    }
    for (place, member) in members.enumerated() {
      let amount: Int
      switch plan.counting {
      case .persons: amount = member.number == 0 ? 1 : 0
      case .indexEvents: amount = 1
      case .units: amount = counted.contains(place) ? 1 : 0
      case .events(let name):
        amount =
          member.number == 0
          ? events(name, member, from: member.index, through: member.followUpEnd).count : 0
      }
      if amount == 0 { continue }
      var cells = [0]
      for dimension in plan.dimensions {
        let slots = slots(dimension, member)
        let nodes = dimension.structure.nodes.indices.filter { number in
          let node = dimension.structure.nodes[number]
          return node.slots.contains(where: slots.contains)
            && !node.minusSlots.contains(where: slots.contains)
        }
        cells = cells.flatMap { cell in
          nodes.map { cell * dimension.structure.nodes.count + $0 }
        }
      }
      for cell in cells { contributions[cell][member.person, default: 0] += amount }
    }
    let ranked = contributions.map { $0.values.sorted(by: >) }
    let persons = ranked.map(\.count)
    if plan.counting == .persons {
      let keySums = contributions.map { persons in
        persons.keys.reduce(UInt64(0)) { $0 &+ RecordBook.key(of: $1, at: level) }
      }
      return RawCube(
        plan: plan, persons: persons, keySums: plan.profile.cellKey == nil ? nil : keySums)
    }
    return RawCube(
      plan: plan, persons: persons, totals: ranked.map { $0.reduce(0, +) },
      largest: ranked.map { $0.first ?? 0 },
      secondLargest: ranked.map { $0.count > 1 ? $0[1] : 0 })
  }
}
