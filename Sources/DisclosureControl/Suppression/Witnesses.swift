/// Per end of a requirement, a solution that attains it, kept while cells are published again: it
/// stands as long as it agrees with what is published.
struct Witnesses {
  struct Witness {
    /// Index of the requirement.
    var requirement: Int
    var direction: TableAttacker.Direction
    /// By place among the cells that may be published again.
    var values: [Double]
  }

  private let requirementOf: [Int: Int]
  private var witnesses: [Witness] = []

  init(_ requirements: [Requirement]) {
    requirementOf = Dictionary(
      uniqueKeysWithValues: requirements.enumerated().map { ($1.cell, $0) })
  }

  mutating func add(for cell: Int, _ direction: TableAttacker.Direction, values: [Double]) {
    guard let requirement = requirementOf[cell] else { return }
    witnesses.append(Witness(requirement: requirement, direction: direction, values: values))
  }

  /// Takes out the witnesses in which the cell at a place lies outside what is now published of it.
  mutating func remove(outside interval: PublishedInterval, place: Int) -> [Witness] {
    func stands(_ witness: Witness) -> Bool {
      let value = witness.values[place]
      return value >= Double(interval.lower) - TableAttacker.tolerance
        && (interval.upper.map { value <= Double($0) + TableAttacker.tolerance } ?? true)
    }
    let removed = witnesses.filter { !stands($0) }
    witnesses.removeAll { !stands($0) }
    return removed
  }

  mutating func restore(_ removed: [Witness]) { witnesses += removed }
}
