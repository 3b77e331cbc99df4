import CohortModel

/// Everything that an attacker can write down about a table from its definition: the *atoms* (the
/// products of counting slots, whose whole numbers make up a database as far as the table can tell)
/// and every cell as a sum of atoms.
///
/// Built from the slots of the plan's nodes alone, not from the relations that protection works
/// with. Of a multi-response variable the atoms are the members and the members with each code;
/// that a complement cannot be negative, that a code lies within the code above it and that a code
/// with codes below it is their union are relations between them. (For two multi-response
/// variables in one table this is what holds pair by pair; it is not all that holds jointly.)
package struct AttackSystem: Sendable {
  /// Where a cell stands in the system.
  package enum Place: Hashable, Sendable {
    case atom(Int)
    case sum(Int)
  }

  package let places: [Place]
  /// The rows of all cells that are not atoms, then what else holds of every database (≥ 0).
  package let rows: SparseRows
  /// Per row the cell it stands for; rows beyond are inequalities.
  package let rowCells: [Int]
  /// Per atom the cells that are that atom; mostly one.
  package let atomCells: [[Int]]
  /// Each cell of two laminar families of atom sets, with coefficients 0 and 1: the matrix is
  /// totally unimodular and so every vertex whole and every whole number between two attainable
  /// ones attainable (Edmonds 1970; Schrijver, *Combinatorial Optimization*, 2003, Theorem 41.11;
  /// for two-way tables Cox 1980).
  package let isTotallyUnimodular: Bool
  /// Nil where there are none that lead from one database to another.
  package let switches: SwitchSpace?

  package var cellCount: Int { places.count }
  package var atomCount: Int { rows.columnCount }

  /// - Parameter answered: dimensions whose codes everyone has at least one of (a code for "not
  ///   known" included); of use for multi-response variables only.
  package init(
    dimensions: [PlannedDimension], answered: Set<Int> = [], sums: CodeSums = .none
  ) {
    let structures = dimensions.map(\.structure)
    let atomCount = structures.reduce(1) { $0 * $1.slotCount }
    let cellCount = structures.reduce(1) { $0 * $1.nodes.count }
    var rows = SparseRows(columnCount: atomCount)
    var places: [Place] = []
    places.reserveCapacity(cellCount)
    var rowCells: [Int] = []
    var atomCells = [[Int]](repeating: [], count: atomCount)
    let signedSlots = structures.map { structure in
      structure.nodes.map { node in
        node.slots.map { ($0, 1) } + node.minusSlots.map { ($0, -1) }
      }
    }
    for cell in 0..<cellCount {
      let terms = Self.product(of: cell, structures: structures, signedSlots: signedSlots)
      if terms.count == 1, terms[0].coefficient == 1 {
        places.append(.atom(terms[0].column))
        atomCells[terms[0].column].append(cell)
      } else {
        places.append(.sum(rows.rowCount))
        rowCells.append(cell)
        rows.append(terms)
      }
    }
    Self.appendNesting(of: structures, answered: answered, to: &rows)
    for bound in sums.bounds { Self.append(bound, of: structures, to: &rows) }
    self.places = places
    self.rows = rows
    self.rowCells = rowCells
    self.atomCells = atomCells
    isTotallyUnimodular = Self.hasTwoLaminarFamilies(structures)
    switches = SwitchSpace(dimensions: dimensions, answered: answered, sums: sums)
  }

  /// The cell's value in a database.
  package func value(ofCell cell: Int, at point: [Int]) -> Int {
    switch places[cell] {
    case .atom(let column): point[column]
    case .sum(let row): rows.value(ofRow: row, at: point)
    }
  }

  /// All cells' values in a database, or nil where it breaks what holds of every database.
  package func values(at point: [Int]) -> [Int]? {
    guard point.allSatisfy({ $0 >= 0 }) else { return nil }
    for row in rowCells.count..<rows.rowCount where rows.value(ofRow: row, at: point) < 0 {
      return nil
    }
    return (0..<cellCount).map { value(ofCell: $0, at: point) }
  }

  private static func product(
    of cell: Int, structures: [CodeStructure], signedSlots: [[[(Int, Int)]]]
  ) -> [(column: Int, coefficient: Int)] {
    var nodes = [Int](repeating: 0, count: structures.count)
    var rest = cell
    for dimension in structures.indices.reversed() {
      nodes[dimension] = rest % structures[dimension].nodes.count
      rest /= structures[dimension].nodes.count
    }
    var terms = [(column: 0, coefficient: 1)]
    for (dimension, structure) in structures.enumerated() {
      let slots = signedSlots[dimension][nodes[dimension]]
      terms = terms.flatMap { term in
        slots.map { slot, sign in
          (term.column * structure.slotCount + slot, term.coefficient * sign)
        }
      }
    }
    return terms
  }

  /// Within every combination of the other dimensions' slots, a code of a multi-response variable
  /// lies within the code above it, and the code above within the union of those below.
  private static func appendNesting(
    of structures: [CodeStructure], answered: Set<Int>, to rows: inout SparseRows
  ) {
    for (dimension, structure) in structures.enumerated() where structure.kind == .multiResponse {
      var children: [Int: [Int]] = [:]
      for node in structure.nodes where node.slots.count == 1 && node.minusSlots.isEmpty {
        if let parent = node.parent, parent != 0,
          structure.nodes[parent].slots.count == 1, structure.nodes[parent].minusSlots.isEmpty
        {
          children[structure.nodes[parent].slots[0], default: []].append(node.slots[0])
        }
      }
      let tops = structure.nodes.filter { $0.parent == 0 && $0.minusSlots.isEmpty }
        .flatMap(\.slots)
      if answered.contains(dimension) { children[0] = tops }
      guard !children.isEmpty else { continue }
      let inner = structures[(dimension + 1)...].reduce(1) { $0 * $1.slotCount }
      let outer = structures[..<dimension].reduce(1) { $0 * $1.slotCount }
      for (parent, parts) in children.sorted(by: { $0.key < $1.key }) {
        for before in 0..<outer {
          for after in 0..<inner {
            func atom(_ slot: Int) -> Int {
              (before * structure.slotCount + slot) * inner + after
            }
            for part in parts where parent != 0 {
              rows.append([(atom(parent), 1), (atom(part), -1)])
            }
            rows.append(parts.map { (atom($0), 1) } + [(atom(parent), -1)])
          }
        }
      }
    }
  }

  private static func append(
    _ bound: CodeSums.Bound, of structures: [CodeStructure], to rows: inout SparseRows
  ) {
    func stride(_ dimension: Int) -> Int {
      structures[(dimension + 1)...].reduce(1) { $0 * $1.slotCount }
    }
    let (own, other) = (stride(bound.dimension), stride(bound.other))
    let (codes, slots) = (
      structures[bound.dimension].slotCount, structures[bound.other].slotCount
    )
    for everyone in 0..<rows.columnCount
    where everyone / own % codes == 0 && everyone / other % slots == bound.slot {
      let counted = (1..<codes).map { (column: everyone + $0 * own, coefficient: 1) }
      if bound.least > 0 { rows.append(counted + [(everyone, -bound.least)]) }
      if let most = bound.most {
        rows.append(counted.map { ($0.column, -1) } + [(everyone, most)])
      }
    }
  }

  private static func hasTwoLaminarFamilies(_ structures: [CodeStructure]) -> Bool {
    guard structures.allSatisfy({ $0.kind == .partition }) else { return false }
    let crossing = structures.filter { $0.slotCount > 1 }
    guard crossing.count <= 2,
      crossing.allSatisfy({ $0.nodes.allSatisfy(\.minusSlots.isEmpty) })
    else { return false }
    let flat = crossing.filter { structure in
      structure.nodes.allSatisfy {
        $0.slots.count == 1 || $0.slots.count == structure.slotCount
      }
    }
    guard crossing.count - flat.count <= 1 else { return false }
    return crossing.allSatisfy { structure in
      let sets = structure.nodes.map { Set($0.slots) }
      return sets.indices.allSatisfy { first in
        sets[..<first].allSatisfy { other in
          sets[first].isSubset(of: other) || other.isSubset(of: sets[first])
            || sets[first].isDisjoint(with: other)
        }
      }
    }
  }
}
