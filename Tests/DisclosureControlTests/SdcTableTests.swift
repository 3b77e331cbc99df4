import DisclosureControl
import Testing

/// Region × gender of `microdata1` of sdcTable 0.34: its primary rules and its optimal pattern.
@Suite(.enabled(if: SharedData.exists("data/sdc/sdctable/microdata1.csv")))
struct SdcTableTests {
  struct Case {
    var table: PeerTable
    /// Cells in the order of sdcTable, which counts from 1.
    var cells: [Int]
    var theirs: [Int]

    init() throws {
      let regions = ["A", "B", "C", "D"].map { ($0, [String]()) }
      table = PeerTable(
        [
          PeerTable.Variable(total: "total", regions),
          PeerTable.Variable(total: "total", [("male", []), ("female", [])]),
        ],
        records: try SharedData.rows("data/sdc/sdctable/microdata1.csv").dropFirst().map {
          (codes: Array($0[0...1]), value: Double($0[2])!)
        })
      let rows = try SharedData.rows("data/sdc/sdctable/microdata1_cells.csv").dropFirst()
      let table = table
      cells = rows.map { table.number[[$0[5], $0[6]]]! }
      for (row, cell) in zip(rows, cells) {
        #expect(table.values[cell] == Double(row[2])!)
        #expect(table.contributions[cell].count == Int(row[1])!)
      }
      theirs = try SharedData.rows("data/sdc/sdctable/microdata1_OPT_expected.csv").dropFirst()
        .enumerated().filter { $0.element[4] != "s" }.map { $0.offset + 1 }
    }

    func primaries(_ rule: SensitivityRule) -> [Int] {
      cells.indices.filter { number in
        let parts = table.contributions[cells[number]]
        return rule.isUnsafe(
          total: table.values[cells[number]], contributors: parts.count, largest: parts)
      }.map { $0 + 1 }
    }
  }

  @Test(arguments: [
    (SensitivityRule.minimumFrequency(below: 3), [6]),
    (.dominance(largest: 2, percent: 75), [6, 14]), (.precision(percent: 70), [6, 14]),
    (.prior(percent: 60, prior: 80), [6, 14]),
  ])
  func primariesAreEqual(_ rule: SensitivityRule, _ expected: [Int]) throws {
    #expect(try Case().primaries(rule) == expected)
  }

  @Test func exactDisclosureNeedsNoMoreCellsThanTheirs() throws {
    let each = try Case()
    #expect(each.theirs == [5, 6, 11, 12])
    let unsafe = each.cells[5]
    let problem = each.table.problem(
      shown: Set(each.cells), primaries: [unsafe], neverHidden: [],
      levels: [LinearProtectionProblem.Level(cell: unsafe, width: 1)])
    let found = try #require(problem.optimum())
    #expect(found.hidden.count <= each.theirs.count)
    #expect(problem.closed(hiding: found.hidden).isEmpty)
    let numbers = found.hidden.map { each.cells.firstIndex(of: $0)! + 1 }.sorted()
    print("peers sdcTable microdata1: theirs \(each.theirs), exact disclosure \(numbers)")
  }

  /// The levels of the dominance rules, which sdcTable's pattern is not made for.
  @Test(arguments: [
    SensitivityRule.dominance(largest: 2, percent: 75), .precision(percent: 70),
    .prior(percent: 60, prior: 80),
  ])
  func levelsOfTheRulesHold(_ rule: SensitivityRule) throws {
    let each = try Case()
    let unsafe = each.primaries(rule).map { each.cells[$0 - 1] }
    let problem = each.table.problem(
      shown: Set(each.cells), primaries: Set(unsafe), neverHidden: [],
      levels: unsafe.map {
        LinearProtectionProblem.Level(
          cell: $0,
          upper: rule.upperProtection(
            total: each.table.values[$0], largest: each.table.contributions[$0]))
      })
    #expect(problem.levels.allSatisfy { $0.upper > 0 })
    let found = try #require(problem.optimum())
    let attacker = each.table.attacker(hidden: found.hidden)
    for level in problem.levels {
      let interval = try #require(attacker.feasibleInterval(ofCell: level.cell))
      #expect(
        (interval.upper ?? .infinity) >= each.table.values[level.cell] + level.upper - 1e-6)
    }
    print("peers sdcTable microdata1, \(rule): \(found.hidden.count) cells")
  }
}
