import CohortModel

/// A plan's cube as numbers: slots and nodes per dimension, and where their cells lie.
///
/// Row-major: the last dimension varies fastest.
struct CubeShape: Sendable {
  /// More cells than this are refused before anything is counted.
  static let cellLimit = 1 << 26

  let structures: [CodeStructure]
  let slotStrides: [Int]
  let nodeStrides: [Int]
  let slotCellCount: Int
  let nodeCellCount: Int

  init(_ dimensions: [PlannedDimension]) throws(EngineError) {
    for (number, dimension) in dimensions.enumerated() {
      try CubeShape.check(dimension, number)
    }
    structures = dimensions.map(\.structure)
    (slotStrides, slotCellCount) = try CubeShape.strides(structures.map(\.slotCount))
    (nodeStrides, nodeCellCount) = try CubeShape.strides(structures.map(\.nodes.count))
    // Summing goes from slots to nodes one dimension at a time.
    var between = slotCellCount
    for structure in structures {
      between = between / structure.slotCount * structure.nodes.count
      guard between <= CubeShape.cellLimit else {
        throw .tooManyCells(limit: CubeShape.cellLimit)
      }
    }
  }

  private static func strides(_ sizes: [Int]) throws(EngineError) -> ([Int], Int) {
    var strides = [Int](repeating: 0, count: sizes.count)
    var count = 1
    for dimension in sizes.indices.reversed() {
      strides[dimension] = count
      let (product, overflows) = count.multipliedReportingOverflow(by: sizes[dimension])
      guard !overflows, product <= cellLimit else { throw .tooManyCells(limit: cellLimit) }
      count = product
    }
    return (strides, count)
  }

  /// What counting relies on. Depends on the plan only.
  private static func check(_ dimension: PlannedDimension, _ number: Int) throws(EngineError) {
    let structure = dimension.structure
    let slots = 0..<structure.slotCount
    guard (1...65_536).contains(structure.slotCount), !structure.nodes.isEmpty,
      dimension.slotCodes.count == structure.slotCount
    else { throw .unusableDimension(number, reason: "its slots do not fit its codes") }
    let expected: Int?
    switch dimension.source {
    case .milestone: expected = 3
    case .outcome: expected = structure.slotCount == 3 ? 3 : 4
    case .history, .period: expected = 2
    case .variable, .stage, .elapsed: expected = nil
    }
    guard expected ?? structure.slotCount == structure.slotCount else {
      throw .unusableDimension(number, reason: "it needs \(expected ?? 0) slots")
    }
    for node in structure.nodes {
      guard (node.slots + node.minusSlots).allSatisfy(slots.contains),
        Set(node.slots).count == node.slots.count
      else { throw .unusableDimension(number, reason: "a node has slots that do not exist") }
      switch structure.kind {
      case .partition:
        guard node.minusSlots.isEmpty else {
          throw .unusableDimension(number, reason: "a node of a partition takes slots off")
        }
      case .multiResponse:
        guard node.slots.count == 1, node.minusSlots.count <= 1,
          node.minusSlots.isEmpty || node.slots == [0]
        else {
          throw .unusableDimension(
            number, reason: "a node is neither a slot nor the complement of one")
        }
      }
    }
  }
}
