import CohortModel

/// Group disclosure: everyone in a group, everyone but k, or nobody has a code of a sensitive
/// variable.
///
/// A group is any combination of nodes of the other dimensions that has a member. Two things must
/// stay possible for each of its codes: that somebody has it, and that more than k have not. Both
/// hold where every chance zero of the group's codes is hidden and may be k + 1:
///
/// - a code that nobody has is such a zero;
/// - where all but k or fewer have one code, those outside it are either nobody (a chance zero of
///   another code, or of "without the code", which may be k + 1) or so few that the minimum
///   frequency hides one of their codes and keeps up to minimum − 1 possible for it.
///
/// So the rule needs requirements on single cells only. A hidden zero must moreover be able to be all that
/// a small cell may be: everyone knows what remains possible for small cells, so a `[c]` with less room is
/// no small cell, and where it is too little for a large one it is known to be zero. Zeros that the definitions or the policy
/// make are excepted: that somebody is in none of these codes says nothing of him. "Not known" and
/// "does not apply" are no codes that could say something, unless there is nothing else beside a code.
///
/// Source: Hundepool et al., *Handbook on Statistical Disclosure Control*, 2nd ed., section 5.2.
package struct ClassDisclosure: Sendable {
  /// Per sensitive dimension the nodes whose zeros tell something.
  private let codes: [(dimension: Int, isTelling: [Bool])]
  private let space: CellSpace
  /// Of a zero that tells something.
  package let required: ClosedRange<Int>

  /// - Parameter room: the largest number that remains possible for every cell of one.
  package init(space: CellSpace, rule: ClassDisclosureRule, room: Int) {
    self.space = space
    required = 0...max(rule.leastElsewhere, room)
    codes = space.dimensions.indices.compactMap { dimension in
      let planned = space.dimensions[dimension]
      return planned.isSensitive ? (dimension, Self.telling(planned)) : nil
    }
  }

  /// Whether it may not be known that the cell is zero.
  ///
  /// - Parameter persons: of every cell.
  package func tells(_ cell: Int, persons: [Int]) -> Bool {
    codes.contains { dimension, isTelling in
      let node = space.node(of: cell, in: dimension)
      return isTelling[node] && persons[cell - node * space.strides[dimension]] > 0
    }
  }

  /// Codes that say nothing of whoever has them: not known, does not apply.
  private static let silentCodes: Set<String> = ["NK", "NA"]

  private static func telling(_ planned: PlannedDimension) -> [Bool] {
    let nodes = planned.structure.nodes
    func isSilent(_ slots: [Int]) -> Bool {
      slots.allSatisfy { slot in
        planned.slotCodes.indices.contains(slot) && !planned.slotCodes[slot].isEmpty
          && planned.slotCodes[slot].allSatisfy(silentCodes.contains)
      }
    }
    let speaks = nodes.indices.map { index in
      index != 0
        && !isSilent(
          nodes[index].minusSlots.isEmpty
            ? nodes[index].slots : nodes[index].minusSlots)
    }
    guard planned.structure.kind == .partition else { return speaks }
    // Beside a code that has no other to be told from, "not known" is what leaves room.
    let isAlone = nodes.indices.contains { own in
      speaks[own]
        && !nodes.indices.contains { other in
          speaks[other] && Set(nodes[other].slots).isDisjoint(with: nodes[own].slots)
        }
    }
    return isAlone ? nodes.indices.map { $0 != 0 } : speaks
  }
}
