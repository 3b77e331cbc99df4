import CohortModel
import ColumnStore
import Foundation
import Testing

@Suite("Journeys from the magistrates' courts to the Crown Court")
struct CourtJourneyTests {
  private let header = "estimated_match_score,mc_case_id,mc_defendant_id,cc_defendant_on_case_id\n"

  private func package(_ journeys: String, thresholds: Bool = true) throws -> (
    TemporaryDirectory, DataPackage
  ) {
    let directory = try TemporaryDirectory()
    try directory.write(
      "source_dataset,record_id,high,medium,low\ncourts,p,1,1,1\n", to: "links.csv")
    try directory.write(journeys, to: "journeys.csv")
    // A day each, by which the keys are told apart.
    try directory.write(
      "id,day,mc\np,2020-01-01,MC1\np,2020-01-02,MC2\np,2020-01-03,MC3\np,2020-01-04,77\n",
      to: "magistrates.csv")
    try directory.write(
      "id,day,cc\np,2020-02-01,CC1\np,2020-02-02,CC2\np,2020-02-03,CC3\np,2020-02-04,77\n",
      to: "crown.csv")
    func resource(_ name: String, _ field: String, _ side: CourtJourneySide) -> Resource {
      Resource(
        name: name, path: "\(name).csv", dataset: "courts",
        fields: [
          Field(name: "id"), Field(name: "day", kind: .date), Field(name: field, journey: side),
        ], personField: "id", dateField: "day")
    }
    var links = PackageLinks.spine("links.csv")
    links.journey = "journeys.csv"
    if thresholds { links.thresholds = .init(high: 0.99, medium: 0.95, low: 0.8) }
    let pilot = Pilot(
      name: "courts", title: "Courts",
      events: [
        EventDefinition(name: "first", label: "First hearing", resource: "magistrates"),
        EventDefinition(
          name: "sent", label: "Sent", resource: "crown",
          matching: [CaseMatch(field: "cc", indexField: "mc")]),
      ], index: IndexDefinition(event: "first"))
    return (
      directory,
      DataPackage(
        name: "courts", title: "Courts", version: "1", isSynthetic: true, owner: "Nobody",
        period: Period(first: CalendarDay("2020-01-01")!, last: CalendarDay("2020-12-31")!),
        links: links,
        resources: [
          resource("magistrates", "mc", .magistrates), resource("crown", "cc", .crown),
        ], pilots: [pilot])
    )
  }

  private func keys(_ store: CohortStore, _ resource: String, _ field: String) throws -> [UInt64] {
    let table = try store.table(resource)
    guard case .keys(let keys)? = table.columns[field] else {
      Issue.record("\(field) is not stored as keys")
      return []
    }
    return (0..<table.rowCount).map { keys[$0] }
  }

  @Test("cases of one journey have one key, and no others have")
  func sharesKeys() throws {
    let (directory, package) = try package(
      header + "0.99,MC1,D1,CC1\n0.95,MC1,D2,CC2\n0.5,MC2,D3,CC3\n1,MC3,D4,\n")
    let options = BuildOptions(package: directory.path, store: directory.path + "/store")
    let report = try StoreBuilder.build(package, options)
    #expect(report.persons.journeys == 2)
    #expect(report.persons.unsureJourneys == 1)
    #expect(report.text.contains("Journeys to the Crown Court: 2, left out as unsure: 1"))
    #expect(report.inputs.contains { $0.path == "journeys.csv" })
    let store = try CohortStore.open(options.store)
    let magistrates = try keys(store, "magistrates", "mc")
    let crown = try keys(store, "crown", "cc")
    #expect(magistrates[0] == crown[0])
    #expect(magistrates[0] == crown[1])
    // The same text is not the same case where one court wrote the one and one the other.
    #expect(Set(magistrates + crown).count == 6)
    for name in try FileManager.default.contentsOfDirectory(atPath: options.store) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: options.store + "/" + name))
      for id in ["MC1", "CC1", "CC3"] {
        #expect(bytes.range(of: Data(id.utf8)) == nil, "\(id) in \(name)")
      }
    }
  }

  @Test("without thresholds every journey is believed")
  func withoutThresholds() throws {
    let (directory, package) = try package(header + "0.1,MC2,D3,CC3\n", thresholds: false)
    let options = BuildOptions(package: directory.path, store: directory.path + "/store")
    #expect(try StoreBuilder.build(package, options).persons.journeys == 1)
    let store = try CohortStore.open(options.store)
    #expect(try keys(store, "magistrates", "mc")[1] == keys(store, "crown", "cc")[2])
  }

  @Test("a score that is none is refused, without its value", arguments: ["1.2", "ZQ", ""])
  func refusesScores(score: String) throws {
    let (directory, package) = try package(header + "\(score),MC1,D1,CC1\n")
    let error = #expect(throws: BuildError.self) {
      try StoreBuilder.build(
        package, BuildOptions(package: directory.path, store: directory.path + "/store"))
    }
    guard case .refused(let problems)? = error else { return }
    #expect(problems.map(\.field) == ["estimated_match_score"])
    #expect(problems.map(\.line) == [2])
    #expect(!"\(problems)".contains("ZQ"))
  }
}
