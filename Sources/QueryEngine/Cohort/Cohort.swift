import CohortModel
import ColumnStore
import Synchronization

/// The members of one pilot at one link level, and the columns that have been asked for.
///
/// Columns are made when first asked for and kept; the ones used longest ago are given up beyond
/// `columnLimit`, so that memory does not grow with the number of questions. Safe from any thread:
/// one thread makes a column while others that need this cohort wait.
final class Cohort: Sendable {
  static let columnLimit = 64

  let context: CohortContext
  let members: CohortMembers
  private let made: Mutex<Made>

  private struct Made {
    var pathway: Pathway?
    var columns: [ColumnKey: (column: MemberColumn, used: Int)] = [:]
    var eventCounts: [String: Buffer<UInt32>] = [:]
    var firstOfUnits: [String: Buffer<UInt8>] = [:]
    var personKeys: Buffer<UInt64>?
    var clock = 0
  }

  private struct ColumnKey: Hashable {
    var source: PlannedDimension.Source
    var slotCodes: [[String]]
  }

  init(in context: CohortContext) throws(EngineError) {
    self.context = context
    members = try CohortMembers(in: context)
    made = Mutex(Made())
  }

  /// The slots of all members in every dimension of a plan.
  func columns(of dimensions: [PlannedDimension]) throws(EngineError) -> [MemberColumn] {
    try made.withLock { (made) throws(EngineError) in
      var columns: [MemberColumn] = []
      for (number, dimension) in dimensions.enumerated() {
        let key = ColumnKey(source: dimension.source, slotCodes: dimension.slotCodes)
        made.clock += 1
        let column: MemberColumn
        if let known = made.columns[key]?.column {
          column = known
        } else {
          column = try make(number, dimension, pathway: &made.pathway)
        }
        made.columns[key] = (column, made.clock)
        columns.append(column)
      }
      while made.columns.count > max(Cohort.columnLimit, dimensions.count),
        let oldest = made.columns.min(by: { $0.value.used < $1.value.used })?.key
      {
        made.columns[oldest] = nil
      }
      return columns
    }
  }

  /// Per member the events that it contributes (see `EventColumns.eventCounts`).
  func eventCounts(_ name: String) throws(EngineError) -> Buffer<UInt32> {
    try made.withLock { (made) throws(EngineError) in
      if let known = made.eventCounts[name] { return known }
      let counts = try EventColumns(members: members, context: context)
        .eventCounts(context.event(name))
      made.eventCounts[name] = counts
      return counts
    }
  }

  /// Per member 1 where it is the first index event of its unit, else 0.
  func firstOfUnit(_ name: String) throws(EngineError) -> Buffer<UInt8> {
    try made.withLock { (made) throws(EngineError) in
      if let known = made.firstOfUnits[name] { return known }
      guard let unit = context.pilot.unit(name) else { throw .unknown(.unit, name) }
      let keys = try context.keys(unit.keyField, of: context.table(members.resource))
      let flags = members.firstOfEach(keys)
      made.firstOfUnits[name] = flags
      return flags
    }
  }

  /// Per member the key of its person.
  func personKeys() throws(EngineError) -> Buffer<UInt64> {
    try made.withLock { (made) throws(EngineError) in
      if let known = made.personKeys { return known }
      let keys = try context.personKeys()
      let persons = members.persons
      let own = Buffer<UInt64>.filled(count: members.count) { memory in
        for member in 0..<persons.count { memory[member] = keys[Int(persons[member])] }
      }
      made.personKeys = own
      return own
    }
  }

  // MARK: Making a column

