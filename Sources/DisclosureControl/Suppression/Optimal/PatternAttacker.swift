/// The attacker of a pattern that may be fractional: how far a target can go, and what that tells of
/// the cells that have to be hidden.
///
/// Each question is a linear programme; its dual prices bound the reach under *every* pattern, linear
/// in the pattern (Fischetti and Salazar-González 2001, section 3). Not to be shared between threads.
final class PatternAttacker {
  private static let tolerance = 1e-7
  /// A fractional pattern has to break a cut by so much before the cut is worth keeping.
  private static let clearly = 1e-3

  private let problem: PatternProblem
  private let program: LinearProgram
  /// The cell of each column and row, where it is one.
  private var cellOfColumn: [Int?]
  private var cellOfRow: [Int?]
  private var pattern: [Double] = []
  private var limit: Double?

  var iterations: Int { program.iterations }

  init(_ problem: PatternProblem) {
    self.problem = problem
    cellOfColumn = [Int?](repeating: nil, count: problem.rows.columnCount)
    cellOfRow = [Int?](repeating: nil, count: problem.rows.rowCount)
    for (number, cell) in problem.cells.enumerated() {
      switch cell.place {
      case .column(let column): cellOfColumn[column] = number
      case .row(let row): cellOfRow[row] = number
      }
    }
    program = LinearProgram(
      rows: problem.rows,
      columnBounds: [(lower: Double, upper: Double)](
        repeating: (0, 0), count: problem.rows.columnCount),
      rowBounds: (0..<problem.rows.rowCount).map { row in
        let leeway = problem.rowLimits[row] ?? .none
        return (-Self.bound(leeway.down), Self.bound(leeway.up))
      })
  }

  /// The targets' cuts that a pattern breaks, at most one per target and direction.
  ///
  /// - Parameter isWhole: the pattern hides each cell or does not. Otherwise hiding a cell in part is
  ///   taken to help a target no further than it needs, which finds cuts that bind.
  func brokenCuts(
    of targets: [PatternProblem.Target], at pattern: [Double], isWhole: Bool
  ) -> [CapacityCut] {
    self.pattern = pattern
    limit = -1
    var cuts: [CapacityCut] = []
    for target in targets {
      for (directions, need) in [([1.0], target.up), ([-1], target.down), ([1, -1], target.width)]
      where need > 0 {
        let cap = isWhole ? nil : need
        if cap != limit {
          limit = cap
          for cell in problem.cells.indices { confine(cell, knowing: nil) }
        }
        if let cut = brokenCut(of: target, directions, need: need, isWhole: isWhole) {
          cuts.append(cut)
        }
      }
    }
    return cuts
  }

  private func brokenCut(
    of target: PatternProblem.Target, _ directions: [Double], need: Double, isWhole: Bool
  ) -> CapacityCut? {
    for known in target.knowledge { confine(known.cell, knowing: known.leeway) }
    defer { for known in target.knowledge { confine(known.cell, knowing: nil) } }
    var prices: [Int: (down: Double, up: Double)] = [:]
    var constant = 0.0
    var reach = 0.0
    for direction in directions {
      guard let reached = furthest(target, direction, need: need) else { return nil }
      reach += reached
      if reach >= need - Self.tolerance * max(1, need) { return nil }
      notePrices(&prices, &constant)
    }
    return cut(target, prices, need: need - constant, isWhole: isWhole)
  }

  /// How far the target's cell goes in a direction, but no further than it needs.
  private func furthest(
    _ target: PatternProblem.Target, _ direction: Double, need: Double
  ) -> Double? {
    let known = target.knowledge.first { $0.cell == target.cell }?.leeway
    let end =
      direction > 0
      ? PatternProblem.Leeway(down: .infinity, up: need)
      : PatternProblem.Leeway(down: need, up: .infinity)
    confine(target.cell, knowing: known.map(end.limited) ?? end)
    defer { confine(target.cell, knowing: known) }
    program.clearObjective()
    switch problem.cells[target.cell].place {
    case .column(let column): program.addToObjective(column: column, weight: -direction)
    case .row(let row): program.addToObjective(row: row, weight: -direction)
    }
    guard program.minimise() == .optimal else { return nil }
    switch problem.cells[target.cell].place {
    case .column(let column): return direction * program.columnValue(column)
    case .row(let row): return direction * program.rowValue(row)
    }
  }

