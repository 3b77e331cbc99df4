import CohortModel

extension CubeShape {
  /// Sums of slot cells over the nodes of every dimension, one dimension at a time.
  ///
  /// Right for whatever adds up: members, and distinct persons where a person is one member.
  /// Sums wrap around: counts never come near, and keys are added modulo 2^64.
  func nodeSums<Sum: FixedWidthInteger>(of slotCells: [Sum]) -> [Sum] {
    var cells = slotCells
    var outer = 1
    var inner = slotCellCount
    for structure in structures {
      inner /= structure.slotCount
      var sums = [Sum](repeating: 0, count: outer * structure.nodes.count * inner)
      for before in 0..<outer {
        for (number, node) in structure.nodes.enumerated() {
          let to = (before * structure.nodes.count + number) * inner
          for slot in node.slots {
            let from = (before * structure.slotCount + slot) * inner
            for after in 0..<inner { sums[to + after] &+= cells[from + after] }
          }
          for slot in node.minusSlots {
            let from = (before * structure.slotCount + slot) * inner
            for after in 0..<inner { sums[to + after] &-= cells[from + after] }
          }
        }
      }
      cells = sums
      outer *= structure.nodes.count
    }
    return cells
  }
}
