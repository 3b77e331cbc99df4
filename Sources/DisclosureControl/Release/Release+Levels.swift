import CohortModel
import Crypto
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
      try checkFormat(format)
      return try protected(query, at: levels, kind: kind, format: format)
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
    let own =
      plans.firstIndex { $0.linkLevel == query.linkLevel ?? source.package.defaultLinkLevel } ?? 0
    // Noise does not depend on what else is shown; it is limited by the number of breakdowns.
    let isNoisy = plans[own].profile.cellKey != nil
    var tables: [ProtectedTable] = []
    for index in plans.indices where isNoisy || index == own {
      let cube = try publishedCube(plans[index])
      plans[index].minimumFrequency = cube.minimumFrequency
      let distances = isNoisy ? [] : try distances(plans, own: own)
      var plan = plans[index]
      plan.profile.additiveSteps = cube.additiveSteps
      var table = TableAssembly(
        plan: plan, package: source.package, release: source.release, session: session,
        sets: cube.sets
      ).table(of: cube.cells)
      if !isNoisy {
        table.heading.otherLevels = levels.indices.filter { $0 != own }.map {
          OtherLevel(
            level: levels[$0], persons: distances[$0],
            noise: LevelDistance.standardDeviation(scale: plan.minimumFrequency))
        }
      }
      tables.append(table)
    }
    return tables
  }

  /// Per level about how far it is from the one that was asked for.
  private func distances(
    _ plans: [TablePlan], own: Int
  ) throws(ServiceError) -> [Int] {
    let key = LevelDistance.Key(cubes: plans.map { CubeKey($0) }, own: own)
    if let known = levelDistances.withLock({ $0[key] }) { return known }
    let distances = try guarded {
      let values = try plans.map { try problem($0).values }
      return values.indices.map { other in
        LevelDistance.told(
          of: values[own], from: values[other],
          number: number(ofDistanceBetween: [plans[own], plans[other]]),
          minimum: plans[own].minimumFrequency)
      }
    }
    levelDistances.withLock { $0[key] = distances }
    return distances
  }

  /// What the noise is made of: the same from either level.
  private func number(ofDistanceBetween plans: [TablePlan]) -> Double {
    let both = plans.sorted { $0.linkLevel.rawValue < $1.linkLevel.rawValue }
    return CellIdentity(
      plan: both[0], release: source.release, space: CellSpace(both[0].dimensions)
    ).keyedNumber(
      ofCubeFor: SymmetricKey(data: source.secret),
      purpose: [LevelDistance.purpose, both[1].linkLevel.rawValue])
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
}
