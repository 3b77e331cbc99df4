import CohortModel
import Tables

/// Chooses which safe cells are hidden as well, so that what is published of the others gives no
/// unsafe cell away.
///
/// A greedy heuristic with the attacker as oracle: where an unsafe cell cannot go far enough, the
/// dual values of its programme tell which published bounds stop it and how much each holds back; the
/// one that gives most for its cost is hidden, and so on. Hiding only ever widens what is possible,
/// so a cell once wide enough stays so, and each cell is done once. Then a pass publishes again what
/// proves unnecessary. Deterministic: ties go to the lower cell number, which follows identity.
///
/// For tables in which there are switches `SwitchSuppression` does the same at a fraction of the cost,
/// and programmes only what no switch does.
///
/// What it returns is a proposal: only an audit makes it a protected table.
struct ComplementarySuppression {
  let problem: ProtectionProblem
  private let rounding: RoundingRule
  private let reading: PublishedReading
  private let point: [Int]
  private let attacker: TableAttacker
  private(set) var isHidden: [Bool]
  private var work: WorkBudget
  /// Iterations of programmes that are gone.
  private var spent = 0

  init(
    problem: ProtectionProblem, system: AttackSystem, point: [Int], rounding: RoundingRule,
    reading: PublishedReading, work: WorkBudget
  ) {
    self.problem = problem
    self.rounding = rounding
    self.reading = reading
    self.point = point
    self.work = work
    isHidden = (0..<problem.cellCount).map(problem.isHiddenFromTheStart)
    let hidden = isHidden
    let intervals = (0..<problem.cellCount).map {
      hidden[$0]
        ? .hidden
        : problem.interval(of: $0, published: rounding.published(problem.values[$0]), reading)
    }
    attacker = TableAttacker(system: system, intervals: intervals)
  }

  /// What is published of a cell as things stand.
  func published(_ cell: Int) -> CellValue {
    isHidden[cell] ? .confidential : rounding.published(problem.values[cell])
  }

  /// Simplex iterations so far.
  var iterations: Int { attacker.iterations + spent }

  private var isExhausted: Bool { iterations >= work.iterations }

  /// Hides until every requirement's ends are within reach. False where the work budget ran out.
  ///
  /// - Parameter cells: the cells whose requirements are looked at; nil: all.
  mutating func widen(_ cells: Set<Int>? = nil) -> Bool {
    let requirements = problem.requirements.filter { cells?.contains($0.cell) ?? true }
    return TableAttacker.Direction.allCases.allSatisfy { widen($0, requirements) }
  }

  private func end(_ requirement: Requirement, _ direction: TableAttacker.Direction) -> Int {
    direction == .greatest ? requirement.range.upperBound : requirement.range.lowerBound
  }

  private func isAttained(
    _ requirement: Requirement, _ direction: TableAttacker.Direction, _ value: Double
  ) -> Bool {
    direction == .greatest
      ? value >= Double(requirement.range.upperBound) - TableAttacker.tolerance
      : value <= Double(requirement.range.lowerBound) + TableAttacker.tolerance
  }

  private mutating func widen(
    _ direction: TableAttacker.Direction, _ requirements: [Requirement]
  ) -> Bool {
    var open = requirements.filter {
      !isAttained($0, direction, Double(problem.values[$0.cell]))
    }
    while open.count > 1 {
      guard attacker.approach(open.map { ($0.cell, end($0, direction), direction) }) else { break }
      let before = open.count
      open.removeAll { isAttained($0, direction, attacker.value(ofCell: $0.cell)) }
      if before - open.count < max(1, before / 4) { break }
    }
    while let requirement = open.popLast() {
      while true {
        if isExhausted { return false }
        let cell = requirement.cell
        guard
          case .attained(let value, let bindings) = attacker.reach(
            cell, direction, limit: end(requirement, direction))
        else { return false }
        if isAttained(requirement, direction, value) { break }
        let need = abs(Double(end(requirement, direction)) - value)
        guard hideBest(of: bindings, need: need) else { return false }
      }
      open.removeAll { isAttained($0, direction, attacker.value(ofCell: $0.cell)) }
    }
    return true
  }

