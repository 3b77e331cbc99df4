import CohortModel
import ColumnStore

/// A variable's slots for the members of a cohort.
struct VariableColumn {
  let variable: Variable
  let codes: CodeSlots
  let members: CohortMembers
  let context: CohortContext
  private let table: RecordTable
  private let column: Column
  private let field: Field
  /// Days of the stage at which the value is taken; nil for other moments.
  private let stage: Pathway.Reached?

  /// - Parameter pathway: needed where the variable is taken at a stage.
  init(
    _ variable: Variable, _ codes: CodeSlots, _ members: CohortMembers, in context: CohortContext,
    pathway: Pathway?
  ) throws(EngineError) {
    self.variable = variable
    self.codes = codes
    self.members = members
    self.context = context
    let name = variable.resource == "index" ? members.resource : variable.resource
    table = try context.table(name)
    guard let field = try context.resource(name).field(variable.field),
      let column = table.columns[variable.field]
    else { throw .unknownField(resource: name, field: variable.field) }
    self.field = field
    self.column = column
    if case .stage(let name) = variable.moment {
      guard let pathway else { throw .unknown(.stage, name) }
      stage = try pathway.stage(name)
    } else {
      stage = nil
    }
  }

  func slots() throws(EngineError) -> MemberColumn {
    variable.kind == .partition ? try partition() : try multiResponse()
  }

  /// Whether the variable is measured on the index record itself: a field of the index event's
  /// own resource, by that resource's name or as `index`.
  private var isOfIndexRecord: Bool {
    guard table.resource == members.resource else { return false }
    switch variable.moment {
    case .index: return true
    case .stage(let name): return name == context.pilot.stages.first?.name
    case .ever: return false
    }
  }

  /// The days at which the value is taken.
  private var days: Buffer<Int32> { stage?.days ?? members.days }

  @inline(__always) private func isReached(_ member: Int) -> Bool {
    stage.map { $0.days[member] != MemberDay.notReached } ?? true
  }

  // MARK: One value

  private func partition() throws(EngineError) -> MemberColumn {
    let missing = codes.missing.first ?? VariableColumn.noSlot
    let inapplicable = codes.inapplicable.first ?? missing
    let classes = ValueClasses(
      column, of: field, coding: variable.coding,
      classes: codes.slots.mapValues { Int32($0[0]) },
      unlisted: Int32(codes.unlisted.first ?? missing))
    let rows = context.personRows(of: table)
    defer { withExtendedLifetime(classes) {} }
    switch try recordChoice() {
    case .row(let chosen):
      return try perMember { member in
        guard isReached(member) else { return inapplicable }
        let slot = classes.of(Int(chosen[member]))
        return slot < 0 ? missing : Int(slot)
      }
    case .latest(let days, let recordDays):
      return try perMember { member in
        guard isReached(member) else { return inapplicable }
        let day = days[member]
        guard day != MemberDay.undated else { return missing }
        let person = Int(members.persons[member])
        var latest = Column.missingDay
        var chosen = -1
        for row in Int(rows[person])..<Int(rows[person + 1]) {
          let recorded = recordDays[row]
          if recorded >= latest && recorded <= day && recorded != Column.missingDay {
            latest = recorded
            chosen = row
          }
        }
        guard chosen >= 0 else { return missing }
        let slot = classes.of(chosen)
        return slot < 0 ? missing : Int(slot)
      }
    case .latestWithValue(let recordDays):
      return try perMember { member in
        guard isReached(member) else { return inapplicable }
        let person = Int(members.persons[member])
        var latest = Column.missingDay
        var chosen = ValueClasses.noValue
        for row in Int(rows[person])..<Int(rows[person + 1]) {
          let recorded = recordDays?[row] ?? Column.missingDay
          guard recorded >= latest else { continue }
          let slot = classes.of(row)
          if slot >= 0 {
            latest = recorded
            chosen = slot
          }
        }
        return chosen < 0 ? missing : Int(chosen)
      }
    }
  }

  private func recordChoice() throws(EngineError) -> RecordChoice {
    let recordDays = try context.recordDays(of: table)
    if variable.moment == .ever { return .latestWithValue(recordDays: recordDays) }
    if isOfIndexRecord { return .row(members.rows) }
    if let stage, stage.resource == table.resource { return .row(stage.rows) }
    guard let recordDays else { return .latestWithValue(recordDays: nil) }
    return .latest(before: days, recordDays: recordDays)
  }

