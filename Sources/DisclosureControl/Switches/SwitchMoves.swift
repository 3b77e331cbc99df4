import CohortModel

/// What a step changes besides the cell it is looked at from: other cells, by their offset in the
/// numbering of cells, up (1) or down (-1).
struct SwitchLeg {
  var offset: Int32
  var sign: Int32
}

/// One dimension's part of all switches: per row of the dimension the changes of slots that raise it
/// by one, each with the other rows that it changes by one, up or down.
///
/// Rows are the nodes of the dimension and, of a multi-response variable, whatever else cannot be
/// negative: those with a code without a code below it, and the like.
///
/// - A partition's changes: somebody more in a slot, somebody moved from one slot to another.
/// - A multi-response variable's: a code more for somebody, a code in the place of another, somebody
///   more with a set of codes.
struct SwitchMoves {
  typealias Term = (slot: Int, coefficient: Int)

  /// Per row its first change; one more at the end.
  private(set) var starts: [Int32] = [0]
  /// Per change its first leg; one more at the end.
  private(set) var legStarts: [Int32] = [0]
  private(set) var legs: [SwitchLeg] = []
  /// The rows that are no nodes follow the nodes.
  let rows: [[Term]]
  let slotCount: Int

  /// Of a row's changes the others are left off, those that change the most rows.
  private static let mostPerRow = 1_500
  /// Somebody more with every two codes only where there are no more codes than this.
  private static let mostCodesInPairs = 12

  var mostChanges: Int { zip(starts, starts.dropFirst()).map { Int($1 - $0) }.max() ?? 0 }
  var mostLegs: Int { zip(legStarts, legStarts.dropFirst()).map { Int($1 - $0) }.max() ?? 0 }

  /// - Parameters:
  ///   - structure: the dimension's codes.
  ///   - isAnswered: everyone has at least one code of the multi-response variable.
  ///   - stride: of the dimension in the numbering of cells.
  init(_ structure: CodeStructure, isAnswered: Bool, stride: Int) {
    slotCount = structure.slotCount
    let nesting = structure.kind == .multiResponse ? CodeNesting(structure) : nil
    rows = Self.rows(of: structure, isAnswered: isAnswered)
    var rowsOfSlot = [[(row: Int, coefficient: Int)]](repeating: [], count: slotCount)
    for (row, terms) in rows.enumerated() {
      for term in terms { rowsOfSlot[term.slot].append((row, term.coefficient)) }
    }
    let common = nesting.map { Self.changes(of: $0, slotCount: slotCount) }
    var changed = [Int](repeating: 0, count: rows.count)
    for (row, terms) in rows.enumerated() {
      let candidates = common ?? Self.changes(ofPart: terms.map(\.slot), of: slotCount)
      var found: [[(row: Int, change: Int)]] = []
      for change in candidates {
        var touched: [Int] = []
        for (slot, amount) in change {
          for (other, coefficient) in rowsOfSlot[slot] {
            if changed[other] == 0 { touched.append(other) }
            changed[other] += coefficient * amount
          }
        }
        let own = changed[row]
        if abs(own) == 1, touched.allSatisfy({ abs(changed[$0]) <= 1 }) {
          found.append(
            touched.filter { $0 != row && changed[$0] != 0 }.map { ($0, changed[$0] * own) })
        }
        for other in touched { changed[other] = 0 }
      }
      // Those that change least first; the order of the slots decides between equals.
      let order = found.indices.sorted { (found[$0].count, $0) < (found[$1].count, $1) }
      for index in order.prefix(Self.mostPerRow) {
        for (other, change) in found[index] {
          legs.append(SwitchLeg(offset: Int32((other - row) * stride), sign: Int32(change)))
        }
        legStarts.append(Int32(legs.count))
      }
      starts.append(Int32(legStarts.count - 1))
    }
  }

  /// The nodes' slots, then those of whatever else cannot be negative.
  static func rows(of structure: CodeStructure, isAnswered: Bool) -> [[Term]] {
    let nodes = structure.nodes.map { node in
      node.slots.map { Term($0, 1) } + node.minusSlots.map { Term($0, -1) }
    }
    guard structure.kind == .multiResponse else { return nodes }
    return nodes + CodeNesting(structure).rows(isAnswered: isAnswered)
  }

  /// Somebody more in a slot, or moved from one of the slots to one outside them.
  private static func changes(ofPart slots: [Int], of slotCount: Int) -> [[(Int, Int)]] {
    var isInside = [Bool](repeating: false, count: slotCount)
    for slot in slots { isInside[slot] = true }
    return slots.flatMap { from in
      [[(from, 1)]] + (0..<slotCount).filter { !isInside[$0] }.map { [(from, 1), ($0, -1)] }
    }
  }

  private static func changes(of nesting: CodeNesting, slotCount: Int) -> [[(Int, Int)]] {
    let codes = Array(1..<max(1, slotCount))
    var changes: [[(Int, Int)]] = codes.map { [($0, 1)] }
    for code in codes where nesting.above(code).count > 0 {
      changes.append(([code] + nesting.above(code)).map { ($0, 1) })
    }
    for code in codes {
      for other in codes where other != code { changes.append([(code, 1), (other, -1)]) }
    }
    func somebody(with chosen: [Int]) -> [(Int, Int)] {
      [(0, 1)] + Set(chosen.flatMap { [$0] + nesting.above($0) }).sorted().map { ($0, 1) }
    }
    changes.append(somebody(with: []))
    for code in codes { changes.append(somebody(with: [code])) }
    if codes.count <= mostCodesInPairs {
      for code in codes {
        for other in codes where other > code { changes.append(somebody(with: [code, other])) }
      }
    }
    return changes
  }
}
