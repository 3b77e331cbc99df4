import CohortModel

/// Which parts of two axes have no member in common by the definitions: a year outside a period, an
/// outcome of those who ended before the event that makes it. As for one table
/// (`ImpossibleCombinations`), between all dimensions of all tables.
package struct ImpossibleClasses: Sendable {
  /// By axis and axis (first ≤ second), at first class × count of second + second class.
  private let pairs: [Pair: [Bool]]
  private let classCounts: [Int]

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// Nothing is known to be impossible.
  package static let none = ImpossibleClasses()

  private init() {
    pairs = [:]
    classCounts = []
  }

  /// - Parameters:
  ///   - plans: of the refinement's tables.
  package init(_ refinement: CommonRefinement, plans: [TablePlan], package: DataPackage) {
    var facts: [[[MemberFacts]]] = refinement.axes.map { axis in
      [[MemberFacts]](repeating: [], count: axis.classCount)
    }
    var everyone: [MemberFacts]?
    for (table, plan) in plans.enumerated() {
      guard let pilot = package.pilot(plan.query.pilot) else { continue }
      let slotFacts = SlotFacts(plan: plan, pilot: pilot, package: package)
      // What holds of everyone counted in one table need not hold of those counted in another.
      if everyone == nil {
        everyone =
          plans.allSatisfy { $0.counting == plan.counting }
          ? [slotFacts.ofEveryone] : []
      }
      for (number, dimension) in plan.dimensions.enumerated() {
        guard let own = slotFacts.slots(of: dimension) else { continue }
        let (axis, classes) = refinement.classesOfSlots(table: table, dimension: number)
        for (slot, held) in classes.enumerated() {
          for place in held { facts[axis][place].append(own[slot]) }
        }
      }
    }
    func contradict(_ first: [MemberFacts], _ second: [MemberFacts]) -> Bool {
      first.contains { one in second.contains { one.contradicts($0) } }
    }
    var pairs: [Pair: [Bool]] = [:]
    for first in facts.indices {
      for second in first..<facts.count {
        let clash = facts[first].indices.flatMap { one in
          facts[second].indices.map { other in
            if first == second {
              return one == other
                && (contradict(facts[first][one], facts[first][one])
                  || contradict(facts[first][one], everyone ?? []))
            }
            return contradict(facts[first][one], facts[second][other])
          }
        }
        if clash.contains(true) { pairs[Pair(first: first, second: second)] = clash }
      }
    }
    self.pairs = pairs
    classCounts = refinement.axes.map(\.classCount)
  }

  private func excludes(_ first: Int, _ one: [Int], _ second: Int, _ other: [Int]) -> Bool {
    guard let clash = pairs[Pair(first: min(first, second), second: max(first, second))] else {
      return false
    }
    let (rows, columns) = first <= second ? (one, other) : (other, one)
    let width = classCounts[max(first, second)]
    return rows.allSatisfy { row in columns.allSatisfy { clash[row * width + $0] } }
  }

  /// Per atom of a block whether somebody can be there.
  func possibleAtoms(of block: AtomBlocks.Block) -> [Bool] {
    var isPossible = [Bool](repeating: true, count: block.atomCount)
    for first in block.axes.indices {
      for second in first..<block.axes.count {
        let (axis, other) = (block.axes[first], block.axes[second])
        guard pairs[Pair(first: min(axis, other), second: max(axis, other))] != nil else {
          continue
        }
        for (one, classes) in block.groups[first].enumerated() {
          for (two, others) in block.groups[second].enumerated()
          where (first != second || one == two) && excludesGroup(axis, classes, other, others) {
            for atom in 0..<block.atomCount
            where atom / block.strides[first] % block.groups[first].count == one
              && atom / block.strides[second] % block.groups[second].count == two
            {
              isPossible[atom] = false
            }
          }
        }
      }
    }
    return isPossible
  }

  private func excludesGroup(
    _ axis: Int, _ classes: [Int], _ other: Int, _ others: [Int]
  ) -> Bool {
    axis == other
      ? classes.allSatisfy { excludes(axis, [$0], axis, [$0]) }
      : excludes(axis, classes, other, others)
  }
}

extension DataPackage {
  /// The variables of a pilot that are calendar units of the index date.
  func indexDates(of pilotName: String) -> Set<String> {
    guard let pilot = pilot(pilotName), let index = pilot.event(pilot.index.event) else {
      return []
    }
    let field = index.dateField ?? resource(index.resource)?.dateField
    return Set(
      pilot.variables.filter { variable in
        guard case .calendar = variable.coding else { return false }
        return variable.derivation == .value && variable.kind == .partition
          && variable.moment == .index && variable.field == field
          && (variable.resource == "index" || variable.resource == index.resource)
      }.map(\.name))
  }
}
