extension CodeTree {
  /// Why a recode cannot be made, and the word at fault.
  struct RecodeFault: Error {
    var message: String
    var word: String?
  }

  /// The tree in which each group stands in the place of its codes, and is not divided further.
  ///
  /// A group whose codes have one parent becomes a child of that parent. Where it takes codes from
  /// several parents, these would no longer be what their labels say: they give way, and what is
  /// left below them moves up.
  func recoded(by groups: [Recode.Group]) throws(RecodeFault) -> CodeTree {
    var groupOfNode: [Int: Int] = [:]
    var parents: [Int] = []
    var removed: Set<Int> = []
    for (number, group) in groups.enumerated() {
      guard !group.name.isEmpty, group.name != CodeTree.wholeCode, !group.codes.isEmpty else {
        throw RecodeFault(message: "A group needs a name and at least one code.", word: group.name)
      }
      if groups[..<number].contains(where: { $0.name == group.name }) {
        throw RecodeFault(
          message: "Two groups are called \u{201C}\(group.name)\u{201D}.", word: group.name)
      }
      var members: [Int] = []
      for code in group.codes {
        guard let index = index(of: code), index != 0 else {
          throw RecodeFault(message: "unknown", word: code)
        }
        if let other = groupOfNode[index], other != number || members.contains(index) {
          throw RecodeFault(
            message: "\u{201C}\(code)\u{201D} is in two groups; a code can be in one.", word: code)
        }
        groupOfNode[index] = number
        members.append(index)
      }
      if Set(members.map { nodes[$0].depth }).count > 1 {
        throw RecodeFault(
          message:
            "The group \u{201C}\(group.name)\u{201D} mixes levels of the code list; take its codes"
            + " from one level.",
          word: group.name)
      }
      parents.append(commonAncestor(of: members))
      for member in members {
        removed.formUnion(ancestors(of: member).prefix { $0 != parents[number] })
      }
    }
    for index in groupOfNode.keys
    where ancestors(of: index).contains(where: { groupOfNode[$0] != nil }) {
      throw RecodeFault(
        message:
          "\u{201C}\(nodes[index].code)\u{201D} lies below a code that is in a group already.",
        word: nodes[index].code)
    }
    return CodeTree(try items(groups: groups, groupOfNode: groupOfNode, removed: removed, parents))
  }

  private func items(
    groups: [Recode.Group], groupOfNode: [Int: Int], removed: Set<Int>, _ parents: [Int]
  ) throws(RecodeFault) -> [Item] {
    /// The nearest node above that has not given way.
    func kept(_ parent: Int?) -> String? {
      var current = parent
      while let index = current, removed.contains(index) { current = nodes[index].parent }
      return current.flatMap { $0 == 0 ? nil : nodes[$0].code }
    }
    var items: [Item] = []
    var used: Set<String> = []
    var made: Set<Int> = []
    for index in nodes.indices.dropFirst() where !removed.contains(index) {
      if let number = groupOfNode[index] {
        guard made.insert(number).inserted else { continue }
        let members = groupOfNode.filter { $0.value == number }.keys.sorted()
        items.append(
          Item(
            groups[number].name, groups[number].name, parent: kept(parents[number]),
            heldCodes: members.flatMap { heldCodes(under: $0) }))
        used.insert(groups[number].name)
      } else if !ancestors(of: index).contains(where: { groupOfNode[$0] != nil }) {
        let node = nodes[index]
        items.append(
          Item(
            node.code, node.label, welsh: node.labelWelsh, parent: kept(node.parent),
            heldCodes: node.children.isEmpty ? node.heldCodes : nil))
      }
    }
    for item in items where used.contains(item.code) {
      used.remove(item.code)
      if items.filter({ $0.code == item.code }).count > 1 {
        throw RecodeFault(
          message:
            "\u{201C}\(item.code)\u{201D} is a code already; give the group another name.",
          word: item.code)
      }
    }
    return items
  }

  private func commonAncestor(of indices: [Int]) -> Int {
    guard let first = indices.first else { return 0 }
    for candidate in ancestors(of: first)
    where indices.dropFirst().allSatisfy({ ancestors(of: $0).contains(candidate) }) {
      return candidate
    }
    return 0
  }
}
