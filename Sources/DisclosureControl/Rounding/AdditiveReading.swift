import CohortModel
import Tables

/// How the attacker reads a cell of a table that was rounded so that it adds up: a value lies less
/// than `steps` bases from the true one, not half a base, and is not below the minimum frequency.
/// Written independently of the rule that rounds.
package struct AdditiveReading: Sendable {
  private let base: Int
  private let minimum: Int
  private let steps: Int

  /// - Parameter steps: of the rounding (`AdditiveRounding.steps`): 1 where it is zero-restricted.
  package init(base: Int, minimumFrequency: Int, steps: Int = 1) {
    self.base = max(1, base)
    minimum = minimumFrequency
    self.steps = max(1, steps)
  }

  package func interval(_ value: CellValue) -> PublishedInterval {
    let reach = steps * base - 1
    return switch value {
    // A true zero stays zero; so may become what is not hidden and less than the reach.
    case .count(0): PublishedInterval(0, minimum <= reach ? reach : 0)
    case .count(let count): PublishedInterval(max(minimum, count - reach), count + reach)
    case .low: PublishedInterval(max(1, minimum), max(minimum, reach))
    case .confidential, .notAvailable, .notApplicable: .hidden
    }
  }
}
