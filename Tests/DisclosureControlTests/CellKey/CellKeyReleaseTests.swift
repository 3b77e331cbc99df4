import CohortModel
import Foundation
import QueryEngine
import Tables
import Testing

@testable import DisclosureControl

/// Tables under the profile cell-key, from the query to what is published.
@Suite struct CellKeyReleaseTests {
  let source = SmallSource(persons: 1_500, seed: 3, policy: Self.policy())

  static func policy(queries: Int = 40, variables: Int = 3) -> DisclosurePolicy {
    var policy = DisclosurePolicy.standard
    policy.profile = .cellKey
    policy.profile.cellKey?.maximumQueries = queries
    policy.profile.cellKey?.maximumVariables = variables
    return policy
  }

  static let regions = ["*", "E", "E1", "E2", "E3", "W", "W1", "W2"]
  static let sexes = ["*", "F", "M"]

  var crossing: CohortQuery {
    CohortQuery(
      pilot: "p", rows: [AxisVariable("region", depth: 2)], columns: [AxisVariable("sex")])
  }

  func value(_ table: ProtectedTable, _ codes: [String: String]) throws -> CellValue {
    var index = 0
    for axis in table.axes {
      let place = codes[axis.name].flatMap { code in
        axis.entries.firstIndex { $0.code == code }
      }
      index = index * axis.entries.count + (axis.role == .measure ? 0 : try #require(place))
    }
    return table.cells[index]
  }

  func persons(_ region: String, _ sex: String) -> Int {
    source.persons.count { person in
      (region == "*" || SmallSource.regions[person.region].hasPrefix(region))
        && (sex == "*" || SmallSource.sexes[person.sex] == sex)
    }
  }

  @Test func countsCarryNoiseAndSmallOnesAreHidden() throws {
    let table = try Release(source: source).table(for: crossing)
    var changed = 0
    for region in Self.regions {
      for sex in Self.sexes {
        let count = persons(region, sex)
        switch try value(table, ["region": region, "sex": sex]) {
        case .count(let published):
          #expect(count > 0 && published >= 10 && abs(published - count) <= 5)
          if published != count { changed += 1 }
        case .confidential: #expect(count < 15)
        default: Issue.record("an unexpected sign")
        }
      }
    }
    #expect(changed > 5)
    #expect(table.certificate.maximumNoise == 5 && table.certificate.roundingBase == 1)
    #expect(table.certificate.statement.contains("standard error"))
    #expect(
      table.legend.contains { $0.meaning.contains("they are not the sums") && $0.sign.isEmpty })
    #expect(table.cube?.profile.cellKey == .standard)
  }

