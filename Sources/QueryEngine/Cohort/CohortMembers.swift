import CohortModel
import ColumnStore

/// The members of a cohort, one per index event, by person and then by date of the index.
struct CohortMembers: Sendable {
  /// Number of the person at the cohort's link level.
  let persons: Buffer<UInt32>
  /// The index record, a row of the index event's resource.
  let rows: Buffer<UInt32>
  /// Index dates; `MemberDay.undated` where there is none.
  let days: Buffer<Int32>
  /// The last day on which a member was observed.
  let followUpEnds: Buffer<Int32>
  /// 1 where an event ended the observation.
  let isCensored: Buffer<UInt8>
  /// 1 for the first index event of a person.
  let isFirst: Buffer<UInt8>
  /// 1 where a person has this index event only.
  let isOnly: Buffer<UInt8>
  /// No person has two index events.
  let isOnePerPerson: Bool
  let resource: String
  let dateField: String?

  var count: Int { persons.count }

  init(in context: CohortContext) throws(EngineError) {
    let definition = context.pilot.index
    let sequence = try EventSequence(
      context.event(definition.event), keepsUndated: true, in: context)
    var persons: [UInt32] = []
    var rows: [UInt32] = []
    var days: [Int32] = []
    for person in 0..<(sequence.offsets.count - 1) {
      for place in Int(sequence.offsets[person])..<Int(sequence.offsets[person + 1]) {
        let key = sequence.keys[place]
        let day = EventSequence.day(of: key)
        let row = EventSequence.row(of: key)
        guard sequence.isEvent(key, of: IndexRecord(day: day, row: row)) else { continue }
        persons.append(UInt32(person))
        rows.append(row)
        days.append(day)
        if definition.choice == .first { break }
      }
    }
    self.persons = Buffer(persons)
    self.rows = Buffer(rows)
    self.days = Buffer(days)
    resource = sequence.resource
    dateField = sequence.dateField

    let count = persons.count
    isFirst = .filled(count: count) { flags in
      for member in 0..<count {
        flags[member] = member == 0 || persons[member - 1] != persons[member] ? 1 : 0
      }
    }
    let isFirst = isFirst
    var repeats = 0
    isOnly = .filled(count: count) { flags in
      for member in 0..<count {
        let isLast = member + 1 == count || isFirst[member + 1] == 1
        flags[member] = isFirst[member] == 1 && isLast ? 1 : 0
        repeats += flags[member] == 1 ? 0 : 1
      }
    }
    isOnePerPerson = repeats == 0
    (followUpEnds, isCensored) = try CohortMembers.followUp(
      persons: self.persons, rows: self.rows, days: self.days, resource: resource,
      dateField: dateField, in: context)
  }

  /// Observation ends with the pilot's or the package's last day, or with the first censoring event
  /// on or after the index. The index event does not censor itself.
  private static func followUp(
    persons: Buffer<UInt32>, rows: Buffer<UInt32>, days: Buffer<Int32>, resource: String,
    dateField: String?, in context: CohortContext
  ) throws(EngineError) -> (Buffer<Int32>, Buffer<UInt8>) {
    var ends = Buffer.repeating(context.observationEnd, count: persons.count)
    var censored = Buffer<UInt8>.repeating(0, count: persons.count)
    for name in context.pilot.followUp.censoredBy {
      let sequence = try EventSequence(context.event(name), in: context)
      guard sequence.isDated else { continue }
      let isOwn = sequence.sharesEvents(resource: resource, dateField: dateField)
      ends = ends.changed { ends in
        censored = censored.changed { censored in
          for member in 0..<persons.count where days[member] != MemberDay.undated {
            if let key = sequence.first(
              of: Int(persons[member]), from: days[member], through: ends[member],
              index: IndexRecord(day: days[member], row: rows[member]),
              except: isOwn ? rows[member] : nil)
            {
              ends[member] = EventSequence.day(of: key)
              censored[member] = 1
            }
          }
        }
      }
    }
    return (ends, censored)
  }
}
