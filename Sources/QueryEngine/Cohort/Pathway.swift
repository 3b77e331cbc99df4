import CohortModel
import ColumnStore

/// How far each member went along the stages of a pilot, when, and how it ended there.
struct Pathway: Sendable {
  /// What made the members reach a stage.
  struct Reached: Sendable {
    let name: String
    /// The resource whose rows are in `rows`.
    let resource: String
    /// The field that dates the stage; nil where its event has no date.
    let dateField: String?
    /// The event that makes the stage, as the records of a day are told apart by it.
    let event: EventDefinition
    /// `MemberDay.notReached` where not reached.
    let days: Buffer<Int32>
    /// Meaningless where not reached.
    let rows: Buffer<UInt32>
  }

  let stages: [Reached]
  /// The codes of the leaves: per stage but the last `stage.branch` …, `stage.censored`,
  /// `stage.dropped`; then the last stage's name.
  let leafCodes: [String]
  /// Per member an index into `leafCodes`.
  let leaves: Buffer<UInt16>

  init(_ members: CohortMembers, in context: CohortContext) throws(EngineError) {
    let definitions = context.pilot.stages
    guard let start = definitions.first else { throw .unknown(.stage, "") }
    var current = Reached(
      name: start.name, resource: members.resource, dateField: members.dateField,
      event: try context.event(context.pilot.index.event), days: members.days, rows: members.rows)
    var stages = [current]
    var codes: [String] = []
    var leaves = Buffer.repeating(UInt16.max, count: members.count)
    for number in definitions.indices.dropFirst() {
      let next = try Pathway.reach(definitions[number], from: current, members, in: context)
      leaves = try Pathway.end(
        definitions[number - 1], at: current, before: next, window: definitions[number].window,
        members, firstLeaf: codes.count, leaves: leaves, in: context)
      let name = definitions[number - 1].name
      codes += definitions[number - 1].branches.map { "\(name).\($0.name)" }
      codes += ["\(name).censored", "\(name).dropped"]
      stages.append(next)
      current = next
    }
    let last = UInt16(codes.count)
    codes.append(current.name)
    self.stages = stages
    self.leafCodes = codes
    self.leaves = leaves.changed { leaves in
      for member in leaves.indices where leaves[member] == UInt16.max { leaves[member] = last }
    }
  }

  func stage(_ name: String) throws(EngineError) -> Reached {
    guard let stage = stages.first(where: { $0.name == name }) else {
      throw .unknown(.stage, name)
    }
    return stage
  }

  /// The first event dated on or after the stage before (after the index where concurrent), within
  /// the window and follow-up, both inclusive. An undated event counts whenever, and takes the date
  /// of the stage before. From an undated index no dated event can be placed.
  private static func reach(
    _ stage: Stage, from previous: Reached, _ members: CohortMembers, in context: CohortContext
  ) throws(EngineError) -> Reached {
    guard let name = stage.event else { throw .unknown(.event, stage.name) }
    let event = try context.event(name)
    let sequence = try EventSequence(event, in: context)
    let ends = stage.window.map { SpanEnds($0.span, period: context.period) }
    let anchorsIndex = stage.window?.anchor == .index
    var rows = Buffer<UInt32>([])
    let days = Buffer<Int32>.filled(count: members.count) { days in
      rows = .filled(count: members.count) { rows in
        for member in 0..<members.count {
          days[member] = MemberDay.notReached
          rows[member] = 0
          let before = previous.days[member]
          let index = members.days[member]
          guard before != MemberDay.notReached else { continue }
          var upper = members.followUpEnds[member]
          if sequence.isDated {
            guard before != MemberDay.undated else { continue }
            if let ends { upper = min(upper, ends.end(from: anchorsIndex ? index : before)) }
          }
          if let key = sequence.first(
            of: Int(members.persons[member]), from: stage.isConcurrent ? index : before,
            through: upper, index: members.index(member))
          {
            days[member] = sequence.isDated ? EventSequence.day(of: key) : before
            rows[member] = EventSequence.row(of: key)
          }
        }
      }
    }
    return Reached(
      name: stage.name, resource: sequence.resource, dateField: sequence.dateField, event: event,
      days: days, rows: rows)
  }

  /// How those ended who reached a stage and not the next.
  private static func end(
    _ stage: Stage, at reached: Reached, before next: Reached, window: Window?,
    _ members: CohortMembers, firstLeaf: Int, leaves: Buffer<UInt16>, in context: CohortContext
  ) throws(EngineError) -> Buffer<UInt16> {
    let ends = window.map { SpanEnds($0.span, period: context.period) }
    let censored = UInt16(firstLeaf + stage.branches.count)
    var leaves = leaves.changed { leaves in
      for member in 0..<members.count {
        let day = reached.days[member]
        guard day != MemberDay.notReached, next.days[member] == MemberDay.notReached else {
          continue
        }
        let isCensored: Bool
        if next.dateField == nil {
          isCensored = false
        } else if day == MemberDay.undated {
          isCensored = true
        } else if let ends {
          let anchor = window?.anchor == .index ? members.days[member] : day
          isCensored = members.followUpEnds[member] < ends.end(from: anchor)
        } else {
          isCensored = members.isCensored[member] == 1 || members.followUpEnds[member] < day
        }
        leaves[member] = isCensored ? censored : censored + 1
      }
    }
    // From the last branch to the first, so that the first in the list has the last word.
    for number in stage.branches.indices.reversed() {
      let branch = stage.branches[number]
      let sequence = try EventSequence(context.event(branch.event), in: context)
      let isOwn = sequence.sharesEvents(
        resource: reached.resource, dateField: reached.dateField)
      let ends = branch.span.map { SpanEnds($0, period: context.period) }
      leaves = leaves.changed { leaves in
        for member in 0..<members.count {
          let day = reached.days[member]
          guard day != MemberDay.notReached, next.days[member] == MemberDay.notReached else {
            continue
          }
          var upper = members.followUpEnds[member]
          if sequence.isDated {
            guard day != MemberDay.undated else { continue }
            if let ends { upper = min(upper, ends.end(from: day)) }
          }
          if sequence.first(
            of: Int(members.persons[member]), from: day, through: upper,
            index: members.index(member), except: isOwn ? reached.rows[member] : nil) != nil
          {
            leaves[member] = UInt16(firstLeaf + number)
          }
        }
      }
    }
    return leaves
  }
}
