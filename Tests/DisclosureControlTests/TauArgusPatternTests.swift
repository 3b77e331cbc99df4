import DisclosureControl
import Testing

/// The cheapest patterns of Simple2D, beside those of other software (`Simple2D_comparison.csv`).
@Suite(.enabled(if: SharedData.exists("data/sdc/tauargus/Simple2D_cells.csv")))
struct TauArgusPatternTests {
  static let rule = SensitivityRule.precision(percent: 15)

  /// The table as a protection problem: empty cells are published, a cell costs its value.
  struct Case {
    var table: TauArgusTests.Table
    var problem: LinearProtectionProblem
    var primaries: [Int]
    var singletons: [Int]
    private var rows: [[String]]

    init() throws {
      table = try TauArgusTests.Table()
      rows = Array(try SharedData.rows("data/sdc/tauargus/Simple2D_cells.csv").dropFirst())
      var cells: [LinearProtectionProblem.Cell] = []
      var levels: [LinearProtectionProblem.Level] = []
      var singletons: [Int] = []
      for (number, row) in rows.enumerated() {
        let (value, contributors) = (Double(row[3])!, Int(row[4])!)
        let largest = row[5...6].map { Double($0) ?? 0 }
        let isUnsafe = rule.isUnsafe(total: value, contributors: contributors, largest: largest)
        cells.append(
          LinearProtectionProblem.Cell(
            value: value, cost: value,
            status: contributors == 0 ? .published : isUnsafe ? .hidden : .open))
        if isUnsafe {
          levels.append(
            LinearProtectionProblem.Level(
              cell: number, upper: rule.upperProtection(total: value, largest: largest)))
        }
        if contributors == 1 { singletons.append(number) }
      }
      primaries = levels.map(\.cell)
      self.singletons = singletons
      problem = LinearProtectionProblem(cells: cells, relations: table.relations, levels: levels)
    }

    /// The same with every single contributor's knowledge. Two cells of one contributor, one within
    /// the other, hold the same person.
    var withInsiders: LinearProtectionProblem {
      var problem = problem
      problem.addInsiders(singletons: singletons) { singleton, cell in
        singletons.contains(cell) && rows[singleton][0] == rows[cell][0]
          && (rows[singleton][2] == rows[cell][1] || rows[cell][2] == rows[singleton][1])
      }
      return problem
    }

    func cost(_ hidden: Set<Int>) -> Double {
      hidden.filter { problem.cells[$0].status == .open }
        .reduce(0) { $0 + problem.cells[$1].value }
    }

    /// The primaries that CLP bounds more closely than their level, with some values known.
    func closed(_ hidden: Set<Int>, knowing known: Int? = nil) throws -> [Int] {
      let attacker = table.attacker(hidden: hidden.subtracting(known.map { [$0] } ?? []))
      return try problem.levels.filter { level in
        guard level.cell != known else { return false }
        let found = try #require(attacker.feasibleInterval(ofCell: level.cell))
        return found.upper.map { $0 < table.values[level.cell] + level.upper - 1e-4 } ?? false
      }.map(\.cell)
    }
  }

  @Test func thePrimariesAreThoseOfTauArgus() throws {
    let each = try Case()
    let theirs = try SharedData.rows("data/sdc/tauargus/Simple2D_cells.csv").dropFirst()
      .enumerated().filter { $0.element[7] == "3" }.map(\.offset)
    #expect(each.primaries == theirs)
    #expect(each.primaries.count == 9)
  }

  @Test func withoutInsidersTheOptimumIsThePublishedOne() throws {
    let each = try Case()
    let found = try #require(each.problem.optimum())
    #expect(found.hidden.count - each.primaries.count == 6)
    #expect(found.cost == 521_926)
    #expect(try each.closed(found.hidden).isEmpty)
    print(
      "peers tauargus p15: \(found.hidden.count - each.primaries.count) secondaries,"
        + " cost \(Int(found.cost)), \(found.iterations) iterations, \(found.nodes) nodes")
  }

  /// No contributor of a cell of his own comes closer to others' values than p % allows.
  @Test func withInsidersTheOptimumIsNoDearerThanTheBestOfOthers() throws {
    let each = try Case()
    let found = try #require(each.withInsiders.optimum())
    #expect(found.cost <= 1_092_497)
    #expect(try each.closed(found.hidden).isEmpty)
    let pairs = each.withInsiders.levels.filter { !$0.known.isEmpty }
    #expect(pairs.count > 40)
    for singleton in each.singletons {
      let closed = try each.closed(found.hidden, knowing: singleton)
      for cell in closed {
        #expect(!pairs.contains { $0.cell == cell && $0.known == [singleton] })
      }
    }
    print(
      "peers tauargus p15 with insiders: \(found.hidden.count - each.primaries.count) secondaries,"
        + " cost \(Int(found.cost)), \(found.iterations) iterations, \(found.nodes) nodes")
  }

  /// The fewest cells rather than the least value: 4 secondaries at 3,442,600.
  @Test func theFewestCellsAreThePublishedNumber() throws {
    var problem = try Case().problem
    for cell in problem.cells.indices {
      problem.cells[cell].cost = 1 + problem.cells[cell].value / 1e9
    }
    let found = try #require(problem.optimum())
    #expect(found.hidden.count - 9 == 4)
  }

  /// The number of insiders who learn something is that of the comparison, for patterns of others.
  @Test(arguments: [
    ("Simple2D_audit_intervals.csv", 7, 0), ("Simple2D_sdcTable_HITAS.csv", 22, 1),
    ("Simple2D_sdcTable_GAUSS.csv", 8, 1),
  ])
  func patternsOfOthersAreJudgedAsInTheComparison(
    _ file: String, _ pairs: Int, _ underprotected: Int
  ) throws {
    let each = try Case()
    let hidden = Set(
      try SharedData.rows("data/sdc/tauargus/\(file)").dropFirst()
        .filter { $0[4] != "s" }
        .map { row in
          let region = row[1].hasPrefix("r") ? String(row[1].dropFirst()) : row[1]
          return each.table.number["\(row[0]) \(region)"]!
        })
    let closed = each.withInsiders.closed(hiding: hidden)
    let without = closed.filter(\.known.isEmpty).map(\.cell)
    #expect(without.count == underprotected)
    // A cell closed without insiders counts for those whose knowledge closes it further.
    let open = each.table.attacker(hidden: hidden)
    let insiders = try closed.filter { !$0.known.isEmpty }.filter { level in
      guard without.contains(level.cell) else { return true }
      let knowing = each.table.attacker(hidden: hidden.subtracting(level.known))
      let before = try #require(open.feasibleInterval(ofCell: level.cell))
      let after = try #require(knowing.feasibleInterval(ofCell: level.cell))
      return try #require(after.upper) < #require(before.upper) - 1e-4
    }
    #expect(insiders.count == pairs)
    #expect(try each.closed(hidden) == without)
  }
}