  /// Where the plan has no slot for a missing value, since the package says that there is none.
  private static let noSlot = -1

  @inline(__always)
  private func perMember(_ slot: (Int) -> Int) throws(EngineError) -> MemberColumn {
    var hasNoSlot = false
    let column = MemberColumn(count: members.count, slotCount: codes.slotCount) { member in
      let slot = slot(member)
      if slot < 0 { hasNoSlot = true }
      return slot
    }
    if hasNoSlot {
      throw .unexpectedValue(resource: table.resource, field: field.name)
    }
    return column
  }

  // MARK: All values

  private func multiResponse() throws(EngineError) -> MemberColumn {
    // A class stands for a distinct list of slots.
    var lists: [[Int]] = []
    var numbers: [[Int]: Int32] = [:]
    var classOfCode: [String: Int32] = [:]
    for (code, slots) in codes.slots.sorted(by: { $0.key < $1.key }) {
      if numbers[slots] == nil {
        numbers[slots] = Int32(lists.count)
        lists.append(slots)
      }
      classOfCode[code] = numbers[slots]
    }
    let unlisted = Int32(lists.count)
    lists.append([])
    let classes = ValueClasses(
      column, of: field, coding: variable.coding, classes: classOfCode, unlisted: unlisted)
    let rows = context.personRows(of: table)
    let selection = try recordSelection()
    defer { withExtendedLifetime(classes) {} }

    var slots: [UInt16] = []
    let offsets = Buffer<UInt32>.filled(count: members.count + 1) { offsets in
      var isIn = [Bool](repeating: false, count: codes.slotCount)
      var chosen: [Int] = []
      var hasValue = false
      func add(_ row: Int) {
        let place = classes.of(row)
        guard place >= 0 else { return }
        hasValue = true
        for slot in lists[Int(place)] where !isIn[slot] {
          isIn[slot] = true
          chosen.append(slot)
        }
      }
      for member in 0..<members.count {
        offsets[member] = UInt32(slots.count)
        chosen.removeAll(keepingCapacity: true)
        hasValue = false
        if isReached(member) {
          each(of: selection, member, rows: rows, add)
          if chosen.isEmpty { chosen = hasValue ? codes.unlisted : codes.missing }
        } else {
          chosen = codes.inapplicable
        }
        for slot in chosen {
          isIn[slot] = false
          slots.append(UInt16(slot))
        }
      }
      offsets[members.count] = UInt32(slots.count)
    }
    return .sets(offsets: offsets, slots: Buffer(slots))
  }

  @inline(__always)
  private func each(
    of selection: RecordSelection, _ member: Int, rows: Buffer<UInt32>, _ body: (Int) -> Void
  ) {
    let person = Int(members.persons[member])
    switch selection {
    case .row(let chosen):
      body(Int(chosen[member]))
    case .all:
      for row in Int(rows[person])..<Int(rows[person + 1]) { body(row) }
    case .through(let days, let recordDays):
      let day = days[member]
      guard day != MemberDay.undated else { return }
      for row in Int(rows[person])..<Int(rows[person + 1])
      where recordDays[row] != Column.missingDay && recordDays[row] <= day {
        body(row)
      }
    case .events(let sequence, let days, let own):
      let day = days[member]
      if sequence.isDated && day == MemberDay.undated { return body(Int(own[member])) }
      sequence.forEach(of: person, from: day, through: day, index: members.index(member)) {
        body(Int(EventSequence.row(of: $0)))
      }
    }
  }

  private func recordSelection() throws(EngineError) -> RecordSelection {
    let recordDays = try context.recordDays(of: table)
    if variable.moment == .ever { return .all }
    if isOfIndexRecord {
      guard members.dateField != nil else { return .row(members.rows) }
      let event = try context.event(context.pilot.index.event)
      return .events(
        try EventSequence(event, in: context), on: members.days, own: members.rows)
    }
    if let stage, stage.resource == table.resource {
      return .events(
        try EventSequence(stage.event, in: context), on: stage.days, own: stage.rows)
    }
    guard let recordDays else { return .all }
    return .through(days, recordDays: recordDays)
  }
}
