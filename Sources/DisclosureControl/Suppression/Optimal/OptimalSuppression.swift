import CohortModel
import Tables

/// Optimal complementary suppression of a table of persons, events or units.
///
/// The optimum of the linear programmes goes to the audit that every table has to pass, which asks for
/// whole numbers and for insiders. Where it does not pass, what it found is cut off, and the next best
/// pattern is looked for: so the pattern that is returned is the cheapest that passes. Deterministic:
/// work is counted in iterations and nodes.
package struct OptimalSuppression {
  /// After so many patterns that the audit refused, the scalable method is quicker.
  private static let mostAudits = 40

  private let problem: ProtectionProblem
  private let system: AttackSystem
  private let point: [Int]
  private let insiders: [Insider]
  /// Of each cell what the attacker reads once it is published.
  private let published: [PublishedInterval]
  private let pattern: PatternProblem
  private var search: PatternSearch

  /// The cells to hide, those hidden from the start included; nil where the work does not suffice, or
  /// where no pattern will do.
  ///
  /// - Parameters:
  ///   - published: per cell what the attacker reads once it is published.
  ///   - point: the true database by atoms.
  ///   - work: simplex iterations and nodes.
  package static func hiddenCells(
    for problem: ProtectionProblem, system: AttackSystem, point: [Int],
    published: [PublishedInterval], insiders: [Insider], work: Int
  ) -> Set<Int>? {
    var search = OptimalSuppression(
      problem: problem, system: system, point: point, published: published, insiders: insiders,
      work: work)
    return search.run()
  }

  private init(
    problem: ProtectionProblem, system: AttackSystem, point: [Int],
    published: [PublishedInterval], insiders: [Insider], work: Int
  ) {
    self.problem = problem
    self.system = system
    self.point = point
    self.insiders = insiders
    self.published = published
    pattern = PatternProblem(problem, system: system, point: point, published: published)
    search = PatternSearch(pattern, work: work)
  }

  private mutating func run() -> Set<Int>? {
    for _ in 0..<Self.mostAudits {
      guard case .optimal(let chosen) = search.optimum() else { return nil }
      guard let report = audit(chosen) else { return nil }
      if report.isPassed { return hidden(chosen) }
      cutOff(chosen, failures: report.failures.map(\.cell))
    }
    return nil
  }

  private func hidden(_ chosen: [Bool]) -> Set<Int> {
    Set(pattern.choices.indices.filter { chosen[$0] }.map { pattern.choices[$0] })
      .union((0..<problem.cellCount).filter(problem.isHiddenFromTheStart))
  }

  private func audit(_ chosen: [Bool]) -> AuditReport? {
    let hidden = hidden(chosen)
    return try? TableAudit(
      system: system, intervals: problem.intervals(hiding: hidden, published),
      requirements: problem.requirements, insiders: insiders, point: point
    ).run()
  }

  /// What an insider learns too much of becomes a target of its own where a linear programme sees it.
  /// Otherwise one more cell has to be hidden, outside the largest set found that fails as well.
  private mutating func cutOff(_ chosen: [Bool], failures: [Int]) {
    let seen = failures.flatMap { cell in
      search.closed(
        insiders.map { insider in
          let known = system.atomCells[insider.atom][0]
          return PatternProblem.Target(
            cell: cell, width: 1,
            knowledge: [
              PatternProblem.Knowledge(
                cell: known,
                leeway: PatternProblem.Leeway(
                  down: Double(max(0, problem.values[known] - insider.own)), up: .infinity))
            ])
        }, in: chosen)
    }
    if !seen.isEmpty {
      search.require(seen)
      return
    }
    let rest = chosen.indices.filter { !largest(chosen)[$0] }
    search.add([.anyOf(rest)])
  }

  /// Hides more, by halves of what is left, as long as the audit fails all the same.
  private func largest(_ chosen: [Bool]) -> [Bool] {
    var chosen = chosen
    var open = chosen.indices.filter { !chosen[$0] }
    while !open.isEmpty {
      let part = open.prefix((open.count + 1) / 2)
      var more = chosen
      for choice in part { more[choice] = true }
      if let report = audit(more), !report.isPassed { chosen = more }
      if part.count == 1, open.count > 1, open.count < 4 { break }
      open.removeFirst(part.count)
    }
    return chosen
  }
}

extension PatternProblem {
  /// The columns are the atoms; every cell is a column or a row.
  init(
    _ problem: ProtectionProblem, system: AttackSystem, point: [Int],
    published: [PublishedInterval]
  ) {
    var rows = system.rows
    var rowLimits: [Int: Leeway] = [:]
    for row in system.rowCells.count..<rows.rowCount {
      rowLimits[row] = Leeway(down: Double(rows.value(ofRow: row, at: point)), up: .infinity)
    }
    var cells: [Cell] = []
    var costs: [Double] = []
    var choices: [Int] = []
    let weights = SuppressionCosts(problem)
    for cell in 0..<problem.cellCount {
      let place: Place
      switch system.places[cell] {
      case .atom(let atom) where system.atomCells[atom][0] == cell: place = .column(atom)
      case .atom(let atom):
        // A second cell of the same persons: a row of its own, so that each has its own bounds.
        place = .row(rows.rowCount)
        rows.append([(column: atom, coefficient: 1)])
      case .sum(let row): place = .row(row)
      }
      let state: State
      if problem.statuses[cell] == .publishedZero || problem.known.contains(cell) {
        // What other tables show as well is no secret, even where this table hides it.
        state = .published
      } else if problem.isHiddenFromTheStart(cell) {
        state = .hidden
      } else {
        state = .open(choice: choices.count)
        choices.append(cell)
        costs.append(weights[cell])
      }
      let value = problem.values[cell]
      cells.append(
        Cell(
          place: place, state: state,
          published: Leeway(
            down: Double(value - published[cell].lower),
            up: published[cell].upper.map { Double($0 - value) } ?? .infinity),
          hidden: Leeway(down: Double(value), up: .infinity)))
    }
    self.init(
      rows: rows, rowLimits: rowLimits, cells: cells, costs: costs, choices: choices,
      targets: problem.requirements.map { requirement in
        let value = problem.values[requirement.cell]
        return Target(
          cell: requirement.cell, up: Double(requirement.range.upperBound - value),
          down: Double(value - requirement.range.lowerBound))
      })
  }
}
