import CohortModel

/// The unknowns of several tables together: *blocks* of atoms, each the crossing of some axes, tied
/// where they have axes in common.
///
/// One block that crosses all axes would do for any tables and soon be too large. But persons can be
/// matched: where two blocks agree in the crossing of the axes that they have in common, there is a
/// population with both. So blocks that hang together like a tree (each axis's blocks are connected
/// in it: a junction tree, Beeri, Fagin, Maier and Yannakakis 1983; Lauritzen, *Graphical Models*,
/// 1996) say exactly what the full crossing says. Where the tables' axes do not make such a tree,
/// blocks are merged until they do. Where that, or telling classes apart as finely as all tables
/// together do, would take too many atoms, blocks are tied by the sums that they have in common
/// alone: then what is found is what these sums give away, and more may follow from all of it.
package struct AtomBlocks: Sendable {
  package struct Block: Sendable {
    package let axes: [Int]
    /// Per axis of the block its parts: groups of classes that the block does not tell apart.
    package let groups: [[[Int]]]
    /// Per axis the groups that are everyone: all of a partition's, the first of a multi-response
    /// variable's.
    package let wholes: [[Int]]
    package let strides: [Int]
    package let atomCount: Int
    package let offset: Int
  }

  package private(set) var blocks: [Block] = []
  /// Pairs of blocks that are tied.
  package private(set) var ties: [(first: Int, second: Int)] = []
  /// The blocks say all that there is to say of partitions.
  package private(set) var isExact = true
  package private(set) var atomCount = 0
  let axisCount: Int

  /// - Parameters:
  ///   - refinement: of the tables.
  ///   - tables: per table its axes.
  ///   - mostAtoms: more are not taken for the sake of exactness.
  package init(
    _ refinement: CommonRefinement, tables: [Int], mostAtoms: Int
  ) {
    axisCount = refinement.axes.count
    let own = tables.map { refinement.axes(of: $0) }
    let counts = refinement.axes.map(\.classCount)
    let maximal = Self.maximal(own)
    var sets = maximal
    while !Self.isTree(sets), let merged = Self.merged(sets, counts, most: mostAtoms) {
      sets = merged
    }
    let isTree = Self.isTree(sets)
    let isFine = Self.size(sets, counts) <= mostAtoms
    if !isTree || !isFine { sets = maximal }
    isExact = isTree && isFine
    for axes in sets {
      let users = tables.filter { Set(refinement.axes(of: $0)).isSubset(of: axes) }
      add(
        axes,
        groups: axes.map { axis in
          let classes = (0..<counts[axis]).map { [$0] }
          if isFine || refinement.axes[axis].kind == .multiResponse { return classes }
          return Self.common(users.map { refinement.partition(of: $0, on: axis) }, classes)
        }, in: refinement)
    }
    if isExact {
      ties = Self.tree(sets)
    } else {
      for second in sets.indices {
        for first in 0..<second where !Set(sets[first]).isDisjoint(with: sets[second]) {
          ties.append((first, second))
        }
      }
      // Everyone is in every block.
      for second in sets.indices.dropFirst()
      where Set(sets[second - 1]).isDisjoint(with: sets[second]) {
        ties.append((second - 1, second))
      }
    }
  }

  private mutating func add(
    _ axes: [Int], groups: [[[Int]]], in refinement: CommonRefinement
  ) {
    var strides = [Int](repeating: 1, count: axes.count)
    var count = 1
    for place in axes.indices.reversed() {
      strides[place] = count
      count *= groups[place].count
    }
    blocks.append(
      Block(
        axes: axes, groups: groups,
        wholes: axes.indices.map { place in
          refinement.axes[axes[place]].kind == .multiResponse
            ? [0] : Array(groups[place].indices)
        }, strides: strides, atomCount: count, offset: atomCount))
    atomCount += count
  }

  // MARK: Cells

  /// A cell as a sum of atoms; nil where no block tells it apart.
  package func terms(of box: CellBox) -> [(column: Int, coefficient: Int)]? {
    let needed = Set(box.axes)
    for block in blocks where needed.isSubset(of: block.axes) {
      if let terms = Self.terms(of: box, in: block) { return terms }
    }
    return nil
  }

  static func terms(
    of box: CellBox, in block: Block
  ) -> [(column: Int, coefficient: Int)]? {
    var terms = [(column: block.offset, coefficient: 1)]
    for (place, axis) in block.axes.enumerated() {
      let signed: [(Int, Int)]
      if let part = box.parts[axis] {
        guard let inside = numbers(of: part.classes, block.groups[place]),
          let outside = numbers(of: part.minus, block.groups[place])
        else { return nil }
        signed = inside.map { ($0, 1) } + outside.map { ($0, -1) }
      } else {
        signed = block.wholes[place].map { ($0, 1) }
      }
      terms = terms.flatMap { term in
        signed.map { number, sign in
          (term.column + number * block.strides[place], term.coefficient * sign)
        }
      }
    }
    return terms
  }

  /// The groups that make up a set of classes; nil where one of them lies only partly within.
  private static func numbers(of classes: [Int], _ groups: [[Int]]) -> [Int]? {
    let wanted = Set(classes)
    var numbers: [Int] = []
    for (number, group) in groups.enumerated() where group.contains(where: wanted.contains) {
      guard group.allSatisfy(wanted.contains) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  // MARK: Sets of axes

  private static func size(_ sets: [[Int]], _ counts: [Int]) -> Int {
    sets.reduce(0) { sum, set in
      let product = set.reduce(1) { partial, axis in
        let (result, overflows) = partial.multipliedReportingOverflow(by: counts[axis])
        return overflows ? Int.max : result
      }
      return product > Int.max - sum ? .max : sum + product
    }
  }

  private static func maximal(_ sets: [[Int]]) -> [[Int]] {
    let different = Set(sets).sorted { $0.lexicographicallyPrecedes($1) }
    return different.filter { set in
      !different.contains { $0 != set && Set(set).isSubset(of: $0) }
    }
  }

  /// A spanning tree of greatest overlap.
  private static func tree(_ sets: [[Int]]) -> [(first: Int, second: Int)] {
    guard !sets.isEmpty else { return [] }
    var inside = [0]
    var ties: [(first: Int, second: Int)] = []
    while inside.count < sets.count {
      var best: (overlap: Int, first: Int, second: Int)?
      for first in inside {
        for second in sets.indices where !inside.contains(second) {
          let overlap = Set(sets[first]).intersection(sets[second]).count
          if overlap > best?.overlap ?? -1 { best = (overlap, first, second) }
        }
      }
      guard let best else { break }
      ties.append((best.first, best.second))
      inside.append(best.second)
    }
    return ties
  }

  /// A spanning tree of greatest overlap is a junction tree if and only if the overlaps add up to
  /// the sizes of the sets less the number of different axes.
  private static func isTree(_ sets: [[Int]]) -> Bool {
    let overlaps = tree(sets).reduce(0) {
      $0 + Set(sets[$1.first]).intersection(sets[$1.second]).count
    }
    return overlaps == sets.reduce(0) { $0 + $1.count } - Set(sets.joined()).count
  }

  /// The sets after the two whose union is smallest became one; nil where that takes too many atoms.
  private static func merged(_ sets: [[Int]], _ counts: [Int], most: Int) -> [[Int]]? {
    var best: (size: Int, sets: [[Int]])?
    for second in sets.indices {
      for first in 0..<second where !Set(sets[first]).isDisjoint(with: sets[second]) {
        let union = Set(sets[first]).union(sets[second]).sorted()
        let others = sets.indices.filter { $0 != first && $0 != second }.map { sets[$0] }
        let next = maximal(others + [union])
        let size = size(next, counts)
        if size < best?.size ?? .max { best = (size, next) }
      }
    }
    guard let best, best.size <= most else { return nil }
    return best.sets
  }

  /// The common refinement of partitions of an axis.
  private static func common(_ partitions: [[[Int]]], _ classes: [[Int]]) -> [[Int]] {
    var signatures: [[Int]] = []
    var groups: [[Int]] = []
    for number in classes.joined() {
      let signature = partitions.map { partition in
        partition.firstIndex { $0.contains(number) } ?? -1
      }
      if let group = signatures.firstIndex(of: signature) {
        groups[group].append(number)
      } else {
        signatures.append(signature)
        groups.append([number])
      }
    }
    return groups
  }
}
