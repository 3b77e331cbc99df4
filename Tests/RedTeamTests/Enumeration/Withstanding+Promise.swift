import Tables

/// The same attacker, who moreover takes the definition of protection as known: whatever an unsafe
/// cell has, so much must remain possible for it. A hidden cell for which that is not so has none of
/// these values; with that known there may be more such cells, and so on.
extension Withstanding {
  /// Values that a cell has not, by what is promised of cells that have them.
  typealias Exclusions = [Int: ClosedRange<Int>]

  /// The first thing that follows for an unsafe cell and must not; nil where nothing does.
  mutating func breachByPromise() -> Breach? {
    var excluded: Exclusions = [:]
    while true {
      var found: Exclusions = [:]
      for cell in cells.indices where cells[cell] == .confidential {
        if excluded[cell] == nil, !isPossible(cell, promised, excluded) {
          found[cell] = unsafeValues
        }
      }
      if found.isEmpty { break }
      excluded.merge(found) { $1 }
    }
    for cell in cells.indices where cells[cell] == .confidential {
      guard let required = small.required(cell) else { continue }
      if excluded[cell]?.contains(small.values[cell]) == true {
        return .excluded(cell: cell, value: small.values[cell])
      }
      for range in ranges(required.values, required.isInterval)
      where !isPossible(cell, range, excluded) {
        return .excluded(cell: cell, value: range.upper ?? range.lower)
      }
    }
    return nil
  }

  /// Numbers that are unsafe whoever they are of.
  private var unsafeValues: ClosedRange<Int> {
    (small.plan.profile.zeros == .unsafe ? 0 : 1)...(small.plan.minimumFrequency - 1)
  }

  /// What must remain possible of a cell that has such a number, whichever it is.
  private var promised: [(lower: Int, upper: Int?)] {
    small.isMagnitude
      ? ranges(0...(2 * (small.plan.minimumFrequency - 1)), true) : ranges(unsafeValues, false)
  }

  private func ranges(
    _ values: ClosedRange<Int>, _ isInterval: Bool
  ) -> [(lower: Int, upper: Int?)] {
    isInterval
      ? [(0, values.lowerBound), (values.upperBound, nil)] : values.map { ($0, $0) }
  }

  private mutating func isPossible(
    _ cell: Int, _ ranges: [(lower: Int, upper: Int?)], _ excluded: Exclusions
  ) -> Bool {
    ranges.allSatisfy { isPossible(cell, $0, excluded) }
  }
}
