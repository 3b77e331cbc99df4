import CohortModel
import Tables

/// How the attacker reads a cell of a table that was rounded so that it adds up: the value was rounded
/// to the nearest multiple of the base, and then moved by at most so many bases. Written independently
/// of the rules that round.
package struct AdditiveReading: Sendable {
  private let base: Int
  private let minimum: Int
  private let steps: Int

  /// - Parameter steps: of the rounding (`AdditiveRounding.steps`): 0 where nothing had to move.
  package init(base: Int, minimumFrequency: Int, steps: Int) {
    self.base = max(1, base)
    minimum = minimumFrequency
    self.steps = max(0, steps)
  }

  package func interval(_ value: CellValue) -> PublishedInterval {
    switch value {
    case .count(0): return PublishedInterval(0, 0)
    case .count(let count):
      let moved = steps * base
      // Halves of an even base go up.
      return PublishedInterval(
        max(minimum, count - moved - base / 2), count + moved + (base - 1) / 2)
    case .low: return PublishedInterval(max(1, minimum), max(1, minimum, (base - 1) / 2))
    case .confidential, .notAvailable, .notApplicable: return .hidden
    }
  }
}
