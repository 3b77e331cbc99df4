import CohortModel
import Foundation
import Testing

@testable import DisclosureControl

/// Perturbation tables against those of the R package ptable, and what every table has to satisfy.
@Suite struct PerturbationTableTests {
  struct Vector: CustomTestStringConvertible, Sendable {
    var name: String
    var matrix: String
    var parameters: CellKeyParameters
    /// Counts whose probabilities were not ordered there (`mono = F`).
    var unordered: Set<Int> = []
    var testDescription: String { name }
  }

  static let vectors = [
    Vector(
      name: "D2_V09", matrix: "pMatrix",
      parameters: CellKeyParameters(maximumNoise: 2, variance: 0.9, lowest: 1)),
    Vector(
      name: "D2_V1", matrix: "pMatrix",
      parameters: CellKeyParameters(maximumNoise: 2, variance: 1, lowest: 1)),
    Vector(
      name: "D2_V105_js1", matrix: "pMatrix",
      parameters: CellKeyParameters(maximumNoise: 2, variance: 1.05, lowest: 2), unordered: [3]),
    Vector(
      name: "D4_V1_pstay05", matrix: "pMatrix",
      parameters: CellKeyParameters(maximumNoise: 4, variance: 1, lowest: 1, stay: 0.5)),
    Vector(name: "D5_V3_js2", matrix: "pMatrix", parameters: .standard),
    Vector(
      name: "D5_V3_js2_pstay05_v100", matrix: "tMatrix", parameters: CellKeyParameters(stay: 0.5)),
  ]

  @Test(.enabled(if: SharedData.exists("data/sdc/ptable")), arguments: vectors)
  func tablesOfPtable(_ vector: Vector) throws {
    let folder = "data/sdc/ptable/\(vector.name)"
    let table = try PerturbationTable(vector.parameters, unordered: vector.unordered)

    // Transition probabilities.
    let matrix = try SharedData.rows("\(folder)_\(vector.matrix).csv")
    let targets = try matrix[0].dropFirst().map { try #require(Int($0)) }
    #expect(table.rows.count == matrix.count - 1)
    for (row, expected) in zip(table.rows, matrix.dropFirst()) {
      #expect(expected[0] == "\(row.count)")
      for (target, text) in zip(targets, expected.dropFirst()) {
        let own = zip(row.targets, row.probabilities).first { $0.0 == target }?.1 ?? 0
        #expect(abs(own - (Double(text) ?? .nan)) < 1e-5, "\(row.count) to \(target)")
      }
    }

    // Mean, variance, sum and the probability of no noise.
    for (row, expected) in zip(table.rows, try SharedData.rows("\(folder)_check.csv").dropFirst()) {
      let numbers = try expected.map { try #require(Double($0)) }
      #expect(abs(row.mean - numbers[1]) < 1e-5 && abs(row.variance - numbers[2]) < 1e-5)
      #expect(abs(row.probabilities.reduce(0, +) - numbers[3]) < 1e-5)
      // Printed to four places.
      #expect(abs(row.stay - numbers[4]) < 6e-5)
    }

    // The intervals of keys.
    var entries = 0
    for expected in try SharedData.rows("\(folder)_ptable.csv").dropFirst() {
      let row = table.rows[Int(expected[0]) ?? 0]
      let place = try #require(row.targets.firstIndex { "\($0)" == expected[1] })
      let lower = place == 0 ? 0 : row.upperBounds[place - 1]
      #expect(abs(lower - (Double(expected[4]) ?? .nan)) < 1e-5)
      #expect(abs(row.upperBounds[place] - (Double(expected[5]) ?? .nan)) < 1e-5)
      entries += 1
    }
    #expect(entries == table.rows.reduce(0) { $0 + $1.targets.count })
  }

  @Test(arguments: [(5, 2.0, 3), (3, 1.0, 2)])
  func infeasibleSetsAreRefusedWithWhatToChange(noise: Int, variance: Double, lowest: Int) {
    let parameters = CellKeyParameters(maximumNoise: noise, variance: variance, lowest: lowest)
    do throws(PerturbationTableError) {
      _ = try PerturbationTable(parameters)
      Issue.record("a table was made")
    } catch {
      #expect(error.text.contains("take one above \(Int(variance))"))
      #expect(error.text == parameters.fault)
    }
  }

  /// The closed rule for what is feasible agrees with what the computation finds.
  @Test func everySetThatIsNotRefusedHasATable() throws {
    var made = 0
    for noise in [1, 2, 4, 7] {
      for lowest in 1...noise {
        for variance in [0.3, 1.01, 2, 4.2, 9, 18] {
          for stay in [nil, 0.6] {
            let parameters = CellKeyParameters(
              maximumNoise: noise, variance: variance, lowest: lowest, stay: stay)
            guard parameters.fault == nil else {
              #expect(throws: PerturbationTableError.self) { try PerturbationTable(parameters) }
              continue
            }
            let table = try PerturbationTable(parameters)
            made += 1
            for row in table.rows.dropFirst() {
              #expect(row.targets.allSatisfy { $0 == 0 || $0 >= lowest })
              #expect(row.targets.allSatisfy { abs($0 - row.count) <= noise })
              #expect(row.probabilities.allSatisfy { $0 > 0 })
              #expect(abs(row.mean) < 1e-6 && row.variance < variance + 1e-6)
            }
            let last = try #require(table.rows.last)
            #expect(last.targets.count == 2 * noise + 1)
            // Even around the count, and of the variance that is promised.
            for (one, other) in zip(last.probabilities, last.probabilities.reversed()) {
              #expect(abs(one - other) < 1e-6)
            }
            #expect(abs(last.variance - variance) < 1e-5)
          }
        }
      }
    }
    #expect(made > 50)
  }

  @Test func aTableIsTheSameEveryTime() throws {
    let first = try PerturbationTable(.standard)
    let second = try PerturbationTable(.standard)
    #expect(first.rows.map(\.probabilities) == second.rows.map(\.probabilities))
  }
}
