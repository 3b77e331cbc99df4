/// The index record of a member, as far as other events depend on it.
struct IndexRecord {
  /// `MemberDay.undated` where it has no date.
  var day: Int32
  /// A row of the index event's resource.
  var row: UInt32
}

extension CohortMembers {
  @inline(__always) func index(_ member: Int) -> IndexRecord {
    IndexRecord(day: days[member], row: rows[member])
  }
}
