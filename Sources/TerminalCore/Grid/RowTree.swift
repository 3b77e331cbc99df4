import Tables

/// Which rows of a table stand below which: the hierarchies of its row variables.
struct RowTree: Sendable {
  /// An entry of a row variable, under certain entries of those outside it: by their numbers.
  struct Node: Hashable, Sendable {
    /// One per row variable up to and including the node's own.
    var entries: [Int]
    var axis: Int { entries.count - 1 }
  }

  private let counts: [Int]
  /// Per variable and entry the entry that it stands below.
  private let parents: [[Int?]]
  private let hasBelow: [[Bool]]
  /// Per variable the number of its total, where it has one.
  private let totals: [Int?]

  init(_ axes: [TableAxis]) {
    counts = axes.map { max(1, $0.entries.count) }
    var parents: [[Int?]] = []
    for axis in axes {
      var open: [Int] = []
      var own: [Int?] = []
      for (number, entry) in axis.entries.enumerated() {
        while let last = open.last, axis.entries[last].depth >= entry.depth { open.removeLast() }
        // What stands below the total is everything: that closes nothing.
        own.append(open.last)
        if entry.depth > 0 { open.append(number) }
      }
      parents.append(own)
    }
    self.parents = parents
    totals = axes.map { $0.entries.firstIndex(where: \.isTotal) }
    hasBelow = zip(axes, parents).map { axis, parents in
      let above = Set(parents.compactMap { $0 })
      return axis.entries.indices.map(above.contains)
    }
  }

  /// Whether entries of a variable stand below others.
  func isHierarchy(_ axis: Int) -> Bool {
    hasBelow.indices.contains(axis) && hasBelow[axis].contains(true)
  }

  /// Per variable the number of a row's entry.
  func entries(ofRow row: Int) -> [Int] {
    var rest = row
    var numbers = [Int](repeating: 0, count: counts.count)
    for axis in counts.indices.reversed() {
      numbers[axis] = rest % counts[axis]
      rest /= counts[axis]
    }
    return numbers
  }

  func row(ofEntries entries: [Int]) -> Int {
    zip(entries, counts).reduce(0) { $0 * $1.1 + $1.0 }
  }

  /// What a row opens and closes: of the innermost variable whose entry has others below it.
  func node(ofRow row: Int) -> Node? {
    let entries = entries(ofRow: row)
    guard let axis = entries.indices.last(where: { hasBelow[$0][entries[$0]] }) else { return nil }
    return Node(entries: Array(entries[...axis]))
  }

  /// The nodes that a row stands below.
  func nodes(aboveRow row: Int) -> [Node] {
    let entries = entries(ofRow: row)
    return entries.indices.flatMap { axis -> [Node] in
      var nodes: [Node] = []
      var entry = entries[axis]
      while let above = parents[axis][entry] {
        nodes.append(Node(entries: Array(entries[..<axis]) + [above]))
        entry = above
      }
      return nodes
    }
  }

  /// The row that stands for a node, with a row's entries of the variables inside it.
  func row(of node: Node, like row: Int) -> Int {
    self.row(ofEntries: node.entries + entries(ofRow: row).dropFirst(node.entries.count))
  }

  // MARK: Order

  /// All rows, each entry in its order among those that stand below the same one, within the same
  /// entries of the variables outside it: whatever stands below or inside an entry moves with it, by the
  /// figure of its own total. Totals come first, then the smallest keys; ties and entries without a
  /// total inside them keep the order of the codes.
  ///
  /// - Parameter key: of a row.
  func rows(by key: (Int) -> Double) -> [Int] {
    let below = parents.map { own in Dictionary(grouping: own.indices) { entry in own[entry] } }
    var rows: [Int] = []
    func visit(_ outer: [Int], below parent: Int?) {
      let axis = outer.count
      let inner = totals[(axis + 1)...].compactMap(\.self)
      let isWhole = inner.count == counts.count - axis - 1
      let siblings = (below[axis][parent] ?? []).map { entry -> (Double, Int) in
        if entry == totals[axis] { return (-.infinity, entry) }
        return (isWhole ? key(row(ofEntries: outer + [entry] + inner)) : 0, entry)
      }
      for (_, entry) in siblings.sorted(by: { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }) {
        let path = outer + [entry]
        if path.count < counts.count {
          visit(path, below: nil)
        } else {
          rows.append(row(ofEntries: path))
        }
        visit(outer, below: entry)
      }
    }
    if counts.isEmpty { return [0] }
    visit([], below: nil)
    return rows
  }
}
