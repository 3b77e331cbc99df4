/// The codes of something that can stand on an axis, as a tree under the whole, in preorder.
///
/// Everything but a multi-response variable is a tree: a code list, bands, calendar units, the
/// stages of a pathway, an outcome, a milestone. A table uses a *cut* of it (`CodeStructure`).
struct CodeTree {
  struct Node {
    var code: String
    var label: String
    var labelWelsh: String?
    var parent: Int?
    var children: [Int] = []
    /// Steps below the whole.
    var depth = 0
    /// The level at which an axis shows it; as `depth` but for stages, where the main line is one
    /// level and the ways off it another.
    var level = 0
    /// Codes that data may hold and that fall here; only in nodes without children.
    var heldCodes: [String] = []
  }

  /// A node to be made: `parent` by its code, nil for one right under the whole.
  struct Item {
    var code: String
    var label: String
    var labelWelsh: String?
    var parent: String?
    var level: Int?
    var heldCodes: [String]?

    init(
      _ code: String, _ label: String, welsh: String? = nil, parent: String? = nil,
      level: Int? = nil, heldCodes: [String]? = nil
    ) {
      self.code = code
      self.label = label
      self.labelWelsh = welsh
      self.parent = parent
      self.level = level
      self.heldCodes = heldCodes
    }
  }

  private(set) var nodes: [Node]
  private var indexByCode: [String: Int]
  /// Another name of the whole (the first stage).
  var wholeAlias: String?

  static let wholeCode = "*"

  /// Codes in list order; a code whose parent is not there, or above itself, stands at the top.
  init(
    _ items: [Item], whole: Item = Item(wholeCode, "Total", welsh: "Cyfanswm"),
    wholeHolds: [String] = []
  ) {
    var position: [String: Int] = [:]
    for (index, item) in items.enumerated() where position[item.code] == nil {
      position[item.code] = index
    }
    var children: [[Int]] = Array(repeating: [], count: items.count)
    var tops: [Int] = []
    for (index, item) in items.enumerated() where position[item.code] == index {
      if let parent = item.parent.flatMap({ position[$0] }), parent != index,
        !CodeTree.isAbove(index, parent, items, position)
      {
        children[parent].append(index)
      } else {
        tops.append(index)
      }
    }
    nodes = [Node(code: whole.code, label: whole.label, labelWelsh: whole.labelWelsh)]
    nodes[0].heldCodes = items.isEmpty ? wholeHolds : []
    indexByCode = [:]
    var pending = tops.reversed().map { (item: $0, parent: 0) }
    while let (index, parent) = pending.popLast() {
      let item = items[index]
      let place = nodes.count
      let depth = nodes[parent].depth + 1
      nodes.append(
        Node(
          code: item.code, label: item.label, labelWelsh: item.labelWelsh, parent: parent,
          depth: depth, level: item.level ?? depth,
          heldCodes: children[index].isEmpty ? item.heldCodes ?? [item.code] : []))
      nodes[parent].children.append(place)
      indexByCode[item.code] = place
      pending += children[index].reversed().map { (item: $0, parent: place) }
    }
  }

  /// Whether `index` is an ancestor of `other` (or `other` hangs in a loop).
  private static func isAbove(
    _ index: Int, _ other: Int, _ items: [Item], _ position: [String: Int]
  ) -> Bool {
    var current = other
    for _ in 0...items.count {
      guard let parent = items[current].parent.flatMap({ position[$0] }) else { return false }
      if parent == index { return true }
      current = parent
    }
    return true
  }

  /// The node of a code; the whole only by its other name.
  func index(of code: String) -> Int? {
    code == wholeAlias ? 0 : indexByCode[code]
  }

  var codes: [String] { (wholeAlias.map { [$0] } ?? []) + nodes.dropFirst().map(\.code) }

  /// Levels that an axis can show.
  var levelCount: Int { nodes.reduce(1) { max($0, $1.level) } }

  /// Above `index`, nearest first, without the whole.
  func ancestors(of index: Int) -> [Int] {
    var result: [Int] = []
    var current = nodes[index].parent
    while let ancestor = current, ancestor != 0 {
      result.append(ancestor)
      current = nodes[ancestor].parent
    }
    return result
  }

  /// Codes that data may hold at or below a node, in list order.
  func heldCodes(under index: Int) -> [String] {
    var result: [String] = []
    var pending = [index]
    while let current = pending.popLast() {
      result += nodes[current].heldCodes
      pending += nodes[current].children.reversed()
    }
    return result
  }

  /// The same codes in list order, without repeats and without those below another of them.
  func outermost(_ indices: [Int]) -> [Int] {
    let chosen = Set(indices)
    return chosen.sorted().filter { index in
      index == 0 || (!chosen.contains(0) && !ancestors(of: index).contains(where: chosen.contains))
    }
  }

  /// The items that would make this tree again.
  var items: [Item] {
    nodes.dropFirst().map { node in
      Item(
        node.code, node.label, welsh: node.labelWelsh,
        parent: node.parent.flatMap { $0 == 0 ? nil : nodes[$0].code },
        heldCodes: node.children.isEmpty ? node.heldCodes : nil)
    }
  }
}
