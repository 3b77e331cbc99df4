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
    /// The other half of the digest, as far as there is room: from it comes the slot.
    var home: UInt32
  }

  /// Stands in the place of an atom for records of persons who opted out.
  static let optedOut = UInt32.max - 1

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
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
    slots.initialize(repeating: Slot(tag: 0, atom: 0, home: 0), count: size)
  }

  deinit { slots.deallocate() }

  /// Adds a record; false where it is here already.
  func insert(_ digest: RecordDigest, atom: UInt32) -> Bool {
    let home = UInt32(truncatingIfNeeded: digest.second)
    var place = Int(home) & mask
    while slots[place].atom != 0 {
      if slots[place].tag == digest.first, slots[place].home == home { return false }
      place = (place + 1) & mask
    }
    slots[place] = Slot(tag: digest.first, atom: atom + 1, home: home)
    count += 1
    // More than were announced: a full table would be searched for ever.
    if count > mask / 8 * 7 { grow() }
    return true
  }

  private func grow() {
    let old = UnsafeMutableBufferPointer(start: slots, count: mask + 1)
    slots = .allocate(capacity: 2 * old.count)
    slots.initialize(repeating: Slot(tag: 0, atom: 0, home: 0), count: 2 * old.count)
    mask = 2 * old.count - 1
    for slot in old where slot.atom != 0 {
      var place = Int(slot.home) & mask
      while slots[place].atom != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
    old.deallocate()
  }

  @inline(__always)
  func atom(_ digest: RecordDigest) -> UInt32? {
    let home = UInt32(truncatingIfNeeded: digest.second)
    var place = Int(home) & mask
    while true {
      let slot = slots[place]
      if slot.atom == 0 { return nil }
      if slot.tag == digest.first, slot.home == home { return slot.atom - 1 }
      place = (place + 1) & mask
    }
  }
}
