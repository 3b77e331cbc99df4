/// Proves that every requirement holds for a table as it is to be published, or says which do not.
///
/// Walks by switches from the true database propose other databases, and `WitnessCheck` looks whether
/// each of them stands; a few solutions of programmes witness most of what these leave open, and only
/// what then remains gets a programme of its own. Where the system is not totally unimodular a value counts as possible only
/// where a database in whole numbers was found and checked; what cannot be decided within
/// `nodeLimit` programmes is taken as not protected.
///
/// Source of the approach: Fischetti and Salazar-González, "Solving the Cell Suppression Problem on
/// Tabular Data with Linear Constraints", *Management Science* 47 (2001): the attacker's pair of
/// programmes per cell.
package struct TableAudit {
  package static let nodeLimit = 60

  let attacker: TableAttacker
  let point: [Int]
  /// Loaded with the first question.
  private var nearest: NearestDatabase?
  /// Simplex iterations after which nothing more is looked for.
  private let work: Int
  var witnesses: WitnessCheck
  let requirements: [Requirement]
  let insiders: [Insider]
  /// A database known to agree with what is published; the first witness.
  let anchor: [Int]
  private var report = AuditReport()
  private var databases: [[Int]] = []
  private var failed: Set<Int> = []

  /// - Parameters:
  ///   - intervals: what is to be published of each cell.
  ///   - point: a database by atoms (the true one) that serves as the first witness and that is
  ///     checked like every other.
  ///   - work: simplex iterations; what they do not suffice for is taken as not protected.
  package init(
    system: AttackSystem, intervals: [PublishedInterval], requirements: [Requirement],
    insiders: [Insider], point: [Int], work: Int = .max
  ) throws(InconsistentTable) {
    self.work = work
    attacker = TableAttacker(system: system, intervals: intervals)
    guard let anchor = attacker.checked(point) else { throw InconsistentTable() }
    self.anchor = anchor
    self.point = point
    witnesses = WitnessCheck(
      system: system, intervals: intervals, insiders: insiders, point: point)
    self.requirements = requirements
    self.insiders = insiders
    databases = [anchor]
  }

  package consuming func run() -> AuditReport {
    walkToEnds()
    let open = requirements.filter { !isMet($0) }
    let isWhole = attacker.system.isTotallyUnimodular
    attainEnds(open.filter { $0.kind == .interval || isWhole })
    if !isWhole { attainEachValue(open.filter { $0.kind == .eachValue }) }
    attackAsInsiders()
    report.databases = databases.count + witnesses.databases
    report.iterations = iterations
    report.isExhausted = isExhausted
    return report
  }

  private var iterations: Int { attacker.iterations + (nearest?.iterations ?? 0) }
  private var isExhausted: Bool { iterations >= work }

  private mutating func fail(_ cell: Int, _ bindings: [TableAttacker.Binding]) {
    if failed.insert(cell).inserted {
      report.failures.append(AuditReport.Failure(cell: cell, bindings: bindings))
    }
  }

  // MARK: Ends of intervals

  private mutating func attainEnds(_ requirements: [Requirement]) {
    for direction in [TableAttacker.Direction.greatest, .least] {
      func end(_ requirement: Requirement) -> Int {
        direction == .greatest ? requirement.range.upperBound : requirement.range.lowerBound
      }
      func isAttained(_ requirement: Requirement, _ value: Double) -> Bool {
        direction == .greatest
          ? value >= Double(end(requirement)) - TableAttacker.tolerance
          : value <= Double(end(requirement)) + TableAttacker.tolerance
      }
      var open = requirements.filter { requirement in
        !databases.contains { isAttained(requirement, Double($0[requirement.cell])) }
      }
      while open.count > 1, !isExhausted {
        guard attacker.approach(open.map { ($0.cell, end($0), direction) }) else { break }
        keepDatabase()
        let before = open.count
        open.removeAll { isAttained($0, attacker.value(ofCell: $0.cell)) }
        if before - open.count < max(1, before / 4) { break }
      }
      while let requirement = open.popLast() {
        guard !isExhausted else {
          fail(requirement.cell, [])
          continue
        }
        switch attacker.reach(requirement.cell, direction, limit: end(requirement)) {
        case .attained(let value, let bindings):
          if isAttained(requirement, value) {
            keepDatabase()
            open.removeAll { isAttained($0, attacker.value(ofCell: $0.cell)) }
          } else {
            fail(requirement.cell, bindings)
          }
        case .undecided: fail(requirement.cell, [])
        }
      }
    }
  }

  /// Keeps the last solution as a witness for the insider's questions where it is whole.
  private mutating func keepDatabase() {
    if let database = attacker.wholeDatabase(nodeLimit: 0) { databases.append(database) }
  }

  // MARK: Every value in whole numbers

  private mutating func attainEachValue(_ requirements: [Requirement]) {
    var open: [Int: Set<Int>] = [:]
    for requirement in requirements {
      open[requirement.cell] = Set(requirement.range.filter { !isMet(requirement.cell, $0) })
    }
    func witness(_ database: [Int]) -> Int {
      var count = 0
      for requirement in requirements {
        if open[requirement.cell]?.remove(database[requirement.cell]) != nil { count += 1 }
        if open[requirement.cell]?.isEmpty == true { open[requirement.cell] = nil }
      }
      return count
    }
    for database in databases { _ = witness(database) }

    var round = 0
    var idle = 0
    while !open.isEmpty, idle < 2, !isExhausted {
      let targets = requirements.compactMap { requirement -> (Int, Int, TableAttacker.Direction)? in
        guard let values = open[requirement.cell]?.sorted() else { return nil }
        let target = values[(round * 5 + requirement.cell) % values.count]
        return (requirement.cell, target, target >= anchor[requirement.cell] ? .greatest : .least)
      }
      round += 1
      guard attacker.approach(targets.map { (cell: $0.0, target: $0.1, direction: $0.2) }) else {
        break
      }
      guard let database = attacker.wholeDatabase(nodeLimit: 8) else {
        idle += 1
        continue
      }
      databases.append(database)
      idle = witness(database) * 8 < targets.count ? idle + 1 : 0
    }

    for requirement in requirements {
      let cell = requirement.cell
      // The ends first: where they cannot be reached the rest need not be asked.
      let ends = [requirement.range.lowerBound, requirement.range.upperBound]
      for value in ends + Array(requirement.range)
      where open[cell]?.contains(value) == true && !failed.contains(cell) {
        if let database = database(within: [(cell, PublishedInterval(value, value))]) {
          databases.append(database)
          _ = witness(database)
        } else {
          fail(cell, obstacles(to: cell, value))
        }
      }
    }
  }

  private mutating func database(
    within demands: [(cell: Int, interval: PublishedInterval)]
  ) -> [Int]? {
    guard !isExhausted else { return nil }
    let known =
      nearest
      ?? NearestDatabase(system: attacker.system, intervals: attacker.intervals, point: point)
    nearest = known
    guard case .found(let database) = known.database(within: demands, nodeLimit: Self.nodeLimit)
    else { return nil }
    return database
  }

  /// What stops a cell short of a value, or just beyond it where only whole numbers stop it.
  private func obstacles(to cell: Int, _ value: Int) -> [TableAttacker.Binding] {
    let direction: TableAttacker.Direction = value > anchor[cell] ? .greatest : .least
    for further in [0, 1, 3, 8] where !isExhausted {
      let limit = direction == .greatest ? value + further : max(0, value - further)
      if case .attained(_, let bindings) = attacker.reach(cell, direction, limit: limit),
        !bindings.isEmpty
      {
        return bindings
      }
    }
    return []
  }

  // MARK: Insiders

  /// With one contributor's own part known, no requirement's cell may be determined exactly: two
  /// databases that agree with what he knows differ in it.
  private mutating func attackAsInsiders() {
    guard !insiders.isEmpty else { return }
    let cells = withoutDifferences(
      requirements.filter { $0.range.count > 1 && !failed.contains($0.cell) }.map(\.cell))
    guard !cells.isEmpty else { return }
    var isTried: Set<Int> = []
    for insider in insiders {
      guard let known = attacker.system.atomCells[insider.atom].first,
        attacker.intervals[known].lower < insider.own
      else { continue }
      let knowledge = PublishedInterval(insider.own, nil)
      var open = cells
      func strike(_ database: [Int]) {
        if database[known] >= insider.own { open.removeAll { database[$0] != anchor[$0] } }
      }
      databases.forEach(strike)
      while let cell = open.first, !open.isEmpty {
        // The nearest other databases leave most insiders' cells as they are and serve for them all.
        if isTried.insert(cell).inserted {
          for value in [anchor[cell] + 1, anchor[cell] - 1] where value >= 0 {
            if let database = database(within: [(cell, PublishedInterval(value, value))]) {
              databases.append(database)
              strike(database)
            }
          }
          continue
        }
        open.removeFirst()
        if failed.contains(cell) { continue }
        let away = [
          PublishedInterval(anchor[cell] + 1, nil), PublishedInterval(0, anchor[cell] - 1),
        ]
        let isOwn = attacker.system.places[known] == attacker.system.places[cell]
        var other: [Int]?
        for interval in away where other == nil && (interval.upper ?? 0) >= 0 {
          other = database(
            within: isOwn
              ? [(cell, interval.intersection(knowledge))]
              : [(known, knowledge), (cell, interval)])
        }
        if let other {
          databases.append(other)
          strike(other)
        } else {
          fail(cell, obstacles(to: cell, anchor[cell] + 1))
        }
      }
    }
  }
}

/// The database given as the first witness does not agree with what is to be published: an error of
/// counting or of protection, and nothing may be published.
package struct InconsistentTable: Error, Equatable, Sendable {
  package init() {}
}
