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
    var cubes: [PublishedCube] = []
    for plan in plans { cubes.append(try publishedCube(plan)) }
    let minimum = cubes.map(\.minimumFrequency).max() ?? 1
    for index in plans.indices { plans[index].minimumFrequency = minimum }
    let own =
      plans.firstIndex { $0.linkLevel == query.linkLevel ?? source.package.defaultLinkLevel } ?? 0
    // Noise does not depend on what else is shown; it is limited by the number of breakdowns.
    let shown =
      plans[0].profile.cellKey == nil
      ? try sideBySide(plans, published: cubes.map(\.cells), own: own)
      : LevelsShown(
        cells: Dictionary(uniqueKeysWithValues: cubes.map(\.cells).enumerated().map { ($0, $1) }))
    let beside = shown.cells.keys.sorted()
    return beside.map { index in
      var plan = plans[index]
      plan.profile.additiveSteps = cubes[index].additiveSteps
      var table = TableAssembly(
        plan: plan, package: source.package, release: source.release, session: session,
        sets: cubes[index].sets
          + (beside.count > 1 ? [Self.name(of: beside.map { levels[$0] })] : [])
      ).table(of: shown.cells[index] ?? [])
      if beside.count > 1, plan.profile.cellKey == nil {
        table.legend.append(LegendEntry(sign: "", meaning: Self.note(minimum: minimum)))
      }
      if index == own {
        table.heading.otherLevels = levels.indices.compactMap { other in
          shown.bounds[other].map { LevelBound(level: levels[other], persons: $0) }
        }
      }
      return table
    }
  }

  /// Which levels are shown with their figures, beside the one that was asked for. Of the others it is
  /// told how far they are from it at most (`LevelDistance`):
  ///
  /// - where no number differs by the minimum or more: all figures beside each other would be hidden
  ///   but for those that are the same;
  /// - where side by side (`LevelComparison`) nothing of what differs more could be shown, or less than
  ///   half of the table.
  private func sideBySide(
    _ plans: [TablePlan], published: [[CellValue]], own: Int
  ) throws(ServiceError) -> LevelsShown {
    let key = LevelComparison.Key(cubes: plans.map { CubeKey($0) }, own: own)
    if let known = comparisons.withLock({ $0[key] }) { return known }
    let shown = try guarded {
      let problems = try plans.map { try problem($0) }
      let minimum = plans[own].minimumFrequency
      let bounds = problems.map {
        LevelDistance.bound(
          of: problems[own].values, published: published[own], from: $0.values, minimum: minimum)
      }
      var beside = plans.indices.filter { $0 == own || bounds[$0] > minimum }
      var cells = [published[own]]
      while beside.count > 1 {
        cells = try together(
          beside.map { plans[$0] }, beside.map { problems[$0] },
          published: beside.map { published[$0] })
        let mine = cells[beside.firstIndex(of: own) ?? 0]
        let useless = beside.indices.filter { place in
          beside[place] != own
            && !Self.tells(
              cells[place], beside: mine, ofAll: published[own], minimum: minimum)
        }
        guard let last = useless.last else { break }
        beside.remove(at: last)
        cells = [published[own]]
      }
      var shown = LevelsShown()
      for (place, index) in beside.enumerated() { shown.cells[index] = cells[place] }
      for index in plans.indices where shown.cells[index] == nil {
        shown.bounds[index] = bounds[index]
      }
      return shown
    }
    comparisons.withLock { $0[key] = shown }
    return shown
  }

  /// Whether a level beside the table's own shows something that differs, without hiding most of it.
  private static func tells(
    _ cells: [CellValue], beside own: [CellValue], ofAll published: [CellValue], minimum: Int
  ) -> Bool {
    let pairs = zip(cells, own).compactMap { cell, own -> Int? in
      guard case .count(let cell) = cell, case .count(let own) = own else { return nil }
      return abs(cell - own)
    }
    let whole = published.count { if case .count = $0 { true } else { false } }
    return pairs.count * 2 >= whole && pairs.contains { $0 >= max(1, minimum) }
  }

  /// Per level what is published of every cell of the cube where they stand side by side.
  private func together(
    _ plans: [TablePlan], _ problems: [ProtectionProblem], published: [[CellValue]]
  ) throws -> [[CellValue]] {
    let comparison = LevelComparison(
      problems, published: published, minimum: plans[0].minimumFrequency)
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
