import CohortModel

/// The simplest ways from one database of a table to another: *switches*.
///
/// A switch is a product of small changes, one per dimension: somebody more in a slot, or somebody
/// moved from one slot to another. Two moves run round a rectangle of cells, three along the edges of
/// a box; a cell changes only if it is changed in every dimension, so that most margins stay as they
/// are. A step in whole numbers from a database that agrees with what is published, not beyond any
/// published bound, leads to another such database.
///
/// Switches of two dimensions are those of the hypercube method (Repsilber; Giessing and Repsilber
/// 2002, "Tools and Strategies to Protect Multiple Tables with the GHQUAR Cell Suppression Engine").
/// Of a multi-response variable a change gives a code to somebody, or takes it; what cannot be negative
/// there is kept as further cells that nobody shows.
///
/// Nothing is proven where no switch is found.
package struct SwitchSpace: Sendable {
  let moves: [SwitchMoves]
  let strides: [Int]
  let rowCounts: [Int]
  /// Per cell of the plan its number here; the others are of rows that are no nodes.
  let places: [Int32]
  /// The number here of each atom.
  private let atomPlaces: [Int32]

  /// Cells, those that nobody shows included.
  var count: Int { rowCounts.reduce(1, *) }

  /// Nil where changes of one dimension at a time do not make databases: where codes of one dimension
  /// are counted by another.
  init?(dimensions: [PlannedDimension], answered: Set<Int>, sums: CodeSums) {
    let structures = dimensions.map(\.structure)
    guard !structures.isEmpty, sums.bounds.isEmpty else { return nil }
    rowCounts = structures.enumerated().map {
      SwitchMoves.rows(of: $1, isAnswered: answered.contains($0)).count
    }
    var strides = [Int](repeating: 1, count: structures.count)
    for dimension in structures.indices.dropLast().reversed() {
      strides[dimension] = strides[dimension + 1] * rowCounts[dimension + 1]
    }
    self.strides = strides
    let total = rowCounts.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    guard total > 0, total < Int(Int32.max) / 4 else { return nil }
    moves = structures.enumerated().map {
      SwitchMoves($1, isAnswered: answered.contains($0), stride: strides[$0])
    }
    places = Self.product(structures.map { Array($0.nodes.indices) }, strides)
    let nodesOfSlots = structures.map { structure in
      (0..<structure.slotCount).map { slot in
        structure.nodes.firstIndex { $0.slots == [slot] && $0.minusSlots.isEmpty }
      }
    }
    guard nodesOfSlots.allSatisfy({ !$0.contains(nil) }) else { return nil }
    atomPlaces = Self.product(nodesOfSlots.map { $0.compactMap { $0 } }, strides)
  }

  private static func product(_ rows: [[Int]], _ strides: [Int]) -> [Int32] {
    rows.enumerated().reduce([0]) { places, dimension in
      places.flatMap { place in
        dimension.element.map { place + Int32($0 * strides[dimension.offset]) }
      }
    }
  }

  /// The values of all cells here, from the atoms.
  func values(ofAtoms point: [Int]) -> [Int] {
    var values = point
    var inner = 1
    for move in moves.reversed() {
      let outer = values.count / (move.slotCount * inner)
      var next = [Int](repeating: 0, count: outer * move.rows.count * inner)
      for before in 0..<outer {
        for (row, terms) in move.rows.enumerated() {
          let target = (before * move.rows.count + row) * inner
          for term in terms {
            let source = (before * move.slotCount + term.slot) * inner
            for after in 0..<inner {
              next[target + after] += term.coefficient * values[source + after]
            }
          }
        }
      }
      values = next
      inner *= move.rows.count
    }
    return values
  }

  /// Per cell here the atom that it is, or -1.
  func atoms() -> [Int32] {
    var atoms = [Int32](repeating: -1, count: count)
    for (atom, place) in atomPlaces.enumerated() { atoms[Int(place)] = Int32(atom) }
    return atoms
  }

  /// Per cell here the cell of the plan, or -1.
  func cells() -> [Int32] {
    var cells = [Int32](repeating: -1, count: count)
    for (cell, place) in places.enumerated() { cells[Int(place)] = Int32(cell) }
    return cells
  }
}
