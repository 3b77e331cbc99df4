/// Random numbers of one subject of one person: SplitMix64 (Steele, Lea and Flood 2014), keyed, so
/// that a change in one part of a life leaves the other parts as they were.
struct RandomStream {
  private var state: UInt64

  init(seed: UInt64, person: Int, subject: UInt64) {
    state = Self.mix(Self.mix(seed &+ subject &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(person))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// 0 ..< bound, by the high half of a product.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Early values are likelier: the lesser of two draws.
  mutating func early(_ range: ClosedRange<Int>) -> Int {
    min(within(range), within(range))
  }

  /// True so many times in a thousand; never below 0, always from 1000.
  mutating func chance(_ perThousand: Int) -> Bool {
    below(1000) < perThousand
  }

  mutating func choose<Value>(_ table: Weighted<Value>) -> Value {
    var draw = below(table.total)
    for (value, weight) in table.entries {
      if draw < weight { return value }
      draw -= weight
    }
    return table.entries[0].0
  }

  /// The finaliser of SplitMix64.
  static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Values with whole-number weights.
struct Weighted<Value: Sendable>: Sendable {
  let entries: [(Value, Int)]
  let total: Int

  init(_ entries: [(Value, Int)]) {
    self.entries = entries
    total = entries.reduce(0) { $0 + $1.1 }
  }
}
