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
    /// stage is in one of them, and what windows say of several steps together is in `limits`.
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

/// What windows that are counted from the index say of several steps of a pathway together: who took
/// long to one stage cannot have taken long to the next.
///
/// A step is admitted where, whatever the bins of the steps admitted before it, each of its own bins
/// that is possible by itself still is. Then the times of different steps can be matched with one
/// another at will, person by person, and the stages alone tie them.
///
/// Where that fails for the last such bin alone, and one or two steps come before it, whether times can
/// be matched is a question of a flow from the bins of the one through those of the other into that
/// bin; by the theorem of Ford and Fulkerson (1956) they can where no cut is smaller. What may stand
/// beside what depends on the sum of days alone, so that few cuts matter: the *limits*.
private struct StepWindows {
  private let pilot: Pilot
  private let package: DataPackage
  /// Days from the first index there can be to the end of what is observed.
  private let observed: Int
  /// The most of the least days that the bins admitted so far leave between index and stage.
  private var longest = 0
  /// Of the steps looked at so far, the least days of their bins, where they are admitted.
  private var admitted: [[Int]?] = []
  private(set) var limits: [TimesBeside.Limit] = []
  /// A window leaves less than that: then the steps before it cannot be matched at will either.
  private(set) var isContradictory = false

  init(pilot: Pilot, package: DataPackage) {
    self.pilot = pilot
    self.package = package
    let end = pilot.followUp.until ?? package.period.last
    observed = Int(end.rawValue - package.period.first.rawValue)
  }

  /// - Parameter bounds: codes of the bins, ascending.
  mutating func admit(from: String, to: String, bounds: [String]) -> Bool {
    let least = leastDays(from: from, to: to, bounds: bounds)
    admitted.append(least)
    return least != nil
  }

  /// The least days of the bins that are possible by themselves; nil where the step is not admitted.
  private mutating func leastDays(from: String, to: String, bounds: [String]) -> [Int]? {
    guard let start = pilot.stages.firstIndex(where: { $0.name == from }),
      let end = pilot.stages.firstIndex(where: { $0.name == to }), start < end
    else { return nil }
    for stage in start + 1...end where longest > mostFromIndex(stage) { isContradictory = true }
    // Who has no date is in no bin, and of stages that are passed over windows are not looked at.
    guard end == start + 1, isDated(pilot.stages[end]) else { return nil }
    let fromIndex = mostFromIndex(end)
    let most = min(fromIndex, pilot.stages[end].window.map(Self.days) ?? .max)
    var least = [0]
    for code in bounds.dropLast() {
      guard let bound = Int(code), bound < most else { break }
      least.append(bound + 1)
    }
    let last = least[least.count - 1]
    // Nobody can have been so long on the way: steps that took long before would exclude it.
    guard longest + last <= observed else { return nil }
    if longest + last <= fromIndex {
      longest += last
      return least
    }
    guard least.count > 1, longest + least[least.count - 2] <= fromIndex, limits.isEmpty,
      limit(bin: least.count - 1, to: fromIndex - last)
    else { return nil }
    longest = fromIndex
    return least
  }

  /// Notes that who is in the bin of the next step has at most so many days before it. False where more
  /// than two steps come before.
  private mutating func limit(bin: Int, to days: Int) -> Bool {
    typealias Bin = TimesBeside.Limit.Bin
    let before = admitted.indices.compactMap { step in admitted[step].map { (step, $0) } }
    func early(_ step: Int, _ least: [Int], _ isEarly: (Int) -> Bool) -> [Bin] {
      least.indices.filter { isEarly(least[$0]) }.map { Bin(step: step, bin: $0) }
    }
    let late = Bin(step: admitted.count, bin: bin)
    guard let (last, own) = before.last, before.count <= 2, before.count == admitted.count else {
      return false
    }
    if before.count == 1 {
      limits.append(TimesBeside.Limit(late: late, early: early(last, own) { $0 <= days }))
      return true
    }
    let (first, others) = before[0]
    for least in others {
      limits.append(
        TimesBeside.Limit(
          late: late,
          early: early(first, others) { $0 < least } + early(last, own) { $0 + least <= days }))
    }
    return true
  }

  private static func days(_ window: Window) -> Int { SpanLength([window.span]).days.upperBound }

  /// How many days after the index a stage is reached at the latest.
  private func mostFromIndex(_ stage: Int) -> Int {
    guard let window = pilot.stages[stage].window, isDated(pilot.stages[stage]),
      window.anchor == .index || stage == 1
    else { return .max }
    return Self.days(window)
  }

  private func isDated(_ stage: Stage) -> Bool {
    guard let event = stage.event.flatMap({ pilot.event($0) }) else { return false }
    return event.dateField ?? package.resource(event.resource)?.dateField != nil
  }
}
