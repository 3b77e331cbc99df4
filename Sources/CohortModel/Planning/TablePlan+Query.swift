extension TablePlan {
  /// Resolves a query against a package's descriptors. Never looks at data.
  ///
  /// - Parameters:
  ///   - session: who asks, on which project; nil where the package needs no session.
  ///   - today: the day on which accreditation, project and agreements have to be in force.
  /// - Throws: what does not exist (with the nearest name), is not allowed by project, agreements or
  ///   safeguards, or is more than the policy lets a table be. Depends on descriptors and policy
  ///   alone.
  public init(
    _ query: CohortQuery, package: DataPackage, session: Session? = nil,
    today: CalendarDay = .today
  ) throws(QueryProblem) {
    do throws(QueryFault) {
      try self.init(
        resolving: query, package: package, session: session, today: today, authorises: true)
    } catch {
      throw error.problem
    }
  }

  /// - Parameter authorises: whether it is decided here that the query may be asked.
  init(
    resolving query: CohortQuery, package: DataPackage, session: Session?, today: CalendarDay,
    authorises: Bool
  ) throws(QueryFault) {
    let resolver = try QueryResolver(query, package: package)
    let pilot = resolver.pilot
    let measure = try PlannedMeasure(resolver)
    let uses = QueryUses(resolver)
    let authorisation = Authorisation(resolver: resolver, session: session, today: today)
    let agreements = authorises ? try authorisation.check(uses) : []

    let policy = package.policy
    let profile = policy.profile(for: pilot.name)
    let crossing = resolver.subjects.filter { $0.depth != nil }.count
    if crossing > policy.maximumDimensions {
      throw QueryFault(
        "A table may cross \(policy.maximumDimensions) variables; this one crosses \(crossing)."
          + " Leave some out.",
        at: .whole)
    }

    var dimensions: [PlannedDimension] = []
    var nodes: [(filter: Int, comparison: Int)] = []
    for subject in resolver.subjects {
      let (dimension, filter, comparison) = subject.planned()
      dimensions.append(dimension)
      nodes.append((filter, comparison))
    }
    var fixedNodes: [Int: Int] = [:]
    if let period = resolver.query.period {
      fixedNodes[dimensions.count] = 1
      dimensions.append(.period(period))
    }
    for event in resolver.query.history {
      fixedNodes[dimensions.count] = event.isNegated ? 2 : 1
      dimensions.append(.history(event, pilot: pilot))
    }
    let measureNumber = dimensions.count
    let ownDimensions = measure.dimensions(policy: policy)
    dimensions += ownDimensions
    try TablePlan.checkCellKey(profile, counting: measure.counting, dimensions: dimensions)
    try TablePlan.checkSharedRecords(dimensions, pilot: pilot, package: package)
    try TablePlan.checkSize(
      dimensions, outcomesSideBySide: measure.outcomes.count, policy: policy)

    var axes: [PlannedAxis] = []
    for (role, variables) in [
      (AxisRole.page, resolver.query.pages), (.row, resolver.query.rows),
      (.column, resolver.query.columns),
    ] {
      for variable in variables {
        guard let number = resolver.number(of: variable.name) else { continue }
        let subject = resolver.subjects[number]
        axes.append(
          PlannedAxis(
            role: role, name: variable.name, label: subject.subject.label,
            entries: subject.entries(
              of: dimensions[number], at: number, total: nodes[number].filter)))
      }
    }
    for (number, subject) in resolver.subjects.enumerated() where subject.depth == nil {
      if resolver.query.comparison == nil
        || (subject.name == "stage" && resolver.query.stage != nil)
      {
        fixedNodes[number] = nodes[number].filter
      }
    }
    if resolver.query.comparison != nil {
      let compared = resolver.subjects.indices.filter {
        resolver.subjects[$0].depth == nil && fixedNodes[$0] == nil
      }
      guard compared.contains(where: { nodes[$0].filter != nodes[$0].comparison }) else {
        throw QueryFault("Both groups of the comparison are the same.", at: .whole)
      }
      axes.append(.groups(compared, nodes: nodes, dimensions: dimensions))
    }
    axes.append(measure.axis(first: measureNumber, dimensions: ownDimensions))

    let minima =
      authorisation.minima
      + ([pilot.minimumFrequency] + agreements.map(\.minimumFrequency))
      .compactMap { $0 }
    self.init(
      query: resolver.query, linkLevel: resolver.query.linkLevel ?? package.defaultLinkLevel,
      counting: measure.counting, dimensions: dimensions, fixedNodes: fixedNodes, axes: axes,
      minimumFrequency: profile.soundMinimum(
        from: minima.reduce(profile.minimumFrequency, max)),
      profile: profile, definitions: measure.definitions(resolver),
      unit: measure.unit(pilot), datasets: uses.resources.map(\.title),
      resources: uses.resources.map(\.name),
      followUp: FollowUpRule(resolver, measure: measure, first: measureNumber))
    try checkFollowUp(measure)
    notes = measure.notes + followUpNotes(measure)
  }

  /// Limits on what is protected as one problem. They depend on code lists and policy only.
  private static func checkSize(
    _ dimensions: [PlannedDimension], outcomesSideBySide: Int, policy: DisclosurePolicy
  ) throws(QueryFault) {
    let most = policy.maximumDimensions + 2
    if dimensions.count > most {
      throw QueryFault(
        "With its filters and conditions this table has \(dimensions.count) dimensions, and the"
          + " policy allows \(most). Leave out filters or conditions, or show fewer outcomes side by"
          + " side.",
        at: .whole)
    }
    var cells = 1
    for dimension in dimensions {
      let (product, overflow) = cells.multipliedReportingOverflow(
        by: dimension.structure.nodes.count)
      cells = overflow ? .max : product
    }
    // Of outcomes side by side far more is protected than shown.
    let isSideBySide = outcomesSideBySide > 1
    let mostCells =
      isSideBySide ? policy.maximumCells / Measure.sideBySideShare : policy.maximumCells
    guard cells > mostCells else { return }
    let largest = dimensions.max {
      $0.structure.nodes.count < $1.structure.nodes.count
    }
    let fewer =
      isSideBySide
      ? " Several outcomes are protected in their full crossing: show fewer of them side by side."
      : ""
    let advice = largest.map {
      " Most come from \($0.label.quoted) (\($0.structure.nodes.count) codes and totals): show"
        + " fewer levels, group its codes, or leave it out."
    }
    throw QueryFault(
      "With totals this table has \(cells == .max ? "too many" : "\(cells)") cells, and the policy"
        + " allows \(mostCells). That follows from code lists alone, not from records."
        + (advice ?? "") + fewer,
      at: .whole)
  }
}

