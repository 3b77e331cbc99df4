import CohortModel
import QueryEngine

/// Hand-made plans and cubes: no store, no engine.
enum Fixture {
  static func flat(_ count: Int) -> CodeStructure {
    tree((0..<count).map { [$0] })
  }

  /// Groups of slots; a group of one slot has no node of its own above it.
  static func tree(_ groups: [[Int]]) -> CodeStructure {
    let slotCount = groups.reduce(0) { $0 + $1.count }
    var nodes = [
      CodeNode(code: "*", label: "All", depth: 0, parent: nil, slots: Array(0..<slotCount))
    ]
    var relations: [CodeRelation] = []
    var tops: [Int] = []
    for (index, group) in groups.enumerated() {
      let top = nodes.count
      tops.append(top)
      nodes.append(
        CodeNode(code: "g\(index)", label: "", depth: 1, parent: 0, slots: group))
      if group.count > 1 {
        let first = nodes.count
        for slot in group {
          nodes.append(CodeNode(code: "s\(slot)", label: "", depth: 2, parent: top, slots: [slot]))
        }
        relations.append(CodeRelation(whole: top, parts: Array(first..<nodes.count)))
      }
    }
    relations.insert(CodeRelation(whole: 0, parts: tops), at: 0)
    return CodeStructure(slotCount: slotCount, nodes: nodes, relations: relations)
  }

  /// A pathway of `stages` stages: "at least k" has the parts "at least k + 1" and "ended at k".
  static func pathway(_ stages: Int) -> CodeStructure {
    var nodes = [
      CodeNode(code: "*", label: "All", depth: 0, parent: nil, slots: Array(0..<stages))
    ]
    var relations: [CodeRelation] = []
    var whole = 0
    for stage in 0..<(stages - 1) {
      let first = nodes.count
      nodes.append(
        CodeNode(
          code: "e\(stage)", label: "", depth: stage + 1, parent: whole, slots: [stage]))
      nodes.append(
        CodeNode(
          code: "r\(stage + 1)", label: "", depth: stage + 1, parent: whole,
          slots: Array((stage + 1)..<stages)))
      relations.append(CodeRelation(whole: whole, parts: [first, first + 1]))
      whole = first + 1
    }
    return CodeStructure(slotCount: stages, nodes: nodes, relations: relations)
  }

  /// Codes that a member may have any number of, each with its complement.
  static func multiResponse(_ count: Int) -> CodeStructure {
    var nodes = [CodeNode(code: "*", label: "All", depth: 0, parent: nil, slots: [0])]
    var relations: [CodeRelation] = []
    for code in 1...count {
      let first = nodes.count
      nodes.append(CodeNode(code: "c\(code)", label: "", depth: 1, parent: 0, slots: [code]))
      nodes.append(
        CodeNode(
          code: "not c\(code)", label: "", depth: 1, parent: 0, slots: [0], minusSlots: [code]))
      relations.append(CodeRelation(whole: 0, parts: [first, first + 1]))
    }
    return CodeStructure(
      kind: .multiResponse, slotCount: count + 1, nodes: nodes, relations: relations)
  }

  static func plan(
    _ structures: [CodeStructure], minimum: Int = 10, base: Int = 5,
    zeros: DisclosureProfile.Zeros = .eligible, counting: TablePlan.Counting = .persons
  ) -> TablePlan {
    let dimensions = structures.enumerated().map { index, structure in
      PlannedDimension(
        source: .variable("v\(index)"), label: "V\(index)",
        slotCodes: (0..<structure.slotCount).map { ["s\($0)"] }, structure: structure)
    }
    let axes = structures.enumerated().map { index, structure in
      PlannedAxis(
        role: index == 0 ? .row : .column, name: "v\(index)", label: "V\(index)",
        entries: structure.nodes.enumerated().map { node, code in
          PlannedEntry(code: code.code, label: code.label, depth: code.depth, nodes: [index: node])
        })
    }
    return TablePlan(
      query: CohortQuery(pilot: "p"), linkLevel: .medium, counting: counting,
      dimensions: dimensions, fixedNodes: [:], axes: axes, minimumFrequency: minimum,
      profile: DisclosureProfile(
        name: "test", minimumFrequency: minimum, roundingBase: base, zeros: zeros))
  }

  /// Every cell of the plan from counts by slot product, written without the code under test.
  static func cells(_ plan: TablePlan, slots counts: [Int]) -> [Int] {
    let structures = plan.dimensions.map(\.structure)
    var values = counts
    // One dimension at a time, from slots to nodes.
    var inner = 1
    for (dimension, structure) in structures.enumerated().reversed() {
      let outer = structures[..<dimension].reduce(1) { $0 * $1.slotCount }
      var next = [Int](repeating: 0, count: outer * structure.nodes.count * inner)
      for before in 0..<outer {
        for (node, code) in structure.nodes.enumerated() {
          for after in 0..<inner {
            func count(_ slot: Int) -> Int {
              values[(before * structure.slotCount + slot) * inner + after]
            }
            next[(before * structure.nodes.count + node) * inner + after] =
              code.slots.reduce(0) { $0 + count($1) } - code.minusSlots.reduce(0) { $0 + count($1) }
          }
        }
      }
      values = next
      inner *= structure.nodes.count
    }
    return values
  }

  static func cube(_ plan: TablePlan, slots counts: [Int]) -> RawCube {
    RawCube(plan: plan, persons: cells(plan, slots: counts))
  }

  /// Persons who fall in slots by skewed independent shares: many large cells, a tail of small ones.
  static func people(
    _ count: Int, in structures: [CodeStructure], _ random: inout SeededRandom, skew: Double = 1
  ) -> [Int] {
    let weights = structures.map { structure in
      (0..<structure.slotCount).map { _ in
        let share = Double.random(in: 0.02...1, using: &random)
        return (1...Int(1 + skew)).reduce(1.0) { product, _ in product * share }
      }
    }
    let sums = weights.map { $0.reduce(0, +) }
    var counts = [Int](
      repeating: 0, count: structures.reduce(1) { $0 * $1.slotCount })
    for _ in 0..<count {
      var atom = 0
      for (dimension, structure) in structures.enumerated() {
        var rest = Double.random(in: 0..<sums[dimension], using: &random)
        var slot = 0
        while slot < structure.slotCount - 1, rest >= weights[dimension][slot] {
          rest -= weights[dimension][slot]
          slot += 1
        }
        atom = atom * structure.slotCount + slot
      }
      counts[atom] += 1
    }
    return counts
  }
}

/// SplitMix64: the same numbers on every machine. Source: Steele, Lea and Flood (2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
