import CohortModel

/// Reads off a pilot's definitions what is true of everyone in a slot (`docs/cohorts.md` says how
/// members come into slots). What is not certain from definitions is left out.
struct SlotFacts {
  private let plan: TablePlan
  let pilot: Pilot
  let package: DataPackage
  private let indexEvent: EventDefinition?
  private var stageDays: StageDays { StageDays(pilot: pilot, package: package) }

  init(plan: TablePlan, pilot: Pilot, package: DataPackage) {
    self.plan = plan
    self.pilot = pilot
    self.package = package
    indexEvent = pilot.event(pilot.index.event)
  }

  /// The conditions of the index event bind the variables read from the index record.
  var ofEveryone: MemberFacts {
    var facts = MemberFacts()
    for variable in pilot.variables where isOfIndexRecord(variable) && variable.coding == .codes {
      for condition in indexEvent?.conditions ?? [] where condition.field == variable.field {
        facts.codes[variable.name] = closure(condition.codes, of: variable)
      }
    }
    if case .events(let name) = plan.counting, let event = pilot.event(name) {
      facts.had = [MemberFacts.Occurrence(event: event, span: nil)]
    }
    // Nobody has an index event before the first.
    if plan.counting == .persons || pilot.index.choice == .first,
      let indexEvent = dated(pilot.index.event), indexEvent.confirmedBy == nil,
      !indexEvent.isOpenAtIndex
    {
      facts.hadNotBefore = [MemberFacts.Occurrence(event: indexEvent, span: nil)]
    }
    return facts
  }

  /// Per slot; nil where nothing is known or members may fall in several.
  func slots(of dimension: PlannedDimension) -> [MemberFacts]? {
    guard dimension.structure.kind == .partition else { return nil }
    let facts =
      switch dimension.source {
      case .variable(let name): pilot.variable(name).map { variable($0, dimension) }
      case .stage: dimension.slotCodes.map(stages)
      case .milestone(let name): pilot.milestone(name).flatMap(milestone)
      case .outcome(let name):
        pilot.outcome(name).flatMap { outcome in
          self.outcome(outcome).map {
            // Of those not in the base together nothing is known but where they are of one kind.
            dimension.slotCodes.count == 3
              ? $0.prefix(2) + [outcome.among.isEmpty ? $0[2] : MemberFacts()] : $0
          }
        }
      case .elapsed(let from, let to): elapsed(from, to, dimension)
      case .history(let event): history(event)
      case .period(let period): self.period(period)
      }
    return facts.flatMap {
      $0.count == dimension.structure.slotCount ? $0.map(withIndexDays) : nil
    }
  }

  // MARK: Variables

  private func resourceName(of variable: Variable) -> String? {
    variable.resource == "index" ? indexEvent?.resource : variable.resource
  }

  private func isOfIndexRecord(_ variable: Variable) -> Bool {
    variable.derivation == .value && variable.kind == .partition && variable.moment == .index
      && resourceName(of: variable) == indexEvent?.resource
  }

  private func closure(_ codes: [String], of variable: Variable) -> Set<String> {
    var all = Set(codes)
    let list = resourceName(of: variable).flatMap { package.resource($0) }?
      .field(variable.field)?.codeList.flatMap { package.codeList($0) }
    var before = 0
    while before != all.count {
      before = all.count
      for code in list?.codes ?? [] where code.parent.map(all.contains) ?? false {
        all.insert(code.code)
      }
    }
    return all
  }

  /// Names the value that a variable classifies, the same for all variables of that value.
  private func value(_ variable: Variable) -> String {
    if variable.event != nil { return "\(variable.derivation)" }
    if variable.derivation == .distinct {
      return "different \(variable.resource).\(variable.field)"
    }
    return "\(resourceName(of: variable) ?? "").\(variable.field) \(variable.moment)"
  }

