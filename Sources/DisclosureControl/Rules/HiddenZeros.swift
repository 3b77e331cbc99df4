import CohortModel
import Crypto
import Tables

/// Which zeros are shown as `[c]` although nothing requires it, so that `[c]` can always hide a
/// zero: a share of the zeros by chance, chosen by a key that nobody outside knows, the same in
/// every table where the cell occurs.
///
/// A zero within a wider cell that is zero as well follows from that cell: it is hidden where all the
/// widest of these are, and published where one of them is. So `[c]` never stands under a total that
/// is shown as 0, nor a 0 under one that is hidden by the key. Wider cells are those with a variable
/// fewer, which every table with the cell has as margins, and those of the codes above in the table.
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

  /// Marks the hidden ones of the zeros that may be published.
  func hide(
    among statuses: inout [ProtectionProblem.Status], values: [Int], space: CellSpace
  ) {
    var isHidden = [Bool?](repeating: nil, count: values.count)
    func decide(_ cell: Int) -> Bool {
      if let known = isHidden[cell] { return known }
      let hides: Bool
      switch statuses[cell] {
      case .publishedZero: hides = false
      case .unsafe, .unshown: hides = true
      case .safe, .hiddenZero:
        let wider = space.widerCells(of: cell).filter { values[$0] == 0 }
        hides = wider.isEmpty ? self.hides(cell) : wider.allSatisfy(decide)
      }
      isHidden[cell] = hides
      return hides
    }
    for cell in values.indices where values[cell] == 0 && statuses[cell] == .safe && decide(cell) {
      statuses[cell] = .hiddenZero
    }
  }
}

extension CellSpace {
  /// The cells of the node above, in one dimension each.
  func widerCells(of cell: Int) -> [Int] {
    dimensions.indices.compactMap { dimension in
      let node = node(of: cell, in: dimension)
      guard node != 0 else { return nil }
      let above = dimensions[dimension].structure.nodes[node].parent ?? 0
      return cell - (node - above) * strides[dimension]
    }
  }
}

extension ProtectionProblem {
  /// Publishes what follows from a published zero: a hidden zero within a wider cell that is shown
  /// as 0 hides nothing. Nobody learns what was not told before.
  package func withZerosThatFollow(_ cells: [CellValue]) -> [CellValue] {
    var cells = cells
    // A cell's wider cells by fewer variables have lower numbers; codes above come before theirs.
    for cell in cells.indices where cells[cell] == .confidential && values[cell] == 0 {
      if space.widerCells(of: cell).contains(where: { cells[$0] == .count(0) }) {
        cells[cell] = .count(0)
      }
    }
    return cells
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
