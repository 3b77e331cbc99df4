/// Which atom each source record belongs to, found by the record's digest: open addressing in one
/// flat array of sixteen bytes a slot.
///
/// The slot comes from one half of the digest and the tag from the other, so that two ids are taken
/// for one only where both agree.
final class PersonTable {
  private struct Slot {
    var tag: UInt64
    /// Atom + 1; 0 where the slot is free.
    var atom: UInt32
  }

  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int
  private(set) var count = 0

  /// Records that fit in that much memory.
  static func capacity(memory: Int) -> Int {
    var slots = 1024
    while slots * 2 * MemoryLayout<Slot>.stride <= memory { slots *= 2 }
    return slots / 4 * 3
  }

  init(capacity: Int) {
    var size = 1024
    while size * 3 < capacity * 4 { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(tag: 0, atom: 0), count: size)
  }

  deinit { slots.deallocate() }

  /// Adds a record; false where it is here already.
  func insert(_ digest: RecordDigest, atom: UInt32) -> Bool {
    var place = Int(truncatingIfNeeded: digest.second) & mask
    while slots[place].atom != 0 {
      if slots[place].tag == digest.first { return false }
      place = (place + 1) & mask
    }
    slots[place] = Slot(tag: digest.first, atom: atom + 1)
    count += 1
    return true
  }

  @inline(__always)
  func atom(_ digest: RecordDigest) -> UInt32? {
    var place = Int(truncatingIfNeeded: digest.second) & mask
    while true {
      let slot = slots[place]
      if slot.atom == 0 { return nil }
      if slot.tag == digest.first { return slot.atom - 1 }
      place = (place + 1) & mask
    }
  }
}
