import CohortModel
import ColumnStore

/// The events of one definition, per person by date, then row.
///
/// A record without a date is left out where the event has a date field, since nothing can be said
/// about its order; only the index keeps such records, after the dated ones. An event that has no
/// date field keeps all its records, undated.
struct EventSequence: Sendable {
  let resource: String
  let dateField: String?
  /// Per person the first of its keys, with the number of keys at the end.
  let offsets: Buffer<UInt32>
  /// Day in the high half (offset, so that it sorts as unsigned), row in the low half.
  let keys: Buffer<UInt64>
  private let confirmations: Buffer<Int32>?
  private let confirmationEnds: SpanEnds?
  /// Of records and index records the keys that have to agree.
  private let matches: [(own: Buffer<UInt64>, index: Buffer<UInt64>)]
  /// Last days of spells, where those that are open at the index are events on the index day.
  private let spellEnds: Buffer<Int32>?
  /// Whether it depends on the index record which records are events.
  private let isConditional: Bool

  var isDated: Bool { dateField != nil }

  @inline(__always) static func key(day: Int32, row: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: day) ^ 0x8000_0000) << 32 | UInt64(UInt32(truncatingIfNeeded: row))
  }

  @inline(__always) static func day(of key: UInt64) -> Int32 {
    Int32(bitPattern: UInt32(truncatingIfNeeded: key >> 32) ^ 0x8000_0000)
  }

  @inline(__always) static func row(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key) }

  init(
    _ event: EventDefinition, keepsUndated: Bool = false, in context: CohortContext
  ) throws(EngineError) {
    let table = try context.table(event.resource)
    let mask = try context.mask(of: event.conditions, in: table)
    resource = event.resource
    dateField = try context.dateField(of: event)
    var days: Buffer<Int32>?
    if let dateField { days = try context.days(dateField, of: table) }
    if let confirmation = event.confirmedBy {
      confirmations = try context.days(confirmation.dateField, of: table)
      confirmationEnds = SpanEnds(confirmation.within, period: context.period)
    } else {
      confirmations = nil
      confirmationEnds = nil
    }
    matches = try event.matching.map { (match) throws(EngineError) in
      let index = try context.table(context.event(context.pilot.index.event).resource)
      return (
        try context.keys(match.field, of: table), try context.keys(match.indexField, of: index)
      )
    }
    isConditional = event.confirmedBy != nil || !event.matching.isEmpty
    spellEnds = try event.isOpenAtIndex ? context.spellEnds(of: table) : nil
    (offsets, keys) = EventSequence.sorted(
      rows: context.personRows(of: table), mask: mask, days: days,
      keepsUndated: keepsUndated || days == nil)
  }

  /// One pass over the records; only persons whose records turn out not to be in order (another
  /// date field, atoms joined at a looser link level) are sorted.
  private static func sorted(
    rows: Buffer<UInt32>, mask: Buffer<UInt8>?, days: Buffer<Int32>?, keepsUndated: Bool
  ) -> (Buffer<UInt32>, Buffer<UInt64>) {
    let personCount = max(0, rows.count - 1)
    let rowCount = personCount == 0 ? 0 : Int(rows[personCount])
    var offsets = Buffer<UInt32>([0])
    let keys = Buffer<UInt64>.filled(count: rowCount) { keys in
      offsets = .filled(count: personCount + 1) { offsets in
        var count = 0
        for person in 0..<personCount {
          let first = count
          offsets[person] = UInt32(count)
          var last: UInt64 = 0
          var isSorted = true
          for row in Int(rows[person])..<Int(rows[person + 1]) {
            if let mask, mask[row] == 0 { continue }
            var day = MemberDay.undated
            if let days, days[row] != Column.missingDay {
              day = days[row]
            } else if !keepsUndated {
              continue
            }
            let key = EventSequence.key(day: day, row: row)
            if key < last { isSorted = false }
            last = key
            keys[count] = key
            count += 1
          }
          if !isSorted { keys[first..<count].sort() }
        }
        offsets[personCount] = UInt32(count)
      }
    }
    return (offsets, keys)
  }

  /// Whether a record is an event of the member with this index record: confirmed in time, and of
  /// the same case.
  @inline(__always) func isEvent(_ key: UInt64, of index: IndexRecord) -> Bool {
    guard isConditional else { return true }
    return isConfirmed(key, index: index.day) && isOfSameCase(key, index)
  }

  /// Whether the second date of an event, if it needs one, lies between the event's own date and
  /// the end of its span from the index. Without an index date there is none to measure from.
  @inline(__always) private func isConfirmed(_ key: UInt64, index: Int32) -> Bool {
    guard let confirmations, let confirmationEnds else { return true }
    guard index != MemberDay.undated else { return false }
    let confirmed = confirmations[Int(EventSequence.row(of: key))]
    let day = EventSequence.day(of: key)
    let earliest = day == MemberDay.undated ? index : day
    return confirmed >= earliest && confirmed <= confirmationEnds.end(from: index)
      && confirmed != Column.missingDay
  }

  /// Whether all keys agree with those of the index record. A missing key agrees with none.
  @inline(__always) private func isOfSameCase(_ key: UInt64, _ index: IndexRecord) -> Bool {
    let row = Int(EventSequence.row(of: key))
    for match in matches {
      let own = match.own[row]
      if own == Column.missingKey || own != match.index[Int(index.row)] { return false }
    }
    return true
  }

  /// A spell that began before the index and had not ended before it is an event on the index day.
  @inline(__always)
  private func placed(_ key: UInt64, _ spellEnds: Buffer<Int32>, _ index: IndexRecord) -> UInt64 {
    guard EventSequence.day(of: key) < index.day, index.day != MemberDay.undated else {
      return key
    }
    let row = Int(EventSequence.row(of: key))
    let end = spellEnds[row]
    return end == Column.missingDay || end >= index.day
      ? EventSequence.key(day: index.day, row: row) : key
  }

  /// The events of a person from one day to another, other than the record `except`. Events without
  /// a date field are all of them, whatever the days. By date, but for spells open at the index.
  @inline(__always)
  func forEach(
    of person: Int, from lower: Int32, through upper: Int32, index: IndexRecord,
    except: UInt32? = nil, _ body: (UInt64) -> Void
  ) {
    for place in Int(offsets[person])..<Int(offsets[person + 1]) {
      var key = keys[place]
      if isDated {
        // Open spells only move to later days.
        if EventSequence.day(of: key) > upper { return }
        if let spellEnds { key = placed(key, spellEnds, index) }
        let day = EventSequence.day(of: key)
        if day < lower || day > upper || EventSequence.row(of: key) == except { continue }
      }
      if isEvent(key, of: index) { body(key) }
    }
  }

  /// The first event of a person from one day to another, other than the record `except`. An event
  /// without a date field is found whatever the days.
  @inline(__always)
  func first(
    of person: Int, from lower: Int32, through upper: Int32, index: IndexRecord,
    except: UInt32? = nil
  ) -> UInt64? {
    if spellEnds != nil {
      var first: UInt64?
      forEach(of: person, from: lower, through: upper, index: index, except: except) { key in
        first = min(first ?? key, key)
      }
      return first
    }
    for place in Int(offsets[person])..<Int(offsets[person + 1]) {
      let key = keys[place]
      if isDated {
        let day = EventSequence.day(of: key)
        if day > upper { return nil }
        if day < lower || EventSequence.row(of: key) == except { continue }
      }
      if isEvent(key, of: index) { return key }
    }
    return nil
  }

  /// Whether a record taken for another event may be the very same event of this sequence: a record
  /// of the same resource, dated by the same field.
  func sharesEvents(resource: String, dateField: String?) -> Bool {
    isDated && self.resource == resource && self.dateField == dateField
  }
}