extension PlannedDimension {
  fileprivate static func period(_ period: Period) -> PlannedDimension {
    let cut = CodeTree.period(period).cut(depth: 1, sets: [])
    return PlannedDimension(
      source: .period(period), label: "Index event", slotCodes: cut.slotCodes,
      structure: cut.structure)
  }

  fileprivate static func history(_ event: EarlierEvent, pilot: Pilot) -> PlannedDimension {
    let cut = CodeTree.history(event.event).cut(depth: 1, sets: [])
    var plain = event
    plain.isNegated = false
    let label = pilot.event(event.event)?.label ?? event.event
    let unit = event.within.unit.rawValue
    let span = event.within.count == 1 ? String(unit.dropLast()) : "\(event.within.count) \(unit)"
    return PlannedDimension(
      source: .history(plain),
      label: "\(label) in the \(span) before",
      slotCodes: cut.slotCodes, structure: cut.structure)
  }
}

extension PlannedAxis {
  /// The two groups of a comparison. What one of them does not filter is whole in it.
  fileprivate static func groups(
    _ numbers: [Int], nodes: [(filter: Int, comparison: Int)], dimensions: [PlannedDimension]
  ) -> PlannedAxis {
    func entry(_ code: String, _ node: (Int) -> Int) -> PlannedEntry {
      var fixed: [Int: Int] = [:]
      var phrases: [String] = []
      for number in numbers {
        fixed[number] = node(number)
        if node(number) != 0 {
          phrases.append(dimensions[number].phrase(of: node(number)))
        }
      }
      return PlannedEntry(
        code: code, label: phrases.isEmpty ? "Everyone" : phrases.joined(separator: "; "),
        depth: 1, nodes: fixed)
    }
    return PlannedAxis(
      role: .column, name: "group", label: "Group",
      entries: [entry("where") { nodes[$0].filter }, entry("versus") { nodes[$0].comparison }])
  }
}
