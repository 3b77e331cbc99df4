import Glibc

/// What Splink says of a pair of records.
enum MatchScore {
  /// A match weight w and the match probability p say the same: p = 2^w / (1 + 2^w). Splink writes
  /// both in full; files that were rounded to six digits still agree.
  static func agree(weight: Double, probability: Double) -> Bool {
    abs(probability - 1 / (1 + exp2(-weight))) <= 1e-6
  }

  /// A number as Splink and DuckDB write it, infinite ones included; nil for other texts.
  static func number(_ bytes: Bytes) -> Double? {
    guard (1...63).contains(bytes.count) else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
      for (place, byte) in bytes.enumerated() {
        // Hexadecimal numbers, spaces and NaN are texts of something else.
        guard (0x2B...0x39).contains(byte) || "eEinftyINFTY".utf8.contains(byte) else { return nil }
        text[place] = CChar(bitPattern: byte)
      }
      text[bytes.count] = 0
      guard let start = text.baseAddress else { return nil }
      var end: UnsafeMutablePointer<CChar>?
      let number = strtod(start, &end)
      return end == start + bytes.count && !number.isNaN ? number : nil
    }
  }
}
