/// The audit of a table against an attacker who reasons from the promise itself.
///
/// What remains possible for every unsafe cell is known to everyone. So a `[c]` that cannot be all of
/// it is no unsafe cell but a *complement*, zero or at least the minimum; with that known, others may
/// be told to be complements as well, and so on, until nothing more follows. The requirements have to
/// hold in what is left then.
///
/// It is enough to divide the complements in two: those that are taken as told, each confined to its
/// own side, and the others, each of which may be all that an unsafe cell may be in spite of that.
/// Then none of the others is ever told (by induction over the attacker's steps: in each of them he
/// has at least the databases that are left here), nor is an unsafe cell whose requirement holds. Any
/// such division will do; which one is found makes no difference to what is proven.
package struct PromiseAudit {
  /// A hidden cell that no requirement is about, and what an unsafe one in its place may be.
  package struct Complement: Sendable {
    package var cell: Int
    package var room: PromisedRoom

    package init(cell: Int, room: PromisedRoom) {
      self.cell = cell
      self.room = room
    }
  }

  private let system: AttackSystem
  private let intervals: [PublishedInterval]
  private let requirements: [Requirement]
  private let complements: [Complement]
  private let insiders: [Insider]
  private let point: [Int]
  private let values: [Int]
  private let openable: Set<Int>?
  private let mostByProgrammes: Int
  private let work: Int

  /// - Parameters:
  ///   - point: the true database by atoms.
  ///   - openable: complements that may be left untold; nil: all of them. Any division will do, so this
  ///     says where one is looked for and nothing of what is proven.
  ///   - mostByProgrammes: so many complements are looked at by programmes, where there are no switches
  ///     to walk by.
  ///   - work: simplex iterations for all of it.
  package init(
    system: AttackSystem, intervals: [PublishedInterval], requirements: [Requirement],
    complements: [Complement], insiders: [Insider], point: [Int], openable: Set<Int>? = nil,
    mostByProgrammes: Int = 150, work: Int = .max
  ) throws(InconsistentTable) {
    guard let values = system.values(at: point) else { throw InconsistentTable() }
    self.system = system
    self.intervals = intervals
    self.requirements = requirements
    self.complements = complements
    self.insiders = insiders
    self.point = point
    self.values = values
    self.openable = openable
    self.mostByProgrammes = mostByProgrammes
    self.work = work
  }

  package func run() throws(InconsistentTable) -> AuditReport {
    var spent = 0
    // Whoever is told all complements knows most; where that does no harm nothing else does.
    let report = try audit(told: complements, &spent)
    if report.isPassed || report.isExhausted { return report }
    let near = complements.filter {
      $0.room.isNear(values[$0.cell]) && openable?.contains($0.cell) ?? true
    }
    guard !near.isEmpty else { return report }
    if system.switches != nil {
      let told = try told(beyond: near, &spent) { audit, _ in audit.cellsWithoutWalks() }
      return try audit(told: told, &spent)
    }
    guard near.count <= mostByProgrammes else { return report }
    let told = try told(beyond: near, &spent) { audit, spent in
      let report = audit.run()
      spent += report.iterations
      return report.failures.map(\.cell)
    }
    return try audit(told: told, &spent)
  }

  /// The complements that the attacker is told of, or that cannot be shown not to be told.
  private func told(
    beyond near: [Complement], _ spent: inout Int,
    _ unmet: (consuming TableAudit, inout Int) -> [Int]
  ) throws(InconsistentTable) -> [Complement] {
    var open = near
    while true {
      let kept = Set(open.map(\.cell))
      let told = complements.filter { !kept.contains($0.cell) }
      if open.isEmpty { return told }
      let cells = Set(
        unmet(
          try TableAudit(
            system: system, intervals: confined(told),
            requirements: open.map { $0.room.requirement(of: $0.cell) }, insiders: [],
            point: point, work: work - spent), &spent))
      if cells.isEmpty { return told }
      open.removeAll { cells.contains($0.cell) }
    }
  }

  /// The report's iterations are those of the whole audit so far.
  private func audit(
    told: [Complement], _ spent: inout Int
  ) throws(InconsistentTable) -> AuditReport {
    var report = try TableAudit(
      system: system, intervals: confined(told), requirements: requirements, insiders: insiders,
      point: point, work: work - spent
    ).run()
    spent += report.iterations
    report.iterations = spent
    return report
  }

  private func confined(_ told: [Complement]) -> [PublishedInterval] {
    var confined = intervals
    for complement in told {
      let cell = complement.cell
      confined[cell] = intervals[cell].intersection(complement.room.side(of: values[cell]))
    }
    return confined
  }
}
