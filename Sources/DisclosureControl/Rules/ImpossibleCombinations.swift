import CohortModel

/// Which cells are zero by the definitions themselves: a quarter outside its year, a year outside
/// the period, an outcome of those who ended before the event that makes it, codes outside an
/// outcome's base. Every reader can work them out, so such a zero hides nothing: it is published,
/// and cells that may be hidden are chosen knowing it.
///
/// Depends on descriptors and the plan alone.
package struct ImpossibleCombinations: Sendable {
  /// Per pair of dimensions (first < second), by first node × second node.
  private let pairs: [(first: Int, second: Int, isImpossible: [[Bool]])]
  private let space: CellSpace?

  /// Nothing is impossible.
  package static let none = ImpossibleCombinations()

  private init() {
    pairs = []
    space = nil
  }

  package init(_ plan: TablePlan, package: DataPackage) {
    guard let pilot = package.pilot(plan.query.pilot) else {
      self = .none
      return
    }
    let facts = SlotFacts(plan: plan, pilot: pilot, package: package)
    let everyone = facts.ofEveryone
    let slots = plan.dimensions.map { facts.slots(of: $0) }
    let space = CellSpace(plan.dimensions)
    self.space = space
    func nodes(_ dimension: Int) -> [[Int]] {
      plan.dimensions[dimension].structure.nodes.map {
        $0.minusSlots.isEmpty ? $0.slots : []
      }
    }
    var pairs: [(first: Int, second: Int, isImpossible: [[Bool]])] = []
    for first in slots.indices {
      guard let own = slots[first] else { continue }
      // A dimension beside itself: what is impossible by itself.
      for second in slots.indices where second >= first {
        guard let others = slots[second] else { continue }
        let clash = own.indices.map { one in
          others.indices.map { other in
            if first == second {
              return one != other || own[one].contradicts(everyone)
            }
            return own[one].contradicts(others[other])
          }
        }
        let isImpossible = nodes(first).map { one in
          nodes(second).map { other in
            !one.isEmpty && !other.isEmpty
              && one.allSatisfy { slot in other.allSatisfy { clash[slot][$0] } }
          }
        }
        if isImpossible.contains(where: { $0.contains(true) }) {
          pairs.append((first, second, isImpossible))
        }
      }
    }
    self.pairs = pairs
  }

  package func contains(_ cell: Int) -> Bool {
    guard let space else { return false }
    return pairs.contains { pair in
      pair.isImpossible[space.node(of: cell, in: pair.first)][
        space.node(of: cell, in: pair.second)]
    }
  }
}
