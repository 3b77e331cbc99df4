/// The cheapest pattern, by branch and cut: the relaxation is cut until it keeps all targets open,
/// then solved in whole numbers by CBC; what the whole pattern leaves closed is cut off, and so on
/// until nothing is. Every cut holds for every safe pattern, so the last pattern is optimal.
///
/// Source: M. Fischetti and J. J. Salazar-González, "Solving the Cell Suppression Problem on Tabular
/// Data with Linear Constraints", *Management Science* 47 (2001) 1008–1027.
struct PatternSearch {
  enum Outcome {
    case optimal([Bool])
    /// No pattern keeps the targets open.
    case none
    /// Out of work.
    case undecided
  }

  /// Simplex iterations and nodes that may be spent.
  let work: Int
  private let attacker: PatternAttacker
  private let cover: CoverProgram
  private let costs: [Double]
  private var targets: [PatternProblem.Target]
  private(set) var cuts: [CapacityCut] = []
  private var isKnown: Set<CapacityCut> = []
  /// Spent in CBC.
  private var spent = 0
  private(set) var nodes = 0

  var iterations: Int { attacker.iterations + cover.iterations + spent }

  init(_ problem: PatternProblem, work: Int) {
    self.work = work
    attacker = PatternAttacker(problem)
    cover = CoverProgram(costs: problem.costs)
    costs = problem.costs
    targets = problem.targets
  }

  /// Adds targets, as from an audit.
  mutating func require(_ more: [PatternProblem.Target]) { targets += more }

  /// The targets among some that a pattern leaves closed.
  func closed(_ candidates: [PatternProblem.Target], in pattern: [Bool]) -> [PatternProblem.Target]
  {
    let point = pattern.map { $0 ? 1.0 : 0 }
    return candidates.filter {
      !attacker.brokenCuts(of: [$0], at: point, isWhole: true).isEmpty
    }
  }

  /// Adds cuts that are not known yet; false where there are none.
  @discardableResult
  mutating func add(_ found: [CapacityCut]) -> Bool {
    let fresh = found.filter { isKnown.insert($0).inserted }
    guard !fresh.isEmpty else { return false }
    cover.add(fresh)
    cuts += fresh
    return true
  }

  mutating func optimum() -> Outcome {
    while iterations < work {
      guard let relaxed = tightened() else {
        return iterations < work ? .none : .undecided
      }
      let pattern: [Bool]
      if relaxed.allSatisfy({ $0 < 1e-6 || $0 > 1 - 1e-6 }) {
        pattern = relaxed.map { $0 > 0.5 }
      } else {
        let (answer, nodes, iterations) = MixedProgram(
          costs: costs, cuts: cuts, nodeLimit: max(1, work - iterations)
        ).solve()
        self.nodes += nodes
        spent += iterations + nodes
        switch answer {
        case .optimal(let found): pattern = found
        case .infeasible: return .none
        case .undecided: return .undecided
        }
      }
      let broken = attacker.brokenCuts(
        of: targets, at: pattern.map { $0 ? 1 : 0 }, isWhole: true)
      if broken.isEmpty { return .optimal(pattern) }
      // A pattern that breaks a cut which is known already is a matter of tolerances.
      guard add(broken) else { return .undecided }
    }
    return .undecided
  }

  /// The optimum of the relaxation once no target's cut is clearly broken by it.
  private mutating func tightened() -> [Double]? {
    while let point = cover.minimum(), iterations < work {
      let broken = attacker.brokenCuts(of: targets, at: point, isWhole: false)
      guard add(broken) else { return point }
    }
    return nil
  }
}
