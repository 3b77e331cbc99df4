import CohortModel
import ColumnStore
import Foundation
import Tables
import Testing

@testable import DisclosureControl

/// The linkage tables of one level stand together in the catalogue, on the pages of pilots and on
/// every table; so they are attacked together.
@Suite struct LinkageTogetherTests {
  /// True numbers by the names of the attack's cells.
  private func truth(_ source: LinkedPersons) -> [String: Int] {
    var truth: [String: Int] = [:]
    func add(_ name: String, _ isTrue: Bool) { if isTrue { truth[name, default: 0] += 1 } }
    for person in source.persons {
      let isLinked = LinkedPersons.isLinked(person)
      add("all", true)
      add("linked", isLinked)
      for dataset in Set(person.map(\.dataset)) {
        add("dataset \(dataset)", true)
        add("dataset \(dataset) linked", isLinked)
        add("dataset \(dataset) alone", !isLinked)
      }
      let band = LinkedPersons.band(person.count)
      let sex = person.last { !$0.sex.isEmpty }?.sex ?? "N"
      for (subject, code) in [(LinkageSubject.records, band), (.group(.sex), sex)] {
        add("\(subject) \(code)", true)
        add("\(subject) \(code) linked", isLinked)
        add("\(subject) \(code) alone", !isLinked)
      }
      let changes = person.contains { $0.joined != "high" }
      add("changes *", changes)
      add("changes \(isLinked ? "2+" : "up to 1")", changes)
      add("changes of *", true)
      add("changes of \(isLinked ? "2+" : "up to 1")", true)
    }
    return truth
  }

  private func tables(
    _ service: Release, _ package: DataPackage
  ) throws -> [(subject: LinkageSubject, table: ProtectedTable)] {
    try LinkageFigures.queries(of: package, at: .medium).map {
      ($0.subject, try service.table(for: $0.query))
    }
  }

  /// Cells of 1 to 9 persons for which some of these numbers can be ruled out.
  private func broken(
    _ attack: LinkageAttack, _ truth: [String: Int], most: Int = .max
  ) -> [String] {
    var broken: [String] = []
    for cell in attack.hidden where broken.count < most {
      guard let value = truth[cell.name], 1..<10 ~= value else { continue }
      if !(1...9).allSatisfy({ attack.allows($0, of: cell) }) { broken.append(cell.name) }
    }
    return broken
  }

  @Test(arguments: ["10-5", "srs-10"], [40, 90, 200, 700, 3000])
  func togetherTheyGiveNoSmallNumberAway(profile: String, persons: Int) throws {
    for seed in UInt64(1)...2 {
      let source = try LinkedPersons(persons: persons, seed: seed, profile: profile)
      let release = Release(source: source, backend: source)
      let attack = LinkageAttack(try tables(release, source.package))
      let truth = truth(source)
      #expect(broken(attack, truth) == [], "seed \(seed)")
      let hiddenSmall = attack.hidden.filter { 1..<10 ~= truth[$0.name] ?? 0 }
      #expect(!hiddenSmall.isEmpty || persons > 200)
    }
  }

  /// One person is in housing alone, among many who are alone in another dataset.
  private func oneAlone() throws -> LinkedPersons {
    func person(_ datasets: String...) -> [LinkedPersons.Record] {
      datasets.map { LinkedPersons.Record(dataset: $0, sex: "M", year: 1970, joined: "high") }
    }
    return try LinkedPersons(
      [person("housing")] + Array(repeating: person("prison"), count: 300)
        + Array(repeating: person("treatment"), count: 200)
        + Array(repeating: person("housing", "prison"), count: 40)
        + Array(repeating: person("prison", "treatment"), count: 60), profile: "srs-10")
  }

  @Test func whoIsAloneInADatasetIsNotFoundBySubtraction() throws {
    let source = try oneAlone()
    let release = Release(source: source, backend: source)
    let attack = LinkageAttack(try tables(release, source.package))
    #expect(truth(source)["dataset housing alone"] == 1)
    #expect(broken(attack, truth(source)) == [])
  }

  /// Without what makes them safe together the same attack succeeds: it is not blind.
  @Test func eachByItselfTheyDo() throws {
    let source = try oneAlone()
    let package = source.package
    let tables = try LinkageFigures.queries(of: package, at: .medium).map { subject, query in
      let plan = try TablePlan(query, package: package).inCanonicalOrder
      let problem = try ProtectionProblem(
        cube: try source.count(plan), policy: package.policy, release: source.release,
        secret: source.secret, impossible: ImpossibleCombinations(plan, package: package))
      let cells = try TableProtection(plan: plan).protect(problem).cells
      return (
        subject: subject,
        table: TableAssembly(plan: plan, package: package, release: source.release)
          .table(of: cells)
      )
    }
    #expect(broken(LinkageAttack(tables), truth(source)).contains("dataset housing alone"))
  }

