/// CRC-32C (Castagnoli; RFC 3720, appendix B.4), eight bytes at a time by eight tables
/// (Kounavis and Berry, "Novel Table Lookup-Based Algorithms for High-Performance CRC
/// Generation", 2008).
package struct Checksum: Sendable {
  private var state: UInt32 = ~0

  package init() {}

  package var value: UInt32 { ~state }

  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var checksum = Checksum()
    checksum.update(bytes)
    return checksum.value
  }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard var pointer = bytes.baseAddress else { return }
    let table = Tables.shared.entries
    var crc = state
    var remaining = bytes.count
    while remaining >= 8 {
      let word = UInt64(littleEndian: pointer.loadUnaligned(as: UInt64.self)) ^ UInt64(crc)
      let low = UInt32(truncatingIfNeeded: word)
      let high = UInt32(truncatingIfNeeded: word >> 32)
      let first =
        table[7 * 256 + Int(low & 0xFF)] ^ table[6 * 256 + Int(low >> 8 & 0xFF)]
        ^ table[5 * 256 + Int(low >> 16 & 0xFF)] ^ table[4 * 256 + Int(low >> 24)]
      let second =
        table[3 * 256 + Int(high & 0xFF)] ^ table[2 * 256 + Int(high >> 8 & 0xFF)]
        ^ table[256 + Int(high >> 16 & 0xFF)] ^ table[Int(high >> 24)]
      crc = first ^ second
      pointer += 8
      remaining -= 8
    }
    while remaining > 0 {
      crc = crc >> 8 ^ table[Int((crc ^ UInt32(pointer.load(as: UInt8.self))) & 0xFF)]
      pointer += 1
      remaining -= 1
    }
    state = crc
  }

  private final class Tables: @unchecked Sendable {
    static let shared = Tables()
    /// Never written after `init`, and never freed: the instance lives as long as the process.
    let entries: UnsafePointer<UInt32>

    private init() {
      let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: 8 * 256)
      for byte in 0..<256 {
        var crc = UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
        entries[byte] = crc
      }
      for table in 1..<8 {
        for byte in 0..<256 {
          let previous = entries[(table - 1) * 256 + byte]
          entries[table * 256 + byte] = previous >> 8 ^ entries[Int(previous & 0xFF)]
        }
      }
      self.entries = UnsafePointer(entries)
    }
  }
}
