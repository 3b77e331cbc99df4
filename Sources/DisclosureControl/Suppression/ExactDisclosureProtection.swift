import CohortModel
import Tables

/// Protection against exact disclosure alone, for comparison with other software: it is no profile,
/// and no table of a release is made with it.
///
/// What it promises: for every unsafe cell there is a database in whole numbers, none of them
/// negative, that agrees with everything published and in which the cell has another value than the
/// true one. That is more than linear algebra promises (Langsrud 2024, *GaussSuppression*: no unsafe
/// cell is a linear combination of published ones), because what cannot be negative is part of it: a
/// published 0 gives away its parts, and so do hidden zeros that add up to nothing. It is less than
/// `TableProtection` promises: all but two values of a cell may be excluded, and insiders are not
/// thought of.
package struct ExactDisclosureProtection {
  private let plan: TablePlan

  package init(plan: TablePlan) {
    self.plan = plan
  }

  /// - Throws: `InconsistentTable` where the counts do not add up as the plan says.
  package func protect(_ problem: ProtectionProblem) throws(InconsistentTable) -> [CellValue] {
    let (system, point) = try TableProtection(plan: plan).system(of: problem)
    let rounding = RoundingRule(
      base: plan.profile.roundingBase, minimumFrequency: plan.minimumFrequency)
    let reading = PublishedReading(
      profile: plan.profile, minimumFrequency: plan.minimumFrequency)
    guard let switches = system.switches,
      var choice = SwitchSuppression(
        problem: problem, switches: switches, system: system, point: point, insiders: [],
        rounding: rounding, reading: reading, promise: .anotherValue)
    else { throw InconsistentTable() }
    choice.choose(workOfExchange: TableProtection.workOfExchange)
    while true {
      let cells = (0..<problem.cellCount).map { cell in
        choice.isHidden[cell] ? CellValue.confidential : rounding.published(problem.values[cell])
      }
      var audit = try TableAudit(
        system: system,
        intervals: cells.indices.map { problem.interval(of: $0, published: cells[$0], reading) },
        requirements: problem.requirements, insiders: [], point: point)
      let open = audit.withoutDifferences(problem.requirements.map(\.cell))
      if open.isEmpty { return cells }
      let hidden = open.flatMap { cell in
        problem.relations.filter { $0.whole == cell || $0.parts.contains(cell) }
          .flatMap { $0.parts + [$0.whole] }
      }.filter(choice.canHide)
      for cell in hidden { choice.hide(cell) }
      if hidden.isEmpty {
        return [CellValue](repeating: .confidential, count: problem.cellCount)
      }
    }
  }
}
