import CohortModel
import Tables

extension TableProtection {
  /// The table with the fewest cells hidden, audited like every other; nil where the policy does not
  /// ask for it, where it is out of reach, or where no pattern passes.
  ///
  /// - Parameter iterations: at most so much work, whatever the policy allows.
  func optimum(
    of problem: ProtectionProblem, _ system: AttackSystem, _ point: [Int], _ insiders: [Insider],
    _ rounding: RoundingRule, _ reading: PublishedReading, iterations: Int
  ) throws(InconsistentTable) -> ProtectedCube? {
    let policy = problem.suppression
    switch policy.method {
    case .scalable: return nil
    case .automatic: guard problem.cellCount <= policy.optimalCells else { return nil }
    case .optimal: break
    }
    let values = problem.values.map(rounding.published)
    let published = values.indices.map {
      problem.interval(of: $0, published: values[$0], reading)
    }
    guard
      let hidden = OptimalSuppression.hiddenCells(
        for: problem, system: system, point: point, published: published, insiders: insiders,
        work: min(policy.work, iterations))
    else { return nil }
    let report = try TableAudit(
      system: system, intervals: problem.intervals(hiding: hidden, published),
      requirements: problem.requirements, insiders: insiders, point: point
    ).run()
    guard report.isPassed else { return nil }
    let cells = values.indices.map { hidden.contains($0) ? CellValue.confidential : values[$0] }
    return ProtectedCube(cells: problem.withZerosThatFollow(cells), audit: report)
  }
}

extension ProtectionProblem {
  /// What the attacker reads of each cell where some are hidden: all of those that other tables show
  /// too.
  func intervals(
    hiding hidden: Set<Int>, _ published: [PublishedInterval]
  ) -> [PublishedInterval] {
    published.indices.map {
      hidden.contains($0) && !known.contains($0) ? .hidden : published[$0]
    }
  }
}
