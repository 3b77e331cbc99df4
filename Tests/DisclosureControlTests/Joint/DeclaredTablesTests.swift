import CohortModel
import DisclosureControl
import QueryEngine
import Tables
import Testing

/// Tables that a policy declares, as a service shows them.
@Suite struct DeclaredTablesTests {
  private static let queries = [
    "p rows region:2 columns sex", "p rows region:1 columns sex",
    "p rows sex where region=E,W1", "p rows sex period 2019-01-01..2019-12-31",
    "p rows sex columns region:1 period 2019-01-01..2020-06-30",
  ]

  private func source(
    declaring queries: [String], persons: Int = 700, _ profile: DisclosureProfile = .tenFive,
    rounding: TableSet.Rounding = .independent
  ) throws -> SmallSource {
    let plain = SmallSource(persons: persons, seed: 3)
    var policy = DisclosurePolicy(profile: profile)
    policy.tableSets = [
      TableSet(
        name: "annual", label: "Annual release", rounding: rounding,
        queries: try queries.map { try CohortQuery(text: $0, package: plain.package) })
    ]
    return SmallSource(persons: persons, seed: 3, policy: policy)
  }

  private func tables(_ queries: [String], of source: SmallSource) throws -> [ProtectedTable] {
    let release = Release(source: source)
    return try queries.map {
      try release.table(for: try CohortQuery(text: $0, package: source.package))
    }
  }

  private func published(_ tables: [ProtectedTable]) -> [PublishedTable] {
    tables.enumerated().map { number, table in
      var published = table.published
      published.name = "t\(number)"
      return published
    }
  }

  /// What the attack finds: cells that are certainly small and of which too little is left. Cells of
  /// ten or more persons that are hidden for others do not count; files cannot tell which they are.
  private func found(_ tables: [ProtectedTable]) throws -> [JointAttackFindings.Cell] {
    let findings = try JointAttack(published(tables)).run()
    #expect(findings.contradictions == [])
    return findings.cells.filter {
      $0.outcome != .open && $0.least >= 1 && ($0.greatest ?? .max) < 10
    }
  }

  /// One person a day: two periods that differ by five days.
  @Test func oneByOneTheyGiveCellsAwayAndDeclaredTheyDoNot() throws {
    let queries = ["10", "15"].map { "p rows sex period 2019-01-01..2019-06-\($0)" }
    let plain = SmallSource(persons: 120, seed: 3, policy: DisclosurePolicy(profile: .srsTen))
    let leak = try found(tables(queries, of: plain))
    #expect(leak.contains { $0.outcome == .exact && $0.least == 5 }, "\(leak)")
    let declared = try source(declaring: queries, persons: 120, .srsTen)
    #expect(try found(tables(queries, of: declared)).isEmpty)
  }

  @Test func declaredTablesGiveNothingAway() throws {
    for profile in [DisclosureProfile.tenFive, .srsTen] {
      let declared = try source(declaring: Self.queries, profile)
      let together = try tables(Self.queries, of: declared)
      #expect(try found(together).isEmpty)
      #expect(together.allSatisfy { $0.cells.contains { $0 != .confidential } })
    }
  }

  @Test func aTableAskedAloneIsShownAsInItsSet() throws {
    let declared = try source(declaring: Self.queries)
    let together = try tables(Self.queries, of: declared)
    for (query, table) in zip(Self.queries, together).reversed() {
      #expect(try tables([query], of: declared)[0].cells == table.cells)
    }
  }

