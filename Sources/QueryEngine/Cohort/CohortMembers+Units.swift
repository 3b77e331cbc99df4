import ColumnStore

extension CohortMembers {
  /// Per member 1 where no member before it has the key of its index record: by date, undated ones
  /// last, then by person and record. 0 where there is no key.
  ///
  /// - Parameter keys: of the records of the index event's resource.
  func firstOfEach(_ keys: Buffer<UInt64>) -> Buffer<UInt8> {
    struct Place: BitwiseCopyable {
      var key: UInt64
      /// Day, then member: members are by person, and each person's by date and record.
      var order: UInt64
    }
    var places: [Place] = []
    places.reserveCapacity(count)
    for member in 0..<count {
      let key = keys[Int(rows[member])]
      guard key != Column.missingKey else { continue }
      places.append(
        Place(key: key, order: EventSequence.key(day: days[member], row: member)))
    }
    places.sort { ($0.key, $0.order) < ($1.key, $1.order) }
    return .filled(count: count) { flags in
      flags.initialize(repeating: 0)
      for place in places.indices where place == 0 || places[place].key != places[place - 1].key {
        flags[Int(EventSequence.row(of: places[place].order))] = 1
      }
    }
  }
}
