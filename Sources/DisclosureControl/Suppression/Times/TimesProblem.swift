import CohortModel
import Tables

/// What a pathway and some of the tables of days beside it pose together: the cells of all, what is
/// known of them, and what all of them require. What the pathway publishes is given.
struct TimesProblem {
  let system: TimesSystem
  /// By cell of the system.
  private(set) var values: [Int] = []
  private(set) var costs: [Int] = []
  private(set) var isHidden: [Bool] = []
  /// Bins whose value not everyone knows anyway.
  private(set) var canHide: [Bool] = []
  private(set) var requirements: [Requirement] = []
  private(set) var insiders: [Insider] = []
  private var rooms: [PromisedRoom?] = []
  private let intervals: [PublishedInterval]
  /// Cells of the pathway, and bins of groups whose number it hides: what follows from the promise for
  /// the ones goes by the others.
  private var ofHiddenGroups: Set<Int> = []

  /// So many hidden cells are looked at that may be told to be no small cells.
  private static let mostTold = 800

  /// - Parameters:
  ///   - published: every cell of the pathway's cube.
  ///   - tables: the tables of days by the numbers of their steps, each with the bins of groups whose number the pathway hides.
  ///   - hidden: per table the cells of its cube that are hidden already.
  init(
    _ beside: TimesBeside, pathway: TimesProtection.Table, published: [CellValue],
    tables: [(number: Int, table: TimesProtection.Table, groups: Set<Int>)],
    hidden: [Set<Int>],
    defences: Defences = .all
  ) throws(InconsistentTable) {
    let own = try TableProtection(plan: beside.pathway, sums: pathway.sums)
      .system(of: pathway.problem)
    system = try TimesSystem(
      beside, pathway: own, tables: tables.map { ($0.number, $0.table.problem, $0.table.sums) })
    let problems = [pathway.problem] + tables.map(\.table.problem)
    let plans = [beside.pathway] + tables.map { beside.steps[$0.number].plan }
    let readings = plans.map {
      PublishedReading(
        profile: $0.profile, minimumFrequency: $0.minimumFrequency,
        isWhole: defences.contains(.roundedIntervals))
    }
    var required: [TimesSystem.Cell: Requirement] = [:]
    for (table, problem) in problems.enumerated() {
      for requirement in problem.requirements {
        required[TimesSystem.Cell(table: table, cell: requirement.cell)] = requirement
      }
    }
    var intervals: [PublishedInterval] = []
    for (place, cell) in system.cells.enumerated() {
      let problem = problems[cell.table]
      let value = problem.values[cell.cell]
      guard system.attack.value(ofCell: place, at: system.point) == value else {
        throw InconsistentTable()
      }
      values.append(value)
      costs.append(max(1, problem.costs[cell.cell]))
      if cell.table == 0 {
        isHidden.append(published[cell.cell] == .confidential)
        canHide.append(false)
        intervals.append(readings[0].interval(published[cell.cell]))
      } else {
        let isKnown = problem.statuses[cell.cell] == .publishedZero
        isHidden.append(!isKnown && hidden[cell.table - 1].contains(cell.cell))
        canHide.append(!isKnown)
        let plan = plans[cell.table]
        intervals.append(
          readings[cell.table].interval(
            RoundingRule(
              base: plan.profile.roundingBase, minimumFrequency: plan.minimumFrequency
            ).published(value)))
      }
      var room = defences.contains(.promise) ? problem.room : nil
      if var requirement = required[cell] {
        requirement.cell = place
        requirements.append(requirement)
        if requirement.range.lowerBound < room?.minimum ?? .max { room = nil }
      }
      rooms.append(room)
    }
    self.intervals = intervals
    for (place, cell) in system.cells.enumerated() {
      if cell.table == 0 || tables[cell.table - 1].groups.contains(cell.cell) {
        ofHiddenGroups.insert(place)
      }
    }
    guard defences.contains(.insiders), beside.pathway.minimumFrequency > 2 else { return }
    insiders = system.point.indices.compactMap { atom in
      system.point[atom] > 0 && !system.attack.atomCells[atom].isEmpty
        ? Insider(atom: atom, own: 1) : nil
    }
  }

  /// - Parameters:
  ///   - isHidden: by cell of the system.
  ///   - cells: whose requirements are looked at; nil: all. Whoever sees less finds out no more, so
  ///     after hiding more those that failed tell whether it helped; the last word has an audit of all.
  ///   - work: simplex iterations for it.
  func audit(
    _ isHidden: [Bool], only cells: Set<Int>?, work: Int
  ) throws(InconsistentTable) -> AuditReport {
    let complements = isHidden.indices.compactMap { cell in
      isHidden[cell]
        ? rooms[cell].map { PromiseAudit.Complement(cell: cell, room: $0) } : nil
    }
    return try PromiseAudit(
      system: system.attack,
      intervals: intervals.indices.map { isHidden[$0] ? .hidden : intervals[$0] },
      requirements: cells.map { cells in requirements.filter { cells.contains($0.cell) } }
        ?? requirements, complements: complements, insiders: insiders,
      point: system.point, openable: ofHiddenGroups, mostByProgrammes: Self.mostTold, work: work
    ).run()
  }
}
