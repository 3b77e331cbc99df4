import CohortModel
import QueryEngine
import Tables

extension Release {
  public func tables(
    for query: CohortQuery, at levels: [LinkLevel]
  ) throws(ServiceError) -> [ProtectedTable] {
    try compared(query, at: levels, kind: .query, format: nil)
  }

  public func export(
    _ query: CohortQuery, at levels: [LinkLevel], as format: String
  ) throws(ServiceError) -> [ProtectedTable] {
    try compared(query, at: levels, kind: .export, format: format)
  }

  private func compared(
    _ query: CohortQuery, at levels: [LinkLevel], kind: AuditEntry.Kind, format: String?
  ) throws(ServiceError) -> [ProtectedTable] {
    try sessionLog.keepAll(query, kind: kind, format: format) { () throws(ServiceError) in
      try protected(query, at: levels, kind: kind, format: format)
    }
  }

  private func protected(
    _ query: CohortQuery, at levels: [LinkLevel], kind: AuditEntry.Kind, format: String?
  ) throws(ServiceError) -> [ProtectedTable] {
    var plans = try plans(of: query, at: levels)
    for plan in plans {
      guard let parameters = plan.profile.cellKey else { continue }
      try allowance.take(
        plan, limit: parameters.maximumBreakdowns,
        noting: sessionLog.entry(of: plan.query, kind: kind, format: format))
    }
    var cubes: [PublishedCube] = []
    for plan in plans { cubes.append(try publishedCube(plan)) }
    let minimum = cubes.map(\.minimumFrequency).max() ?? 1
    for index in plans.indices { plans[index].minimumFrequency = minimum }
    // Noise does not depend on what else is shown; it is limited by the number of breakdowns.
    let cells =
      plans[0].profile.cellKey == nil
      ? try comparedCells(plans, published: cubes.map(\.cells)) : cubes.map(\.cells)
    return plans.indices.map { index in
      var plan = plans[index]
      plan.profile.additiveSteps = cubes[index].additiveSteps
      var table = TableAssembly(
        plan: plan, package: source.package, release: source.release, session: session,
        sets: cubes[index].sets + [Self.name(of: levels)]
      ).table(of: cells[index])
      if plan.profile.cellKey == nil {
        table.legend.append(LegendEntry(sign: "", meaning: Self.note(minimum: minimum)))
      }
      return table
    }
  }

  /// Per level what is published of every cell of the cube.
  private func comparedCells(
    _ plans: [TablePlan], published: [[CellValue]]
  ) throws(ServiceError) -> [[CellValue]] {
    let key = LevelComparison.Key(cubes: plans.map { CubeKey($0) })
    if let known = comparisons.withLock({ $0[key] }) { return known }
    let cells = try guarded {
      let comparison = LevelComparison(
        try plans.map { try problem($0) }, published: published,
        minimum: plans[0].minimumFrequency)
      let together = try TableSetProtection(
        zip(plans, comparison.problems).map { plan, problem in
          TableSetProtection.Member(
            plan: plan, problem: problem, sums: CodeSums(plan, package: source.package))
        }, package: source.package, count: { try self.backend.count($0) }
      ).protect()
      // A cell has one value wherever it is shown.
      return zip(together, published).map { together, own in
        zip(together, own).map { $0 == .confidential ? .confidential : $1 }
      }
    }
    comparisons.withLock { $0[key] = cells }
    return cells
  }

  private func plans(
    of query: CohortQuery, at levels: [LinkLevel]
  ) throws(ServiceError) -> [TablePlan] {
    guard !levels.isEmpty, Set(levels).count == levels.count else {
      throw .refused(QueryProblem("Name the link levels to be compared, each once."))
    }
    var plans: [TablePlan] = []
    for level in levels {
      var asked = query
      asked.linkLevel = level
      do {
        plans.append(
          try TablePlan(asked, package: source.package, session: session).inCanonicalOrder)
      } catch {
        throw .refused(error)
      }
    }
    guard query.pilot != LinkageResource.name else {
      throw .refused(
        QueryProblem(
          "Figures on the links themselves are not put side by side for several link levels. Ask for"
            + " one of them."))
    }
    guard plans[0].counting == .persons else {
      throw .refused(
        QueryProblem(
          "Link levels are compared for persons, shares and medians. Leave the events or the unit out,"
            + " or ask for one level."))
    }
    return plans
  }

  private static func name(of levels: [LinkLevel]) -> String {
    "this table at link levels " + levels.map(\.rawValue).joined(separator: ", ")
  }

  private static func note(minimum: Int) -> String {
    "Hidden at every link level: cells that one level hides, and cells of which levels differ by 1 to"
      + " \(minimum - 1) persons."
  }
}
