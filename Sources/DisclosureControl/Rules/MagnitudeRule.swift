import CohortModel

/// When a number of events says too much about one person, and how wide it must then remain.
///
/// Besides the minimum number of persons: the (n, k) rule with n = 2 (the two largest contributions
/// are more than k % of the cell) and the p % rule (the second largest contributor can estimate the
/// largest to within p %). Source: Hundepool et al., *Handbook on Statistical Disclosure Control*,
/// 2nd ed., sections 4.2.1 and 4.2.2.
package struct MagnitudeRule: Sendable {
  package var minimumFrequency: Int
  package var dominance: DominanceRule

  package init(minimumFrequency: Int, dominance: DominanceRule = .standard) {
    self.minimumFrequency = minimumFrequency
    self.dominance = dominance
  }

  package func isUnsafe(total: Int, contributors: Int, largest: Int, second: Int) -> Bool {
    guard contributors > 0 else { return false }
    return contributors < minimumFrequency
      || (largest + second) * 100 > dominance.percent * total
      || (total - largest - second) * 100 < dominance.precision * largest
  }

  /// What must remain possible of every cell of fewer events than the minimum, whatever it has: wide
  /// enough for the largest of them, so that the width does not tell which it is.
  package var room: ClosedRange<Int> { 0...max(1, 2 * (minimumFrequency - 1)) }

  /// What must remain possible, not below zero: to either side the minimum − 1 and the largest
  /// contribution, so that any one person's part may be taken out of the cell or added to it; and what
  /// the two rules ask above the total (Handbook, table 4.2: upper protection levels
  /// (100/k)·(x₁ + x₂) − X and (p/100)·x₁ − (X − x₁ − x₂)).
  package func required(total: Int, largest: Int, second: Int) -> ClosedRange<Int> {
    let margin = max(minimumFrequency - 1, largest)
    let byShare = Self.quotient((largest + second) * 100, dominance.percent) - total
    let byPrecision =
      Self.quotient(largest * dominance.precision, 100) - (total - largest - second)
    let range = max(0, total - margin)...(total + max(margin, byShare, byPrecision))
    // A range that begins below the minimum but does not hold all of a small cell's would tell that
    // the cell is none.
    return range.lowerBound < minimumFrequency
      ? 0...max(range.upperBound, room.upperBound) : range
  }

  /// Rounded up.
  private static func quotient(_ number: Int, _ divisor: Int) -> Int {
    (number + divisor - 1) / divisor
  }
}