  private func make(
    _ number: Int, _ dimension: PlannedDimension, pathway: inout Pathway?
  ) throws(EngineError) -> MemberColumn {
    let events = EventColumns(members: members, context: context)
    let pilot = context.pilot
    switch dimension.source {
    case .variable(let name):
      guard let variable = pilot.variable(name) else { throw .unknown(.variable, name) }
      guard variable.kind == dimension.structure.kind else {
        throw .unusableDimension(number, reason: "its kind is not that of the variable")
      }
      let codes = CodeSlots(dimension.slotCodes, of: variable)
      return try column(of: variable, codes, pathway: &pathway)
    case .stage:
      let known = try knownPathway(&pathway)
      let slots = try known.leafCodes.map { (code) throws(EngineError) in
        guard let slot = dimension.slotCodes.firstIndex(where: { $0.contains(code) }) else {
          throw .unusableDimension(number, reason: "no slot lists “\(code)”")
        }
        return slot
      }
      let leaves = known.leaves
      return MemberColumn(count: members.count, slotCount: dimension.slotCodes.count) {
        slots[Int(leaves[$0])]
      }
    case .milestone(let name):
      guard let milestone = pilot.milestone(name) else { throw .unknown(.milestone, name) }
      return try events.milestone(milestone)
    case .outcome(let name):
      guard let outcome = pilot.outcome(name) else { throw .unknown(.outcome, name) }
      let base = try base(of: outcome, pathway: &pathway)
      let slotCount = dimension.slotCodes.count
      if !outcome.holds.isEmpty {
        var condition = outcome
        condition.among = outcome.holds
        let holds = try self.base(of: condition, pathway: &pathway)
        return MemberColumn(count: members.count, slotCount: slotCount) { member in
          base(member) ? holds(member) ? 0 : 1 : slotCount - 1
        }
      }
      return try events.outcome(outcome, slotCount: slotCount, base: base)
    case .elapsed(let from, let to):
      let known = try knownPathway(&pathway)
      let bounds = dimension.slotCodes.dropLast(2).map { $0.first.flatMap { Int($0) } }
      guard dimension.slotCodes.count >= 2, !bounds.contains(nil) else {
        throw .unusableDimension(number, reason: "its bins are not numbers of days")
      }
      return try events.elapsed(
        from: known.stage(from), to: known.stage(to), bounds: bounds.compactMap { $0 })
    case .history(let earlier):
      return try events.history(earlier)
    case .period(let period):
      return events.period(period)
    }
  }

  private func column(
    of variable: Variable, _ codes: CodeSlots, pathway: inout Pathway?
  ) throws(EngineError) -> MemberColumn {
    guard variable.derivation == .value else {
      return try DerivedColumn(variable, codes, members, in: context).slots()
    }
    var stages: Pathway?
    if case .stage = variable.moment { stages = try knownPathway(&pathway) }
    return try VariableColumn(variable, codes, members, in: context, pathway: stages).slots()
  }

  private func knownPathway(_ pathway: inout Pathway?) throws(EngineError) -> Pathway {
    if let pathway { return pathway }
    let made = try Pathway(members, in: context)
    pathway = made
    return made
  }

  /// Whether a member is in the base of an outcome: has, of every variable that the base names, one
  /// of the codes or a code below one of them.
  private func base(
    of outcome: Outcome, pathway: inout Pathway?
  ) throws(EngineError) -> (Int) -> Bool {
    var conditions: [(Int) -> Bool] = []
    for condition in outcome.among {
      guard let variable = context.pilot.variable(condition.field) else {
        throw .unknown(.variable, condition.field)
      }
      let resource = variable.resource == "index" ? members.resource : variable.resource
      let field = try context.resource(resource).field(variable.field)
      let list =
        variable.derivation == .value
        ? field?.codeList.flatMap { context.package.codeList($0) } : nil
      let codes = CodeSlots(
        having: list?.codes(atOrBelow: condition.codes) ?? Set(condition.codes), of: variable)
      switch try column(of: variable, codes, pathway: &pathway) {
      case .narrow(let slots): conditions.append { slots[$0] == 0 }
      case .wide(let slots): conditions.append { slots[$0] == 0 }
      case .sets(let offsets, _): conditions.append { offsets[$0] < offsets[$0 + 1] }
      }
    }
    return { member in conditions.allSatisfy { $0(member) } }
  }
}
