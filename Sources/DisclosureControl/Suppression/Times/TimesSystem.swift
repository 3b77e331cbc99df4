import CohortModel

/// Everything that an attacker can write down about a pathway and the times beside it: the stages of
/// each group as atoms, and of those who came to a stage the days since the one before, which add up
/// to the very cell of the pathway.
///
/// That says all that the definitions say of partitions. Where tables agree in how many of each group
/// came to a stage, there is a population with all of them: within the group, those who came to the
/// stage are given their bins in any order.
struct TimesSystem {
  /// A cell of a table of the set.
  struct Cell: Hashable {
    /// 0 for the pathway, else a number of `tables` and one.
    var table: Int
    /// In the table's cube.
    var cell: Int
  }

  let attack: AttackSystem
  /// By cell of the system.
  let cells: [Cell]
  let point: [Int]

  /// - Parameters:
  ///   - pathway: its table's own system and true database.
  ///   - tables: the tables of days, of those who came to the stage, each with the number of its step.
  init(
    _ beside: TimesBeside, pathway: (system: AttackSystem, point: [Int]),
    tables: [(number: Int, problem: ProtectionProblem, sums: CodeSums)]
  ) throws(InconsistentTable) {
    var point = pathway.point
    var cells: [Cell] = []
    var terms: [[(column: Int, coefficient: Int)]] = []
    var notNegative = Self.inequalities(of: pathway.system, from: 0)
    for cell in 0..<pathway.system.cellCount {
      cells.append(Cell(table: 0, cell: cell))
      terms.append(Self.terms(of: cell, in: pathway.system, from: 0))
    }
    let slots = Self.products(of: beside.pathway, at: beside.stages)
    var places: [Int: (first: Int, products: Products)] = [:]
    for (number, table) in tables.enumerated() {
      let step = beside.steps[table.number]
      let own = try DaysOfReached(step, table.problem, sums: table.sums)
      let first = point.count
      point += own.point
      notNegative += Self.inequalities(of: own.system, from: first)
      for (place, cell) in own.cells.enumerated() {
        guard let cell else { continue }
        cells.append(Cell(table: number + 1, cell: cell))
        terms.append(Self.terms(of: place, in: own.system, from: first))
      }
      // In every group as many as came to the stage.
      let stage = beside.pathway.dimensions[beside.stages].structure.nodes[step.stage]
      let bins = Self.products(of: own.plan, at: step.elapsed)
      guard slots.others == bins.others else { throw InconsistentTable() }
      places[table.number] = (first, bins)
      for group in 0..<slots.others {
        let tie =
          (0..<bins.slots).map { (column: first + bins.atom($0, group), coefficient: 1) }
          + stage.slots.map { (column: slots.atom($0, group), coefficient: -1) }
        notNegative.append(tie)
        notNegative.append(tie.map { ($0.column, -$0.coefficient) })
      }
    }
    for limit in beside.limits {
      let bins = [limit.late] + limit.early
      // Times that are not shown may be any.
      guard bins.allSatisfy({ places[$0.step] != nil }) else { continue }
      for group in 0..<slots.others {
        notNegative.append(
          bins.enumerated().compactMap { place, bin in
            places[bin.step].map {
              ($0.first + $0.products.atom(bin.bin, group), place == 0 ? -1 : 1)
            }
          })
      }
    }
    attack = AttackSystem(atomCount: point.count, cells: terms, notNegative: notNegative)
    self.cells = cells
    self.point = point
    guard attack.values(at: point) != nil else { throw InconsistentTable() }
  }

  /// The atoms of a table by the slots of one dimension and the slots of all others.
  struct Products {
    let slots: Int
    let others: Int
    private let inner: Int

    init(slots: Int, inner: Int, outer: Int) {
      self.slots = slots
      self.inner = inner
      others = inner * outer
    }

    func atom(_ slot: Int, _ other: Int) -> Int {
      (other / inner * slots + slot) * inner + other % inner
    }
  }

  private static func products(of plan: TablePlan, at dimension: Int) -> Products {
    let counts = plan.dimensions.map(\.structure.slotCount)
    return Products(
      slots: counts[dimension], inner: counts[(dimension + 1)...].reduce(1, *),
      outer: counts[..<dimension].reduce(1, *))
  }

  private static func terms(
    of cell: Int, in system: AttackSystem, from first: Int
  ) -> [(column: Int, coefficient: Int)] {
    switch system.places[cell] {
    case .atom(let atom): [(first + atom, 1)]
    case .sum(let row): terms(ofRow: row, in: system, from: first)
    }
  }

  private static func terms(
    ofRow row: Int, in system: AttackSystem, from first: Int
  ) -> [(column: Int, coefficient: Int)] {
    system.rows.range(ofRow: row).map {
      (first + Int(system.rows.columns[$0]), Int(system.rows.coefficients[$0]))
    }
  }

  private static func inequalities(
    of system: AttackSystem, from first: Int
  ) -> [[(column: Int, coefficient: Int)]] {
    (system.rowCells.count..<system.rows.rowCount).map { terms(ofRow: $0, in: system, from: first) }
  }
}

/// A table of days without those who did not come to the stage.
private struct DaysOfReached {
  let plan: TablePlan
  let system: AttackSystem
  let point: [Int]
  /// By cell of the system that of the table's cube; nil for sums of all bins.
  let cells: [Int?]

  init(
    _ step: TimesBeside.Step, _ problem: ProtectionProblem, sums: CodeSums
  ) throws(InconsistentTable) {
    var plan = step.plan
    let whole = plan.dimensions[step.elapsed]
    let nodes = whole.structure.nodes
    plan.dimensions[step.elapsed].structure = CodeStructure(
      slotCount: step.bins.count,
      nodes: [
        CodeNode(code: "*", label: "", depth: 0, parent: nil, slots: Array(step.bins.indices))
      ]
        + step.bins.enumerated().map {
          CodeNode(code: nodes[$1].code, label: "", depth: 1, parent: 0, slots: [$0])
        },
      relations: [CodeRelation(whole: 0, parts: Array(1...step.bins.count))])
    plan.dimensions[step.elapsed].slotCodes = step.bins.map {
      whole.slotCodes[nodes[$0].slots[0]]
    }
    self.plan = plan
    let space = CellSpace(plan.dimensions)
    let places = (0..<space.cellCount).map { cell -> (table: Int, isBin: Bool) in
      var own: [Int: Int] = [:]
      for (dimension, node) in space.nodes(of: cell).enumerated() { own[dimension] = node }
      let bin = own[step.elapsed] ?? 0
      own[step.elapsed] = bin == 0 ? step.reached : step.bins[bin - 1]
      return (problem.space.cell(own), bin > 0)
    }
    var values = problem
    values.values = places.map { problem.values[$0.table] }
    (system, point) = try TableProtection(plan: plan, sums: sums).system(of: values)
    cells = places.map { $0.isBin ? $0.table : nil }
  }
}
