import CohortModel
import DisclosureControl
import Tables

/// Plans over variables whose slots hold codes, so that different tables can recode the same
/// variable; persons as tuples of codes; and tables as published. Shares nothing with the code
/// under test.
enum JointFixture {
  /// A variable as one table codes it: groups of base codes, shown with the whole.
  static func dimension(
    _ name: String, _ groups: [[String]], nodes: [[Int]]? = nil
  ) -> PlannedDimension {
    let structure =
      nodes.map { sets in
        CodeStructure(
          slotCount: groups.count,
          nodes: [
            CodeNode(
              code: "*", label: "All", depth: 0, parent: nil, slots: Array(groups.indices))
          ]
            + sets.enumerated().map {
              CodeNode(code: "n\($0)", label: "", depth: 1, parent: 0, slots: $1)
            }, relations: relations(sets, groups.count))
      } ?? Fixture.flat(groups.count)
    return PlannedDimension(
      source: .variable(name), label: name, slotCodes: groups, structure: structure)
  }

  private static func relations(_ sets: [[Int]], _ slots: Int) -> [CodeRelation] {
    // Single slots make up the whole; unions are made up of them.
    let singles = sets.indices.filter { sets[$0].count == 1 }
    var relations: [CodeRelation] = []
    if singles.count == slots {
      relations.append(CodeRelation(whole: 0, parts: singles.map { $0 + 1 }))
    }
    for (number, set) in sets.enumerated() where set.count > 1 {
      let parts = set.compactMap { slot in sets.firstIndex(of: [slot]).map { $0 + 1 } }
      if parts.count == set.count {
        relations.append(CodeRelation(whole: number + 1, parts: parts))
      }
    }
    return relations
  }

  /// Index events from the first of one year to the last of another.
  static func period(_ first: Int, _ last: Int) -> PlannedDimension {
    let period = Period(
      first: CalendarDay(year: first, month: 1, day: 1)!,
      last: CalendarDay(year: last, month: 12, day: 31)!)
    return PlannedDimension(
      source: .period(period), label: "", slotCodes: [["in"], ["out"]], structure: Fixture.flat(2))
  }

  static func stages(_ groups: [[String]], _ structure: CodeStructure) -> PlannedDimension {
    PlannedDimension(source: .stage, label: "", slotCodes: groups, structure: structure)
  }

  static func plan(
    _ dimensions: [PlannedDimension], minimum: Int = 10, base: Int = 5,
    zeros: DisclosureProfile.Zeros = .eligible, linkLevel: LinkLevel = .medium,
    counting: TablePlan.Counting = .persons
  ) -> TablePlan {
    let axes = dimensions.enumerated().map { index, dimension in
      PlannedAxis(
        role: index == 0 ? .row : .column, name: "\(dimension.source)", label: dimension.label,
        entries: dimension.structure.nodes.enumerated().map { node, code in
          PlannedEntry(code: code.code, label: code.label, depth: code.depth, nodes: [index: node])
        })
    }
    return TablePlan(
      query: CohortQuery(pilot: "p"), linkLevel: linkLevel, counting: counting,
      dimensions: dimensions, fixedNodes: [:], axes: axes, minimumFrequency: minimum,
      profile: DisclosureProfile(
        name: "test", minimumFrequency: minimum, roundingBase: base, zeros: zeros))
  }

  /// A person's code of each variable, by the variable's name.
  typealias Person = [String: String]

  /// Every node of a dimension that a person falls in.
  static func holds(_ dimension: PlannedDimension, _ node: Int, _ person: Person) -> Bool {
    guard node != 0 else { return true }
    let name: String
    switch dimension.source {
    case .variable(let variable): name = variable
    case .stage: name = "stage"
    case .period(let period):
      guard let day = person["day"].flatMap(CalendarDay.init) else { return false }
      let slot = (period.first...period.last).contains(day) ? 0 : 1
      return dimension.structure.nodes[node].slots.contains(slot)
    default: return false
    }
    guard let code = person[name] else { return false }
    if dimension.structure.kind == .multiResponse {
      // Any number of codes; slot 0 is everyone.
      let own = code.split(separator: " ").map(String.init)
      let structure = dimension.structure.nodes[node]
      func isIn(_ slot: Int) -> Bool {
        slot == 0 || dimension.slotCodes[slot].contains(where: own.contains)
      }
      return structure.slots.contains(where: isIn) && !structure.minusSlots.contains(where: isIn)
    }
    return dimension.structure.nodes[node].slots.contains {
      dimension.slotCodes[$0].contains(code)
    }
  }

