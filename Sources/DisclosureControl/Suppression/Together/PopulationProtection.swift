import CohortModel
import QueryEngine
import Tables

/// The tables of one population: one system, one attack. What stands in an unsafe cell's way is hidden
/// until the attack fails; then what proves unnecessary is published again.
struct PopulationProtection {
  typealias Cell = JointSystem.Cell

  let members: [TableSetProtection.Member]
  /// Their numbers in the refinement.
  let tables: [Int]
  /// Per member and cell of its cube what it is.
  let cells: [[Cell]]
  let refinement: CommonRefinement
  /// Of all tables of the refinement.
  let plans: [TablePlan]
  let layers: Int
  let package: DataPackage?
  let defences: Defences
  let count: (TablePlan) throws -> RawCube

  /// Audits after which it is given up.
  private static let mostRounds = 60
  /// Those of them that found nothing in the way and could not decide.
  private static let mostBlindRounds = 6
  /// Audits that look for what can be published again.
  private static let mostTries = 40
  /// Simplex work of them, in iterations times size of the system; beyond it none is tried.
  private static let largestSystemToTry = 4_000

  /// The cells that are to be hidden, with those given; nil where the attack does not fail, or what it
  /// may do stays undecided: then these tables cannot be shown together.
  func protect(_ before: Set<Cell>) throws -> Set<Cell>? {
    let problem = try PopulationProblem(self, hidden: before)
    var isHidden = problem.isHidden
    var rounds = 0
    var blindRounds = 0
    while true {
      let report = try audit(problem, isHidden)
      if report.isPassed { break }
      rounds += 1
      // Where nothing published stands in the way, the audit could not decide.
      if report.failures.allSatisfy(\.bindings.isEmpty) { blindRounds += 1 }
      let held = isHidden
      for failure in report.failures {
        if let cell = obstacle(failure, problem, isHidden) { isHidden[cell] = true }
      }
      if isHidden == held || rounds > Self.mostRounds || blindRounds > Self.mostBlindRounds {
        return nil
      }
    }
    if rounds > 0 { try publishAgain(&isHidden, problem) }
    return Set(
      problem.system.cells.indices.filter { isHidden[$0] && problem.isOfTable[$0] }
        .map { problem.system.cells[$0] })
  }

  /// Dearest first, what joint protection hid beyond what it was given.
  private func publishAgain(_ isHidden: inout [Bool], _ problem: PopulationProblem) throws {
    let system = problem.system.attack
    guard system.atomCount + system.rows.rowCount <= Self.largestSystemToTry else { return }
    let added = isHidden.indices.filter { isHidden[$0] && !problem.isHidden[$0] }
      .sorted { (-problem.costs[$0], $0) < (-problem.costs[$1], $1) }
    for cell in added.prefix(Self.mostTries) {
      isHidden[cell] = false
      if !(try audit(problem, isHidden).isPassed) { isHidden[cell] = true }
    }
  }

  private func audit(
    _ problem: PopulationProblem, _ isHidden: [Bool]
  ) throws(InconsistentTable) -> AuditReport {
    let plan = members[0].plan
    let rounding = RoundingRule(
      base: plan.profile.roundingBase, minimumFrequency: plan.minimumFrequency)
    let reading = PublishedReading(
      profile: plan.profile, minimumFrequency: plan.minimumFrequency,
      isWhole: defences.contains(.roundedIntervals))
    let intervals = isHidden.indices.map {
      isHidden[$0] ? .hidden : reading.interval(rounding.published(problem.values[$0]))
    }
    return try PromiseAudit(
      system: problem.system.attack, intervals: intervals, requirements: problem.requirements,
      complements: problem.complements(isHidden), insiders: problem.insiders,
      point: problem.point
    ).run()
  }

  /// The published cell that gives most for its cost, of those that the attacker ran into; failing
  /// that, the cheapest that somebody of the cell could be in as well.
  private func obstacle(
    _ failure: AuditReport.Failure, _ problem: PopulationProblem, _ isHidden: [Bool]
  ) -> Int? {
    func isOpen(_ cell: Int) -> Bool { !isHidden[cell] && problem.canHide[cell] }
    var best: (score: Double, cell: Int)?
    for binding in failure.bindings where isOpen(binding.cell) {
      let score = binding.weight / Double(problem.costs[binding.cell])
      if best.map({ score > $0.score || (score == $0.score && binding.cell < $0.cell) }) ?? true {
        best = (score, binding.cell)
      }
    }
    if let best { return best.cell }
    // Hidden for another failure of the same round: let the next audit judge.
    if failure.bindings.contains(where: { isHidden[$0.cell] && problem.canHide[$0.cell] }) {
      return nil
    }
    let own = problem.system.cells[failure.cell]
    return isHidden.indices.filter { isOpen($0) && problem.system.cells[$0].overlaps(own) }
      .min { (problem.costs[$0], $0) < (problem.costs[$1], $1) }
  }
}

extension JointSystem.Cell {
  /// Whether somebody could be in both.
  fileprivate func overlaps(_ other: JointSystem.Cell) -> Bool {
    layer == other.layer
      && zip(box.parts, other.box.parts).allSatisfy { first, second in
        guard let first, let second, first.minus.isEmpty, second.minus.isEmpty else { return true }
        return first.classes.contains(where: second.classes.contains)
      }
  }
}
