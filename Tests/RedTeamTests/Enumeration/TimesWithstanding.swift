import CohortModel
import Tables

/// A pathway and the times beside it, and the attacker who tries every database of persons: by group,
/// by how far they came and how it ended, and by the bin of each step. Knows the definitions of the
/// tables and nothing of how they were protected.
struct TimesWithstanding {
  private struct Kind {
    var group: String
    var leaf: String
    /// By the later stage.
    var bins: [String: String]
  }

  struct Cell {
    var name: String
    var kinds: [Int]
    var shown: CellValue
    var value: Int
  }

  private(set) var cells: [Cell] = []
  private let facts: Facts
  private let truth: [Int]
  private let minimum: Int
  private var databases: [[Int]]

  /// - Parameter shown: the tables, each with the plan of its query.
  init(_ source: PathwayPersons, _ shown: [(plan: TablePlan, table: ProtectedTable)]) {
    let codes = PathwayPersons.bins.map(String.init) + ["more"]
    /// The fewest days of a bin.
    let least = [0] + PathwayPersons.bins.map { $0 + 1 }
    let window = source.window ?? .max
    var kinds: [Kind] = []
    for group in PathwayPersons.groups {
      for end in ["censored", "dropped"] {
        kinds.append(Kind(group: group, leaf: "start.\(end)", bins: [:]))
        for (bin, days) in zip(codes, least) where end == "dropped" || days < window {
          kinds.append(Kind(group: group, leaf: "one.\(end)", bins: ["one": bin]))
        }
      }
      for (bin, days) in zip(codes, least) {
        for (later, more) in zip(codes, least) where days + more <= window {
          kinds.append(Kind(group: group, leaf: "two", bins: ["one": bin, "two": later]))
        }
      }
    }
    func code(_ days: Int) -> String {
      PathwayPersons.bins.first { days <= $0 }.map(String.init) ?? "more"
    }
    var truth = kinds.map { _ in 0 }
    for person in source.persons {
      var bins: [String: String] = [:]
      bins["one"] = person.first.map(code)
      bins["two"] = person.second.map(code)
      let leaf =
        person.first == nil ? "start.dropped" : person.second == nil ? "one.dropped" : "two"
      let kind = kinds.firstIndex {
        $0.group == PathwayPersons.groups[person.group] && $0.leaf == leaf && $0.bins == bins
      }
      truth[kind!] += 1
    }
    var facts = Facts(atomCount: kinds.count)
    var seen: Set<[Int]> = []
    for (plan, table) in shown {
      let own = ShownCells(table, plan: plan)
      for cell in own.cells {
        let members = kinds.indices.filter { kind in
          zip(plan.dimensions, cell.nodes).allSatisfy { Self.holds($0, $1, kinds[kind]) }
        }
        let interval = own.interval(cell.value)
        if interval.lower > 0 || interval.upper != nil {
          facts.add(members, interval.lower, interval.upper)
        }
        // Everyone's bins are in two tables: a cell is what it is, once.
        guard seen.insert(members).inserted else { continue }
        let names = zip(plan.dimensions, cell.nodes).map { $0.structure.nodes[$1].code }
        cells.append(
          Cell(
            name: "\(plan.query.text) \(names)", kinds: members, shown: cell.value,
            value: members.reduce(0) { $0 + truth[$1] }))
      }
    }
    self.facts = facts
    self.truth = truth
    minimum = shown[0].plan.minimumFrequency
    databases = [truth]
    precondition(facts.allow(truth), "what is published is not true of its own database")
  }

  private static func holds(_ dimension: PlannedDimension, _ node: Int, _ kind: Kind) -> Bool {
    let code: String
    switch dimension.source {
    case .stage: code = kind.leaf
    case .elapsed(_, let stage): code = kind.bins[stage] ?? "none"
    default: code = kind.group
    }
    return dimension.structure.nodes[node].slots.contains {
      dimension.slotCodes[$0].contains(code)
    }
  }

  private var unsafe: ClosedRange<Int> { 1...(minimum - 1) }

  var unsafeCells: [Int] { cells.indices.filter { unsafe.contains(cells[$0].value) } }

  /// Unsafe cells that are printed, or of which some unsafe value is excluded.
  mutating func breaches() -> [String] {
    unsafeCells.filter { cell in
      cells[cell].shown.sign == nil || !unsafe.allSatisfy { isPossible(cell, $0, []) }
    }.map { cells[$0].name }
  }

  /// The same where he reasons from what is promised of every cell so small: a hidden cell that cannot
  /// be all of it has none of it; that said, there may be more of them, and so on.
  mutating func breachesByPromise() -> [String] {
    var told: Set<Int> = []
    while true {
      let hidden = cells.indices.filter { cells[$0].shown.sign != nil && !told.contains($0) }
      let found = hidden.filter { cell in !unsafe.allSatisfy { isPossible(cell, $0, told) } }
      if found.isEmpty { break }
      told.formUnion(found)
    }
    return unsafeCells.filter { cell in
      cells[cell].shown.sign == nil || told.contains(cell)
        || !unsafe.allSatisfy { isPossible(cell, $0, told) }
    }.map { cells[$0].name }
  }

  /// - Parameter told: cells that have no unsafe value.
  private mutating func isPossible(_ cell: Int, _ value: Int, _ told: Set<Int>) -> Bool {
    func number(_ cell: Int, _ database: [Int]) -> Int {
      cells[cell].kinds.reduce(0) { $0 + database[$1] }
    }
    func breaking(_ database: [Int]) -> Int? {
      told.sorted().first { unsafe.contains(number($0, database)) }
    }
    if databases.contains(where: { number(cell, $0) == value && breaking($0) == nil }) {
      return true
    }
    func search(_ facts: Facts) -> [Int]? {
      var all = DatabaseSearch(facts)
      guard let database = all.database(near: truth) else { return nil }
      guard let other = breaking(database) else { return database }
      return search(facts.adding(cells[other].kinds, 0, 0))
        ?? search(facts.adding(cells[other].kinds, minimum, nil))
    }
    guard let found = search(facts.adding(cells[cell].kinds, value, value)) else { return false }
    databases.append(found)
    return true
  }
}
