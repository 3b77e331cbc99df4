import CohortModel
import ColumnStore
import Foundation
import Testing

@Suite("Persons looked up in several parts")
struct PersonPartsTests {
  private func build(
    _ sample: SamplePackage, in directory: TemporaryDirectory, capacity: Int?
  ) throws -> BuildReport {
    var options = BuildOptions(
      package: directory.path, store: directory.path + "/store", memoryLimit: 1 << 16)
    options.personCapacity = capacity
    return try StoreBuilder.build(sample.package, options)
  }

  @Test("parts make the same store as one table", arguments: [true, false], [7, 60, 300])
  func parts(hasLinks: Bool, capacity: Int) throws {
    let sample = SamplePackage(
      seed: UInt64(capacity), persons: 150, events: 900, hasLinks: hasLinks)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let whole = try build(sample, in: directory, capacity: nil)
    let parts = try build(sample, in: directory, capacity: capacity)
    #expect(whole.release == parts.release)
    #expect(whole.resources == parts.resources)
    #expect(StoreVerifier.verify(directory.path + "/store") == [])
    if hasLinks {
      let store = try CohortStore.open(directory.path + "/store")
      #expect(try contents(store, "events", at: .low) == expected(sample, at: .low))
    }
  }

  @Test("records of persons who are not linked are counted once, whatever the parts")
  func unlinked() throws {
    let sample = SamplePackage(seed: 4, persons: 80, events: 500)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let strangers = (0..<40).map { "stranger\($0),,2020-01-0\($0 % 9 + 1),A,,,\n" }.joined()
    try directory.write(sample.eventsCSV + strangers, to: "data/events.csv")
    let report = try build(sample, in: directory, capacity: 25)
    let events = try #require(report.resources.first)
    #expect(events.rejected == [.unlinked: 40])
    #expect(events.rowsKept == 500)
  }

  @Test("a key that comes twice among persons who are not linked takes nothing from the store")
  func unlinkedDuplicates() throws {
    var sample = SamplePackage(seed: 6, persons: 80, events: 500)
    let place = try #require(sample.package.resources.firstIndex { $0.name == "sexes" })
    sample.package.resources[place].primaryKey = ["person"]
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let linked = try #require(sample.sexes.first).record
    let added = (0..<9).map { "stranger\($0),F\nstranger\($0),M\n" }.joined() + "\(linked),F\n"
    let path = "data/sexes.csv"
    let sexes = try String(contentsOfFile: directory.path + "/" + path, encoding: .utf8)
    try directory.write(sexes + added, to: path)
    let whole = try build(sample, in: directory, capacity: nil)
    let parts = try build(sample, in: directory, capacity: 25)
    for report in [whole, parts] {
      #expect(report.resources[place].rejected == [.unlinked: 18, .duplicateKey: 1])
      #expect(report.resources[place].rowsKept == sample.sexes.count)
    }
    #expect(whole.release == parts.release)
    #expect(StoreVerifier.verify(directory.path + "/store") == [])
  }

  @Test("a record in two clusters is refused in whichever part it lies")
  func duplicates() throws {
    let sample = SamplePackage(seed: 5, persons: 80)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let links = try String(contentsOfFile: directory.path + "/links.csv", encoding: .utf8)
    let twice = try #require(sample.people.first { $0.dataset == "prison" })
    try directory.write(
      links + "prison,\(twice.record),other-h,other-m,other-l\n", to: "links.csv")
    let error = #expect(throws: BuildError.self) {
      try build(sample, in: directory, capacity: 25)
    }
    guard case .refused(let problems)? = error else { return }
    #expect(problems.contains { $0.field == "record_id" && $0.message.hasPrefix("1 records") })
    #expect(directory.names == ["data", "links.csv"])
  }
}
