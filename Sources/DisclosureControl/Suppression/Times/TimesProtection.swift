import CohortModel
import Tables

/// Protects the tables of days beside a pathway, so that all of them and the pathway's own table give
/// no more away together than one table does.
///
/// The pathway is published as it is by itself, for it is on the screen before them. Each table of days
/// is first protected against somebody who knows exactly how many of each group came to the stage
/// wherever the pathway publishes that; where it does not, the group's bins are hidden. Then the
/// attacker gets the pathway and all tables of days at once, with what each of them and its promise
/// tell, and bins that stand in the way of a requirement of any of them are hidden until he fails.
/// Where he does not, or it cannot be decided, tables of days join one after another; one that cannot
/// stand beside those before it has all its bins hidden, and then nothing more is shown than the pathway.
///
/// Deterministic: what is hidden depends on the tables and their counts alone.
package struct TimesProtection {
  package struct Table {
    /// Of the table's own cube, in canonical order.
    package var problem: ProtectionProblem
    package var sums: CodeSums

    package init(problem: ProtectionProblem, sums: CodeSums = .none) {
      self.problem = problem
      self.sums = sums
    }
  }

  /// Most atoms of a pathway and the tables beside it; those that would take more have all their bins
  /// hidden. Depends on definitions alone.
  package static let mostAtoms = 1_500
  /// Audits of all tables, and of one more, after which it is given up.
  private static let mostRounds = 24
  /// What the audits of a set may take for every iteration that the policy has for a table: iterations
  /// times the size of the system, to which their time is proportional. What is not decided by then is
  /// not shown.
  private static let workPerIteration = 4_000

  private let beside: TimesBeside
  private let pathway: Table
  private let published: [CellValue]
  private let tables: [Table]
  private let iterations: Int
  private let defences: Defences

  /// - Parameters:
  ///   - pathway: its problem, as it is posed by itself.
  ///   - published: what the pathway's table publishes of every cell of its cube.
  ///   - tables: as the steps of `beside`.
  ///   - iterations: the policy's work for a table.
  package init(
    _ beside: TimesBeside, pathway: Table, published: [CellValue], tables: [Table],
    iterations: Int = TableProtection.standardIterations, defences: Defences = .all
  ) {
    self.beside = beside
    self.pathway = pathway
    self.published = published
    self.tables = tables
    self.iterations = iterations
    self.defences = defences
  }

  /// Per table what is published of every cell of its cube.
  ///
  /// - Throws: `InconsistentTable` and `MalformedCube` where counts do not add up as the plans say.
  package func protect() throws -> [[CellValue]] {
    guard defences.contains(.jointProtection) else {
      return try tables.indices.map { try alone(tables[$0].problem, table: $0) }
    }
    let shared = try tables.indices.map { try sharedCells(ofTable: $0) }
    let all = tables.indices.filter { beside.steps[$0].canBeShown }
    var hidden: [Int: Set<Int>] = [:]
    for table in all { hidden[table] = try bins(hiddenOf: table, shared[table]) }
    var kept: [Int] = []
    var work = Self.workPerIteration * iterations
    if let together = try together(all, hidden, &work) {
      (kept, hidden) = (all, together)
    } else {
      for table in all {
        if let more = try together(kept + [table], hidden, &work) {
          kept.append(table)
          hidden = more
        }
      }
    }
    return tables.indices.map { table in
      cells(of: table, hiding: kept.contains(table) ? hidden[table] : nil, shared[table])
    }
  }

  // MARK: One table

  private func alone(_ problem: ProtectionProblem, table: Int) throws -> [CellValue] {
    try TableProtection(
      plan: beside.steps[table].plan, sums: tables[table].sums, iterations: iterations,
      defences: defences
    ).protect(problem).cells
  }

  /// By cell of the table's cube the pathway's cell that it is, where it is one.
  private func sharedCells(ofTable table: Int) throws(MalformedCube) -> [Int: Int] {
    let step = beside.steps[table]
    let (own, other) = (tables[table].problem.space, pathway.problem.space)
    let groups = beside.pathway.dimensions.indices.filter { $0 != beside.stages }
    let places = step.plan.dimensions.indices.filter { $0 != step.elapsed }
    var shared: [Int: Int] = [:]
    for cell in 0..<own.cellCount {
      let node = own.node(of: cell, in: step.elapsed)
      guard node == 0 || node == step.reached else { continue }
      var nodes = [beside.stages: node == 0 ? 0 : step.stage]
      for (place, group) in zip(places, groups) { nodes[group] = own.node(of: cell, in: place) }
      let known = other.cell(nodes)
      guard tables[table].problem.values[cell] == pathway.problem.values[known] else {
        throw MalformedCube()
      }
      shared[cell] = known
    }
    return shared
  }

  /// The bins that the table hides where everybody knows the numbers that the pathway publishes.
  private func bins(hiddenOf table: Int, _ shared: [Int: Int]) throws -> Set<Int> {
    let step = beside.steps[table]
    var problem = tables[table].problem
    for cell in 0..<problem.cellCount {
      let node = problem.space.node(of: cell, in: step.elapsed)
      if let known = shared[cell] {
        problem.requirements.removeAll { $0.cell == cell }
        if published[known] == .confidential {
          problem.statuses[cell] = .unshown
        } else {
          problem.statuses[cell] = .publishedZero
        }
      } else if !step.bins.contains(node) {
        // Those who did not come to the stage are not among those the table is about.
        problem.requirements.removeAll { $0.cell == cell }
        problem.statuses[cell] = .unshown
      }
    }
    for cell in binsOfHiddenGroups(of: table, shared)
    where problem.statuses[cell] != .publishedZero {
      problem.statuses[cell] = .unsafe
    }
    let cells = try alone(problem, table: table)
    return Set(
      cells.indices.filter {
        step.bins.contains(problem.space.node(of: $0, in: step.elapsed))
          && cells[$0] == .confidential
      })
  }

  private func binsOfHiddenGroups(of table: Int, _ shared: [Int: Int]) -> Set<Int> {
    let step = beside.steps[table]
    let space = tables[table].problem.space
    let stride = space.strides[step.elapsed]
    return Set(
      (0..<space.cellCount).filter { cell in
        let node = space.node(of: cell, in: step.elapsed)
        return step.bins.contains(node)
          && shared[cell + (step.reached - node) * stride].map {
            published[$0] == .confidential
          } ?? false
      })
  }

  /// - Parameter hidden: nil where the table is not shown.
  private func cells(
    of table: Int, hiding hidden: Set<Int>?, _ shared: [Int: Int]
  ) -> [CellValue] {
    let step = beside.steps[table]
    let problem = tables[table].problem
    let rounding = RoundingRule(
      base: step.plan.profile.roundingBase, minimumFrequency: step.plan.minimumFrequency)
    let cells = (0..<problem.cellCount).map { cell -> CellValue in
      if let known = shared[cell] { return published[known] }
      guard step.bins.contains(problem.space.node(of: cell, in: step.elapsed)) else {
        return .confidential
      }
      if problem.statuses[cell] == .publishedZero { return .count(0) }
      guard let hidden, !hidden.contains(cell) else { return .confidential }
      return rounding.published(problem.values[cell])
    }
    return problem.withZerosThatFollow(cells)
  }

  // MARK: All of them

  /// What is to be hidden so that tables can stand beside the pathway together; nil where they cannot.
  private func together(
    _ chosen: [Int], _ hidden: [Int: Set<Int>], _ work: inout Int
  ) throws -> [Int: Set<Int>]? {
    guard work > 0, atoms(of: chosen) <= Self.mostAtoms else { return nil }
    let problem = try TimesProblem(
      beside, pathway: pathway, published: published,
      tables: try chosen.map {
        ($0, tables[$0], binsOfHiddenGroups(of: $0, try sharedCells(ofTable: $0)))
      },
      hidden: chosen.map { hidden[$0] ?? [] }, defences: defences)
    let system = problem.system.attack
    let size = system.atomCount + system.rows.rowCount
    func audit(_ isHidden: [Bool], only cells: Set<Int>?) throws -> AuditReport {
      let report = try problem.audit(isHidden, only: cells, work: work / size)
      work -= report.iterations * size
      return report
    }
    var isHidden = problem.isHidden
    var report = try audit(isHidden, only: nil)
    var open: Set<Int> = []
    for _ in 0..<Self.mostRounds {
      if report.isPassed {
        // Where cells were hidden on the way, what failed was looked at alone.
        if !open.isEmpty {
          open = []
          report = try audit(isHidden, only: nil)
          continue
        }
        var result = hidden
        for (place, cell) in problem.system.cells.enumerated()
        where cell.table > 0 && isHidden[place] {
          result[chosen[cell.table - 1], default: []].insert(cell.cell)
        }
        return result
      }
      if report.isExhausted { return nil }
      let held = isHidden
      for failure in report.failures {
        if let cell = obstacle(failure, problem, isHidden) { isHidden[cell] = true }
      }
      if isHidden == held { return nil }
      open.formUnion(report.failures.map(\.cell))
      report = try audit(isHidden, only: open)
    }
    return nil
  }

  /// The published bin that gives most for its cost, of those that the attacker ran into; failing that,
  /// the cheapest of the same table.
  private func obstacle(
    _ failure: AuditReport.Failure, _ problem: TimesProblem, _ isHidden: [Bool]
  ) -> Int? {
    func isOpen(_ cell: Int) -> Bool { !isHidden[cell] && problem.canHide[cell] }
    let best = failure.bindings.filter { isOpen($0.cell) }.map { binding in
      (score: binding.weight / Double(problem.costs[binding.cell]), cell: binding.cell)
    }.max { ($0.score, -$0.cell) < ($1.score, -$1.cell) }
    if let best { return best.cell }
    // Hidden for another failure of the same round: let the next audit judge.
    if failure.bindings.contains(where: { isHidden[$0.cell] && problem.canHide[$0.cell] }) {
      return nil
    }
    let table = problem.system.cells[failure.cell].table
    return isHidden.indices.filter {
      isOpen($0) && problem.values[$0] > 0
        && (table == 0 || problem.system.cells[$0].table == table)
    }.min { (problem.costs[$0], $0) < (problem.costs[$1], $1) }
  }

  private func atoms(of chosen: [Int]) -> Int {
    let groups = beside.pathway.dimensions.enumerated()
      .filter { $0.offset != beside.stages }
      .reduce(1) { $0 * $1.element.structure.slotCount }
    let stages = beside.pathway.dimensions[beside.stages].structure.slotCount
    return chosen.reduce(groups * stages) { $0 + groups * beside.steps[$1].bins.count }
  }
}
