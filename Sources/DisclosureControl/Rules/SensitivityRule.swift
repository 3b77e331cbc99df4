/// When a magnitude gives one contributor away, and how far from its value it must then be possible.
///
/// Real values, and the parameters of τ-ARGUS and sdcTable; `MagnitudeRule` is what a policy of the
/// project uses. Source: Hundepool et al., *Handbook on Statistical Disclosure Control*, 2nd ed.,
/// sections 4.2.1 (rules) and 4.2.2, table 4.2 (upper protection levels).
package enum SensitivityRule: Hashable, Sendable {
  /// Fewer than `below` contributors; with `zeros`, none at all as well.
  case minimumFrequency(below: Int, zeros: Bool = false)
  /// (n, k): the `largest` contributions are more than `percent` of the cell.
  case dominance(largest: Int, percent: Double)
  /// p %: a coalition of `coalition` other contributors can estimate the largest to within `percent`.
  case precision(percent: Double, coalition: Int = 1)
  /// (p, q): as p %, where everybody knew everybody to within `prior` per cent beforehand.
  case prior(percent: Double, prior: Double)

  /// - Parameters:
  ///   - total: the cell's value.
  ///   - contributors: how many there are.
  ///   - largest: the largest contributions, largest first; missing ones are 0.
  package func isUnsafe(total: Double, contributors: Int, largest: [Double]) -> Bool {
    switch self {
    case .minimumFrequency(let below, let zeros):
      contributors < below && (zeros || contributors > 0)
    case .dominance(let count, let percent):
      contributors > 0 && 100 * Self.sum(largest, count) > percent * total
    case .precision, .prior:
      contributors > 0 && level(total: total, largest: largest) > 0
    }
  }

  /// How far above its value an unsafe cell must be possible, so that the closest estimate of the
  /// largest contribution is as far off as the rule asks. Zero for a minimum frequency, which asks for
  /// no more than that the cell is not determined.
  package func upperProtection(total: Double, largest: [Double]) -> Double {
    max(0, level(total: total, largest: largest))
  }

  private func level(total: Double, largest: [Double]) -> Double {
    switch self {
    case .minimumFrequency: 0
    case .dominance(let count, let percent): 100 / percent * Self.sum(largest, count) - total
    case .precision(let percent, let coalition):
      percent / 100 * (largest.first ?? 0) - (total - Self.sum(largest, coalition + 1))
    case .prior(let percent, let prior):
      percent / prior * (largest.first ?? 0) - (total - Self.sum(largest, 2))
    }
  }

  private static func sum(_ largest: [Double], _ count: Int) -> Double {
    largest.prefix(count).reduce(0, +)
  }
}
