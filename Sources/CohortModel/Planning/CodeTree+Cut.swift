/// A tree as far as one table needs it.
struct CodeCut {
  var structure: CodeStructure
  var slotCodes: [[String]]
  /// Tree node → structure node.
  var nodeOfTreeNode: [Int: Int]
  /// Per requested set, the structure node that stands for it.
  var setNodes: [Int]
}

extension CodeTree {
  /// Cuts the tree.
  ///
  /// - Parameters:
  ///   - depth: levels below the whole to keep; at least one.
  ///   - sets: groups of nodes that a filter names. The tree is opened down to each of them, with
  ///     the siblings at every level. A set that is no node of the tree gets a node of its own and
  ///     one for its complement.
  func cut(depth: Int, sets: [[Int]]) -> CodeCut {
    let opened = Set(sets.joined().flatMap { ancestors(of: $0) })
    var isShown = Array(repeating: false, count: nodes.count)
    var place: [Int: Int] = [:]
    var shown: [Int] = []
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent {
        isShown[index] =
          isShown[parent] && (node.depth <= max(1, depth) || opened.contains(parent))
      } else {
        isShown[index] = true
      }
      if isShown[index] {
        place[index] = shown.count
        shown.append(index)
      }
    }

    var slotCodes: [[String]] = []
    var structureNodes = shown.map { index in
      let node = nodes[index]
      return CodeNode(
        code: node.code, label: node.label, labelWelsh: node.labelWelsh, depth: node.depth,
        parent: node.parent.flatMap { place[$0] }, slots: [])
    }
    var relations: [CodeRelation] = []
    for (position, index) in shown.enumerated() {
      let parts = nodes[index].children.compactMap { place[$0] }
      if parts.isEmpty {
        let slot = slotCodes.count
        slotCodes.append(heldCodes(under: index))
        var current: Int? = position
        while let above = current {
          structureNodes[above].slots.append(slot)
          current = structureNodes[above].parent
        }
      } else {
        relations.append(CodeRelation(whole: position, parts: parts))
      }
    }

    var cut = CodeCut(
      structure: CodeStructure(
        slotCount: slotCodes.count, nodes: structureNodes, relations: relations),
      slotCodes: slotCodes, nodeOfTreeNode: place, setNodes: [])
    for set in sets { cut.setNodes.append(cut.addSet(outermost(set))) }
    return cut
  }
}

extension CodeCut {
  /// The structure node of a set of tree nodes, made where there is none.
  fileprivate mutating func addSet(_ set: [Int]) -> Int {
    let parts = set.compactMap { nodeOfTreeNode[$0] }
    if parts.count == 1 { return parts[0] }
    let slots = parts.flatMap { structure.nodes[$0].slots }.sorted()
    if let existing = structure.nodes.firstIndex(where: { $0.slots == slots }) { return existing }
    let kept = Set(slots)
    let codes = parts.map { structure.nodes[$0].code }.joined(separator: ",")
    let labels = parts.map { structure.nodes[$0].label }.joined(separator: ", ")
    let inside = append(code: codes, label: labels, slots: slots)
    let outside = append(
      code: "not " + codes, label: "Not " + labels,
      slots: (0..<structure.slotCount).filter { !kept.contains($0) })
    structure.relations.append(CodeRelation(whole: inside, parts: parts))
    structure.relations.append(CodeRelation(whole: 0, parts: [inside, outside]))
    return inside
  }

  private mutating func append(code: String, label: String, slots: [Int]) -> Int {
    var unique = code
    while structure.node(unique) != nil { unique += "'" }
    structure.nodes.append(
      CodeNode(code: unique, label: label, depth: 1, parent: 0, slots: slots))
    return structure.nodes.count - 1
  }
}

extension CodeStructure {
  /// A multi-response variable: everyone in slot 0, and one slot per code that says who has it.
  static func multiResponse(_ tree: CodeTree) -> (structure: CodeStructure, slotCodes: [[String]]) {
    let tops = tree.nodes[0].children
    var nodes = [
      CodeNode(
        code: CodeTree.wholeCode, label: tree.nodes[0].label,
        labelWelsh: tree.nodes[0].labelWelsh, depth: 0, parent: nil, slots: [0])
    ]
    var relations: [CodeRelation] = []
    for (number, top) in tops.enumerated() {
      let node = tree.nodes[top]
      nodes.append(
        CodeNode(
          code: node.code, label: node.label, labelWelsh: node.labelWelsh, depth: 1, parent: 0,
          slots: [number + 1]))
    }
    for (number, top) in tops.enumerated() {
      let node = tree.nodes[top]
      relations.append(CodeRelation(whole: 0, parts: [number + 1, nodes.count]))
      nodes.append(
        CodeNode(
          code: "not " + node.code, label: "Not " + node.label, depth: 1, parent: 0, slots: [0],
          minusSlots: [number + 1]))
    }
    let structure = CodeStructure(
      kind: .multiResponse, slotCount: tops.count + 1, nodes: nodes, relations: relations)
    return (structure, [[]] + tops.map { tree.heldCodes(under: $0) })
  }
}
