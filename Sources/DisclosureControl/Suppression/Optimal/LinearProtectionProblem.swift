/// A table of real values to be protected, without a plan: magnitudes, and tables of other software.
///
/// Cells, how they add up, what the attacker knows beforehand, and how far the unsafe ones must stay
/// open. Values need not be whole, and no cell has to be shown: a cell that other cells are sums of and
/// that is in no table is hidden from the start.
package struct LinearProtectionProblem: Sendable {
  package enum Status: Hashable, Sendable {
    /// May be hidden.
    case open
    /// Hidden whatever happens: unsafe, or in no table.
    case hidden
    /// Published whatever happens.
    case published
  }

  package struct Cell: Hashable, Sendable {
    package var value: Double
    /// What hiding it costs, not negative.
    package var cost: Double
    package var status: Status
    /// What the attacker reads once it is published; the value alone where it is exact.
    package var published: ClosedRange<Double>
    /// What everyone knows of it though it is hidden; the end is nil for no upper bound.
    package var least: Double
    package var most: Double?

    package init(
      value: Double, cost: Double = 1, status: Status = .open,
      published: ClosedRange<Double>? = nil, least: Double = 0, most: Double? = nil
    ) {
      self.value = value
      self.cost = cost
      self.status = status
      self.published = published ?? value...value
      self.least = least
      self.most = most
    }
  }

  /// Protection levels of an unsafe cell: how far above its value (`upper`), below it (`lower`) and
  /// from end to end (`width`, the sliding protection level) it must be possible. Source: Hundepool et
  /// al., *Handbook on Statistical Disclosure Control*, 2nd ed., section 4.2.2; Fischetti and
  /// Salazar-González 2001, section 2.
  package struct Level: Hashable, Sendable {
    package var cell: Int
    package var upper: Double
    package var lower: Double
    package var width: Double
    /// Cells whose values somebody knows besides what is published.
    package var known: Set<Int>

    package init(
      cell: Int, upper: Double = 0, lower: Double = 0, width: Double = 0, known: Set<Int> = []
    ) {
      self.cell = cell
      self.upper = upper
      self.lower = lower
      self.width = width
      self.known = known
    }
  }

  package var cells: [Cell]
  package var relations: [CellRelation]
  package var levels: [Level]

  package init(cells: [Cell], relations: [CellRelation], levels: [Level]) {
    self.cells = cells
    self.relations = relations
    self.levels = levels
  }

  /// Each level once more in the eyes of every single contributor: whoever alone makes up a cell knows
  /// its value, and must not know more of others than the levels say.
  ///
  /// - Parameters:
  ///   - singletons: cells of one contributor.
  ///   - isOwn: whether the contributor of a cell (first) is the only one of another (second), whose
  ///     level then protects him from others and not from himself.
  package mutating func addInsiders(
    singletons: [Int], isOwn: (_ singleton: Int, _ cell: Int) -> Bool
  ) {
    for level in levels where level.known.isEmpty {
      for singleton in singletons where singleton != level.cell && !isOwn(singleton, level.cell) {
        var more = level
        more.known = [singleton]
        levels.append(more)
      }
    }
  }

  /// The levels that do not hold where a set of cells is hidden.
  package func closed(hiding hidden: Set<Int>) -> [Level] {
    let problem = pattern
    let chosen = problem.choices.map(hidden.contains)
    let search = PatternSearch(problem, work: .max)
    let closed = Set(search.closed(problem.targets, in: chosen))
    return zip(levels, problem.targets).filter { closed.contains($0.1) }.map(\.0)
  }
}

/// The answer of a search for the cheapest pattern.
package struct OptimalPattern: Sendable {
  /// All cells that are hidden, those hidden from the start included.
  package var hidden: Set<Int>
  /// Of those that were chosen.
  package var cost: Double
  package var cuts: Int
  /// Nodes of branch and bound.
  package var nodes: Int
  /// Simplex iterations, of the attacker's programmes too.
  package var iterations: Int
}

extension LinearProtectionProblem {
  /// The cheapest set of cells to hide so that all levels hold; nil where there is none or where the
  /// work does not suffice.
  ///
  /// - Parameter work: simplex iterations and nodes.
  /// - Complexity: exponential in the worst case; NP-hard (Kelly, Golden and Assad 1992).
  package func optimum(work: Int = 2_000_000) -> OptimalPattern? {
    let problem = pattern
    var search = PatternSearch(problem, work: work)
    guard case .optimal(let chosen) = search.optimum() else { return nil }
    let added = problem.choices.indices.filter { chosen[$0] }
    return OptimalPattern(
      hidden: Set(added.map { problem.choices[$0] })
        .union(cells.indices.filter { cells[$0].status == .hidden }),
      cost: added.reduce(0) { $0 + problem.costs[$1] },
      cuts: search.cuts.count, nodes: search.nodes, iterations: search.iterations)
  }

  private var pattern: PatternProblem {
    var rows = SparseRows(columnCount: cells.count)
    for relation in relations {
      rows.append(
        relation.parts.map { (column: $0, coefficient: 1) }
          + [(column: relation.whole, coefficient: -1)])
    }
    var costs: [Double] = []
    var choices: [Int] = []
    let entries = cells.enumerated().map { number, cell in
      let state: PatternProblem.State
      switch cell.status {
      case .hidden: state = .hidden
      case .published: state = .published
      case .open:
        state = .open(choice: choices.count)
        choices.append(number)
        costs.append(cell.cost)
      }
      return PatternProblem.Cell(
        place: .column(number), state: state,
        published: PatternProblem.Leeway(
          down: cell.value - cell.published.lowerBound, up: cell.published.upperBound - cell.value),
        hidden: PatternProblem.Leeway(
          down: cell.value - cell.least, up: cell.most.map { $0 - cell.value } ?? .infinity))
    }
    return PatternProblem(
      rows: rows, rowLimits: [:], cells: entries, costs: costs, choices: choices,
      targets: levels.map { level in
        PatternProblem.Target(
          cell: level.cell, up: level.upper, down: level.lower, width: level.width,
          knowledge: level.known.sorted().map {
            PatternProblem.Knowledge(cell: $0, leeway: .none)
          })
      })
  }
}
