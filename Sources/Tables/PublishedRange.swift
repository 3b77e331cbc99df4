extension PublicCertificate {
  /// The true counts that a published value can stand for, from the policy alone: rounding to the
  /// nearest multiple, and no count below the minimum but zero. nil for values that say nothing.
  ///
  /// Where the base is even, a count half way may have gone either way.
  public func range(of value: CellValue) -> ClosedRange<Int>? {
    if let maximumNoise { return range(of: value, noise: maximumNoise) }
    let reach = max(roundingBase, 1) / 2 + moved
    return switch value {
    case .count(0): 0...0
    case .count(let count):
      min(max(count - reach, minimumFrequency, 1), count + reach)...(count + reach)
    case .low: reach > moved ? 1...(reach - moved) : nil
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

  /// How far a count may have been moved after it was rounded.
  private var moved: Int { (additiveSteps ?? 0) * max(roundingBase, 1) }

  /// How near a published count is to the true one: "rounded to the nearest 5".
  public var precision: String {
    if let maximumNoise { return "with noise of at most \(maximumNoise) either way" }
    if moved > 0 {
      return "rounded to multiples of \(roundingBase) that add up, \(moved) further at most"
    }
    return roundingBase > 1 ? "rounded to the nearest \(roundingBase)" : "not rounded"
  }

  /// The base to which rounding would leave as much room as there is.
  var equivalentBase: Int { maximumNoise.map { 2 * $0 + 1 } ?? (roundingBase + 2 * moved) }
}