  @Test func publishedNumbersAreTheTrueOnesRounded() throws {
    let source = try LinkedPersons(persons: 3000, seed: 8)
    let release = Release(source: source, backend: source)
    let package = source.package
    let figures = try #require(
      try LinkageFigures.asked(of: release, package: package, at: .medium))
    let linked = source.persons.filter(LinkedPersons.isLinked)
    func rounded(_ number: Int) -> CellValue { .count((number + 2) / 5 * 5) }
    #expect(figures.linked.part == rounded(linked.count))
    #expect(figures.linked.whole == rounded(3000))
    for share in figures.datasets.shares.dropFirst() where share.part.sign == nil {
      let all = source.persons.filter { $0.contains { $0.dataset == share.code } }
      #expect(share.whole == rounded(all.count))
      #expect(share.part == rounded(all.filter(LinkedPersons.isLinked).count))
    }
    #expect(figures.conflicts.map(\.code) == ["sex", "birth_year"])
    for (share, attribute) in zip(figures.conflicts, [PersonAttribute.sex, .birthYear]) {
      let count = linked.filter { LinkedPersons.conflicts($0, attribute) }.count
      #expect(share.whole == rounded(linked.count))
      #expect(share.part == rounded(count))
    }
    #expect(figures.definitions.count == 4)
    #expect(figures.datasets.shares.map(\.label) == ["Total", "Housing", "Prisons", "treatment"])
  }

  @Test func aStoreOfTheSamePersonsPublishesTheSame() throws {
    let slow = try LinkedPersons(persons: 1200, seed: 6)
    let folder = NSTemporaryDirectory() + "bold-linkage-store-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try slow.write(to: folder + "/package", profile: "10-5")
    _ = try StoreBuilder.build(
      BuildOptions(package: folder + "/package", store: folder + "/store"))
    let source = try CohortStore.open(folder + "/store")
    let expected = Release(source: slow, backend: slow)
    let release = Release(source: source)
    var compared = 0
    for (subject, query) in LinkageFigures.queries(of: source.package, at: .low) {
      // Of whom datasets disagree the slow count may take another sex; nobody changes here.
      if subject == .group(.sex) || subject == .changes { continue }
      let found = try release.table(for: query)
      let wanted = try expected.table(for: query)
      #expect(found.axes == wanted.axes)
      for (own, other) in zip(found.cells, wanted.cells) {
        guard case .count = own, case .count = other else { continue }
        #expect(own == other)
        compared += 1
      }
    }
    #expect(compared > 15)
  }

  @Test func aPartOfATableIsThatTable() throws {
    let source = try LinkedPersons(persons: 300, seed: 3)
    let release = Release(source: source, backend: source)
    let whole = try release.table(
      for: CohortQuery(
        pilot: "linkage", rows: [AxisVariable("sex")], measure: .share("is_linked")))
    let part = try release.table(
      for: CohortQuery(pilot: "linkage", rows: [AxisVariable("sex")]))
    #expect(part.cells == stride(from: 1, to: whole.cells.count, by: 2).map { whole.cells[$0] })
    let turned = try release.table(
      for: CohortQuery(
        pilot: "linkage", columns: [AxisVariable("sex")], measure: .share("is_linked")))
    #expect(turned.cells == whole.cells)
  }

  @Test func everyTableCarriesItsLinkLevelAndTheSameValues() throws {
    let source = try LinkedPersons(persons: 900, seed: 5)
    let release = Release(source: source, backend: source)
    for level in LinkLevel.allCases {
      let figures = try #require(
        try LinkageFigures.asked(of: release, package: source.package, at: level))
      let table = try release.table(
        for: CohortQuery(pilot: "linkage", linkLevel: level, rows: [AxisVariable("records")]))
      #expect(table.heading.linkLevel == level)
      let note = try #require(table.heading.linkage)
      #expect(note.level == level)
      #expect(note.linked == figures.linked)
      #expect(note.datasets == Array(figures.datasets.shares.dropFirst()))
      #expect(note.changes == figures.changes)
      #expect(note.conflicts == figures.conflicts)
    }
  }

  @Test func missingValuesAreCellsOfTheTableItself() throws {
    let source = try LinkedPersons(persons: 3000, seed: 2)
    let release = Release(source: source, backend: source)
    let table = try release.table(
      for: CohortQuery(
        pilot: "linkage", rows: [AxisVariable("sex")], columns: [AxisVariable("linked")]))
    let missing = try #require(table.heading.missing.first { $0.code == "sex" })
    let row = try #require(table.axes[0].entries.firstIndex { $0.code == "N" })
    #expect(missing.part == table.cells[row * table.axes[1].entries.count])
    #expect(missing.whole == table.cells[0])
  }
}
