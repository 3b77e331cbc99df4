import CohortModel

/// Counts invented persons one by one, without the engine: what an attack has to find.
enum Count {
  /// Every cell of a plan over the persons' own codes, by nodes, with the number of persons. Only
  /// for plans of variables that are traits.
  static func cells(
    of source: InventedPersons, _ plan: TablePlan
  ) -> [(nodes: [Int], count: Int)] {
    let slots = source.persons.map { person in
      plan.dimensions.map { dimension -> Set<Int> in
        guard case .variable(let name) = dimension.source else { return [] }
        let own = Set(person.codes[name] ?? [])
        let isMultiple = dimension.structure.kind == .multiResponse
        return Set(
          dimension.slotCodes.indices.filter {
            (isMultiple && $0 == 0) || !own.isDisjoint(with: dimension.slotCodes[$0])
          })
      }
    }
    var nodes: [[Int]] = [[]]
    for dimension in plan.dimensions {
      nodes = nodes.flatMap { before in
        dimension.structure.nodes.indices.map { before + [$0] }
      }
    }
    return nodes.map { nodes in
      let count = slots.count { own in
        nodes.indices.allSatisfy { place in
          let node = plan.dimensions[place].structure.nodes[nodes[place]]
          return node.slots.count(where: own[place].contains)
            - node.minusSlots.count(where: own[place].contains) == 1
        }
      }
      return (nodes, count)
    }
  }
}
