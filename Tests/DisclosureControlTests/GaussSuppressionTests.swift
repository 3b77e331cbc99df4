import DisclosureControl
import Testing

/// The cases of the vignette of GaussSuppression 1.2.3.
@Suite(.enabled(if: SharedData.exists("data/sdc/gausssuppression/SUMMARY.csv")))
struct GaussSuppressionTests {
  struct Vignette: CustomStringConvertible, Sendable {
    var name: String
    /// Counts up to this are unsafe.
    var most: Int
    /// Zeros are unsafe as well.
    var zeros = true
    /// Zeros that are not unsafe may be hidden.
    var hidesZeros = false
    /// What no record of the input names cannot be.
    var structural = false
    /// From end to end.
    var width = 1.0
    var description: String { name }
  }

  static let vignettes = [
    Vignette(name: "T1", most: 1), Vignette(name: "T2", most: 2), Vignette(name: "T3", most: 2),
    Vignette(name: "T4", most: 4, zeros: false),
    Vignette(name: "T5", most: 3, zeros: false, hidesZeros: true),
    Vignette(name: "T6", most: 2, structural: true), Vignette(name: "T7", most: 2),
    Vignette(name: "T8", most: 1, zeros: false),
    Vignette(name: "T9_intervals", most: 3, width: 5),
  ]

  struct Case {
    var table: PeerTable
    var shown: Set<Int> = []
    var theirPrimaries: Set<Int> = []
    var theirs: Set<Int> = []
    var primaries: Set<Int> = []
    /// Zeros that the vignette publishes whatever happens.
    var published: Set<Int> = []

    init(_ vignette: Vignette) throws {
      let base = "data/sdc/gausssuppression/vig_\(vignette.name)"
      let input = try SharedData.rows("\(base)_in.csv")
      let expected = try SharedData.rows("\(base)_expected.csv")
      let years = input[0].firstIndex(of: "year").map { column in
        Set(input.dropFirst().map { $0[column] }).sorted()
      }
      let inTable = expected[0].contains("year")
      let geo = PeerTable.Variable(
        total: "Total", [("EU", ["Portugal", "Spain"]), ("nonEU", ["Iceland"])])
      var variables = [PeerTable.Variable(total: "Total", [("old", []), ("young", [])]), geo]
      if inTable {
        variables.append(PeerTable.Variable(total: "Total", years!.map { ($0, []) }))
      }
      let names = inTable ? ["age", "geo", "year"] : ["age", "geo"]
      func column(_ name: String, _ header: [String]) -> Int { header.firstIndex(of: name)! }
      let counts = input.dropFirst().map { row in
        (
          codes: names.map { row[column($0, input[0])] },
          value: Double(row[column("freq", input[0])])!
        )
      }
      table = PeerTable(variables, records: counts)
      for row in expected.dropFirst() {
        let cell = table.number[names.map { row[column($0, expected[0])] }]!
        shown.insert(cell)
        #expect(table.values[cell] == Double(row[column("freq", expected[0])])!)
        if row[column("primary", expected[0])] == "TRUE" { theirPrimaries.insert(cell) }
        if row[column("suppressed", expected[0])] == "TRUE" { theirs.insert(cell) }
      }
      let rule = SensitivityRule.minimumFrequency(
        below: vignette.most + 1, zeros: vignette.zeros)
      for cell in shown {
        let isMissing = vignette.structural && table.contributions[cell].isEmpty
        let count = Int(table.values[cell])
        if !isMissing, rule.isUnsafe(total: Double(count), contributors: count, largest: []) {
          primaries.insert(cell)
        }
        if count == 0, !primaries.contains(cell), isMissing || !vignette.hidesZeros {
          published.insert(cell)
        }
      }
    }

    /// Nobody can work out a primary; nor can somebody who is the only one of a cell, and knows it,
    /// but for wider cells that hold nobody but him.
    func levels(width: Double) -> [LinearProtectionProblem.Level] {
      let singles = table.inner.filter { table.values[$0] == 1 }
      return primaries.sorted().flatMap { cell in
        [LinearProtectionProblem.Level(cell: cell, width: width)]
          + singles.filter { $0 != cell && !(table.values[cell] == 1 && table.isWithin($0, cell)) }
          .map {
            LinearProtectionProblem.Level(cell: cell, width: 1, known: [$0])
          }
      }
    }

    func problem(_ levels: [LinearProtectionProblem.Level], zerosMayHide: Bool = false)
      -> LinearProtectionProblem
    {
      table.problem(
        shown: shown, primaries: primaries, neverHidden: zerosMayHide ? [] : published,
        levels: levels)
    }
  }

  @Test(arguments: vignettes)
  func primariesAreEqual(_ vignette: Vignette) throws {
    let each = try Case(vignette)
    #expect(each.primaries == each.theirPrimaries)
  }

  @Test(arguments: vignettes)
  func exactDisclosureNeedsNoMoreCellsThanTheirs(_ vignette: Vignette) throws {
    let each = try Case(vignette)
    let levels = each.levels(width: vignette.width)
    let found = try #require(each.problem(levels).optimum())
    let hidden = found.hidden.intersection(each.shown)
    #expect(hidden.isSuperset(of: each.primaries))
    #expect(hidden.count <= each.theirs.count)
    // Judged by an attacker of its own.
    for level in levels {
      let interval = try #require(
        each.table.attacker(hidden: found.hidden.subtracting(level.known))
          .feasibleInterval(ofCell: level.cell))
      #expect((interval.upper ?? .infinity) - interval.lower >= level.width - 1e-6)
    }
    // What the product requires: each count up to the most that is unsafe, zero where zeros are, and
    // that no insider knows it exactly; zeros may be hidden.
    let full =
      each.primaries.sorted().map { cell in
        LinearProtectionProblem.Level(
          cell: cell, upper: Double(vignette.most) - each.table.values[cell],
          lower: each.table.values[cell] - (vignette.zeros ? 0 : 1))
      } + each.levels(width: 1).filter { !$0.known.isEmpty }
    let ours = each.problem(full, zerosMayHide: !vignette.structural).optimum()?
      .hidden.intersection(each.shown).count
    print(
      "peers GaussSuppression \(vignette): primaries \(each.primaries.count), theirs"
        + " \(each.theirs.count), exact disclosure \(hidden.count), each value"
        + " \(ours.map { "\($0)" } ?? "none"), \(found.iterations) iterations")
    if let ours { #expect(ours >= each.primaries.count) }
  }
}