  @Test func oneCellHasOneNoiseInEveryTable() throws {
    let release = Release(source: source)
    let table = try release.table(for: crossing)
    let transposed = try release.table(
      for: CohortQuery(
        pilot: "p", rows: [AxisVariable("sex")], columns: [AxisVariable("region", depth: 2)]))
    for region in Self.regions {
      for sex in Self.sexes {
        let codes = ["region": region, "sex": sex]
        #expect(try value(table, codes) == value(transposed, codes))
      }
      // As a filter, alone and beside others.
      let filters = region == "*" ? [] : [Filter(variable: "region", codes: [region])]
      let filtered = try release.table(
        for: CohortQuery(pilot: "p", rows: [AxisVariable("sex")], filters: filters))
      for sex in Self.sexes {
        #expect(
          try value(filtered, ["sex": sex]) == value(table, ["region": region, "sex": sex]))
      }
    }
    // As a group of codes that is what a code of the list is.
    let recoded = try release.table(
      for: CohortQuery(
        pilot: "p", rows: [AxisVariable("region", depth: 2)], columns: [AxisVariable("sex")],
        recodes: [
          Recode(
            variable: "region",
            groups: [
              Recode.Group(name: "Own", codes: ["E1", "E2", "E3"]),
              Recode.Group(name: "Rest", codes: ["W1", "W2"]),
            ])
        ]))
    for sex in Self.sexes {
      for (own, code) in [("Own", "E"), ("Rest", "W")] {
        #expect(
          try value(recoded, ["region": own, "sex": sex])
            == value(table, ["region": code, "sex": sex]))
      }
    }
    // Another process, and another store of the same persons and secret.
    #expect(try Release(source: source).table(for: crossing) == table)
  }

  @Test func onlyPersonsAreCounted() throws {
    let release = Release(source: source)
    for query in [
      CohortQuery(pilot: "p", measure: .events(nil)),
      CohortQuery(pilot: "p", measure: .events("seen")),
      CohortQuery(pilot: "p", unit: "household"),
    ] {
      do throws(ServiceError) {
        _ = try release.table(for: query)
        Issue.record("a table was made")
      } catch {
        guard case .refused(let problem) = error else { throw error }
        #expect(problem.message.contains("only persons are counted"))
      }
    }
  }

  @Test func variablesAreCapped() throws {
    let small = SmallSource(persons: 300, seed: 4, policy: Self.policy(variables: 2))
    let release = Release(source: small)
    _ = try release.table(for: crossing)
    var query = crossing
    query.measure = .share("seen")
    do throws(ServiceError) {
      _ = try release.table(for: query)
      Issue.record("a table was made")
    } catch {
      guard case .refused(let problem) = error else { throw error }
      #expect(problem.message.contains("may cross 2 variables") && problem.message.contains("3."))
    }
  }

  @Test func queriesAreCapped() throws {
    let few = SmallSource(persons: 300, seed: 4, policy: Self.policy(queries: 2))
    let release = Release(source: few)
    let first = try release.table(for: crossing)
    _ = try release.table(for: CohortQuery(pilot: "p", rows: [AxisVariable("sex")]))
    // Asked again, or stated in other words: not another query.
    var reasoned = crossing
    reasoned.reason = "to look once more"
    #expect(try release.table(for: reasoned).cells == first.cells)
    #expect(try release.export(crossing, as: "csv").cells == first.cells)
    let third = CohortQuery(pilot: "p", rows: [AxisVariable("region")])
    do throws(ServiceError) {
      _ = try release.table(for: third)
      Issue.record("a third query was answered")
    } catch {
      guard case .refused(let problem) = error else { throw error }
      #expect(problem.message.contains("allows 2 different queries"))
    }
  }

  /// Where there is a log, what other processes asked counts too; refused queries do not.
  @Test func queriesAreCountedFromTheLog() throws {
    let folder = NSTemporaryDirectory() + "/bold-allowance-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let few = SmallSource(persons: 300, seed: 4, policy: Self.policy(queries: 2))
    func release() throws -> Release {
      Release(source: few, log: try AuditLog(path: folder + "/log"))
    }
    let third = CohortQuery(pilot: "p", rows: [AxisVariable("region")])
    let early = try release()
    _ = try release().table(for: crossing)
    #expect(throws: ServiceError.self) {
      try release().table(for: CohortQuery(pilot: "p", unit: "household"))
    }
    _ = try release().export(
      CohortQuery(pilot: "p", rows: [AxisVariable("sex")]), as: "csv")
    for one in [early, try release()] {
      #expect(throws: ServiceError.self) { try one.table(for: third) }
      _ = try one.table(for: crossing)
    }
    // In another release they begin anew.
    let allowance = QueryAllowance(
      log: try AuditLog(path: folder + "/log"), release: "another", project: nil)
    try allowance.take(third, limit: 1)
    #expect(throws: ServiceError.self) { try allowance.take(crossing, limit: 1) }
  }

  @Test func refusalsDoNotDependOnData() throws {
    func answers(_ seed: UInt64, persons: Int) -> [String] {
      let release = Release(
        source: SmallSource(persons: persons, seed: seed, policy: Self.policy(queries: 2)))
      return [
        crossing, CohortQuery(pilot: "p", unit: "household"),
        CohortQuery(pilot: "p", rows: [AxisVariable("sex")]),
        CohortQuery(pilot: "p", rows: [AxisVariable("region")]),
      ].map { query in
        do throws(ServiceError) {
          _ = try release.table(for: query)
          return "answered"
        } catch {
          return "\(error)"
        }
      }
    }
    let first = answers(1, persons: 1_000)
    #expect(first == answers(2, persons: 5) && first == answers(3, persons: 0))
    #expect(first.filter { $0 == "answered" }.count == 2)
  }

  /// A part may carry more noise than its whole.
  @Test func sharesAreCappedAndSaySo() throws {
    var query = crossing
    query.measure = .share("seen")
    let table = try Release(source: source).table(for: query)
    #expect(table.legend.contains { $0.meaning.contains("shown as 100%") })
    let figure = Share.figure(.count(14), of: .count(11), under: table.certificate)
    guard case .share(let share) = figure else {
      Issue.record("no share")
      return
    }
    #expect(share.proportion == 1 && share.upper == 1)
    // From 9 of 16 on, as each count may be 5 away.
    #expect(share.lower < 0.4)
  }

  @Test func keysThatDoNotAddUpAreNeverShown() throws {
    struct Miscounting: CountingBackend {
      let engine: CohortEngine
      let hasKeys: Bool
      func count(_ plan: TablePlan) throws -> RawCube {
        let cube = try engine.count(plan)
        var keys = cube.keySums
        keys?[0] &+= 1
        return RawCube(plan: plan, persons: cube.persons, keySums: hasKeys ? keys : nil)
      }
    }
    for hasKeys in [true, false] {
      let release = Release(
        source: source,
        backend: Miscounting(engine: CohortEngine(source: source), hasKeys: hasKeys))
      #expect(throws: ServiceError.self) { try release.table(for: crossing) }
    }
  }

  /// What linkage tables have in common is the same cell, and has the same noise.
  @Test func linkageTablesAgree() throws {
    let linked = try LinkedPersons(persons: 900, seed: 5, profile: "cell-key")
    let release = Release(source: linked, backend: linked)
    let level = linked.package.defaultLinkLevel
    var wholes: Set<CellValue> = []
    for (_, query) in LinkageFigures.queries(of: linked.package, at: level) {
      let table = try release.table(for: query)
      #expect(table.certificate.maximumNoise == 5)
      let note = try #require(table.heading.linkage)
      wholes.insert(note.linked.part)
    }
    #expect(wholes.count == 1)
    guard case .count(let published)? = wholes.first else {
      Issue.record("nothing was published")
      return
    }
    let count = linked.persons.count { LinkedPersons.isLinked($0) }
    #expect(abs(published - count) <= 5)
  }
}
