import CohortModel

/// Which definitions of a pathway leave the days of its steps to its stages and their windows alone.
///
/// All other definitions that a stage, a way off it, the index or the end of follow-up can have are
/// looked at here. That a record has a code, or is of the index record's case, says nothing of when it
/// was, and neither does that a spell open at the index counts on the index day. What confirms an event
/// within a span of the index, and what conditions ask of a date, does; and the record that makes one
/// stage may be the event of a later one, of a way off it or of the end of follow-up as well.
struct PlainPathway {
  private let pilot: Pilot
  private let package: DataPackage
  /// The index event and those of the stages, in order.
  private let stages: [EventDefinition]
  /// Nothing but stages and windows says when anything was.
  private(set) var isPlain = true
  /// An event may end the follow-up of anybody, at any time.
  private(set) var isCensored = false
  /// Stages of which must stay unknown whether they were made on the day of the stage before: who made
  /// them then goes on, or off, by what made an earlier stage.
  private(set) var mustBeOpen: Set<Int> = []

  init(_ pilot: Pilot, package: DataPackage) {
    self.pilot = pilot
    self.package = package
    let names = [pilot.index.event] + pilot.stages.dropFirst().map { $0.event ?? "" }
    stages = names.compactMap(pilot.event)
    let branches = pilot.stages.map { $0.branches.compactMap { pilot.event($0.event) } }
    // Events without a date end nobody's follow-up.
    let censors = pilot.followUp.censoredBy.compactMap(pilot.event).filter { date(of: $0) != nil }
    isPlain =
      stages.count == pilot.stages.count
      && (pilot.followUp.until ?? package.period.last) <= package.period.last
      && (stages + branches.joined() + censors).allSatisfy(hasDays)
      && (stages + branches.joined() + censors).allSatisfy(saysNothingOfDays)
      && ([stages[0]] + branches.joined() + censors).allSatisfy { $0.confirmedBy == nil }
      && stages.indices.dropFirst().allSatisfy { stage in
        isConfirmedLater(stage, stages + branches.joined() + censors)
      }
    guard isPlain else { return }
    isCensored = censors.contains { censor in !stages.contains { mayBe(censor, $0) } }
    for (place, event) in stages.enumerated().dropFirst() {
      for earlier in 0..<place where mayBe(stages[earlier], event) {
        // Always on the day of the stage before, or no later.
        if earlier == place - 1 || pilot.stages[place].isConcurrent { isPlain = false }
        mustBeOpen.insert(place - 1)
      }
      // Who has come to the stage was observed until then.
      if censors.contains(where: { mayBe(event, $0) }) { isPlain = false }
    }
    for (place, events) in branches.enumerated() {
      for branch in events {
        if (0..<place).contains(where: { mayBe(stages[$0], branch) }) { mustBeOpen.insert(place) }
        // Who left by it had the event of the next stage, but too late.
        if place + 1 < stages.count, mayBe(branch, stages[place + 1]) { isPlain = false }
      }
    }
  }

  private func date(of event: EventDefinition) -> String? {
    event.dateField ?? package.resource(event.resource)?.dateField
  }

  /// Months and weeks are known to lie whole months and weeks apart.
  private func hasDays(_ event: EventDefinition) -> Bool {
    let field = date(of: event).flatMap { package.resource(event.resource)?.field($0) }
    return field?.kind == .date && field?.clock == nil
  }

  private func saysNothingOfDays(_ event: EventDefinition) -> Bool {
    func isNoDate(_ name: String, of resource: String) -> Bool {
      guard let field = package.resource(resource)?.field(name), field.clock == nil else {
        return false
      }
      switch field.kind {
      case .string, .integer, .number, .boolean: return true
      case .date, .yearmonth, .year: return false
      }
    }
    return event.conditions.allSatisfy { isNoDate($0.field, of: event.resource) }
      && event.matching.allSatisfy {
        isNoDate($0.field, of: event.resource) && isNoDate($0.indexField, of: stages[0].resource)
      }
  }

  /// Whether a stage needs no confirmation, or one that may come later than its own window ends, of a day
  /// that nothing else in the pathway is dated by.
  private func isConfirmedLater(_ stage: Int, _ events: [EventDefinition]) -> Bool {
    guard let confirmation = stages[stage].confirmedBy else { return true }
    guard let window = pilot.stages[stage].window, window.anchor == .index || stage == 1 else {
      return false
    }
    return SpanLength([window.span]).isAtMost(SpanLength([confirmation.within]))
      && !events.contains {
        $0.resource == stages[stage].resource && date(of: $0) == confirmation.dateField
      }
  }

  /// Whether every record of the one may be one of the other on the same day: the other asks for
  /// nothing that a record of the one may lack.
  private func mayBe(_ event: EventDefinition, _ other: EventDefinition) -> Bool {
    guard event.resource == other.resource, date(of: event) == date(of: other) else { return false }
    guard other.conditions.allSatisfy({ holds($0, of: other, forEach: event) }) else {
      return false
    }
    return other.matching.allSatisfy { match in
      event.matching.contains(match)
        // The index record is of its own case.
        || event.name == stages[0].name && match.field == match.indexField
    }
  }

  /// Whether every record of an event may satisfy a condition of another of the same resource.
  private func holds(
    _ condition: FieldCondition, of other: EventDefinition, forEach event: EventDefinition
  ) -> Bool {
    guard let field = package.resource(other.resource)?.field(condition.field) else { return true }
    let own = event.conditions.filter { $0.field == condition.field }
    if let list = field.codeList.flatMap({ package.codeList($0) }) {
      let wide = closure(condition.codes, list)
      if own.isEmpty { return list.codes.allSatisfy { wide.contains($0.code) } }
      return own.contains { closure($0.codes, list).isSubset(of: wide) }
    }
    switch field.kind {
    case .integer, .number:
      let wide = condition.codes.compactMap(Band.init(text:))
      // Numbers of something are not negative.
      let all = own.isEmpty ? [[Band(lower: 0, upper: nil)]] : own.map(bands)
      return all.contains { $0.allSatisfy { covers(wide, $0) } }
    case .boolean:
      let all = own.isEmpty ? [["true", "false"]] : own.map(\.codes)
      return all.contains { Set($0).isSubset(of: condition.codes) }
    case .string, .date, .yearmonth, .year:
      return own.contains { Set($0.codes).isSubset(of: condition.codes) }
    }
  }

  private func bands(_ condition: FieldCondition) -> [Band] {
    condition.codes.compactMap(Band.init(text:))
  }

  /// Whether bands together hold every number of another.
  private func covers(_ bands: [Band], _ whole: Band) -> Bool {
    var next = whole.lower ?? .min
    for band in bands.sorted(by: { $0.lower ?? .min < $1.lower ?? .min }) {
      guard (band.lower ?? .min) <= next else { return false }
      guard let upper = band.upper, upper < whole.upper ?? .max else { return true }
      next = max(next, upper + 1)
    }
    return false
  }

  /// Codes and all below them.
  private func closure(_ codes: [String], _ list: CodeList) -> Set<String> {
    var all = Set(codes)
    var before = 0
    while before != all.count {
      before = all.count
      for code in list.codes where code.parent.map(all.contains) ?? false { all.insert(code.code) }
    }
    return all
  }
}
