import CohortModel

/// How the codes of a multi-response variable lie within one another, by counting slot.
struct CodeNesting {
  /// Slot → slots of the codes just below it; of slot 0 (everyone) the codes at the top.
  private let below: [Int: [Int]]
  private let parents: [Int: Int]

  init(_ structure: CodeStructure) {
    var below: [Int: [Int]] = [:]
    var parents: [Int: Int] = [:]
    for node in structure.nodes where node.slots.count == 1 && node.minusSlots.isEmpty {
      guard let parent = node.parent, structure.nodes[parent].minusSlots.isEmpty,
        structure.nodes[parent].slots.count == 1, node.slots[0] != 0
      else { continue }
      let above = structure.nodes[parent].slots[0]
      below[above, default: []].append(node.slots[0])
      if above != 0 { parents[node.slots[0]] = above }
    }
    self.below = below
    self.parents = parents
  }

  /// The codes that a code lies within.
  func above(_ code: Int) -> [Int] {
    var all: [Int] = []
    var next = parents[code]
    while let code = next, !all.contains(code) {
      all.append(code)
      next = parents[code]
    }
    return all
  }

  /// What cannot be negative: those with a code without one below it, and how many more codes below
  /// are counted than there are persons with one of them. The second of everyone only where everyone
  /// has a code.
  func rows(isAnswered: Bool) -> [[SwitchMoves.Term]] {
    below.sorted { $0.key < $1.key }.flatMap { above, codes -> [[SwitchMoves.Term]] in
      let union = codes.map { SwitchMoves.Term($0, 1) } + [(above, -1)]
      if above == 0 { return isAnswered ? [union] : [] }
      return codes.map { [(above, 1), ($0, -1)] } + [union]
    }
  }
}
