import CohortModel

/// `whole` = Σ `parts`, by cell.
package struct CellRelation: Hashable, Sendable {
  package var whole: Int
  package var parts: [Int]

  package init(whole: Int, parts: [Int]) {
    self.whole = whole
    self.parts = parts
  }

  /// Each dimension's relations, within every combination of the other dimensions' nodes.
  package static func all(in space: CellSpace) -> [CellRelation] {
    var relations: [CellRelation] = []
    for (dimension, planned) in space.dimensions.enumerated() {
      let stride = space.strides[dimension]
      for first in 0..<space.cellCount where space.node(of: first, in: dimension) == 0 {
        for relation in planned.structure.relations {
          relations.append(
            CellRelation(
              whole: first + relation.whole * stride,
              parts: relation.parts.map { first + $0 * stride }))
        }
      }
    }
    return relations
  }
}
