import ColumnStore

/// The slot of every member in one dimension.
enum MemberColumn: Sendable {
  case narrow(Buffer<UInt8>)
  case wide(Buffer<UInt16>)
  /// For a multi-response variable: the slots beyond slot 0, which holds everyone.
  case sets(offsets: Buffer<UInt32>, slots: Buffer<UInt16>)

  /// One slot per member, in the narrowest width.
  init(count: Int, slotCount: Int, _ slot: (Int) -> Int) {
    if slotCount <= 256 {
      self = .narrow(
        .filled(count: count) { memory in
          for member in 0..<count { memory[member] = UInt8(truncatingIfNeeded: slot(member)) }
        })
    } else {
      self = .wide(
        .filled(count: count) { memory in
          for member in 0..<count { memory[member] = UInt16(truncatingIfNeeded: slot(member)) }
        })
    }
  }
}
