import CohortModel
import DisclosureControl
import Tables
import Testing

/// A pathway and the times that stand beside it: the numbers that came to a stage are cells of both.
@Suite struct TimesTests {
  static let parts = 4
  /// Exact values, and values rounded.
  private static func profile(_ number: Int) -> DisclosureProfile {
    let base = number % 2 == 0 ? 1 : 3
    return DisclosureProfile(
      name: "small", minimumFrequency: 4, roundingBase: base, zeros: .eligible)
  }

  /// In some cases the second stage counts within so many days of the start: who was not observed for so
  /// long came to the first before that.
  private static func window(_ number: Int) -> Int? { [3: 25, 4: 15][number % 5] }

  /// Now and then too little to decide everything.
  private static func work(_ number: Int) -> Int { number % 7 == 6 ? 1 : 60_000 }

  private static func shown(
    _ number: Int
  ) throws -> (source: PathwayPersons, together: TimesWithstanding, apart: TimesWithstanding) {
    let groups = 1 + number % 3
    let source = PathwayPersons(
      case: number, groups: groups, profile: profile(number), window: window(number),
      work: work(number))
    let release = Release(source: source)
    let query = try CohortQuery(text: groups == 1 ? "p rows stage" : "p rows stage columns group")
    let pathway = try release.table(for: query)
    let times = try release.times(beside: query)
    func with(_ tables: [ProtectedTable]) throws -> TimesWithstanding {
      TimesWithstanding(
        source,
        try ([pathway] + tables).map {
          (try TablePlan($0.query, package: source.package), $0)
        })
    }
    let alone = try times.map { try release.table(for: $0.query) }
    return (source, try with(times), try with(alone))
  }

  /// Every database that agrees with the pathway and all times, also for whoever reasons from the
  /// promise; one by one they are caught.
  @Test(arguments: 0..<parts) func besideThePathwayNothingIsNarrowed(part: Int) throws {
    var (asked, leaks, printed, printedApart) = (0, 0, 0, 0)
    for number in 0..<SuiteLength.cases(64, long: 2_000) where number % Self.parts == part {
      var (_, together, apart) = try Self.shown(number)
      let breaches = together.breaches() + together.breachesByPromise()
      #expect(breaches.isEmpty, "case \(number): \(breaches)")
      asked += together.unsafeCells.count
      leaks += apart.breaches().count
      func times(_ set: TimesWithstanding) -> Int {
        set.cells.count { $0.name.contains("median") && $0.shown.sign == nil && $0.value > 0 }
      }
      printed += times(together)
      printedApart += times(apart)
    }
    print(
      "times beside a pathway: of \(asked) small cells one by one \(leaks) are narrowed; bins shown"
        + " \(printed), one by one \(printedApart)")
    #expect(asked > 30)
    #expect(leaks > 0, "one by one nothing is given away: this shows nothing")
    #expect(printed > 0)
  }

  /// What the times show is what the pathway and each of them by itself show, or less of it.
  @Test func aCellHasOneValue() throws {
    let source = PathwayPersons(
      case: 3, groups: 3, profile: try #require(DisclosureProfile.named("10-5")))
    let release = Release(source: source)
    let query = try CohortQuery(text: "p rows stage columns group")
    let pathway = TableView(try release.table(for: query))
    let times = try release.times(beside: query)
    #expect(times.count == 2)
    for table in times {
      guard case .median(_, let stage) = table.query.measure else {
        Issue.record("no table of days")
        continue
      }
      let row = try #require(pathway.rows.firstIndex { $0.entries.first?.code == stage })
      let view = TableView(table)
      let alone = TableView(try release.table(for: table.query))
      #expect(view.columns == pathway.columns)
      for column in view.columns.indices {
        let own = view.values(page: 0, row: 0, column: column)
        #expect(own[0] == pathway.values(page: 0, row: row, column: column)[0])
        let other = alone.values(page: 0, row: 0, column: column)
        for (value, single) in zip(own, other) where value.sign == nil && single.sign == nil {
          #expect(value == single)
        }
        // Where the number is hidden nothing is said of its time.
        if own[0].sign != nil {
          #expect(own.dropFirst().allSatisfy { $0.sign != nil || $0 == .count(0) })
        }
      }
      #expect(table.certificate.statement.contains("this pathway and the times between its stages"))
    }
    #expect(try release.times(beside: query).map(\.cells) == times.map(\.cells))
  }

  /// The pathway stands, whatever work there is for the times beside it.
  @Test func whatTheWorkDoesNotSufficeForIsNotShown() throws {
    func figures(work: Int) throws -> (totals: [CellValue], bins: Int) {
      let source = PathwayPersons(
        case: 3, groups: 3, profile: Self.profile(0), work: work)
      let tables = try Release(source: source)
        .times(beside: try CohortQuery(text: "p rows stage columns group"))
      let values = tables.flatMap { table in
        let view = TableView(table)
        return view.columns.indices.map { view.values(page: 0, row: 0, column: $0) }
      }
      return (
        values.map { $0[0] },
        values.flatMap { $0.dropFirst() }.count { $0.sign == nil && $0 != .count(0) }
      )
    }
    let (whole, none) = (try figures(work: 60_000), try figures(work: 0))
    #expect(whole.bins > 0 && none.bins == 0)
    #expect(whole.totals == none.totals && none.totals.contains { $0.sign == nil })
  }

  /// From the query alone.
  @Test func onlyPathwaysHaveTimesBeside() throws {
    let source = PathwayPersons(
      case: 1, groups: 2, profile: try #require(DisclosureProfile.named("10-5")))
    let release = Release(source: source)
    for text in [
      "p rows group", "p rows stage group", "p rows stage where stage=one",
      "p rows group measure median start to one",
    ] {
      let query = try CohortQuery(text: text)
      #expect(throws: ServiceError.self, "\(text)") { try release.times(beside: query) }
    }
    let noisy = Release(
      source: PathwayPersons(
        case: 1, groups: 2, profile: try #require(DisclosureProfile.named("cell-key"))))
    #expect(throws: ServiceError.self) {
      try noisy.times(beside: try CohortQuery(text: "p rows stage"))
    }
  }
}
