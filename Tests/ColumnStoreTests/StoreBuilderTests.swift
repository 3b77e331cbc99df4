import CohortModel
import ColumnStore
import Foundation
import Testing

/// What a record says, as text, so that a store and its source can be compared.
typealias Facts = [String]

func value(_ column: Column?, _ row: Int) -> String {
  switch column {
  case .codes8(let codes, let dictionary): dictionary[Int(codes[row])]
  case .codes16(let codes, let dictionary): dictionary[Int(codes[row])]
  case .codes32(let codes, let dictionary): dictionary[Int(codes[row])]
  case .days(let days):
    days[row] == Column.missingDay ? "" : CalendarDay(rawValue: days[row]).description
  case .integers(let numbers):
    numbers[row] == Column.missingInteger ? "" : String(numbers[row])
  case .keys(let keys): keys[row] == Column.missingKey ? "" : "a key"
  case nil: "no column"
  }
}

/// Per person at a level: the records, sorted, as text. Sorted over persons, so that stores of
/// different secrets are comparable.
func contents(_ store: CohortStore, _ resource: String, at level: LinkLevel) throws -> [[Facts]] {
  let table = try store.table(resource)
  let fields = table.columns.keys.sorted()
  let starts =
    store.spine.starts(at: level).map { Array($0.pointer).map(Int.init) }
    ?? Array(0...store.spine.atomCount)
  var persons: [[Facts]] = []
  for person in 0..<starts.count - 1 {
    let rows = Int(table.offsets[starts[person]])..<Int(table.offsets[starts[person + 1]])
    persons.append(
      rows.map { row in fields.map { value(table.columns[$0], row) } }
        .sorted { $0.joined(separator: "|") < $1.joined(separator: "|") })
  }
  return persons.filter { !$0.isEmpty }.sorted { "\($0)" < "\($1)" }
}

func expected(_ sample: SamplePackage, at level: LinkLevel) -> [[Facts]] {
  var persons: [Int: [Facts]] = [:]
  for event in sample.events {
    let link = sample.people.first { $0.dataset == "prison" && $0.record == event.record }!
    let person = level == .high ? link.high : level == .medium ? link.medium : link.low
    persons[person, default: []].append([
      event.amount.map(String.init) ?? "", event.day.map(\.description) ?? "", event.isFirst,
      event.kind, event.place,
    ])
  }
  return persons.values.map {
    $0.sorted { $0.joined(separator: "|") < $1.joined(separator: "|") }
  }.sorted { "\($0)" < "\($1)" }
}

@discardableResult
func build(
  _ sample: SamplePackage, in directory: TemporaryDirectory, memory: Int = 1 << 20,
  steps: SystemSteps = SystemSteps()
) throws -> BuildReport {
  try StoreBuilder.build(
    sample.package,
    BuildOptions(
      package: directory.path, store: directory.path + "/store", memoryLimit: memory),
    steps: steps)
}

@Suite("Store builder")
struct StoreBuilderTests {
  @Test(
    "a store holds what its package says, at each link level, in memory or by external sort",
    arguments: 0..<12)
  func holdsThePackage(seed: Int) throws {
    let sample = SamplePackage(seed: UInt64(seed), persons: 40 + seed * 20)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let report = try build(sample, in: directory, memory: seed % 2 == 0 ? 1 << 20 : 1 << 12)
    let store = try CohortStore.open(directory.path + "/store")
    for level in LinkLevel.allCases {
      #expect(try contents(store, "events", at: level) == expected(sample, at: level))
    }
    #expect(Set(sample.people.map(\.high)).count == store.spine.atomCount)
    #expect(Set(sample.people.map(\.medium)).count == store.spine.mediumStarts.count - 1)
    #expect(Set(sample.people.map(\.low)).count == store.spine.lowStarts.count - 1)
    #expect(report.resources.map(\.rowsKept) == [sample.events.count, sample.sexes.count])
    #expect(report.resources.allSatisfy { $0.rejected.isEmpty })
    #expect(report.release == store.release)
    #expect(StoreVerifier.verify(directory.path + "/store") == [])
    let table = try store.table("events")
    #expect(Set(table.columns.keys) == ["day", "kind", "place", "amount", "first"])
    #expect(report.resources[0].unusedColumns == ["note"])
  }

  @Test("records of one person are in order of date, undated first")
  func sortsByDate() throws {
    let sample = SamplePackage(seed: 5, events: 3000)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try build(sample, in: directory, memory: 1 << 14)
    let store = try CohortStore.open(directory.path + "/store")
    let table = try store.table("events")
    guard case .days(let days)? = table.columns["day"] else {
      Issue.record("the date is not stored as days")
      return
    }
    for atom in 0..<store.spine.atomCount {
      let rows = Int(table.offsets[atom])..<Int(table.offsets[atom + 1])
      #expect(rows.map { days[$0] } == rows.map { days[$0] }.sorted())
    }
  }

  @Test("without links each person id is a person at all levels, across resources")
  func withoutLinks() throws {
    let sample = SamplePackage(seed: 3, hasLinks: false)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try build(sample, in: directory, memory: 1 << 13)
    let store = try CohortStore.open(directory.path + "/store")
    let ids = Set(sample.events.map(\.record)).union(sample.sexes.map(\.record))
    #expect(store.spine.atomCount == ids.count)
    #expect(store.spine.lowStarts.count == ids.count + 1)
    let persons = try contents(store, "events", at: .high)
    #expect(persons.count == Set(sample.events.map(\.record)).count)
    #expect(persons.reduce(0) { $0 + $1.count } == sample.events.count)
    #expect(StoreVerifier.verify(directory.path + "/store") == [])
  }

  @Test("a rebuild keeps the secret, and with it persons' places and the release")
  func keepsSecret() throws {
    let sample = SamplePackage(seed: 1)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let first = try build(sample, in: directory)
    let store = try CohortStore.open(directory.path + "/store")
    let second = try build(sample, in: directory, memory: 1 << 12)
    let again = try CohortStore.open(directory.path + "/store")
    #expect(!first.keptSecret)
    #expect(second.keptSecret)
    #expect(store.secret == again.secret)
    #expect(first.release == second.release)
    #expect(
      Array(try store.table("events").offsets.pointer)
        == Array(try again.table("events").offsets.pointer))

    let other = try TemporaryDirectory()
    try sample.write(to: other)
    let elsewhere = try build(sample, in: other)
    #expect(elsewhere.release != first.release)
    #expect(try CohortStore.open(other.path + "/store").secret != store.secret)
  }

  @Test("neither source ids, cluster ids nor free text enter a store; only its owner can read it")
  func keepsIdentifiersOut() throws {
    let sample = SamplePackage(seed: 2)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try build(sample, in: directory)
    let folder = directory.path + "/store"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(
      files.sorted() == [
        "build-report.json", "manifest.json", "manifest.sum", "person-map.data", "secret",
        "spine.data",
        "table-1.data", "table-2.data",
      ])
    for file in files {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
      for text in ["r1-0-0-0", "h10", "free text"] where file.hasSuffix(".data") {
        #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) in \(file)")
      }
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + file)
      #expect(mode[.posixPermissions] as? Int == 0o600)
    }
    let mode = try FileManager.default.attributesOfItem(atPath: folder)
    #expect(mode[.posixPermissions] as? Int == 0o700)
    #expect(directory.names == ["data", "links.csv", "store"])
  }
}