  /// Hides the cell that gives most for its cost, of those that stand in the way.
  mutating func hideBest(of bindings: [TableAttacker.Binding], need: Double) -> Bool {
    var best: (score: Double, cell: Int)?
    for binding in bindings where canHide(binding.cell) {
      let interval = attacker.intervals[binding.cell]
      let room = binding.isLower ? Double(interval.lower) : Double.infinity
      let gain = min(need, binding.weight * room)
      let score = gain / Double(problem.costs[binding.cell])
      if best.map({ score > $0.score || (score == $0.score && binding.cell < $0.cell) }) ?? true {
        best = (score, binding.cell)
      }
    }
    guard let best else { return false }
    hide(best.cell)
    return true
  }

  func canHide(_ cell: Int) -> Bool {
    !isHidden[cell] && problem.statuses[cell] != .publishedZero && !problem.known.contains(cell)
  }

  mutating func hide(_ cell: Int) {
    isHidden[cell] = true
    attacker.setInterval(.hidden, ofCell: cell)
  }

  /// What the attacker will read of a cell once it is published.
  func interval(publishing cell: Int) -> PublishedInterval {
    reading.interval(rounding.published(problem.values[cell]))
  }

  mutating func publish(_ cell: Int) {
    isHidden[cell] = false
    attacker.setInterval(interval(publishing: cell), ofCell: cell)
  }

  /// The cheapest published cell that shares a relation with a cell.
  func cheapestNeighbour(of cell: Int) -> Int? {
    problem.relations
      .filter { $0.whole == cell || $0.parts.contains(cell) }
      .flatMap { $0.parts + [$0.whole] }
      .filter(canHide)
      .min { (problem.costs[$0], $0) < (problem.costs[$1], $1) }
  }

  /// Allows so much work on top of what was done.
  mutating func grant(_ more: WorkBudget) {
    work.iterations = iterations + more.iterations
  }

  /// Hides every cell that leaves so many dimensions whole.
  mutating func hideAll(withWholes wholes: ClosedRange<Int>) {
    for cell in 0..<problem.cellCount
    where canHide(cell) && wholes.contains(problem.space.wholeCount(of: cell)) { hide(cell) }
  }

  /// Hides everything that is not a zero known to everyone: the coarsest proposal there is.
  mutating func hideEverything() {
    for cell in 0..<problem.cellCount where canHide(cell) { hide(cell) }
  }

  // MARK: Publishing again

  /// Publishes again, dearest first, what the requirements turn out not to need. Works with the
  /// databases nearest to the true one, which change few cells and so outlast most publications.
  mutating func publishAgain() {
    let candidates = (0..<problem.cellCount)
      .filter { isHidden[$0] && !problem.isHiddenFromTheStart($0) && problem.contributors[$0] > 0 }
      .sorted { (-problem.costs[$0], $0) < (-problem.costs[$1], $1) }
    guard !candidates.isEmpty else { return }
    let nearest = NearestDatabase(
      system: attacker.system, intervals: attacker.intervals, point: point)
    defer { spent += nearest.iterations }
    var witnesses = Witnesses(problem.requirements)
    func seek(_ requirement: Requirement, _ direction: TableAttacker.Direction) -> Bool {
      let demand =
        direction == .greatest
        ? PublishedInterval(requirement.range.upperBound, nil)
        : PublishedInterval(0, requirement.range.lowerBound)
      guard nearest.solve(within: [(requirement.cell, demand)]) else { return false }
      witnesses.add(
        for: requirement.cell, direction, values: candidates.map { nearest.value(ofCell: $0) })
      return true
    }
    for direction in [TableAttacker.Direction.greatest, .least] {
      for requirement in problem.requirements
      where !isAttained(requirement, direction, Double(problem.values[requirement.cell])) {
        guard seek(requirement, direction) else { return }
      }
    }
    for (place, cell) in candidates.enumerated() {
      if nearest.iterations >= work.iterationsToPublishAgain { return }
      let interval = interval(publishing: cell)
      nearest.setInterval(interval, ofCell: cell)
      let lost = witnesses.remove(outside: interval, place: place)
      var isNeeded = false
      for (index, witness) in lost.enumerated() where !isNeeded {
        if !seek(problem.requirements[witness.requirement], witness.direction) {
          isNeeded = true
          witnesses.restore(Array(lost[index...]))
        }
      }
      if isNeeded {
        nearest.setInterval(.hidden, ofCell: cell)
      } else {
        publish(cell)
      }
    }
  }
}

/// How much work a table may cost, in simplex iterations: the same on every machine and every day.
struct WorkBudget: Sendable {
  var iterations: Int
  /// Of the pass that publishes again what is not needed, on top.
  var iterationsToPublishAgain: Int
}
