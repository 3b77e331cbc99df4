import CohortModel
import QueryEngine
import Tables

extension Release {
  public func times(beside pathway: CohortQuery) throws(ServiceError) -> [ProtectedTable] {
    try sessionLog.keepAll(pathway, kind: .query) { () throws(ServiceError) in
      try protectedTimes(beside: pathway)
    }
  }

  private func protectedTimes(
    beside query: CohortQuery
  ) throws(ServiceError) -> [ProtectedTable] {
    var beside: TimesBeside
    do throws(QueryProblem) {
      let pathway = try plan(of: query)
      guard pathway.profile.cellKey == nil else {
        throw QueryProblem(
          "Under this policy each table of times is a breakdown of its own. Ask for one of them by"
            + " itself (measure median STAGE to STAGE).")
      }
      beside = try TimesBeside(pathway, package: source.package, plan: plan(of:))
    } catch {
      throw .refused(error)
    }
    let published = try publishedCube(beside.pathway)
    beside.take(
      minimum: published.minimumFrequency, additiveSteps: published.additiveSteps)
    let cells = try timesCells(beside, published)
    return beside.steps.indices.map { step in
      TableAssembly(
        plan: beside.steps[step].plan, package: source.package, release: source.release,
        session: session, sets: published.sets + ["this pathway and the times between its stages"]
      ).table(of: cells[step])
    }
  }

  private func plan(of query: CohortQuery) throws(QueryProblem) -> TablePlan {
    try TablePlan(query, package: source.package, session: session).inCanonicalOrder
  }

  /// Per table of days what is published of every cell of its cube.
  private func timesCells(
    _ beside: TimesBeside, _ published: PublishedCube
  ) throws(ServiceError) -> [[CellValue]] {
    let key = CubeKey(beside.pathway)
    if let known = times.withLock({ $0[key] }) { return known }
    let cells = try guarded {
      func table(_ plan: TablePlan) throws -> TimesProtection.Table {
        TimesProtection.Table(
          problem: try problem(plan), sums: CodeSums(plan, package: source.package))
      }
      return try TimesProtection(
        beside, pathway: try table(beside.pathway), published: published.cells,
        tables: try beside.steps.map { try table($0.plan) },
        iterations: source.package.policy.suppression.work
      ).protect()
    }
    times.withLock { $0[key] = cells }
    return cells
  }
}
