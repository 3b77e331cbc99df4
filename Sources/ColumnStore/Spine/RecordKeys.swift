import Crypto

/// The keys by which a store remembers source records from build to build: SipHash-2-4 (Aumasson and
/// Bernstein 2012) of their digests under a key of its own, which derives from the store's secret.
///
/// Two of n records have one key with probability n² / 2^65; for ten million that is 3 in a million,
/// and then a person counts as merged or split who is not.
package struct RecordKeys {
  private let first: UInt64
  private let second: UInt64

  init(secret: [UInt8]) {
    var code = HMAC<SHA256>(key: SymmetricKey(data: secret))
    code.update(data: Array("bold source records".utf8))
    (first, second) = code.finalize().withUnsafeBytes {
      (
        UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)),
        UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }

  package init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  @inline(__always)
  func key(_ record: RecordDigest) -> UInt64 { key(record.first, record.second) }

  /// The hash of sixteen bytes, as two words.
  @inline(__always)
  package func key(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var state = State(
      a: first ^ 0x736f_6d65_7073_6575, b: second ^ 0x646f_7261_6e64_6f6d,
      c: first ^ 0x6c79_6765_6e65_7261, d: second ^ 0x7465_6462_7974_6573)
    // The last word of sixteen bytes holds their number alone.
    state.absorb(left)
    state.absorb(right)
    state.absorb(16 << 56)
    state.c ^= 0xFF
    for _ in 0..<4 { state.round() }
    return state.a ^ state.b ^ state.c ^ state.d
  }

  private struct State {
    var a: UInt64
    var b: UInt64
    var c: UInt64
    var d: UInt64

    @inline(__always)
    mutating func absorb(_ word: UInt64) {
      d ^= word
      round()
      round()
      a ^= word
    }

    @inline(__always)
    mutating func round() {
      a &+= b
      b = (b << 13 | b >> 51) ^ a
      a = a << 32 | a >> 32
      c &+= d
      d = (d << 16 | d >> 48) ^ c
      a &+= d
      d = (d << 21 | d >> 43) ^ a
      c &+= b
      b = (b << 17 | b >> 47) ^ c
      c = c << 32 | c >> 32
    }
  }
}
