extension PublicCertificate {
  /// The true counts that a published value can stand for, from the policy alone: rounding to the
  /// nearest multiple, and no count below the minimum but zero. nil for values that say nothing.
  ///
  /// Where the base is even, a count half way may have gone either way.
  public func range(of value: CellValue) -> ClosedRange<Int>? {
    if let maximumNoise { return range(of: value, noise: maximumNoise) }
    let reach = max(roundingBase, 1) / 2
    return switch value {
    case .count(0): 0...0
    case .count(let count):
      min(max(count - reach, minimumFrequency, 1), count + reach)...(count + reach)
    case .low: reach >= 1 ? 1...reach : nil
    case .confidential, .notAvailable, .notApplicable: nil
    }
  }
  private func range(of value: CellValue, noise: Int) -> ClosedRange<Int>? {
    switch value {
    case .count(0): 0...0
    case .count(let count): max(1, count - noise)...max(1, count + noise)
    case .low, .confidential, .notAvailable, .notApplicable: nil
    }
  }

  /// How near a published count is to the true one: "rounded to the nearest 5".
  public var precision: String {
    if let maximumNoise { return "with noise of at most \(maximumNoise) either way" }
    return roundingBase > 1 ? "rounded to the nearest \(roundingBase)" : "not rounded"
  }

  /// The base to which rounding would leave as much room as there is.
  var equivalentBase: Int { maximumNoise.map { 2 * $0 + 1 } ?? roundingBase }
}
