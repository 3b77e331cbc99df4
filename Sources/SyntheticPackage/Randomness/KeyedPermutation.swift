/// A permutation of 0 ..< 4^h under a key: four rounds of a Feistel network over two halves of h
/// bits (Luby and Rackoff 1988). It makes ids that say nothing about the order of persons.
struct KeyedPermutation {
  private let key: UInt64
  private let halfBits: UInt64

  /// A permutation of the smallest domain with room for `count` values.
  init(count: Int, key: UInt64) {
    self.key = key
    var halfBits: UInt64 = 4
    while 1 << (2 * halfBits) < UInt64(count) { halfBits += 1 }
    self.halfBits = halfBits
  }

  /// Values of the domain, and so the highest place.
  var count: Int { 1 << (2 * Int(halfBits)) }

  /// The place of a value, from 1.
  func place(of value: Int) -> Int {
    let mask: UInt64 = (1 << halfBits) - 1
    var left = UInt64(value) >> halfBits
    var right = UInt64(value) & mask
    for round in 0..<4 as Range<UInt64> {
      let mixed = RandomStream.mix(key &+ (round << 56) &+ right &* 0x9E37_79B9_7F4A_7C15)
      (left, right) = (right, left ^ (mixed & mask))
    }
    return Int(left << halfBits | right) + 1
  }
}
