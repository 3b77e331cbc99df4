import DisclosureControl
import Testing

/// Size × Region (a hierarchy) of a magnitude: intervals and patterns of τ-ARGUS and sdcTable.
@Suite(.enabled(if: SharedData.exists("data/sdc/tauargus/Simple2D_cells.csv")))
struct TauArgusTests {
  struct Table {
    var number: [String: Int] = [:]
    var values: [Double] = []
    var relations: [CellRelation] = []

    /// Cells by "size region", with all relations of both dimensions.
    init() throws {
      let rows = try SharedData.rows("data/sdc/tauargus/Simple2D_cells.csv").dropFirst()
      var parents: [String: String] = [:]
      var sizes: [String] = []
      var regions: [String] = []
      for row in rows {
        number["\(row[0]) \(row[1])"] = values.count
        values.append(Double(row[3])!)
        if !sizes.contains(row[0]) { sizes.append(row[0]) }
        if !regions.contains(row[1]) { regions.append(row[1]) }
        if row[1] != "Total" { parents[row[1]] = row[2].isEmpty ? "Total" : row[2] }
      }
      for size in sizes {
        for whole in Set(parents.values).sorted() {
          relations.append(
            CellRelation(
              whole: number["\(size) \(whole)"]!,
              parts: parents.filter { $0.value == whole }.keys.sorted()
                .map { number["\(size) \($0)"]! }))
        }
      }
      for region in regions {
        relations.append(
          CellRelation(
            whole: number["Total \(region)"]!,
            parts: sizes.filter { $0 != "Total" }.map { number["\($0) \(region)"]! }))
      }
    }

    func attacker(hidden: Set<Int>) -> LinearAttacker {
      LinearAttacker(
        intervals: values.indices.map { hidden.contains($0) ? (0, nil) : (values[$0], values[$0]) },
        relations: relations)
    }
  }

  @Test func valuesAddUp() throws {
    let table = try Table()
    for relation in table.relations {
      let sum = relation.parts.reduce(0) { $0 + table.values[$1] }
      #expect(abs(sum - table.values[relation.whole]) < 0.01)
    }
  }

  @Test func feasibleIntervalsAreThoseOfTauArgus() throws {
    let table = try Table()
    let expected = try SharedData.rows("data/sdc/tauargus/Simple2D_audit_intervals.csv").dropFirst()
    let hidden = Set(expected.map { table.number["\($0[0]) \($0[1])"]! })
    let attacker = table.attacker(hidden: hidden)
    #expect(hidden.count == 21)
    for row in expected {
      let cell = table.number["\(row[0]) \(row[1])"]!
      let found = try #require(attacker.feasibleInterval(ofCell: cell))
      #expect(abs(found.lower - Double(row[5])!) < 0.01, "\(row[0]) \(row[1])")
      #expect(abs(try #require(found.upper) - Double(row[6])!) < 0.01, "\(row[0]) \(row[1])")
    }
  }

  /// Primary cells are judged as p % (p = 15) requires: so far above the true value must be possible.
  @Test(arguments: ["Simple2D_sdcTable_HITAS.csv", "Simple2D_sdcTable_GAUSS.csv"])
  func unsafePatternsAreRejected(_ file: String) throws {
    let table = try Table()
    let rows = try SharedData.rows("data/sdc/tauargus/\(file)").dropFirst()
    let hidden = Set(
      rows.filter { $0[4] != "s" }.map { row in
        let region = row[1].hasPrefix("r") ? String(row[1].dropFirst()) : row[1]
        return table.number["\(row[0]) \(region)"]!
      })
    let attacker = table.attacker(hidden: hidden)
    let levels = try SharedData.rows("data/sdc/tauargus/Simple2D_audit_intervals.csv").dropFirst()
      .filter { $0[3] == "primary" }
    #expect(levels.count == 9)
    var rejected: [String] = []
    for row in levels {
      let cell = table.number["\(row[0]) \(row[1])"]!
      let found = try #require(attacker.feasibleInterval(ofCell: cell))
      if let upper = found.upper, upper < table.values[cell] + Double(row[7])! {
        rejected.append("\(row[0]) \(row[1])")
      }
    }
    #expect(rejected == ["9 4"])
  }
}
