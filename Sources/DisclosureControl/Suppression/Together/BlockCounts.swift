import CohortModel
import QueryEngine

/// Counts the atoms of blocks: the true database that several tables come from.
struct BlockCounts {
  /// Per atom what is counted, and the largest part of one person where that is not persons.
  private(set) var values: [Int] = []
  private(set) var largest: [Int] = []

  /// - Parameters:
  ///   - plan: one of the tables, for cohort, unit and link level.
  ///   - count: counts a plan.
  init(
    _ blocks: AtomBlocks, _ refinement: CommonRefinement, like plan: TablePlan,
    count: (TablePlan) throws -> RawCube
  ) throws {
    for block in blocks.blocks {
      let axes = try block.axes.indices.map { place in
        try CountedAxis(refinement.axes[block.axes[place]], groups: block.groups[place])
      }
      var counted = plan
      counted.dimensions = axes.flatMap(\.dimensions)
      counted.fixedNodes = [:]
      counted.axes = []
      counted.followUp = nil
      let cube = try count(counted)
      let space = CellSpace(counted.dimensions)
      guard cube.persons.count == space.cellCount else { throw MalformedCube() }
      var values = [Int](repeating: 0, count: block.atomCount)
      var largest = values
      for cell in 0..<space.cellCount {
        let nodes = space.nodes(of: cell)
        var atom = 0
        var first = 0
        var isAtom = true
        for (place, axis) in axes.enumerated() {
          let own = Array(nodes[first..<(first + axis.dimensions.count)])
          first += axis.dimensions.count
          guard let group = axis.group(ofNodes: own) else {
            isAtom = false
            break
          }
          atom += group * block.strides[place]
        }
        guard isAtom else { continue }
        values[atom] += cube.totals?[cell] ?? cube.persons[cell]
        largest[atom] = max(largest[atom], cube.largest?[cell] ?? 1)
      }
      self.values += values
      self.largest += largest
    }
  }
}

/// An axis of a block as dimensions that can be counted.
private struct CountedAxis {
  let dimensions: [PlannedDimension]
  /// The nodes of the dimensions (each a slot, or the first of a multi-response variable) → group.
  private let groups: [[Int]: Int]

  init(_ axis: RefinedAxis, groups: [[Int]]) throws(MalformedCube) {
    func group(of classes: [Int]) -> Int? {
      groups.firstIndex { group in !classes.isEmpty && classes.allSatisfy(group.contains) }
    }
    let isMultiple = axis.kind == .multiResponse
    // A dimension that tells at least as much apart as the block does will do.
    let fine = axis.uses.indices.first { use in
      axis.classesOfSlot[use].allSatisfy { group(of: $0) != nil || $0.isEmpty }
        && Set(axis.classesOfSlot[use].joined()).count == axis.classCount
    }
    if let fine {
      dimensions = [axis.uses[fine].flat]
      var map: [[Int]: Int] = [:]
      for (slot, classes) in axis.classesOfSlot[fine].enumerated() {
        if let group = group(of: classes) { map[[isMultiple ? slot : slot + 1]] = group }
      }
      self.groups = map
      return
    }
    if let codes = axis.codes {
      var dimension = axis.uses[0]
      dimension.slotCodes = groups.map { $0.flatMap { codes[$0] } }
      dimension.structure.slotCount = groups.count
      dimensions = [dimension.flat]
      self.groups = Dictionary(
        uniqueKeysWithValues: groups.indices.map { ([isMultiple ? $0 : $0 + 1], $0) })
      return
    }
    guard !isMultiple else { throw MalformedCube() }
    // Intervals of a date: all of them crossed.
    dimensions = axis.uses.map(\.flat)
    var map: [[Int]: Int] = [:]
    for (number, group) in groups.enumerated() {
      for place in group {
        let slots = axis.uses.indices.compactMap { use in
          axis.classesOfSlot[use].firstIndex { $0.contains(place) }
        }
        // A day that one of them has no slot for cannot occur.
        if slots.count == axis.uses.count { map[slots.map { $0 + 1 }] = number }
      }
    }
    self.groups = map
  }

  /// Nil for nodes that are no atom, such as a whole.
  func group(ofNodes nodes: [Int]) -> Int? { groups[nodes] }
}

extension PlannedDimension {
  /// The same slots with nothing above them but the whole.
  fileprivate var flat: PlannedDimension {
    var dimension = self
    let slots = Array(0..<structure.slotCount)
    let isMultiple = structure.kind == .multiResponse
    let whole = CodeNode(
      code: "*", label: "", depth: 0, parent: nil, slots: isMultiple ? [0] : slots)
    let parts = (isMultiple ? Array(slots.dropFirst()) : slots).map {
      CodeNode(code: "\($0)", label: "", depth: 1, parent: 0, slots: [$0])
    }
    dimension.structure = CodeStructure(
      kind: structure.kind, slotCount: structure.slotCount, nodes: [whole] + parts,
      relations: isMultiple
        ? [] : [CodeRelation(whole: 0, parts: Array(1...max(1, parts.count)))])
    return dimension
  }
}
