import CohortModel
import Tables

/// A table after protection, with the audit that it passed. Cells of the whole cube.
package struct ProtectedCube: Sendable {
  package let cells: [CellValue]
  /// Stays within the wall.
  package let audit: AuditReport
}

/// From a problem to published cells: choose, audit, mend what the audit finds, until it passes.
package struct TableProtection: Sendable {
  /// Simplex iterations after which a table is protected coarsely.
  package static let standardIterations = 60_000
  /// Switches looked at for exchanging hidden cells for cheaper ones.
  static let workOfExchange = 3_000_000

  private let plan: TablePlan
  private let sums: CodeSums
  private let iterations: Int
  private let defences: Defences

  /// - Parameters:
  ///   - sums: what else everyone knows of the plan's multi-response variables.
  ///   - defences: all but in tests of the attacks themselves.
  package init(
    plan: TablePlan, sums: CodeSums = .none, iterations: Int = Self.standardIterations,
    defences: Defences = .all
  ) {
    self.defences = defences
    self.plan = plan
    self.sums = sums
    self.iterations = iterations
  }

  /// - Throws: `InconsistentTable` where the counts do not add up as the plan says.
  package func protect(_ problem: ProtectionProblem) throws(InconsistentTable) -> ProtectedCube {
    let (system, point) = try system(of: problem)
    let rounding = RoundingRule(
      base: plan.profile.roundingBase, minimumFrequency: plan.minimumFrequency)
    let reading = PublishedReading(
      profile: plan.profile, minimumFrequency: plan.minimumFrequency,
      isWhole: defences.contains(.roundedIntervals))
    let insiders = defences.contains(.insiders) ? insiders(problem, system, point) : []

    guard defences.contains(.complementarySuppression) else {
      return ProtectedCube(
        cells: (0..<problem.cellCount).map {
          problem.isHiddenFromTheStart($0)
            ? .confidential : rounding.published(problem.values[$0])
        }, audit: AuditReport())
    }
    let first = try optimum(
      of: problem, system, point, insiders, rounding, reading, iterations: iterations)
    if let first, first.isBest { return first.table }
    let second = try scalable(problem, system, point, insiders, rounding, reading)
    guard let table = first?.table else { return second }
    return problem.cost(of: second.cells) < problem.cost(of: table.cells) ? second : table
  }

  /// The table as chosen by switches and programmes.
  private func scalable(
    _ problem: ProtectionProblem, _ system: AttackSystem, _ point: [Int], _ insiders: [Insider],
    _ rounding: RoundingRule, _ reading: PublishedReading
  ) throws(InconsistentTable) -> ProtectedCube {
    var suppression = ComplementarySuppression(
      problem: problem, system: system, point: point, rounding: rounding, reading: reading,
      work: work(system))
    let choice = chooseBySwitches(problem, system, point, insiders, rounding, reading)
    for cell in choice?.hiddenCells ?? [] { suppression.hide(cell) }
    let open = choice?.missedCells
    if open?.isEmpty != true {
      // Where the work runs out, first the cells of the full crossing go, then those of one variable
      // fewer, and so on: coarser, and cheaper to protect.
      var level = 0
      while !suppression.widen(open) {
        suppression.hideAll(withWholes: 0...level)
        suppression.grant(work(system))
        level += 1
        if level > plan.dimensions.count { break }
      }
      if choice == nil { suppression.publishAgain() }
    }

    var rounds = 0
    while true {
      let cells = (0..<problem.cellCount).map(suppression.published)
      let report = try problem.audit(
        cells.indices.map { problem.interval(of: $0, published: cells[$0], reading) },
        system: system, insiders: insiders, point: point)
      if report.isPassed {
        return ProtectedCube(cells: problem.withZerosThatFollow(cells), audit: report)
      }
      rounds += 1
      let before = suppression.isHidden
      if rounds <= 12 { suppression.mend(report.failures) }
      if suppression.isHidden == before {
        suppression.hideEverything()
        // Nothing left to hide and still not passed: then nothing is shown, zeros that everyone
        // knows of included, and there is nothing to attack.
        if suppression.isHidden == before {
          return ProtectedCube(
            cells: [CellValue](repeating: .confidential, count: problem.cellCount),
            audit: AuditReport())
        }
      }
    }
  }

  /// What switches choose; nil for tables that have none.
  private func chooseBySwitches(
    _ problem: ProtectionProblem, _ system: AttackSystem, _ point: [Int], _ insiders: [Insider],
    _ rounding: RoundingRule, _ reading: PublishedReading
  ) -> SwitchSuppression? {
    guard let switches = system.switches,
      var choice = SwitchSuppression(
        problem: problem, switches: switches, system: system, point: point, insiders: insiders,
        rounding: rounding, reading: reading)
    else { return nil }
    choice.choose(workOfExchange: Self.workOfExchange)
    if let room = problem.room { choice.keep(room, workOfExchange: Self.workOfExchange) }
    return choice
  }

  /// What the attacker can write down, and the true database by atoms, checked against every cell.
  /// That everyone has at least one code of a multi-response variable is taken as known wherever it
  /// is so.
  func system(
    of problem: ProtectionProblem
  ) throws(InconsistentTable) -> (AttackSystem, [Int]) {
    let multiple = plan.dimensions.indices.filter {
      plan.dimensions[$0].structure.kind == .multiResponse
    }
    var candidates: [Set<Int>] = [Set(multiple)]
    if multiple.count > 1 { candidates += multiple.map { [$0] } }
    if !multiple.isEmpty { candidates.append([]) }
    for answered in candidates {
      let system = AttackSystem(
        dimensions: plan.dimensions, answered: answered, sums: sums)
      guard system.atomCells.allSatisfy({ !$0.isEmpty }) else { break }
      let point = system.atomCells.map { problem.values[$0[0]] }
      if system.values(at: point) == problem.values { return (system, point) }
    }
    throw InconsistentTable()
  }

  /// So many iterations as keep the time within bounds: they cost more in larger systems.
  private func work(_ system: AttackSystem) -> WorkBudget {
    let size = system.atomCount + system.rows.rowCount
    return WorkBudget(
      iterations: max(500, min(iterations, 40_000_000 / size)),
      iterationsToPublishAgain: max(500, min(iterations, 6_000_000 / size)))
  }

  /// Everyone who is in a hidden cell knows that he is; of events, how many are his.
  private func insiders(
    _ problem: ProtectionProblem, _ system: AttackSystem, _ point: [Int]
  ) -> [Insider] {
    guard plan.minimumFrequency > 2 else { return [] }
    return point.indices.compactMap { atom in
      guard point[atom] > 0 else { return nil }
      return Insider(atom: atom, own: problem.largest?[system.atomCells[atom][0]] ?? 1)
    }
  }
}

extension ProtectionProblem {
  /// What a table hides: so many cells at the policy's weights, then persons.
  func cost(of cells: [CellValue]) -> Double {
    let costs = SuppressionCosts(self)
    return cells.indices.reduce(0) { cells[$1] == .confidential ? $0 + costs[$1] : $0 }
  }

  /// What the attacker knows of a cell: what is published, or all where other tables show it too.
  func interval(
    of cell: Int, published: CellValue, _ reading: PublishedReading
  ) -> PublishedInterval {
    known.contains(cell)
      ? PublishedInterval(values[cell], values[cell]) : reading.interval(published)
  }
}

extension ComplementarySuppression {
  /// Hides what the audit says stood in the way; failing that, the cheapest neighbour.
  mutating func mend(_ failures: [AuditReport.Failure]) {
    for failure in failures where !hideBest(of: failure.bindings, need: 1) {
      if let neighbour = cheapestNeighbour(of: failure.cell) { hide(neighbour) }
    }
  }
}
