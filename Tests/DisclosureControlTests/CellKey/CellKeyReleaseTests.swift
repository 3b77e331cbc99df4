import CohortModel
import Foundation
import QueryEngine
import Synchronization
import Tables
import Testing

@testable import DisclosureControl

/// Tables under the profile cell-key, from the query to what is published.
@Suite struct CellKeyReleaseTests {
  let source = SmallSource(persons: 1_500, seed: 3, policy: Self.policy())

  static func policy(breakdowns: Int = 40, variables: Int = 3) -> DisclosurePolicy {
    var policy = DisclosurePolicy.standard
    policy.profile = .cellKey
    policy.profile.cellKey?.maximumBreakdowns = breakdowns
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
    #expect(table.cube?.profile.cellKey == Self.policy().profile.cellKey)
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
    // As the groups of a comparison, and as the base of a share.
    let compared = try release.table(
      for: CohortQuery(
        pilot: "p", rows: [AxisVariable("sex")],
        filters: [Filter(variable: "region", codes: ["E1"])],
        comparison: [Filter(variable: "region", codes: ["W"])]))
    for sex in Self.sexes {
      for (group, region) in [("where", "E1"), ("versus", "W")] {
        #expect(
          try value(compared, ["group": group, "sex": sex])
            == value(table, ["region": region, "sex": sex]))
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

  func refusal(_ release: Release, _ query: CohortQuery) throws -> String? {
    do throws(ServiceError) {
      _ = try release.table(for: query)
      return nil
    } catch {
      guard case .refused(let problem) = error else { throw error }
      return problem.message
    }
  }

  @Test func breakdownsAreCapped() throws {
    let few = SmallSource(persons: 300, seed: 4, policy: Self.policy(breakdowns: 5))
    let release = Release(source: few)
    // Two levels of regions by sex: five breakdowns.
    let first = try release.table(for: crossing)
    // Asked again, stated in other words, transposed, a part of it: no other breakdown.
    var reasoned = crossing
    reasoned.reason = "to look once more"
    #expect(try release.table(for: reasoned).cells == first.cells)
    #expect(try release.export(crossing, as: "csv").cells == first.cells)
    for query in [
      CohortQuery(
        pilot: "p", rows: [AxisVariable("sex")], columns: [AxisVariable("region", depth: 2)]),
      CohortQuery(pilot: "p", rows: [AxisVariable("sex")]),
      CohortQuery(pilot: "p", rows: [AxisVariable("region")]),
      CohortQuery(
        pilot: "p", rows: [AxisVariable("sex")],
        filters: [Filter(variable: "region", codes: ["E"])]),
    ] {
      #expect(try refusal(release, query) == nil, "\(query.text)")
    }
    // The same margin sliced by another variable is.
    let sliced = CohortQuery(
      pilot: "p", rows: [AxisVariable("sex")], measure: .share("seen"))
    #expect(try refusal(release, sliced)?.contains("5 ways in each release") == true)
    #expect(try refusal(release, sliced)?.contains("Ask again") == true)
    // Another session of this process begins anew only where nothing is logged; a table too large for
    // the limit by itself says so.
    let tiny = SmallSource(persons: 300, seed: 4, policy: Self.policy(breakdowns: 4))
    #expect(try refusal(Release(source: tiny), crossing)?.contains("alone has 5") == true)
  }

  func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "/bold-allowance-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder + "/log")
  }

  /// Where there is a log, what other processes asked counts too; refused queries do not.
  @Test func breakdownsAreCountedFromTheLog() throws {
    try inFolder { path in
      let few = SmallSource(persons: 300, seed: 4, policy: Self.policy(breakdowns: 6))
      func release() throws -> Release { Release(source: few, log: try AuditLog(path: path)) }
      let sliced = CohortQuery(pilot: "p", rows: [AxisVariable("sex")], measure: .share("seen"))
      let early = try release()
      _ = try release().export(crossing, as: "csv")
      #expect(try refusal(try release(), CohortQuery(pilot: "p", unit: "household")) != nil)
      for one in [early, try release()] {
        // Two more than the five: over the limit of six.
        #expect(try refusal(one, sliced) != nil)
        #expect(try refusal(one, crossing) == nil)
      }
      let reading = try AuditLog.read(path)
      #expect(reading.problem == nil)
      #expect(reading.lines.count { $0.contains(" export begun ") } == 1)
      #expect(reading.lines.count { $0.contains(" query begun ") } == 0)
      // In another release, and for another project, they begin anew.
      let plan = try TablePlan(crossing, package: few.package)
      for (other, project) in [("another", nil), (few.release, "P-2")] as [(String, String?)] {
        let allowance = BreakdownAllowance(
          log: try AuditLog(path: path), release: other, project: project, package: few.package)
        let entry = AuditEntry(
          kind: .query, outcome: .answered, project: project, query: plan.query.text,
          release: other)
        try allowance.take(plan, limit: 5, noting: entry)
        #expect(throws: ServiceError.self) {
          try allowance.take(try TablePlan(sliced, package: few.package), limit: 5, noting: entry)
        }
      }
    }
  }

