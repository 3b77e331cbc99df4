import CohortModel
import ColumnStore
import Foundation

/// A package whose resources have one record for each source record of a linkage, and the store
/// built from it, so that one can see which records became one person.
struct LinkedPackage {
  let directory: TemporaryDirectory
  var package: DataPackage
  /// Dataset and id of every record.
  let records: [(dataset: String, id: String)]

  var store: String { directory.path + "/store" }

  init(
    _ links: PackageLinks, model: LinkageModel? = nil, records: [(dataset: String, id: String)],
    files: [String: String]
  ) throws {
    directory = try TemporaryDirectory()
    self.records = records
    for (name, text) in files { try directory.write(text, to: name) }
    let datasets = Set(records.map(\.dataset)).sorted()
    var resources: [Resource] = []
    for (number, dataset) in datasets.enumerated() {
      let rows = records.enumerated().filter { $0.element.dataset == dataset }
      try directory.write(
        "person,token,day\n"
          + rows.map { "\($0.element.id),t\($0.offset),2020-01-01\n" }.joined(),
        to: "r\(number).csv")
      resources.append(
        Resource(
          name: "r\(number)", path: "r\(number).csv", dataset: dataset,
          fields: [
            Field(name: "person", isRequired: true), Field(name: "token"),
            Field(name: "day", kind: .date),
          ], personField: "person", dateField: "day"))
    }
    package = DataPackage(
      name: "linked", title: "Linked", version: "1", isSynthetic: true, owner: "Nobody",
      period: Period(first: CalendarDay("2020-01-01")!, last: CalendarDay("2020-12-31")!),
      links: links, linkageModel: model, resources: resources,
      pilots: [
        Pilot(
          name: "pilot", title: "Pilot",
          events: resources.map {
            EventDefinition(
              name: $0.name, label: $0.name, resource: $0.name,
              conditions: [FieldCondition(field: "token", codes: ["t0"])])
          }, index: IndexDefinition(event: "r0"))
      ])
  }

  @discardableResult
  func build(memory: Int = 1 << 20) throws -> BuildReport {
    try StoreBuilder.build(
      package,
      BuildOptions(package: directory.path, store: store, memoryLimit: memory))
  }

  func check() -> CheckReport {
    PackageChecker.check(package, directory: directory.path, data: nil)
  }

  /// What refuses the build; empty where nothing does.
  func refusals() throws -> [PackageProblem] {
    do {
      try build()
      return []
    } catch BuildError.refused(let problems) {
      return problems.filter { $0.severity == .error }
    }
  }

  /// The records of each person at a level, by their places in `records`.
  func persons(at level: LinkLevel) throws -> Set<Set<Int>> {
    let store = try CohortStore.open(store)
    let starts =
      store.spine.starts(at: level).map { Array($0.pointer).map(Int.init) }
      ?? Array(0...store.spine.atomCount)
    var persons = Array(repeating: Set<Int>(), count: starts.count - 1)
    for resource in store.resources {
      let table = try store.table(resource)
      for person in persons.indices {
        let rows = Int(table.offsets[starts[person]])..<Int(table.offsets[starts[person + 1]])
        for row in rows {
          persons[person].insert(Int(value(table.columns["token"], row).dropFirst())!)
        }
      }
    }
    return Set(persons)
  }

  /// The records of each cluster, where `cluster` says which one a record is in.
  func expected(_ cluster: (String, String) -> String) -> Set<Set<Int>> {
    var clusters: [String: Set<Int>] = [:]
    for (number, record) in records.enumerated() {
      clusters[cluster(record.dataset, record.id), default: []].insert(number)
    }
    return Set(clusters.values)
  }

  /// All bytes of the store, as text.
  func storeBytes() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: store) {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: store + "/" + name))
    }
    return files
  }
}

/// Real output of Splink, which lies outside the project.
enum SplinkFiles {
  static let root: URL =
    (ProcessInfo.processInfo.environment["BOLD_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared"))
    .appendingPathComponent("data/splink")

  static var exist: Bool {
    let exist = FileManager.default.fileExists(atPath: root.path)
    if !exist { print("skipped: no output of Splink at data/splink") }
    return exist
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The rows of a table, by the names of its columns. No field of these holds a comma.
  static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// A model that Splink saved, as the package reader takes it in.
  static func model(_ path: String, replacing changes: [String: String] = [:]) throws
    -> LinkageModel
  {
    let folder = try TemporaryDirectory()
    var text = try text(path)
    for (old, new) in changes { text = text.replacing(old, with: new) }
    try folder.write(text, to: "model.json")
    try folder.write(
      """
      {"name": "m", "resources": [{"name": "r", "path": "r.csv",
        "schema": {"fields": [{"name": "id", "type": "string"}, {"name": "day", "type": "date"}]},
        "bold": {"person": "id", "date": "day"}}],
       "bold": {"format": 1, "synthetic": true, "owner": "Nobody", "coverage": "Nobody",
        "period": {"first": "2020-01-01", "last": "2020-12-31"},
        "links": {"format": "lookup", "path": "l.csv", "model": "model.json", "dataset": "d"}}}
      """, to: "datapackage.json")
    try folder.write(
      """
      pilot: p
      title: P
      population: Nobody
      events: {e: {label: E, resource: r}}
      index: {event: e}
      """, to: "pilots/p.yaml")
    let reading = PackageReader.read(folder.path)
    guard let model = reading.package?.linkageModel else {
      throw BuildError.refused(reading.problems)
    }
    return model
  }
}
