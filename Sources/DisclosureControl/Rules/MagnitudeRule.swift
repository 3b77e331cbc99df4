/// When a number of events says too much about one person, and how wide it must then remain.
///
/// Besides the minimum number of persons: the (n, k) rule with n = 2 (the two largest contributions
/// are more than k % of the cell) and the p % rule (the second largest contributor can estimate the
/// largest to within p %). Source: Hundepool et al., *Handbook on Statistical Disclosure Control*,
/// 2nd ed., sections 4.2.1 and 4.2.2.
package struct MagnitudeRule: Sendable {
  package var minimumFrequency: Int
  /// k, in per cent.
  package var dominance: Int
  /// p, in per cent.
  package var precision: Int

  package init(minimumFrequency: Int, dominance: Int = 90, precision: Int = 10) {
    self.minimumFrequency = minimumFrequency
    self.dominance = dominance
    self.precision = precision
  }

  package func isUnsafe(total: Int, contributors: Int, largest: Int, second: Int) -> Bool {
    guard contributors > 0 else { return false }
    return contributors < minimumFrequency
      || (largest + second) * 100 > dominance * total
      || (total - largest - second) * 100 < precision * largest
  }

  /// At least minimum − 1 and the largest contribution to either side, not below zero: taking any
  /// one person's events out of the cell, or adding as many, must remain possible.
  package func required(total: Int, largest: Int) -> ClosedRange<Int> {
    let margin = max(minimumFrequency - 1, largest)
    return max(0, total - margin)...(total + margin)
  }
}
