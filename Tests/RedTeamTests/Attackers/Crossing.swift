import CohortModel

/// The atoms that the definitions of some tables tell apart: per variable the coarsest division of its
/// codes of which every table's nodes are made, and all of these crossed. A person has one value of a
/// partition; of a multi-response variable one set of codes.
///
/// Made of query definitions alone; the protector's atoms and relations are made elsewhere.
struct Crossing {
  private struct Axis {
    var source: PlannedDimension.Source
    /// Per value and table the slots that whoever has it falls in; empty where a table does not
    /// divide by this variable.
    var slots: [[Set<Int>]]
  }

  private let tables: [[PlannedDimension]]
  private let axes: [Axis]
  let atomCount: Int

  /// - Parameter answered: everyone has a code of every multi-response variable.
  init(_ tables: [[PlannedDimension]], answered: Bool = false) {
    self.tables = tables
    var sources: [PlannedDimension.Source] = []
    for dimension in tables.joined() where !sources.contains(dimension.source) {
      sources.append(dimension.source)
    }
    let axes = sources.map { source in
      Axis(source: source, slots: Self.values(of: source, in: tables, answered))
    }
    self.axes = axes
    atomCount = axes.reduce(1) { $0 * $1.slots.count }
  }

  private static func values(
    of source: PlannedDimension.Source, in tables: [[PlannedDimension]], _ answered: Bool
  ) -> [[Set<Int>]] {
    let own = tables.map { $0.first { $0.source == source } }
    let isMultiple = own.contains { $0?.structure.kind == .multiResponse }
    var codes: [String] = []
    for dimension in own {
      for code in dimension?.slotCodes.joined() ?? [].joined() where !codes.contains(code) {
        codes.append(code)
      }
    }
    let values: [Set<String>]
    if isMultiple {
      precondition(codes.count <= 8, "too many codes to tell every set of them apart")
      values = (0..<(1 << codes.count)).map { pattern in
        Set(codes.indices.filter { pattern >> $0 & 1 == 1 }.map { codes[$0] })
      }.filter { !(answered && $0.isEmpty) }
    } else {
      values = codes.map { [$0] }
    }
    var seen: Set<[Set<Int>]> = []
    return values.compactMap { value in
      let slots = own.map { dimension -> Set<Int> in
        guard let dimension else { return [] }
        var slots: Set<Int> = isMultiple ? [0] : []
        for (slot, codes) in dimension.slotCodes.enumerated()
        where !value.isDisjoint(with: codes) { slots.insert(slot) }
        return slots
      }
      return seen.insert(slots).inserted ? slots : nil
    }
  }

  /// The atoms of a cell: a node of every dimension of one of the tables.
  func atoms(table: Int, nodes: [Int]) -> [Int] {
    var atoms = [0]
    for axis in axes {
      let place = tables[table].firstIndex { $0.source == axis.source }
      let values = axis.slots.indices.filter { value in
        guard let place else { return true }
        let node = tables[table][place].structure.nodes[nodes[place]]
        let slots = axis.slots[value][table]
        return node.slots.count(where: slots.contains)
          - node.minusSlots.count(where: slots.contains) == 1
      }
      atoms = atoms.flatMap { atom in values.map { atom * axis.slots.count + $0 } }
    }
    return atoms
  }

  /// What is known from some shown tables.
  static func facts(_ shown: [ShownCells], answered: Bool = false) -> (facts: Facts, Crossing) {
    let crossing = Crossing(shown.map(\.dimensions), answered: answered)
    var facts = Facts(atomCount: crossing.atomCount)
    for (number, table) in shown.enumerated() {
      for cell in table.cells {
        let interval = table.interval(cell.value)
        guard interval.lower > 0 || interval.upper != nil else { continue }
        facts.add(
          crossing.atoms(table: number, nodes: cell.nodes), interval.lower, interval.upper)
      }
    }
    return (facts, crossing)
  }
}