  private func variable(_ variable: Variable, _ dimension: PlannedDimension) -> [MemberFacts] {
    let isListed = variable.coding == .codes
    return dimension.slotCodes.map { codes in
      var facts = variable.derivation == .value ? MemberFacts() : derived(variable, codes)
      if isListed { facts.codes[variable.name] = Set(codes) }
      facts.codes["variable " + variable.name] = Set(codes)
      if let records = recordsKnown(variable, codes) {
        facts.numbers[records.subject] = records.range
      }
      if isAlwaysInBands(variable), codes == ["NK"] { facts.isImpossible = true }
      switch variable.coding {
      case .codes: break
      case .bands(let bands):
        facts.numbers[value(variable)] = hull(
          codes.map { code in
            bands.first { $0.code == code }.map {
              ($0.lower ?? -1_000_000_000)...($0.upper ?? 1_000_000_000)
            }
          })
      case .calendar(let unit):
        let ranges = codes.map { days(of: $0, unit) }
        facts.numbers[dayName(variable)] = hull(ranges)
        // A day that is in none of the units is none of theirs.
        if ranges.allSatisfy({ $0 == nil }) {
          let known: [ClosedRange<Int>] = dimension.slotCodes.joined().compactMap {
            days(of: $0, unit)
          }
          facts.excluded[dayName(variable)] = hull(known)
        }
      }
      if case .stage(let name) = variable.moment,
        let place = pilot.stages.firstIndex(where: { $0.name == name }), place > 0
      {
        if !codes.contains("NA") {
          facts.furthest = place...(pilot.stages.count - 1)
        } else if codes == ["NA"], !isListedCode("NA", variable) {
          facts.furthest = 0...(place - 1)
        }
      }
      return facts
    }
  }

  /// How many records of a resource those have who have so many of its events, or so many different
  /// values in it: nobody has more values than records.
  private func recordsKnown(
    _ variable: Variable, _ codes: [String]
  ) -> (subject: String, range: ClosedRange<Int>)? {
    guard case .bands(let bands) = variable.coding,
      let range = hull(
        codes.map { code in
          bands.first { $0.code == code }.map {
            max(0, $0.lower ?? 0)...max($0.lower ?? 0, $0.upper ?? 1_000_000_000)
          }
        })
    else { return nil }
    switch variable.derivation {
    case .distinct:
      return ("records of \(variable.resource)", range.lowerBound...1_000_000_000)
    case .count(let name, .ever):
      guard isOfIndex(name), let event = pilot.event(name), event.conditions.isEmpty,
        event.matching.isEmpty,
        !event.isOpenAtIndex, event.confirmedBy == nil,
        package.resource(event.resource)?.dateField == nil, event.dateField == nil
      else { return nil }
      return ("records of \(event.resource)", range)
    default: return nil
    }
  }

  /// Whether the event is the index event, without a date: then that is counted as well.
  private func isOfIndex(_ name: String) -> Bool {
    indexEvent.map { event in
      event.name == name && event.dateField == nil
        && package.resource(event.resource)?.dateField == nil
    } ?? false
  }

  /// How many different values or events somebody has is a number from 0 (from 1 where the index
  /// event is counted): bands from there on hold everyone.
  private func isAlwaysInBands(_ variable: Variable) -> Bool {
    guard case .bands(let bands) = variable.coding else { return false }
    switch variable.derivation {
    case .distinct: return covers(bands, from: 0, through: .max)
    case .count(let name, .ever): return covers(bands, from: isOfIndex(name) ? 1 : 0, through: .max)
    default: return false
    }
  }

  private func isListedCode(_ code: String, _ variable: Variable) -> Bool {
    resourceName(of: variable).flatMap { package.resource($0) }?
      .field(variable.field)?.codeList.flatMap { package.codeList($0) }?.code(code) != nil
  }

