import CohortModel
import Tables

/// Whether what a file says of its cells agrees with itself: relations with the slots that nodes hold,
/// and counts with the base to which they are said to be rounded.
///
/// An audit goes by the relations alone. Without this, leaving some out would hide what follows by
/// subtraction, and a base that does not hold would make every cell look wider than it is.
struct CubeConsistency {
  private let cube: ShownCube

  init(_ cube: ShownCube) { self.cube = cube }

  /// - Parameters:
  ///   - values: of the table's cells.
  ///   - cells: where they stand in the file.
  ///   - document: the file's `cube`.
  func check(
    _ values: [CellValue], cells: JSONPlace, cube document: JSONPlace
  ) throws(TableFileError) {
    let places = try document.member("dimensions").elements
    for (dimension, place) in zip(cube.dimensions, places) {
      try check(dimension.structure, at: place.member("relations"))
    }
    guard cube.profile.cellKey == nil else { return }
    guard values.allSatisfy(isRounded) else { throw notRounded(cells) }
    guard cube.furtherCells.allSatisfy({ isRounded($0.value) }) else {
      throw notRounded(try document.member("further"))
    }
  }

  private func isRounded(_ value: CellValue) -> Bool {
    guard case .count(let count) = value else { return true }
    return count.isMultiple(of: max(1, cube.profile.roundingBase))
  }

  private func notRounded(_ place: JSONPlace) -> TableFileError {
    place.fault(
      "a count is no multiple of `disclosure_control.rounding_base`, so the file is not what its"
        + " profile says")
  }

  /// Every relation has to hold for the slots of its nodes, and every way in which nodes add up by
  /// their slots has to follow from the relations: together as many as the nodes whose slots follow
  /// from those of others.
  private func check(
    _ structure: CodeStructure, at place: JSONPlace
  ) throws(TableFileError) {
    var nodes = IndependentRows()
    var rest = 0
    for node in structure.nodes {
      var row: [Int: Int] = [:]
      for slot in node.slots { row[slot, default: 0] += 1 }
      for slot in node.minusSlots { row[slot, default: 0] -= 1 }
      if !nodes.add(row) { rest += 1 }
    }
    var relations = IndependentRows()
    for (number, relation) in structure.relations.enumerated() {
      var sum: [Int: Int] = [:]
      var row: [Int: Int] = [:]
      for (node, sign) in [(relation.whole, 1)] + relation.parts.map({ ($0, -1) }) {
        row[node, default: 0] += sign
        for slot in structure.nodes[node].slots { sum[slot, default: 0] += sign }
        for slot in structure.nodes[node].minusSlots { sum[slot, default: 0] -= sign }
      }
      guard sum.values.allSatisfy({ $0 == 0 }) else {
        throw JSONPlace(path: place.path, place: "\(place.place)[\(number)]", value: place.value)
          .fault("the slots of the nodes do not add up as it says")
      }
      if relations.add(row) { rest -= 1 }
    }
    guard rest == 0 else {
      throw place.fault(
        "a relation is missing: by their slots more nodes add up than it says, and an audit would"
          + " miss what follows by subtraction")
    }
  }
}

/// Rows of whole numbers, each independent of those before it, by elimination modulo a prime.
private struct IndependentRows {
  private static let prime = 2_147_483_647
  /// Each with 1 at the column that it is kept under, its last one.
  private var kept: [Int: [Int: Int]] = [:]

  /// Whether the row was independent of those before.
  mutating func add(_ row: [Int: Int]) -> Bool {
    let prime = Self.prime
    var row = row.mapValues { (($0 % prime) + prime) % prime }.filter { $0.value != 0 }
    while let column = row.keys.max(), let factor = row[column] {
      guard let other = kept[column] else {
        let inverse = Self.power(factor, prime - 2)
        kept[column] = row.mapValues { $0 * inverse % prime }
        return true
      }
      for (key, value) in other {
        let rest = ((row[key] ?? 0) + (prime - factor) * value) % prime
        row[key] = rest == 0 ? nil : rest
      }
    }
    return false
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, factor, rest) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * factor % prime }
      factor = factor * factor % prime
      rest >>= 1
    }
    return result
  }
}
