/// Solutions that show how far unsafe cells can go, kept while cells are published again: a solution
/// stands as long as it agrees with what is published.
struct Witnesses {
  private struct Solution {
    var values: [Double]
    /// Requirement ends that it attains: index × 2, + 1 for the least.
    var ends: [Int]
  }

  private let requirements: [Requirement]
  private let places: [Int: Int]
  private let cells: [Int]
  private let requirementOf: [Int: Int]
  private var solutions: [Solution] = []
  private var counts: [Int]

  /// - Parameter cells: those that may be published again.
  init(_ requirements: [Requirement], cells: [Int]) {
    self.requirements = requirements
    self.cells = cells
    places = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    requirementOf = Dictionary(
      uniqueKeysWithValues: requirements.enumerated().map { ($1.cell, $0) })
    counts = [Int](repeating: 0, count: requirements.count * 2)
  }

  func has(_ cell: Int, _ direction: TableAttacker.Direction) -> Bool {
    requirementOf[cell].map { counts[$0 * 2 + (direction == .least ? 1 : 0)] > 0 } ?? false
  }

  mutating func add(_ value: (Int) -> Double) {
    var ends: [Int] = []
    for (index, requirement) in requirements.enumerated() {
      let here = value(requirement.cell)
      if here >= Double(requirement.range.upperBound) - TableAttacker.tolerance {
        ends.append(index * 2)
      }
      if here <= Double(requirement.range.lowerBound) + TableAttacker.tolerance {
        ends.append(index * 2 + 1)
      }
    }
    for end in ends { counts[end] += 1 }
    solutions.append(Solution(values: cells.map(value), ends: ends))
  }

  /// Drops the solutions in which a cell lies outside what is now published of it, and returns the
  /// ends that have none left.
  mutating func removeAll(
    outside interval: PublishedInterval, ofCell cell: Int
  ) -> [(Requirement, TableAttacker.Direction)] {
    guard let place = places[cell] else { return [] }
    var lost: [(Requirement, TableAttacker.Direction)] = []
    solutions.removeAll { solution in
      let value = solution.values[place]
      let stands =
        value >= Double(interval.lower) - TableAttacker.tolerance
        && (interval.upper.map { value <= Double($0) + TableAttacker.tolerance } ?? true)
      if !stands {
        for end in solution.ends {
          counts[end] -= 1
          if counts[end] == 0 {
            lost.append((requirements[end / 2], end % 2 == 0 ? .greatest : .least))
          }
        }
      }
      return !stands
    }
    return lost
  }
}
