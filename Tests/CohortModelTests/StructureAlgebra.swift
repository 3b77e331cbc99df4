import CohortModel

/// Checks that a structure's relations are true for all counts, and that nothing that is true for
/// all counts is missing from them.
enum StructureAlgebra {
  /// One row per node: how often it counts each slot.
  static func incidence(_ structure: CodeStructure) -> [[Int]] {
    structure.nodes.map { node in
      var row = Array(repeating: 0, count: structure.slotCount)
      for slot in node.slots { row[slot] += 1 }
      for slot in node.minusSlots { row[slot] -= 1 }
      return row
    }
  }

  static func relationRows(_ structure: CodeStructure) -> [[Int]] {
    structure.relations.map { relation in
      var row = Array(repeating: 0, count: structure.nodes.count)
      row[relation.whole] += 1
      for part in relation.parts { row[part] -= 1 }
      return row
    }
  }

  static func relationsHold(_ structure: CodeStructure) -> Bool {
    let incidence = incidence(structure)
    return structure.relations.allSatisfy { relation in
      (0..<structure.slotCount).allSatisfy { slot in
        incidence[relation.whole][slot]
          == relation.parts.reduce(0) { $0 + incidence[$1][slot] }
      }
    }
  }

  static func relationsAreComplete(_ structure: CodeStructure) -> Bool {
    rank(relationRows(structure)) == structure.nodes.count - rank(incidence(structure))
  }

  /// Rank by elimination over the integers modulo a large prime.
  static func rank(_ rows: [[Int]]) -> Int {
    let prime = 2_147_483_647
    var rows = rows.map { $0.map { (($0 % prime) + prime) % prime } }
    var rank = 0
    for column in 0..<(rows.first?.count ?? 0) {
      guard let pivot = (rank..<rows.count).first(where: { rows[$0][column] != 0 }) else {
        continue
      }
      rows.swapAt(rank, pivot)
      let inverse = power(rows[rank][column], prime - 2, prime)
      for row in (rank + 1)..<max(rank + 1, rows.count) where rows[row][column] != 0 {
        let factor = rows[row][column] * inverse % prime
        for index in column..<rows[row].count {
          rows[row][index] = (rows[row][index] + (prime - factor) * rows[rank][index]) % prime
        }
      }
      rank += 1
      if rank == rows.count { break }
    }
    return rank
  }

  private static func power(_ base: Int, _ exponent: Int, _ modulus: Int) -> Int {
    var (result, base, exponent) = (1, base % modulus, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % modulus }
      base = base * base % modulus
      exponent >>= 1
    }
    return result
  }
}
