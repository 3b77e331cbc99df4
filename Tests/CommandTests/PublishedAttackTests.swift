import CohortModel
import Foundation
import Tables
import Testing

/// Attacks from the literature, written as exports: an audit has to find what they derive.
struct PublishedAttackTests {
  private static let root = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["BOLD_SHARED"]
      ?? BoldCommand.root + "/../shared"
  ).appendingPathComponent("data/sdc")

  private static func isThere(_ path: String) -> Bool {
    let isThere = FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    if !isThere { print("skipped: no test vectors at \(path)") }
    return isThere
  }

  private static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      .split(whereSeparator: \.isNewline)
      .map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        }
      }
  }

  private static func count(_ text: String) throws -> Int { try #require(Int(text)) }

  /// Everyone less men is women.
  @Test func totalLessMale() throws {
    guard Self.isThere("opensafely/differencing_total_minus_male.csv") else { return }
    let rows = try Self.rows("opensafely/differencing_total_minus_male.csv").dropFirst().dropLast()
    let exports = try HandMadeExports(minimum: 5)
    let bands = rows.map { $0[0] }
    let dimensions = [
      HandMadeExports.variable("age", bands.map { ($0, [$0]) }), AuditTests.sex,
    ]
    func file(_ name: String, _ code: String, _ column: Int) throws -> String {
      try exports.write(
        exports.table(
          dimensions, rows: ("age", bands), columns: ("sex", [code]),
          try rows.map { .count(try Self.count($0[column])) }), name)
    }
    let report = try AuditTests.audit([try file("total", "*", 1), try file("men", "M", 3)])
    #expect(report.status == 1)
    for row in rows where try Self.count(row[5]) < 5 {
      #expect(report.range("age: \(row[0]); sex: F") == "\(row[5]) to \(row[5])")
    }
    #expect(!report.cells("exact").isEmpty)
  }

  /// Suppress up to 5, then round to 5: a 5 is 6 or 7.
  @Test func lowThresholdBesideItsRounding() throws {
    guard Self.isThere("opensafely/threshold5_round5_leak.csv") else { return }
    let leak = try Self.rows("opensafely/threshold5_round5_leak.csv")[1]
    let exports = try HandMadeExports(minimum: 6, base: 5)
    let published = try Self.count(leak[1])
    let table = exports.table(
      [AuditTests.sex], rows: ("sex", ["F", "M"]),
      [.count(published), .count(40)])
    let report = try AuditTests.audit([try exports.write(table, "t")])
    #expect(report.status == 1)
    #expect((report.document["unsound_profiles"] as? [String])?.count == 1)
  }

  /// Two bandings of age.
  @Test func recode() throws {
    guard Self.isThere("handbook/differencing_recode.csv") else { return }
    let rows = try Self.rows("handbook/differencing_recode.csv")
    let exports = try HandMadeExports(minimum: 3)
    let held = ["20-39": ["20-24", "25-39"], "<25": ["<20", "20-24"]]
    func file(_ table: String) throws -> String {
      let own = rows.filter { $0[0] == table }
      let bands = own.filter { $0[1] == "Male" }.map { $0[2] }
      let age = HandMadeExports.variable("age", bands.map { ($0, held[$0] ?? [$0]) })
      let values = try bands.flatMap { band in
        try ["Female", "Male"].map { sex in
          CellValue.count(
            try Self.count(try #require(own.first { $0[1] == sex && $0[2] == band })[3]))
        }
      }
      return try exports.write(
        exports.table(
          [age, AuditTests.sex], rows: ("age", bands), columns: ("sex", ["F", "M"]), values),
        table)
    }
    let files = [try file("T1"), try file("T2")]
    let report = try AuditTests.audit(files)
    #expect(report.status == 1)
    let derived = try #require(rows.first { $0[0] == "DERIVED" && $0[1] == "Male" })
    #expect(report.cells("exact").map { $0["least"] as? Int } == [try Self.count(derived[3])])
    for path in files { #expect(try AuditTests.audit([path]).cells("exact").isEmpty) }
  }

  /// Two areas that differ in a few houses.
  @Test func geography() throws {
    guard Self.isThere("handbook/differencing_geography.csv") else { return }
    let rows = try Self.rows("handbook/differencing_geography.csv").dropFirst()
    let exports = try HandMadeExports(minimum: 5)
    let bands = rows.filter { $0[1] == "Male" }.map { $0[0] }
    func file(_ name: String, column: Int, _ areas: [(code: String, holds: [String])]) throws
      -> String
    {
      let dimensions = [
        HandMadeExports.variable("age", bands.map { ($0, [$0]) }), AuditTests.sex,
        HandMadeExports.variable("area", areas),
      ]
      let values = try bands.flatMap { band in
        try ["Female", "Male"].map { sex in
          CellValue.count(
            try Self.count(
              try #require(rows.first { $0[0] == band && $0[1] == sex })[column]))
        }
      }
      return try exports.write(
        exports.table(
          dimensions, rows: ("age", bands), columns: ("sex", ["F", "M"]),
          fixed: ["area": areas[0].code], values), name)
    }
    let report = try AuditTests.audit([
      try file("oa", column: 2, [("A", ["1"]), ("other", ["2", "3"])]),
      try file("ed", column: 3, [("A", ["1", "2"]), ("other", ["3"])]),
    ])
    #expect(report.status == 1)
    let derived = try rows.map { try Self.count($0[4]) }.filter { $0 > 0 }.sorted()
    #expect(report.cells("exact").compactMap { $0["least"] as? Int }.sorted() == derived)
  }

  /// Where people live and where they work, in several tables.
  @Test func linking() throws {
    guard Self.isThere("handbook/differencing_linking.csv") else { return }
    var facts: [String: Int] = [:]
    for row in try Self.rows("handbook/differencing_linking.csv").dropFirst() {
      facts[row[0]] = try Self.count(row[1])
    }
    func fact(_ name: String) throws -> CellValue { .count(try #require(facts[name])) }
    let exports = try HandMadeExports(minimum: 6)
    let dimensions = [
      HandMadeExports.variable("lives", "A", "elsewhere"),
      HandMadeExports.variable(
        "works", [("A", ["A"]), ("elsewhere", ["elsewhere"]), ("not", ["not"])],
        nested: [("employed", [0, 1])]),
      AuditTests.sex,
    ]
    let residents = exports.table(
      dimensions, rows: ("lives", ["A"]), columns: ("works", ["*", "employed", "not", "A"]),
      [
        try fact("Number living in area"), try fact("Employed in area A (residents)"),
        try fact("Not employed"), try fact("Living and working in area"),
      ])
    let workers = exports.table(
      dimensions, rows: ("lives", ["*"]), columns: ("works", ["A"]),
      [try fact("Number working in area")])
    let men = exports.table(
      dimensions, rows: ("lives", ["A"]), columns: ("works", ["A", "elsewhere"]),
      fixed: ["sex": "M"],
      [
        try fact("Males living and working in A"),
        try fact("Males living in A working elsewhere"),
      ])
    let commuters = exports.table(
      dimensions, rows: ("lives", ["elsewhere"]), columns: ("works", ["A"]), fixed: ["sex": "M"],
      [try fact("Males working in A living elsewhere")])
    let report = try AuditTests.audit([
      try exports.write(residents, "residents"), try exports.write(workers, "workers"),
      try exports.write(men, "men"), try exports.write(commuters, "commuters"),
    ])
    #expect(report.status == 1)
    for (cell, derived) in [
      ("lives: A; works: A; sex: F", "DERIVED females living and working in A"),
      ("lives: A; works: elsewhere; sex: F", "DERIVED females living in A working elsewhere"),
      ("lives: elsewhere; works: A; sex: F", "DERIVED females working in A living elsewhere"),
    ] {
      let value = try #require(facts[derived])
      #expect(report.range(cell) == "\(value) to \(value)")
    }
  }

  /// The audit of τ-ARGUS, manual section 2.15.
  @Test func intervalOfTheManual() throws {
    guard Self.isThere("handbook/audit_tauargus_manual_2_15.csv") else { return }
    let rows = try Self.rows("handbook/audit_tauargus_manual_2_15.csv")
    let expected = try #require(rows.first { $0[0].hasPrefix("EXPECTED X11") })
    let body = rows.dropFirst().prefix(4)
    let exports = try HandMadeExports(minimum: 3)
    let names = Dictionary(
      uniqueKeysWithValues: body.map { ($0[0], $0[0] == "Total" ? "*" : $0[0]) })
    let table = exports.table(
      [
        HandMadeExports.variable("row", "1", "2", "3"), HandMadeExports.variable("col", "c1", "c2"),
      ],
      rows: ("row", body.map { names[$0[0]]! }), columns: ("col", ["c1", "c2", "*"]),
      body.flatMap { $0.dropFirst().map { Int($0) } }.values)
    let report = try AuditTests.audit([try exports.write(table, "t")])
    #expect(report.range("row: 1; col: c1") == "\(expected[1]) to \(expected[2])")
  }
}
