import CohortModel
import Tables

/// What is published of a cell that is not hidden: the nearest multiple of the base. It depends on
/// the cell alone, so a cell has the same published value in every table.
package struct RoundingRule: Sendable {
  /// 1 publishes exact values.
  package var base: Int
  /// No cell of fewer is published, zeros apart.
  package var minimumFrequency: Int

  package init(base: Int, minimumFrequency: Int) {
    self.base = max(1, base)
    self.minimumFrequency = minimumFrequency
  }

  /// Halves of an even base go up.
  package func rounded(_ value: Int) -> Int { (value + base / 2) / base * base }

  package func published(_ value: Int) -> CellValue {
    let result = rounded(value)
    return result == 0 && value != 0 ? .low : .count(result)
  }
}
