/// Texts by number, found by their bytes: open addressing on the first eight bytes and the length.
///
/// Number 0 is the empty text, which stands for "missing".
struct ByteDictionary: ~Copyable {
  private struct Entry {
    var prefix: UInt64
    var start: Int
    var count: Int
  }

  private var entries: [Entry] = [Entry(prefix: 0, start: 0, count: 0)]
  private var arena: [UInt8] = []
  private var slots: [UInt32]
  private var mask: Int

  init() {
    slots = Array(repeating: 0, count: 64)
    mask = 63
  }

  init(_ texts: [String]) {
    self.init()
    for text in texts {
      var bytes = Array(text.utf8)
      bytes.withUnsafeMutableBufferPointer { _ = intern(UnsafeBufferPointer($0)) }
    }
  }

  /// Number of texts, the empty one included.
  var count: Int { entries.count }

  func text(_ number: Int) -> String {
    let entry = entries[number]
    return String(decoding: arena[entry.start..<entry.start + entry.count], as: UTF8.self)
  }

  var texts: [String] {
    var texts: [String] = []
    for number in 0..<count { texts.append(text(number)) }
    return texts
  }

  /// The number of a text, or nil where it is not here.
  @inline(__always)
  func number(_ bytes: Bytes) -> Int? {
    guard !bytes.isEmpty else { return 0 }
    let prefix = ByteDictionary.prefix(bytes)
    var slot = ByteDictionary.hash(prefix, bytes) & mask
    while true {
      let number = Int(slots[slot])
      if number == 0 { return nil }
      if matches(number, prefix, bytes) { return number }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a text, new where it was not here.
  mutating func intern(_ bytes: Bytes) -> Int {
    if let number = number(bytes) { return number }
    if 2 * (entries.count + 1) > slots.count { grow() }
    let number = entries.count
    entries.append(
      Entry(prefix: ByteDictionary.prefix(bytes), start: arena.count, count: bytes.count))
    arena.append(contentsOf: bytes)
    place(number, ByteDictionary.hash(entries[number].prefix, bytes))
    return number
  }

  private mutating func place(_ number: Int, _ hash: Int) {
    var slot = hash & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(number)
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    for number in 1..<entries.count {
      let entry = entries[number]
      let hash = arena.withUnsafeBufferPointer {
        ByteDictionary.hash(
          entry.prefix, Bytes(rebasing: $0[entry.start..<entry.start + entry.count]))
      }
      place(number, hash)
    }
  }

  @inline(__always)
  private func matches(_ number: Int, _ prefix: UInt64, _ bytes: Bytes) -> Bool {
    let entry = entries[number]
    guard entry.prefix == prefix, entry.count == bytes.count else { return false }
    guard entry.count > 8 else { return true }
    return arena.withUnsafeBufferPointer { arena in
      for index in 8..<entry.count where arena[entry.start + index] != bytes[index] {
        return false
      }
      return true
    }
  }

  @inline(__always)
  private static func prefix(_ bytes: Bytes) -> UInt64 {
    let base = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
    if bytes.count >= 8 { return base.loadUnaligned(as: UInt64.self) }
    var word: UInt64 = 0
    for index in 0..<bytes.count { word |= UInt64(bytes[index]) << (8 * index) }
    return word
  }

  @inline(__always)
  private static func hash(_ prefix: UInt64, _ bytes: Bytes) -> Int {
    var value = (prefix ^ UInt64(bytes.count)) &* 0x9E37_79B9_7F4A_7C15
    if bytes.count > 8 {
      for index in 8..<bytes.count {
        value = (value ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
      }
    }
    return Int(truncatingIfNeeded: (value ^ (value >> 29)) >> 3)
  }
}
