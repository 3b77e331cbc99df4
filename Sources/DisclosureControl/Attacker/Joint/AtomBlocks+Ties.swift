import CohortModel

extension AtomBlocks {
  /// What two tied blocks have in common: sums of the first less the same sums of the second, each
  /// of them zero.
  func rows(of tie: (first: Int, second: Int)) -> [[(column: Int, coefficient: Int)]] {
    let (first, second) = (blocks[tie.first], blocks[tie.second])
    let common = first.axes.filter(second.axes.contains)
    var choices: [[CellBox.Part?]] = [[CellBox.Part?](repeating: nil, count: axisCount)]
    for axis in common {
      let own = first.groups[first.axes.firstIndex(of: axis)!]
      let other = second.groups[second.axes.firstIndex(of: axis)!]
      let parts = Self.commonSums(own, other).map { CellBox.Part(classes: $0) }
      choices = choices.flatMap { choice in
        parts.map { part in
          var choice = choice
          choice[axis] = part
          return choice
        }
      }
    }
    return choices.compactMap { parts in
      let box = CellBox(parts: parts)
      guard let own = Self.terms(of: box, in: first), let other = Self.terms(of: box, in: second)
      else { return nil }
      return own + other.map { ($0.column, -$0.coefficient) }
    }
  }

  /// The finest sets of classes that are sums of groups on both sides.
  private static func commonSums(_ first: [[Int]], _ second: [[Int]]) -> [[Int]] {
    var parts: [Set<Int>] = []
    for group in first + second {
      var part = Set(group)
      parts.removeAll { other in
        guard !other.isDisjoint(with: part) else { return false }
        part.formUnion(other)
        return true
      }
      parts.append(part)
    }
    return parts.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Of multi-response axes: those with a code are among everyone; those with one of some codes are
  /// among those with one of more, and these no more than all of them one by one.
  func rowsOfCodes(_ refinement: CommonRefinement) -> [[(column: Int, coefficient: Int)]] {
    var rows: [[(column: Int, coefficient: Int)]] = []
    for block in blocks {
      for (place, axis) in block.axes.enumerated()
      where refinement.axes[axis].kind == .multiResponse {
        for atom in 0..<block.atomCount {
          let code = atom / block.strides[place] % block.groups[place].count
          guard code > 0 else { continue }
          let everyone = atom - code * block.strides[place]
          rows.append([(block.offset + everyone, 1), (block.offset + atom, -1)])
          guard let codes = refinement.axes[axis].codes.map({ $0.map { Set($0) } }) else {
            continue
          }
          let within = codes.indices.dropFirst().filter {
            codes[$0].isStrictSubset(of: codes[code])
          }
          func column(_ code: Int) -> Int {
            block.offset + everyone + code * block.strides[place]
          }
          for part in within { rows.append([(column(code), 1), (column(part), -1)]) }
          if within.reduce(into: Set<String>(), { $0.formUnion(codes[$1]) }) == codes[code] {
            rows.append(within.map { (column($0), 1) } + [(column(code), -1)])
          }
        }
      }
    }
    return rows
  }
}

extension AtomBlocks {
  /// Of multi-response axes of which everyone has a code: the codes together hold everyone.
  func rowsOfAnswers(_ axes: Set<Int>) -> [[(column: Int, coefficient: Int)]] {
    var rows: [[(column: Int, coefficient: Int)]] = []
    for block in blocks {
      for (place, axis) in block.axes.enumerated() where axes.contains(axis) {
        let codes = block.groups[place].count
        for atom in 0..<block.atomCount where atom / block.strides[place] % codes == 0 {
          rows.append(
            (1..<codes).map { (block.offset + atom + $0 * block.strides[place], 1) }
              + [(block.offset + atom, -1)])
        }
      }
    }
    return rows
  }
}
