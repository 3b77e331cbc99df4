import CohortModel
import ColumnStore

/// Counts contributions straight into the cells of the cube's nodes.
///
/// Where a person has several members, distinct persons and largest contributions do not add up
/// from slots to nodes; so each member is counted in every node that holds it.
struct NodeCounting {
  let columns: [MemberColumn]
  let shape: CubeShape
  let members: CohortMembers
  /// What each member contributes; members with 0 contribute nothing and are no contributors.
  let amount: @Sendable (Int) -> Int

  func contributions(on threads: ThreadLimit) -> Contributions {
    let parts = threads.parts(members: members.count, cells: shape.nodeCellCount)
    let partial = Parallel.map(parts) { part in
      contributions(in: personStart(part, of: parts)..<personStart(part + 1, of: parts))
    }
    var sum = partial[0]
    for other in partial.dropFirst() { sum.merge(other) }
    return sum
  }

  /// Where a part of the members begins, moved on to the next person.
  private func personStart(_ part: Int, of parts: Int) -> Int {
    var member = members.count * part / parts
    while member > 0 && member < members.count && members.isFirst[member] == 0 { member += 1 }
    return member
  }

  private func contributions(in range: Range<Int>) -> Contributions {
    var sums = Contributions(cellCount: shape.nodeCellCount)
    let dimensions = columns.indices.map {
      SlotNodes(shape.structures[$0], stride: shape.nodeStrides[$0])
    }
    var cells: [Int] = []
    var isIn = [Bool](repeating: false, count: shape.structures.map(\.slotCount).max() ?? 0)
    for member in range {
      let amount = amount(member)
      guard amount > 0 else { continue }
      cells.removeAll(keepingCapacity: true)
      cells.append(0)
      for (column, dimension) in zip(columns, dimensions) {
        switch column {
        case .narrow(let slots): dimension.cross(&cells, slot: Int(slots[member]))
        case .wide(let slots): dimension.cross(&cells, slot: Int(slots[member]))
        case .sets(let offsets, let slots):
          let own = Int(offsets[member])..<Int(offsets[member + 1])
          isIn[0] = true
          for place in own { isIn[Int(slots[place])] = true }
          dimension.cross(&cells, slots: isIn)
          for place in own { isIn[Int(slots[place])] = false }
        }
      }
      sums.add(amount, of: members.persons[member], to: cells)
    }
    sums.finish()
    return sums
  }
}

/// The nodes of one dimension that hold a member.
private struct SlotNodes {
  /// Per slot of a partition where its cells (node times stride) begin in `cells`, and the end.
  private let starts: [Int]
  private let cells: [Int]
  /// Of a multi-response variable per node: the slot, the slot taken off, the cell.
  private let nodes: [(slot: Int, minus: Int?, cell: Int)]

  init(_ structure: CodeStructure, stride: Int) {
    var cells = [[Int]](repeating: [], count: structure.slotCount)
    for (number, node) in structure.nodes.enumerated() {
      for slot in node.slots { cells[slot].append(number * stride) }
    }
    starts = cells.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    self.cells = cells.flatMap { $0 }
    nodes = structure.nodes.enumerated().compactMap { (number, node) in
      node.slots.first.map { ($0, node.minusSlots.first, number * stride) }
    }
  }

  @inline(__always) func cross(_ cells: inout [Int], slot: Int) {
    cross(&cells, with: self.cells[starts[slot]..<starts[slot + 1]])
  }

  func cross(_ cells: inout [Int], slots isIn: [Bool]) {
    cross(
      &cells,
      with: nodes.compactMap { node in
        isIn[node.slot] && !(node.minus.map { isIn[$0] } ?? false) ? node.cell : nil
      }[...])
  }

  @inline(__always) private func cross(_ cells: inout [Int], with steps: ArraySlice<Int>) {
    let known = cells.count
    guard let first = steps.first else { return cells.removeAll(keepingCapacity: true) }
    for step in steps.dropFirst() {
      for number in 0..<known { cells.append(cells[number] + step) }
    }
    for number in 0..<known { cells[number] += first }
  }
}
