import Testing

@testable import CohortModel

@Suite struct CodeTreeTests {
  private func randomTree(_ random: inout RepeatableRandom) -> CodeTree {
    let count = Int.random(in: 1...20, using: &random)
    return CodeTree(
      (0..<count).map { number in
        // Parents may stand anywhere in the list, be missing, or run in a circle.
        let parent = Int.random(in: 0...(count + 4), using: &random)
        return CodeTree.Item(
          "c\(number)", "Code \(number)", parent: parent > count ? nil : "c\(parent)")
      })
  }

  @Test func everyCodeHasOnePlaceWhateverTheParents() {
    for seed in 0..<500 {
      var random = RepeatableRandom(seed: UInt64(seed))
      let tree = randomTree(&random)
      let codes = tree.nodes.dropFirst().map(\.code)
      #expect(Set(codes).count == codes.count)
      for (index, node) in tree.nodes.enumerated().dropFirst() {
        #expect(tree.index(of: node.code) == index)
        #expect(node.parent! < index && tree.nodes[node.parent!].children.contains(index))
        #expect(node.depth == tree.nodes[node.parent!].depth + 1)
      }
    }
  }

  /// Any cut of any tree, recoded or not: slots divide what data may hold, nodes are the sums of
  /// what lies under them, and the relations are true and complete.
  @Test func cutsAreSound() {
    var recodings = 0
    for seed in 0..<800 {
      var random = RepeatableRandom(seed: UInt64(seed))
      var tree = randomTree(&random)
      let held = tree.heldCodes(under: 0)
      let groups = (0..<Int.random(in: 0...2, using: &random)).map { number in
        Recode.Group(
          name: "g\(number)",
          codes: (0..<Int.random(in: 1...3, using: &random)).map { _ in
            tree.nodes.dropFirst().randomElement(using: &random)!.code
          })
      }
      if let recoded = try? tree.recoded(by: groups) {
        if !groups.isEmpty { recodings += 1 }
        for group in groups {
          let wanted = group.codes.flatMap { tree.heldCodes(under: tree.index(of: $0)!) }
          #expect(Set(recoded.heldCodes(under: recoded.index(of: group.name)!)) == Set(wanted))
        }
        tree = recoded
      }
      #expect(tree.heldCodes(under: 0).sorted() == held.sorted(), "seed \(seed)")

      let sets = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          Int.random(in: 0..<tree.nodes.count, using: &random)
        }
      }
      let cut = tree.cut(depth: Int.random(in: 1...3, using: &random), sets: sets)
      #expect(cut.slotCodes.flatMap { $0 }.sorted() == held.sorted(), "seed \(seed)")
      #expect(StructureAlgebra.relationsHold(cut.structure), "seed \(seed)")
      #expect(StructureAlgebra.relationsAreComplete(cut.structure), "seed \(seed)")
      for (treeNode, node) in cut.nodeOfTreeNode {
        let codes = cut.structure.nodes[node].slots.flatMap { cut.slotCodes[$0] }
        #expect(Set(codes) == Set(tree.heldCodes(under: treeNode)), "seed \(seed)")
      }
      for (set, node) in zip(sets, cut.setNodes) {
        let codes = cut.structure.nodes[node].slots.flatMap { cut.slotCodes[$0] }
        #expect(Set(codes) == Set(set.flatMap { tree.heldCodes(under: $0) }), "seed \(seed)")
      }
    }
    #expect(recodings > 100)
  }

  @Test func missingAndNotApplicable() {
    let pilot = ExamplePackage.pilot
    func codes(_ name: String) -> [String] {
      CodeTree(variable: pilot.variable(name)!, pilot: pilot, package: ExamplePackage.package)!
        .heldCodes(under: 0)
    }
    // A code of the list; bands and dates always, since they may lie outside; another's always.
    #expect(codes("sex") == ["F", "M", "N"])
    #expect(codes("age").last == "NK")
    #expect(codes("year") == ["2019", "2020", "2021", "NK"])
    #expect(codes("area").last == "NK")
    // Read from the record that reached the stage, where the field is required.
    #expect(codes("tenure") == ["F", "M", "N", "NA"])
  }
}

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("aeg", "age"), ("regoin", "region"), ("SEX", "sex"), ("recal", "recall"), ("zzz", nil),
    ("", nil), ("x", nil),
  ])
  func findsWhatWasMeant(_ word: String, _ expected: String?) {
    #expect(NearestName.of(word, among: ["age", "sex", "region", "recall"]) == expected)
  }

  /// Against the definition, by recursion.
  @Test func distancesByTheDefinition() {
    func slow(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
      guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
      var best = min(
        slow(a.dropLast(), b) + 1, slow(a, b.dropLast()) + 1,
        slow(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1))
      if a.count > 1, b.count > 1, x == b[b.endIndex - 2], y == a[a.endIndex - 2] {
        best = min(best, slow(a.dropLast(2), b.dropLast(2)) + 1)
      }
      return best
    }
    var random = RepeatableRandom(seed: 3)
    for _ in 0..<150 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          Character(["a", "b", "c"].randomElement(using: &random)!)
        }
      }
      #expect(NearestName.distance(words[0], words[1]) == slow(words[0][...], words[1][...]))
    }
  }
}