  /// Several handles on one log, as several processes have them, ask at once for what only some may
  /// have: together they stay within the limit, and fill it.
  @Test func handlesAtOnceStayWithinTheLimitTogether() throws {
    let package = SmallSource(persons: 5, seed: 4, policy: Self.policy()).package
    // Each groups the regions in another way: one breakdown each.
    let codes = ["E1", "E2", "E3", "W1", "W2"]
    let plans = try (1...15).map { number in
      let own = codes.indices.filter { number >> $0 & 1 == 1 }.map { codes[$0] }
      return try TablePlan(
        CohortQuery(
          pilot: "p", rows: [AxisVariable("region")],
          recodes: [
            Recode(
              variable: "region",
              groups: [
                Recode.Group(name: "Own", codes: own),
                Recode.Group(name: "Rest", codes: codes.filter { !own.contains($0) }),
              ])
          ]), package: package)
    }
    #expect(plans.allSatisfy { Breakdowns.names(of: $0).count == 1 })
    for round in 0..<3 {
      try inFolder { path in
        let limit = 6
        let allowances = try (0..<2).map { _ in
          BreakdownAllowance(
            log: try AuditLog(path: path), release: "r", project: nil, package: package)
        }
        let taken = Mutex<Set<Int>>([])
        DispatchQueue.concurrentPerform(iterations: plans.count) { place in
          let plan = plans[(place * 7 + round) % plans.count]
          let entry = AuditEntry(
            kind: .query, outcome: .answered, query: plan.query.text, release: "r")
          if (try? allowances[place % 2].take(plan, limit: limit, noting: entry)) != nil {
            taken.withLock { _ = $0.insert(place) }
          }
        }
        #expect(taken.withLock { $0.count } == limit)
        #expect(try AuditLog.read(path).lines.count == limit)
        #expect(try AuditLog.read(path).problem == nil)
      }
    }
  }

  @Test func refusalsDoNotDependOnData() throws {
    func answers(_ seed: UInt64, persons: Int) -> [String] {
      let release = Release(
        source: SmallSource(persons: persons, seed: seed, policy: Self.policy(breakdowns: 5)))
      return [
        crossing, CohortQuery(pilot: "p", unit: "household"),
        CohortQuery(pilot: "p", rows: [AxisVariable("sex")]),
        CohortQuery(pilot: "p", rows: [AxisVariable("region")], measure: .share("seen")),
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
    // They are shown whatever is asked, and their certificate counts them.
    let free = Breakdowns.ofLinkage(linked.package).count
    #expect(free > 3)
    let query = try #require(LinkageFigures.queries(of: linked.package, at: level).first?.query)
    #expect(
      try release.table(for: query).certificate.statement.contains("down in \(16 + free) ways"))
  }

  /// Somebody who asks for one grouping of regions after another, as long as he is answered, and adds up
  /// everything: how often he finds the number of all, and of men.
  @Test func averagingEverythingThatIsAnswered() throws {
    let codes = ["E1", "E2", "E3", "W1", "W2"]
    // Groupings that leave nothing small on either side.
    let groupings = [
      ["E1"], ["E2"], ["E1", "E3"], ["E1", "W1"], ["E1", "W2"], ["E2", "E3"],
      ["E2", "W1"], ["E2", "W2"],
    ]
    var right = 0
    var guesses = 0
    var answered = 0
    for seed in 0..<20 as Range<UInt64> {
      let source = SmallSource(
        persons: 400 + Int(seed), seed: seed, policy: Self.policy(breakdowns: 16))
      let release = Release(source: source)
      var sums = ["*": (0.0, 0.0), "M": (0.0, 0.0)]
      answered = 0
      for own in groupings {
        let groups = [
          Recode.Group(name: "Own", codes: own),
          Recode.Group(name: "Rest", codes: codes.filter { !own.contains($0) }),
        ]
        let query = CohortQuery(
          pilot: "p", rows: [AxisVariable("region")], columns: [AxisVariable("sex")],
          recodes: [Recode(variable: "region", groups: groups)])
        guard try refusal(release, query) == nil else { continue }
        answered += 1
        let table = try release.table(for: query)
        for sex in sums.keys.sorted() {
          func count(_ region: String) throws -> Int? {
            guard case .count(let count) = try value(table, ["region": region, "sex": sex]) else {
              return nil
            }
            return count
          }
          // The same every time, and so worth something once.
          if answered == 1, let whole = try count("*") {
            sums[sex]!.0 += Double(whole)
            sums[sex]!.1 += 1
          }
          if let own = try count("Own"), let rest = try count("Rest") {
            sums[sex]!.0 += Double(own + rest) / 2
            sums[sex]!.1 += 0.5
          }
        }
      }
      for (sex, sum) in sums where sum.1 > 0 {
        guesses += 1
        if Int((sum.0 / sum.1).rounded()) == persons(in: source, sex) { right += 1 }
      }
    }
    // Sex, and two for each grouping: 1 + 2 × 7 is within 16, and no more are.
    #expect(answered == 7)
    #expect(guesses == 40)
    let bound = AveragingBound.guessedRight(
      AveragingBound(.standard).leastStandardError(breakdowns: 16))
    #expect(Double(right) / Double(guesses) < bound)
    // Not for want of trying: better than from the whole alone.
    #expect(Double(right) / Double(guesses) > 0.3)
  }

  func persons(in source: SmallSource, _ sex: String) -> Int {
    source.persons.count { sex == "*" || SmallSource.sexes[$0.sex] == sex }
  }
}