  /// Bands and units follow one another, so a group of them is taken by its ends; nil where a code
  /// is none of them (not known).
  func hull(_ ranges: [ClosedRange<Int>?]) -> ClosedRange<Int>? {
    var whole: ClosedRange<Int>?
    for range in ranges {
      guard let range else { return nil }
      whole =
        whole.map {
          min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound)
        } ?? range
    }
    return whole
  }

  private func dayName(_ variable: Variable) -> String {
    let field =
      indexEvent?.dateField
      ?? indexEvent.flatMap { package.resource($0.resource) }?
      .dateField
    return isOfIndexRecord(variable) && variable.field == field ? "index day" : value(variable)
  }

  private func days(of code: String, _ unit: Variable.CalendarUnit) -> ClosedRange<Int>? {
    let parts = code.split(separator: "-")
    guard let year = parts.first.flatMap({ Int($0) }) else { return nil }
    let first: Int
    let months: Int
    switch unit {
    case .year: (first, months) = (1, 12)
    case .quarter:
      guard parts.count == 2, let quarter = Int(parts[1].dropFirst()) else { return nil }
      (first, months) = (quarter * 3 - 2, 3)
    case .month:
      guard parts.count == 2, let month = Int(parts[1]) else { return nil }
      (first, months) = (month, 1)
    }
    guard let start = CalendarDay(year: year, month: first, day: 1) else { return nil }
    return Int(start.rawValue)...(Int(start.adding(months: months).rawValue) - 1)
  }

  // MARK: Pathway

  /// Of several ways to end what holds of each of them.
  private func stages(_ codes: [String]) -> MemberFacts {
    let all = codes.map(stage)
    // Nobody ends in a way that is impossible.
    let possible = all.filter { !$0.isImpossible }
    let each = possible.isEmpty ? Array(all.prefix(1)) : possible
    guard each.count != 1, let first = each.first?.furthest else {
      return each.first ?? MemberFacts()
    }
    var facts = MemberFacts()
    let ranges = each.compactMap(\.furthest)
    guard ranges.count == each.count else { return facts }
    if ranges.allSatisfy({ $0 == first }) {
      facts = each[0]
      facts.observed = nil
      facts.unobserved = nil
    }
    facts.furthest = hull(ranges)
    return facts
  }

  private func stage(_ code: String) -> MemberFacts {
    var facts = MemberFacts()
    let parts = code.split(separator: ".", maxSplits: 1)
    guard let name = parts.first.map(String.init),
      let furthest = pilot.stages.firstIndex(where: { $0.name == name })
    else { return facts }
    facts.furthest = furthest...furthest
    facts.isImpossible = parts.count == 2 && nobodyEnds(at: furthest, String(parts[1]))
    for place in 1..<max(1, furthest + 1) {
      guard let event = dated(pilot.stages[place].event), !sharesIndexDate(event) else { continue }
      let window = pilot.stages[place].window
      let span = stageDays.isFromIndex(place) ? window.map { SpanLength([$0.span]) } : nil
      facts.had.append(MemberFacts.Occurrence(event: event, span: span))
    }
    let next = furthest + 1
    guard next < pilot.stages.count, let event = dated(pilot.stages[next].event) else {
      return facts
    }
    let span = pilot.stages[next].window.map { SpanLength([$0.span]) }
    if stageDays.isFromIndex(next), furthest == 0 || pilot.stages[next].isConcurrent {
      facts.hadNot.append(MemberFacts.Occurrence(event: event, span: span))
    }
    if stageDays.isFromIndex(next), let span, parts.count == 2 {
      if parts[1] == "censored" { facts.unobserved = span }
      if parts[1] == "dropped" { facts.observed = span }
    }
    return facts
  }

  private func elapsed(
    _ from: String, _ to: String, _ dimension: PlannedDimension
  ) -> [MemberFacts]? {
    guard let start = pilot.stages.firstIndex(where: { $0.name == from }),
      let end = pilot.stages.firstIndex(where: { $0.name == to }), start < end
    else { return nil }
    let isDated = dated(pilot.stages[end].event) != nil
    let most = isDated ? stageDays.most(from: start, to: end) : nil
    var last = -1
    return dimension.slotCodes.map { codes in
      var facts = MemberFacts()
      if codes == ["none"] {
        if isDated { facts.furthest = 0...(end - 1) }
      } else {
        facts.furthest = end...(pilot.stages.count - 1)
        // The first bin holds what is below zero as well.
        facts.isImpossible = last >= 0 && (most.map { last >= $0 } ?? false)
        last = codes.first.flatMap { Int($0) } ?? last
      }
      return facts
    }
  }

  // MARK: What happened

  /// The event where it has dates, and so windows that apply to it.
  func dated(_ name: String?) -> EventDefinition? {
    guard let event = name.flatMap({ pilot.event($0) }),
      event.dateField ?? package.resource(event.resource)?.dateField != nil
    else { return nil }
    return event
  }

  /// The index record does not count where it is dated by the same field, except for a stage.
  func sharesIndexDate(_ event: EventDefinition) -> Bool {
    func field(_ event: EventDefinition) -> String? {
      event.dateField ?? package.resource(event.resource)?.dateField
    }
    return indexEvent.map { $0.resource == event.resource && field($0) == field(event) } ?? false
  }

  private func milestone(_ milestone: Milestone) -> [MemberFacts]? {
    var yes = MemberFacts()
    var no = MemberFacts()
    var unknown = MemberFacts()
    guard let event = dated(milestone.event) else {
      unknown.isImpossible = pilot.event(milestone.event) != nil
      return [yes, no, unknown]
    }
    let span = milestone.span.map { SpanLength([$0]) }
    yes.had = [MemberFacts.Occurrence(event: event, span: span)]
    if !sharesIndexDate(event) {
      no.hadNot = [MemberFacts.Occurrence(event: event, span: span)]
      unknown.hadNot = no.hadNot
    }
    if let span {
      no.observed = span
      unknown.unobserved = span
    }
    return [yes, no, unknown]
  }

  private func outcome(_ outcome: Outcome) -> [MemberFacts]? {
    var yes = MemberFacts()
    var no = MemberFacts()
    var incomplete = MemberFacts()
    var outside = MemberFacts()
    outside.isImpossible = outcome.among.isEmpty
    for condition in outcome.among {
      guard let variable = pilot.variable(condition.field), variable.kind == .partition,
        variable.coding == .codes
      else { continue }
      let base = closure(condition.codes, of: variable)
      yes.codes[variable.name] = base
      no.codes[variable.name] = base
      incomplete.codes[variable.name] = base
      if outcome.among.count == 1,
        let shown = plan.dimensions.first(where: { $0.source == .variable(variable.name) })
      {
        outside.codes[variable.name] = Set(shown.slotCodes.joined()).subtracting(base)
      }
    }
    if !outcome.holds.isEmpty {
      incomplete.isImpossible = true
      settle(&yes, &no, by: outcome.holds)
    } else if let event = dated(outcome.event) {
      let span = outcome.span.map { SpanLength([$0]) }
      // A final outcome is seen after whatever else ended follow-up.
      if !outcome.isTerminal || pilot.followUp.censoredBy.isEmpty {
        yes.had = [MemberFacts.Occurrence(event: event, span: span)]
      }
      if !sharesIndexDate(event) {
        no.hadNot = [MemberFacts.Occurrence(event: event, span: span)]
      }
      if let own = outcome.span {
        let whole = SpanLength([own] + (outcome.settling.map { [$0] } ?? []))
        if !outcome.isTerminal || pilot.followUp.censoredBy.isEmpty {
          yes.observed = whole
          no.observed = whole
        } else {
          admit(&yes, ...lastDay(observing: whole))
          admit(&no, ...lastDay(observing: whole))
          admit(&incomplete, from: lastDay(observing: whole) + 1)
        }
        incomplete.unobserved = whole
      }
    } else {
      incomplete.isImpossible = pilot.event(outcome.event) != nil
    }
    return [yes, no, incomplete, outside]
  }

  /// An outcome that is a condition on one variable, beside that variable in the table.
  private func settle(
    _ yes: inout MemberFacts, _ no: inout MemberFacts, by conditions: [FieldCondition]
  ) {
    for condition in conditions {
      guard let variable = pilot.variable(condition.field), variable.kind == .partition else {
        continue
      }
      let codes = closure(condition.codes, of: variable)
      yes.codes["variable " + variable.name] = codes
      if let records = recordsKnown(variable, condition.codes) {
        yes.numbers[records.subject] = records.range
      }
      if conditions.count == 1,
        let shown = plan.dimensions.first(where: { $0.source == .variable(variable.name) })
      {
        no.codes["variable " + variable.name] = Set(shown.slotCodes.joined()).subtracting(codes)
      }
    }
  }

  private func history(_ earlier: EarlierEvent) -> [MemberFacts]? {
    guard let event = dated(earlier.event) else { return nil }
    let occurrence = MemberFacts.Occurrence(event: event, span: SpanLength([earlier.within]))
    var had = MemberFacts()
    var hadNot = MemberFacts()
    had.hadBefore = [occurrence]
    hadNot.hadNotBefore = [occurrence]
    return [had, hadNot]
  }

  private func period(_ period: Period) -> [MemberFacts] {
    var within = MemberFacts()
    within.numbers["index day"] = Int(period.first.rawValue)...Int(period.last.rawValue)
    var outside = MemberFacts()
    outside.excluded["index day"] = within.numbers["index day"]
    return [within, outside]
  }
}
