/// A fixed 128-bit digest of a source record's id, by which records of one person find each other.
///
/// It is the same on every machine and in every build, so that the person keys that derive from it
/// (by HMAC, under the store's secret) survive a rebuild and a re-linkage. Two of n ids fall together
/// with probability n² / 2^129: for a hundred million ids less than one in 10^22. Each of the two
/// lanes is a bijection of every eight-byte word; the mixing constants are those of MurmurHash3's
/// finalizer (Appleby 2011).
struct RecordDigest: Hashable, Comparable {
  var first: UInt64
  var second: UInt64

  static func < (left: RecordDigest, right: RecordDigest) -> Bool {
    left.first != right.first ? left.first < right.first : left.second < right.second
  }

  /// The digest of a dataset's name, from which those of its records start.
  static func seed(dataset: String) -> RecordDigest {
    var name = Array(dataset.utf8)
    return name.withUnsafeMutableBufferPointer {
      RecordDigest(
        of: UnsafeBufferPointer($0),
        from: RecordDigest(first: 0x9E37_79B9_7F4A_7C15, second: 0xC2B2_AE3D_27D4_EB4F))
    }
  }

  init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  @inline(__always)
  init(of bytes: UnsafeBufferPointer<UInt8>, from seed: RecordDigest) {
    var first = seed.first
    var second = seed.second
    var remaining = bytes.count
    if remaining > 0 {
      var pointer = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
      while remaining >= 8 {
        let word = UInt64(
          littleEndian: pointer.loadUnaligned(as: UInt64.self))
        RecordDigest.absorb(word, &first, &second)
        pointer += 8
        remaining -= 8
      }
      if remaining > 0 {
        var word: UInt64 = 0
        for index in 0..<remaining {
          word |= UInt64(pointer.load(fromByteOffset: index, as: UInt8.self)) << (8 * index)
        }
        RecordDigest.absorb(word, &first, &second)
      }
    }
    first ^= UInt64(bytes.count)
    second ^= UInt64(bytes.count)
    first &+= second
    second &+= first
    first = RecordDigest.mixed(first)
    second = RecordDigest.mixed(second)
    first &+= second
    second &+= first
    self.first = first
    self.second = second
  }

  @inline(__always)
  private static func absorb(_ word: UInt64, _ first: inout UInt64, _ second: inout UInt64) {
    first = (first ^ word) &* 0x87C3_7B91_1142_53D5
    first ^= first >> 32
    second = (second &+ word)
    second = (second << 23 | second >> 41) &* 0x4CF5_AD43_2745_937F
    second ^= second >> 29
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value &*= 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value &*= 0xC4CE_B9FE_1A85_EC53
    value ^= value >> 33
    return value
  }
}
