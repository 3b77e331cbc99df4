import CohortModel
import Tables

extension TableProtection {
  /// The table with the fewest cells hidden, audited like every other; nil where the policy does not
  /// ask for it, where it is out of reach, or where no pattern passes.
  ///
  /// Where that pattern is not enough for whoever reasons from the promise, what he takes is hidden as
  /// well, and the table need not be the best there is.
  ///
  /// - Parameter iterations: at most so much work, whatever the policy allows.
  func optimum(
    of problem: ProtectionProblem, _ system: AttackSystem, _ point: [Int], _ insiders: [Insider],
    _ rounding: RoundingRule, _ reading: PublishedReading, iterations: Int
  ) throws(InconsistentTable) -> (table: ProtectedCube, isBest: Bool)? {
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
    func table(hiding hidden: Set<Int>) throws(InconsistentTable) -> ProtectedCube? {
      let report = try problem.audit(
        problem.intervals(hiding: hidden, published), system: system, insiders: insiders,
        point: point)
      guard report.isPassed else { return nil }
      let cells = values.indices.map { hidden.contains($0) ? CellValue.confidential : values[$0] }
      return ProtectedCube(cells: problem.withZerosThatFollow(cells), audit: report)
    }
    if let best = try table(hiding: hidden) { return (best, true) }
    guard let switches = system.switches, let room = problem.room,
      var choice = SwitchSuppression(
        problem: problem, switches: switches, system: system, point: point, insiders: insiders,
        rounding: rounding, reading: reading)
    else { return nil }
    for cell in hidden.sorted() where !choice.isHidden[cell] { choice.hide(cell) }
    choice.keep(room, workOfExchange: Self.workOfExchange)
    return try table(hiding: Set(choice.hiddenCells)).map { ($0, false) }
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