  /// Margins and transposes of declared tables are cells of theirs.
  @Test func tablesOfDeclaredCellsAreShownAsDeclared() throws {
    let declared = try source(declaring: Self.queries)
    let whole = try tables([Self.queries[0]], of: declared)[0]
    let transposed = try tables(["p rows sex columns region:2"], of: declared)[0]
    let margin = try tables(["p rows region:2"], of: declared)[0]
    func cells(_ table: ProtectedTable, _ codes: [String: String]) throws -> CellValue {
      var index = 0
      for axis in table.axes {
        let place = axis.entries.firstIndex { $0.code == codes[axis.name, default: "*"] } ?? 0
        index = index * axis.entries.count + place
      }
      return table.cells[index]
    }
    for region in ["*", "E", "E1", "E2", "E3", "W", "W1", "W2"] {
      #expect(try cells(margin, ["region": region]) == cells(whole, ["region": region]))
      for sex in ["*", "F", "M"] {
        let codes = ["region": region, "sex": sex]
        #expect(try cells(transposed, codes) == cells(whole, codes))
      }
    }
    #expect(margin.certificate.statement.contains("Annual release"))
    // Another table is protected by itself, and says so.
    let other = try tables(["p rows sex measure share seen"], of: declared)[0]
    #expect(other.certificate.statement.contains("for this table by itself"))
  }

  @Test func theCertificateNamesTheSet() throws {
    let declared = try source(declaring: Self.queries)
    let table = try tables([Self.queries[1]], of: declared)[0]
    #expect(
      table.certificate.statement.hasSuffix(
        "This holds for all tables of \u{201C}Annual release\u{201D} put together, not for other"
          + " tables put together with them."))
  }

  /// Persons and index events, shares and other units go through the engine as well.
  @Test func setsOfEveryMeasureAreProtected() throws {
    let queries = [
      "p rows sex measure share seen", "p rows region:1 measure share seen", "p rows region:2",
      "p rows sex unit household", "p rows region:1 columns sex unit household",
    ]
    let declared = try source(declaring: queries)
    let together = try tables(queries, of: declared)
    #expect(try found(together).isEmpty)
    #expect(together.allSatisfy { $0.cells.contains { $0 != .confidential } })
  }

  /// With additive rounding shown regions add up to countries and countries to the whole, in every
  /// table alike, and the attacker still finds nothing.
  @Test(arguments: [700, 903, 1_211]) func additiveSetsAddUp(persons: Int) throws {
    let declared = try source(declaring: Self.queries, persons: persons, rounding: .additive)
    let independent = try tables(
      Self.queries, of: source(declaring: Self.queries, persons: persons))
    let additive = try tables(Self.queries, of: declared)
    #expect(try found(additive).isEmpty)
    if persons == 1_211 { #expect(additive.map(\.cells) != independent.map(\.cells)) }
    func numbers(_ table: ProtectedTable) -> [String: Int] {
      var numbers: [String: Int] = [:]
      let sexes = table.axes[1].entries
      for (row, entry) in table.axes[0].entries.enumerated() {
        for (column, sex) in sexes.enumerated() {
          if case .count(let count) = table.cells[row * sexes.count + column] {
            numbers["\(entry.code) \(sex.code)"] = count
          }
        }
      }
      return numbers
    }
    let (whole, top) = (numbers(additive[0]), numbers(additive[1]))
    var sums = 0
    for sex in ["*", "F", "M"] {
      for (above, below) in [("*", ["E", "W"]), ("E", ["E1", "E2", "E3"]), ("W", ["W1", "W2"])] {
        guard let total = whole["\(above) \(sex)"] else { continue }
        let parts = below.compactMap { whole["\($0) \(sex)"] }
        if parts.count < below.count { continue }
        #expect(parts.reduce(0, +) == total)
        sums += 1
      }
    }
    #expect(sums > 2)
    for (cell, count) in top { #expect(whole[cell] == count) }
    for (one, other) in zip(additive, independent) {
      #expect(one.cells.map { $0 == .confidential } == other.cells.map { $0 == .confidential })
      #expect(one.certificate.statement.contains("add up"))
      #expect(one.published.profile.additiveSteps != nil)
    }
    #expect(try tables([Self.queries[1]], of: declared)[0].cells == additive[1].cells)
  }
}
