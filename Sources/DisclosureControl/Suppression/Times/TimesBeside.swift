import CohortModel

/// The tables of days that stand beside a pathway's table: one for each stage that it shows after its
/// first, of the time since the stage shown before, with the pathway's own groups and conditions. From
/// definitions alone.
package struct TimesBeside: Sendable {
  /// One of the tables.
  package struct Step: Sendable {
    /// In canonical order: the pathway's dimensions, with the elapsed days in the place of the stages.
    package var plan: TablePlan
    /// The place of the elapsed days among its dimensions.
    package var elapsed: Int
    /// Nodes of the elapsed days: of those who came to the later stage, and of the bins.
    package var reached: Int
    package var bins: [Int]
    /// The node of the later stage in the pathway's table.
    package var stage: Int
    /// Its bins can be protected beside the pathway and the steps before: everyone who came to the
    /// stage is in one of them, and what windows say of several steps together is in `limits`. Where
    /// not, they are hidden and no part of what is protected together.
    package var canBeShown: Bool
  }

  /// What windows say of several steps: in every group no more persons are in the bin of a step than in
  /// some bins of the steps before it, for nobody else can have come to the stage so late.
  package struct Limit: Hashable, Sendable {
    package struct Bin: Hashable, Sendable {
      package var step: Int
      /// Its place among the step's bins.
      package var bin: Int
    }

    package var late: Bin
    package var early: [Bin]
  }

  /// The pathway's table, in canonical order.
  package private(set) var pathway: TablePlan
  /// The place of the stages among its dimensions.
  package let stages: Int
  /// In the order of the stages.
  package private(set) var steps: [Step]
  package let limits: [Limit]

  /// - Parameters:
  ///   - pathway: in canonical order.
  ///   - plan: makes a query's plan.
  /// - Throws: `QueryProblem` where the table is no pathway, and whatever `plan` throws.
  package init(
    _ pathway: TablePlan, package: DataPackage,
    plan: (CohortQuery) throws(QueryProblem) -> TablePlan
  ) throws(QueryProblem) {
    let refusal = QueryProblem(
      "Times stand beside a pathway: persons by the stages that they reached as rows, and nothing else"
        + " by the stages. Ask for the times by themselves (measure median STAGE to STAGE).")
    guard pathway.counting == .persons, pathway.query.rows.count == 1,
      let pilot = package.pilot(pathway.query.pilot), let first = pilot.stages.first,
      let stages = pathway.dimensions.firstIndex(where: { $0.source == .stage }),
      let rows = pathway.axes.first(where: { $0.role == .row }),
      rows.entries.allSatisfy({ Set($0.nodes.keys).isSubset(of: [stages]) }),
      pathway.fixedNodes[stages] == nil
    else { throw refusal }
    self.pathway = pathway
    self.stages = stages
    let structure = pathway.dimensions[stages].structure
    var shown: [(name: String, node: Int)] = [(first.name, 0)]
    for entry in rows.entries {
      guard let node = entry.nodes[stages], node != 0,
        pilot.stages.contains(where: { $0.name == structure.nodes[node].code })
      else { continue }
      shown.append((structure.nodes[node].code, node))
    }
    var windows = StepWindows(pilot: pilot, package: package)
    var steps: [Step] = []
    for place in shown.indices.dropFirst() {
      let (from, to) = (shown[place - 1].name, shown[place].name)
      var query = pathway.query
      query.rows = []
      query.measure = .median(from: from, to: to)
      var plan = try plan(query).inCanonicalOrder
      plan.minimumFrequency = max(plan.minimumFrequency, pathway.minimumFrequency)
      guard let elapsed = plan.dimensions.firstIndex(where: { $0.source.isElapsed }),
        let reached = plan.dimensions[elapsed].structure.node("reached")
      else { throw refusal }
      var others = pathway.dimensions
      others.remove(at: stages)
      var own = plan.dimensions
      own.remove(at: elapsed)
      guard others == own else { throw refusal }
      let nodes = plan.dimensions[elapsed].structure.nodes
      let bins = nodes.indices.filter { nodes[$0].parent == reached }
      let bounds = bins.map { plan.dimensions[elapsed].slotCodes[nodes[$0].slots[0]].first ?? "" }
      steps.append(
        Step(
          plan: plan, elapsed: elapsed, reached: reached, bins: bins, stage: shown[place].node,
          canBeShown: windows.admit(from: from, to: to, bounds: bounds)))
    }
    windows.finish()
    if windows.isContradictory || !Self.isTimeless(pathway, but: stages, of: pilot) {
      for step in steps.indices { steps[step].canBeShown = false }
    }
    self.steps = steps
    limits = windows.limits
  }

  /// Whether no group and no filter says when something was, or whether it was in time: that would tie
  /// the days of several steps by more than the stages and their windows do.
  private static func isTimeless(_ pathway: TablePlan, but stages: Int, of pilot: Pilot) -> Bool {
    pathway.dimensions.enumerated().allSatisfy { number, dimension in
      switch dimension.source {
      case .stage: return number == stages
      case .history: return true
      case .milestone, .outcome, .elapsed, .period: return false
      case .variable(let name):
        guard let variable = pilot.variables.first(where: { $0.name == name }) else { return false }
        switch variable.derivation {
        case .value: if case .calendar = variable.coding { return false } else { return true }
        case .count(_, .before), .daysSince: return true
        case .count, .distinct, .daysTo: return false
        }
      }
    }
  }

  /// The minimum under which the pathway was published, and by how many bases at most its values were
  /// moved so that they add up.
  package mutating func take(minimum: Int, additiveSteps: Int?) {
    pathway.minimumFrequency = minimum
    pathway.profile.additiveSteps = additiveSteps
    for step in steps.indices {
      steps[step].plan.minimumFrequency = max(steps[step].plan.minimumFrequency, minimum)
    }
  }
}

extension PlannedDimension.Source {
  fileprivate var isElapsed: Bool {
    if case .elapsed = self { true } else { false }
  }
}
