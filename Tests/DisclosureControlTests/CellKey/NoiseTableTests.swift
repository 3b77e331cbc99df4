import CohortModel
import Foundation
import Testing

@testable import DisclosureControl

/// Looking up noise in tables of other offices, and in our own.
@Suite struct NoiseTableTests {
  /// The Office for National Statistics' cell-key-perturbation: record keys 0–255, the cell's key is
  /// their sum modulo 256, counts beyond 750 take the last 250 rows over and over.
  @Test(.enabled(if: SharedData.exists("data/sdc/ons_cellkey")))
  func theCellKeyTestOfTheOfficeForNationalStatistics() throws {
    let folder = "data/sdc/ons_cellkey"
    let entries = try SharedData.rows("\(folder)/ptable_10_5.csv").dropFirst().map { row in
      let numbers = try row.map { try #require(Int($0)) }
      return (count: numbers[0], key: numbers[1], noise: numbers[2])
    }
    let table = try NoiseTable(entries: entries, keys: 256, beyond: .repeating(250))

    let micro = try SharedData.rows("\(folder)/micro.csv")
    let places = try ["record_key", "var1", "var5", "var8"].map {
      try #require(micro[0].firstIndex(of: $0))
    }
    var cells: [[String]: (count: Int, key: Int)] = [:]
    for row in micro.dropFirst() {
      let own = places.map { row[$0] }
      cells[Array(own.dropFirst()), default: (0, 0)].count += 1
      cells[Array(own.dropFirst()), default: (0, 0)].key += try #require(Int(own[0]))
    }

    let expected = try SharedData.rows("\(folder)/expected_perturbed_var1_var5_var8.csv")
    #expect(
      expected[0]
        == ["var1", "var5", "var8", "pre_sdc_count", "ckey", "pcv", "pvalue", "count"])
    #expect(expected.count == 201)
    for row in expected.dropFirst() {
      let (count, sum) = cells[Array(row[0..<3])] ?? (0, 0)
      let key = sum % 256
      let noise = table.noise(count: count, position: Double(key) / 256)
      let published = count + noise
      let own = [
        "\(count)", "\(key)", "\(count <= 750 ? count : (count - 1) % 250 + 501)", "\(noise)",
        published < 10 ? "NA" : "\(published)",
      ]
      #expect(Array(row[0..<3]) + own == row)
    }
  }

  @Test func rowsBeyondTheLastRepeat() throws {
    let rows = (1...750).map { [NoiseTable.Step(upper: 1, noise: $0)] }
    let table = try NoiseTable(rows: rows, beyond: .repeating(250))
    for count in [1, 500, 750, 751, 1_000, 1_001, 12_345] {
      let row = count <= 750 ? count : (count - 1) % 250 + 501
      #expect(table.noise(count: count, position: 0.5) == row)
    }
  }

  @Test(.enabled(if: SharedData.exists("data/sdc/handbook/ckm_example.csv")))
  func theExampleOfTheHandbook() throws {
    let records = try SharedData.rows("data/sdc/handbook/ckm_example.csv").dropFirst()
    func expected(_ name: String) throws -> Double {
      try #require(records.first { $0[0] == "EXPECTED_\(name)" }.flatMap { Double($0[1]) })
    }
    let keys = records.filter { !$0[0].hasPrefix("EXPECTED") }.compactMap { Double($0[1]) }
    let sum = keys.reduce(0, +)
    let position = sum - sum.rounded(.down)
    #expect(abs(position - (try expected("cell_key"))) < 1e-9)

    var rows: [[NoiseTable.Step]] = []
    for entry in try SharedData.rows("data/sdc/handbook/ckm_ptable_example.csv").dropFirst() {
      let count = try #require(Int(entry[0]))
      guard count > 0 else { continue }
      while rows.count < count { rows.append([]) }
      rows[count - 1].append(
        NoiseTable.Step(
          upper: try #require(Double(entry[5])), noise: try #require(Int(entry[3]))))
    }
    let noise = try NoiseTable(rows: rows).noise(count: keys.count, position: position)
    #expect(Double(noise) == (try expected("noise")))
    #expect(Double(keys.count + noise) == (try expected("perturbed")))
  }

  @Test func tablesWithGapsAreRefused() {
    #expect(throws: PerturbationTableError.incomplete) {
      try NoiseTable(entries: [(1, 0, 0), (1, 1, 1), (2, 0, 0)], keys: 2)
    }
    #expect(throws: PerturbationTableError.incomplete) {
      try NoiseTable(entries: [(1, 0, 0), (1, 0, 1)], keys: 2)
    }
    #expect(throws: PerturbationTableError.incomplete) {
      try NoiseTable(rows: [[.init(upper: 0.5, noise: 1)]])
    }
    #expect(throws: PerturbationTableError.incomplete) { try NoiseTable(rows: []) }
  }

  /// Keys spread evenly give every target its probability, and never another.
  @Test func noiseFollowsTheTable() throws {
    let table = try PerturbationTable(.standard)
    let noise = try NoiseTable(table)
    let draws = 20_000
    for count in [1, 2, 3, 5, 8, 9, 250] {
      let row = table.rows[min(count, table.rows.count - 1)]
      var times: [Int: Int] = [:]
      for draw in 0..<draws {
        times[noise.noise(count: count, position: Double(draw) / Double(draws)), default: 0] += 1
      }
      for (target, probability) in zip(row.targets, row.probabilities) {
        let share = Double(times.removeValue(forKey: target - row.count) ?? 0) / Double(draws)
        #expect(abs(share - probability) < 2e-4)
      }
      #expect(times.isEmpty)
    }
    #expect(noise.noise(count: 0, position: 0.3) == 0)
  }
}
