import CohortModel
import QueryEngine
import Tables

/// Variables and plans made by hand: no store, no engine.
enum Shapes {
  static func flat(_ count: Int) -> CodeStructure { tree((0..<count).map { [$0] }) }

  /// Groups of slots; a group of one has nothing below it.
  static func tree(_ groups: [[Int]]) -> CodeStructure {
    var nodes = [node("*", 0, nil, Array(groups.joined()))]
    var below: [CodeRelation] = []
    var tops: [Int] = []
    for (number, group) in groups.enumerated() {
      let top = nodes.count
      tops.append(top)
      nodes.append(node("g\(number)", 1, 0, group))
      guard group.count > 1 else { continue }
      below.append(CodeRelation(whole: top, parts: Array(top + 1...top + group.count)))
      nodes += group.map { node("s\($0)", 2, top, [$0]) }
    }
    return CodeStructure(
      slotCount: groups.joined().count, nodes: nodes,
      relations: [CodeRelation(whole: 0, parts: tops)] + below)
  }

  /// A pathway: at least stage k are those who ended there and those who went on.
  static func pathway(_ stages: Int) -> CodeStructure {
    var nodes = [node("*", 0, nil, Array(0..<stages))]
    var relations: [CodeRelation] = []
    var whole = 0
    for stage in 0..<(stages - 1) {
      let first = nodes.count
      nodes.append(node("ended \(stage)", stage + 1, whole, [stage]))
      nodes.append(node("from \(stage + 1)", stage + 1, whole, Array((stage + 1)..<stages)))
      relations.append(CodeRelation(whole: whole, parts: [first, first + 1]))
      whole = first + 1
    }
    return CodeStructure(slotCount: stages, nodes: nodes, relations: relations)
  }

  /// Codes of which anybody may have any, each with its complement.
  static func multiResponse(_ count: Int) -> CodeStructure {
    var nodes = [node("*", 0, nil, [0])]
    var relations: [CodeRelation] = []
    for code in 1...count {
      relations.append(CodeRelation(whole: 0, parts: [nodes.count, nodes.count + 1]))
      nodes.append(node("c\(code)", 1, 0, [code]))
      var complement = node("not c\(code)", 1, 0, [0])
      complement.minusSlots = [code]
      nodes.append(complement)
    }
    return CodeStructure(
      kind: .multiResponse, slotCount: count + 1, nodes: nodes, relations: relations)
  }

  private static func node(_ code: String, _ depth: Int, _ parent: Int?, _ slots: [Int]) -> CodeNode
  {
    CodeNode(code: code, label: code, depth: depth, parent: parent, slots: slots)
  }

  static func dimension(_ number: Int, _ structure: CodeStructure) -> PlannedDimension {
    let isMultiple = structure.kind == .multiResponse
    return PlannedDimension(
      source: .variable("v\(number)"), label: "V\(number)",
      slotCodes: (0..<structure.slotCount).map { isMultiple && $0 == 0 ? [] : ["s\($0)"] },
      structure: structure)
  }

  /// - Parameter outcomes: how many of the first dimensions are outcomes side by side.
  static func plan(
    _ structures: [CodeStructure], _ profile: DisclosureProfile, outcomes: Int = 0,
    counting: TablePlan.Counting = .persons
  ) -> TablePlan {
    var dimensions = structures.enumerated().map { dimension($0, $1) }
    for number in 0..<outcomes { dimensions[number].source = .outcome("o\(number)") }
    let axes = dimensions.enumerated().map { number, dimension in
      PlannedAxis(
        role: number == 0 ? .row : .column, name: "v\(number)", label: dimension.label,
        entries: dimension.structure.nodes.enumerated().map { place, node in
          PlannedEntry(
            code: node.code, label: node.label, depth: node.depth, nodes: [number: place])
        })
    }
    var query = CohortQuery(pilot: "p")
    if outcomes > 0 { query.measure = .share((0..<outcomes).map { "o\($0)" }) }
    return TablePlan(
      query: query, linkLevel: .medium, counting: counting, dimensions: dimensions,
      fixedNodes: [:], axes: axes, minimumFrequency: profile.minimumFrequency, profile: profile)
  }

  /// A cube of so many persons in each atom, with what an attacker makes of its definition.
  static func cube(
    _ plan: TablePlan, _ atoms: [Int]
  ) -> (raw: RawCube, shown: ShownCells, crossing: Crossing) {
    let crossing = Crossing([plan.dimensions])
    let shown = ShownCells(
      cube: [CellValue](repeating: .confidential, count: plan.cellCount), plan: plan)
    let persons = shown.cells.map {
      crossing.atoms(table: 0, nodes: $0.nodes).reduce(0) { $0 + atoms[$1] }
    }
    return (RawCube(plan: plan, persons: persons), shown, crossing)
  }
}