  /// What the reach of the last solution would gain per unit of leeway of each cell. Rows that are no
  /// cells add a constant.
  private func notePrices(
    _ prices: inout [Int: (down: Double, up: Double)], _ constant: inout Double
  ) {
    func note(_ cell: Int, _ price: Double) {
      var held = prices[cell] ?? (0, 0)
      if price > 0 { held.down += price } else { held.up -= price }
      prices[cell] = held
    }
    for column in cellOfColumn.indices {
      let price = program.reducedCost(column)
      if abs(price) > Self.tolerance, let cell = cellOfColumn[column] { note(cell, price) }
    }
    for row in cellOfRow.indices {
      let price = program.rowPrice(row)
      guard abs(price) > Self.tolerance else { continue }
      if let cell = cellOfRow[row] {
        note(cell, price)
      } else {
        let leeway = problem.rowLimits[row] ?? .none
        constant += price > 0 ? price * leeway.down : -price * leeway.up
      }
    }
  }

  private func cut(
    _ target: PatternProblem.Target, _ prices: [Int: (down: Double, up: Double)], need: Double,
    isWhole: Bool
  ) -> CapacityCut? {
    func worth(_ price: (down: Double, up: Double), _ leeway: PatternProblem.Leeway) -> Double {
      (price.down > 0 ? price.down * leeway.down : 0) + (price.up > 0 ? price.up * leeway.up : 0)
    }
    var rest = need
    var terms: [(choice: Int, gain: Double)] = []
    for (number, price) in prices.sorted(by: { $0.key < $1.key }) {
      let cell = problem.cells[number]
      var (published, hidden) = (cell.published, cell.hidden)
      if let known = target.knowledge.first(where: { $0.cell == number })?.leeway {
        published = published.limited(to: known)
        hidden = hidden.limited(to: known)
      }
      switch cell.state {
      case .hidden: rest -= worth(price, hidden)
      case .published: rest -= worth(price, published)
      case .open(let choice):
        rest -= worth(price, published)
        // Per direction: with nothing hidden, ∞ − ∞ must not arise.
        terms.append((choice, worth(price, hidden) - worth(price, published)))
      }
    }
    guard rest > Self.tolerance else { return nil }
    let cut = CapacityCut(
      terms: terms.compactMap { term in
        let weight = min(1, term.gain / rest)
        return weight > Self.tolerance
          ? CapacityCut.Term(choice: term.choice, weight: weight) : nil
      })
    let isBroken = cut.value(at: pattern) < 1 - (isWhole ? Self.tolerance : Self.clearly)
    return isBroken ? cut : nil
  }

  // MARK: Bounds

  private func confine(_ number: Int, knowing known: PatternProblem.Leeway?) {
    let cell = problem.cells[number]
    var leeway: PatternProblem.Leeway
    switch cell.state {
    case .hidden: leeway = cell.hidden
    case .published: leeway = cell.published
    case .open(let choice):
      let part = pattern[choice]
      leeway = PatternProblem.Leeway(
        down: between(cell.published.down, cell.hidden.down, part),
        up: between(cell.published.up, cell.hidden.up, part))
    }
    if let known { leeway = leeway.limited(to: known) }
    let (lower, upper) = (-Self.bound(leeway.down), Self.bound(leeway.up))
    switch cell.place {
    case .column(let column): program.setColumn(column, lower, upper)
    case .row(let row): program.setRow(row, lower, upper)
    }
  }

  private func between(_ published: Double, _ hidden: Double, _ part: Double) -> Double {
    if part <= 0 { return published }
    let most = limit.map { min(hidden, max(published, $0)) } ?? hidden
    return part >= 1 ? most : published + (most - published) * part
  }

  private static func bound(_ leeway: Double) -> Double {
    leeway == .infinity ? LinearProgram.infinity : leeway
  }
}
