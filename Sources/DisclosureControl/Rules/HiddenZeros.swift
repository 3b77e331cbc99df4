import CohortModel
import Crypto

/// Which zeros are shown as `[c]` although nothing requires it, so that `[c]` can always hide a
/// zero: a share of the zeros by chance, chosen by a key that nobody outside knows, the same in
/// every table where the cell occurs.
package struct HiddenZeros: Sendable {
  private let identity: CellIdentity
  private let secret: SymmetricKey
  private let share: Double

  package init(identity: CellIdentity, secret: [UInt8], share: Double) {
    self.identity = identity
    self.secret = SymmetricKey(data: secret)
    self.share = share
  }

  package func hides(_ cell: Int) -> Bool {
    share > 0 && identity.keyedNumber(of: cell, secret: secret, purpose: "hidden zero") < share
  }
}

/// Combinations that the policy declares impossible: their zeros say nothing and are published.
package struct StructuralZeros: Sendable {
  /// Per declared combination and dimension, the nodes that lie within it; nil: any node does.
  private let combinations: [[Set<Int>?]]
  private let space: CellSpace

  package init(_ declared: [[FieldCondition]], space: CellSpace) {
    self.space = space
    combinations = declared.compactMap { conditions in
      guard !conditions.isEmpty else { return nil }
      var allowed = [Set<Int>?](repeating: nil, count: space.dimensions.count)
      for condition in conditions {
        guard
          let dimension = space.dimensions.firstIndex(where: {
            $0.source == .variable(condition.field) || $0.source == .milestone(condition.field)
          })
        else { return nil }
        let planned = space.dimensions[dimension]
        let codes = Set(condition.codes)
        let nodes = planned.structure.nodes.indices.filter { index in
          let node = planned.structure.nodes[index]
          return index != 0 && node.minusSlots.isEmpty && !node.slots.isEmpty
            && node.slots.allSatisfy { slot in
              planned.slotCodes.indices.contains(slot) && !planned.slotCodes[slot].isEmpty
                && planned.slotCodes[slot].allSatisfy(codes.contains)
            }
        }
        allowed[dimension] = (allowed[dimension] ?? Set(nodes)).intersection(nodes)
      }
      return allowed
    }
  }

  package func contains(_ cell: Int) -> Bool {
    combinations.contains { allowed in
      allowed.indices.allSatisfy { dimension in
        allowed[dimension]?.contains(space.node(of: cell, in: dimension)) ?? true
      }
    }
  }
}
