import CohortModel
import QueryEngine
import Tables

/// The tables of one pilot and unit of a set, at all their link levels.
struct FamilyProtection {
  typealias Member = TableSetProtection.Member
  typealias Cell = JointSystem.Cell

  private let members: [Member]
  private let package: DataPackage?
  private let mostAtoms: Int
  private let defences: Defences
  private let count: (TablePlan) throws -> RawCube
  private let refinement: CommonRefinement
  /// Per member and cell of its cube what the cell is, whatever the link level.
  private let cells: [[Cell]]
  private let isLayered: Bool

  init(
    _ members: [Member], package: DataPackage?, mostAtoms: Int, defences: Defences = .all,
    count: @escaping (TablePlan) throws -> RawCube
  ) {
    self.members = members
    self.package = package
    self.mostAtoms = mostAtoms
    self.defences = defences
    self.count = count
    let isLayered = Set(members.map(\.plan.counting)).count > 1
    let refinement = CommonRefinement(
      members.map(\.plan.dimensions),
      indexDates: package?.indexDates(of: members[0].plan.query.pilot) ?? [])
    self.isLayered = isLayered
    self.refinement = refinement
    cells = members.enumerated().map { number, member in
      let space = member.problem.space
      let layer = isLayered && member.plan.counting == .indexEvents ? 1 : 0
      return (0..<space.cellCount).map {
        Cell(layer: layer, box: refinement.box(table: number, nodes: space.nodes(of: $0)))
      }
    }
  }

  func protect() throws -> [[CellValue]] {
    let alone = try members.map { member in
      try TableProtection(
        plan: member.plan, sums: member.sums,
        iterations: package?.policy.suppression.work ?? TableProtection.standardIterations,
        defences: defences
      ).protect(member.problem).cells
    }
    guard members.count > 1, defences.contains(.jointProtection) else { return alone }
    var hidden: Set<Cell> = []
    for (number, values) in alone.enumerated() {
      let statuses = members[number].problem.statuses
      for (cell, value) in values.enumerated()
      where value == .confidential && statuses[cell] != .unshown {
        hidden.insert(cells[number][cell])
      }
    }
    var isShown = [Bool](repeating: true, count: members.count)
    for level in LinkLevel.allCases {
      let own = members.indices.filter { members[$0].plan.linkLevel == level }
      guard !own.isEmpty else { continue }
      var kept = fitting(own)
      if let more = try together(kept, hidden) {
        hidden.formUnion(more)
      } else {
        // One after another, leaving out those that cannot be shown with the ones before them.
        let candidates = kept
        kept = [candidates[0]]
        for table in candidates.dropFirst() {
          if let more = try together(kept + [table], hidden) {
            hidden.formUnion(more)
            kept.append(table)
          }
        }
      }
      for member in own where !kept.contains(member) { isShown[member] = false }
    }
    return published(hidden, isShown)
  }

  /// What is to be hidden so that tables can be shown together; nil where they cannot. One table is safe
  /// by itself, and hiding more of it only widens what is possible.
  private func together(_ tables: [Int], _ hidden: Set<Cell>) throws -> Set<Cell>? {
    guard tables.count > 1 else { return [] }
    return try PopulationProtection(
      members: tables.map { members[$0] }, tables: tables, cells: tables.map { cells[$0] },
      refinement: refinement, plans: members.map(\.plan), layers: isLayered ? 2 : 1,
      package: package, defences: defences, count: count
    ).protect(hidden)
  }

  /// The first tables that fit one system. Every table by itself does.
  private func fitting(_ tables: [Int]) -> [Int] {
    var kept: [Int] = []
    for table in tables {
      let blocks = AtomBlocks(refinement, tables: kept + [table], mostAtoms: mostAtoms)
      if kept.isEmpty || blocks.isExact { kept.append(table) }
    }
    return kept
  }

  private func published(_ hidden: Set<Cell>, _ isShown: [Bool]) -> [[CellValue]] {
    struct Place: Hashable {
      var level: LinkLevel
      var cell: Cell
    }
    var shown: Set<Place> = []
    for (number, member) in members.enumerated() where isShown[number] {
      for (cell, what) in cells[number].enumerated()
      where member.problem.statuses[cell] != .unshown {
        shown.insert(Place(level: member.plan.linkLevel, cell: what))
      }
    }
    return members.enumerated().map { number, member in
      let rounding = RoundingRule(
        base: member.plan.profile.roundingBase, minimumFrequency: member.plan.minimumFrequency)
      return cells[number].enumerated().map { cell, what in
        hidden.contains(what)
          || !shown.contains(Place(level: member.plan.linkLevel, cell: what))
          ? .confidential : rounding.published(member.problem.values[cell])
      }
    }
  }
}
