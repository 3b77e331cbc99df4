import CohortModel
import ColumnStore

/// Columns about what happened to the members of a cohort before and after the index.
struct EventColumns {
  let members: CohortMembers
  let context: CohortContext

  /// Slots of a milestone: yes, no, not known.
  func milestone(_ milestone: Milestone) throws(EngineError) -> MemberColumn {
    let sequence = try EventSequence(context.event(milestone.event), in: context)
    let isOwn = sequence.sharesEvents(resource: members.resource, dateField: members.dateField)
    let ends = milestone.span.map { SpanEnds($0, period: context.period) }
    return MemberColumn(count: members.count, slotCount: 3) { member in
      let record = members.index(member)
      let index = record.day
      let person = Int(members.persons[member])
      guard sequence.isDated else {
        return hasEvent(sequence, person, from: index, through: index, index: record) ? 0 : 1
      }
      guard index != MemberDay.undated else { return 2 }
      let followUpEnd = members.followUpEnds[member]
      let end = ends?.end(from: index) ?? followUpEnd
      if hasEvent(
        sequence, person, from: index, through: min(end, followUpEnd), index: record,
        except: isOwn ? members.rows[member] : nil)
      {
        return 0
      }
      return followUpEnd < max(end, index) ? 2 : 1
    }
  }

  /// Slots of an outcome: yes, no, incomplete, outside (not in the base). Of a terminal one members
  /// are observed to the last day of everyone, whatever ended their follow-up.
  ///
  /// - Parameters:
  ///   - slotCount: 4; with 3 incomplete and outside are one.
  ///   - base: per member whether it satisfies every condition of the outcome's base.
  func outcome(
    _ outcome: Outcome, slotCount: Int, base: (Int) -> Bool
  ) throws(EngineError) -> MemberColumn {
    let sequence = try EventSequence(context.event(outcome.event), in: context)
    let isOwn = sequence.sharesEvents(resource: members.resource, dateField: members.dateField)
    let ends = outcome.span.map { SpanEnds($0, period: context.period) }
    let settlingEnds = outcome.settling.map { SpanEnds($0, period: context.period) }
    return MemberColumn(count: members.count, slotCount: slotCount) { member in
      guard base(member) else { return slotCount - 1 }
      let record = members.index(member)
      let index = record.day
      let person = Int(members.persons[member])
      guard sequence.isDated else {
        return hasEvent(sequence, person, from: index, through: index, index: record) ? 0 : 1
      }
      guard index != MemberDay.undated else { return 2 }
      let followUpEnd =
        outcome.isTerminal ? context.observationEnd : members.followUpEnds[member]
      let end = ends?.end(from: index)
      let from = end ?? index
      if followUpEnd < settlingEnds?.end(from: from) ?? from { return 2 }
      return hasEvent(
        sequence, person, from: index, through: min(end ?? followUpEnd, followUpEnd),
        index: record, except: isOwn ? members.rows[member] : nil) ? 0 : 1
    }
  }

  /// Slots of a condition on earlier events: had one strictly before the index and within the
  /// span, had none.
  func history(_ earlier: EarlierEvent) throws(EngineError) -> MemberColumn {
    let sequence = try EventSequence(context.event(earlier.event), in: context)
    let starts = SpanEnds(
      CalendarSpan(-earlier.within.count, earlier.within.unit), period: context.period)
    return MemberColumn(count: members.count, slotCount: 2) { member in
      let record = members.index(member)
      let index = record.day
      guard sequence.isDated, index != MemberDay.undated else { return 1 }
      return hasEvent(
        sequence, Int(members.persons[member]), from: starts.end(from: index),
        through: index - 1, index: record) ? 0 : 1
    }
  }

  /// Slots: index date within the period, outside it (or not known).
  func period(_ period: Period) -> MemberColumn {
    let days = members.days
    let (first, last) = (period.first.rawValue, period.last.rawValue)
    return MemberColumn(count: members.count, slotCount: 2) { member in
      days[member] >= first && days[member] <= last && days[member] != MemberDay.undated ? 0 : 1
    }
  }

  /// Slots: bins of days between two stages by their upper bounds, an open one, and `none` where
  /// the second was not reached or either has no date.
  func elapsed(
    from: Pathway.Reached, to: Pathway.Reached, bounds: [Int]
  ) -> MemberColumn {
    let none = bounds.count + 1
    return MemberColumn(count: members.count, slotCount: none + 1) { member in
      let (start, end) = (from.days[member], to.days[member])
      guard start != MemberDay.notReached, end != MemberDay.notReached,
        start != MemberDay.undated, end != MemberDay.undated
      else { return none }
      let elapsed = Int(end) - Int(start)
      for (bin, bound) in bounds.enumerated() where elapsed <= bound { return bin }
      return bounds.count
    }
  }

  /// Events per member from the index date to the end of follow-up, for the first index event of
  /// each person; 0 for others. Events without a date field all count.
  func eventCounts(_ event: EventDefinition) throws(EngineError) -> Buffer<UInt32> {
    let sequence = try EventSequence(event, in: context)
    return .filled(count: members.count) { counts in
      for member in 0..<members.count {
        counts[member] = 0
        guard members.isFirst[member] == 1 else { continue }
        let record = members.index(member)
        if sequence.isDated && record.day == MemberDay.undated { continue }
        sequence.forEach(
          of: Int(members.persons[member]), from: record.day,
          through: members.followUpEnds[member], index: record
        ) { _ in counts[member] += 1 }
      }
    }
  }

  @inline(__always)
  private func hasEvent(
    _ sequence: EventSequence, _ person: Int, from lower: Int32, through upper: Int32,
    index: IndexRecord, except: UInt32? = nil
  ) -> Bool {
    sequence.first(of: person, from: lower, through: upper, index: index, except: except) != nil
  }
}