  static func cube(_ plan: TablePlan, _ persons: [(person: Person, count: Int)]) -> [Int] {
    nodes(plan).map { nodes in
      persons.reduce(0) { sum, entry in
        zip(plan.dimensions, nodes).allSatisfy { holds($0, $1, entry.person) }
          ? sum + entry.count : sum
      }
    }
  }

  /// All cells of a plan's cube by their nodes, row-major.
  static func nodes(_ plan: TablePlan) -> [[Int]] {
    plan.dimensions.reduce([[]]) { outer, dimension in
      outer.flatMap { nodes in dimension.structure.nodes.indices.map { nodes + [$0] } }
    }
  }

  static func table(
    _ name: String, _ plan: TablePlan, _ cells: [CellValue], unit: String = "persons"
  ) -> PublishedTable {
    PublishedTable(
      name: name,
      population: PublishedTable.Population(
        package: "test", release: "r", pilot: "p", unit: unit, linkLevel: plan.linkLevel),
      profile: plan.profile, dimensions: plan.dimensions,
      cells: zip(nodes(plan), cells).map { PublishedTable.Cell(nodes: $0, value: $1) })
  }

  /// Every combination of codes of some variables.
  static func types(_ variables: [(name: String, codes: [String])]) -> [Person] {
    variables.reduce([[:]]) { outer, variable in
      outer.flatMap { person in
        variable.codes.map { person.merging([variable.name: $0]) { _, new in new } }
      }
    }
  }
}

/// The attacker who tries every database of persons by type, for several tables at once.
struct EveryJointDatabase {
  private let cellsOfType: [[Int]]
  private let lastType: [Int]
  private let intervals: [(lower: Int, upper: Int?)]
  private let typeCount: Int

  /// - Parameter cells: per cell which types fall in it, and what is known of it.
  init(
    types: [JointFixture.Person],
    cells: [(holds: (JointFixture.Person) -> Bool, interval: (lower: Int, upper: Int?))]
  ) {
    var cellsOfType = [[Int]](repeating: [], count: types.count)
    var lastType = [Int](repeating: -1, count: cells.count)
    for (number, cell) in cells.enumerated() {
      for (type, person) in types.enumerated() where cell.holds(person) {
        cellsOfType[type].append(number)
        lastType[number] = type
      }
    }
    self.cellsOfType = cellsOfType
    self.lastType = lastType
    intervals = cells.map(\.interval)
    typeCount = types.count
  }

  func exists(cell: Int, value: Int) -> Bool {
    var intervals = intervals
    if value < intervals[cell].lower { return false }
    if let upper = intervals[cell].upper, value > upper { return false }
    intervals[cell] = (value, value)
    for (number, last) in lastType.enumerated() where last < 0 && intervals[number].lower > 0 {
      return false
    }
    let most = (intervals.map(\.lower).max() ?? 0) + value
    var sums = [Int](repeating: 0, count: intervals.count)
    func place(_ type: Int) -> Bool {
      if type == typeCount { return true }
      let cap = cellsOfType[type].reduce(most) { cap, cell in
        intervals[cell].upper.map { min(cap, $0 - sums[cell]) } ?? cap
      }
      guard cap >= 0 else { return false }
      for count in 0...cap {
        for cell in cellsOfType[type] { sums[cell] += count }
        let fits = cellsOfType[type].allSatisfy {
          lastType[$0] != type || sums[$0] >= intervals[$0].lower
        }
        let found = fits && place(type + 1)
        for cell in cellsOfType[type] { sums[cell] -= count }
        if found { return true }
      }
      return false
    }
    return place(0)
  }
}
