import CohortModel
import Tables

/// How the attacker reads a published cell, from the policy that everyone knows: what rounds to it
/// and is not below the minimum frequency; under the cell-key method what noise can turn into it.
/// Written independently of the rules that round and add noise.
package struct PublishedReading: Sendable {
  private let base: Int
  private let minimum: Int
  private let isWhole: Bool
  /// The largest noise either way; nil where there is none.
  private let noise: Int?
  /// nil where each cell is rounded by itself.
  private let additive: AdditiveReading?

  /// - Parameter isWhole: false reads too little out of rounded values, for tests of the attacks.
  package init(profile: DisclosureProfile, minimumFrequency: Int, isWhole: Bool = true) {
    self.isWhole = isWhole
    noise = profile.cellKey?.maximumNoise
    base = max(1, profile.roundingBase)
    minimum = minimumFrequency
    additive = profile.additiveSteps.map {
      AdditiveReading(
        base: profile.roundingBase, minimumFrequency: minimumFrequency, steps: $0)
    }
  }

  package func interval(_ value: CellValue) -> PublishedInterval {
    if let noise { return interval(value, noise: noise) }
    if let additive { return additive.interval(value) }
    return switch value {
    case .count(0): PublishedInterval(0, 0)
    case .count(let count) where !isWhole && base > 1:
      PublishedInterval(max(0, count - base), count + base)
    case .count(let count):
      // The nearest multiple, halves up: from count − base/2 to just below count + base/2.
      PublishedInterval(max(minimum, count - base / 2), count + (base - 1) / 2)
    // Not zero, not below the minimum, and rounds to zero.
    case .low: PublishedInterval(max(1, minimum), max(minimum, (base - 1) / 2))
    case .confidential, .notAvailable, .notApplicable: .hidden
    }
  }
  private func interval(_ value: CellValue, noise: Int) -> PublishedInterval {
    switch value {
    case .count(0): PublishedInterval(0, 0)
    case .count(let count): PublishedInterval(max(1, count - noise), count + noise)
    // Below the minimum with its noise, or a zero that is shown like that.
    case .confidential: PublishedInterval(0, minimum - 1 + noise)
    case .low, .notAvailable, .notApplicable: .hidden
    }
  }
}
