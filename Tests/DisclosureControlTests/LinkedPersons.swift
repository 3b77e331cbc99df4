import CohortModel
import ColumnStore
import Foundation
import QueryEngine

/// Invented persons in three datasets, counted the slow way: for the linkage tables, without a store
/// and without the engine.
final class LinkedPersons: RecordSource, CountingBackend {
  struct Record {
    var dataset: String
    var sex: String
    var year: Int
    var joined: String
  }

  let package: DataPackage
  let persons: [[Record]]
  let release = "0123abcd"
  let secret: [UInt8] = Array(1...32)
  let spine: PersonSpine

  static let datasets = ["housing", "prison", "treatment"]

  convenience init(persons count: Int, seed: UInt64, profile: String = "10-5") throws {
    var random = SeededRandom(seed)
    let persons = (0..<count).map { _ -> [Record] in
      let isLinked = Int.random(in: 0..<10, using: &random) < 4
      let number = isLinked ? Int.random(in: 2...4, using: &random) : 1
      let sex = Int.random(in: 0..<5, using: &random) == 0 ? "F" : "M"
      // One dataset is rare.
      let home = [0, 1, 1, 1, 2, 2].randomElement(using: &random)!
      return (0..<number).map { place -> Record in
        let isRare = Int.random(in: 0..<14, using: &random) == 0
        let dataset = place == 0 ? home : (home + (isRare ? 2 : 1)) % 3
        let told =
          switch Int.random(in: 0..<30, using: &random) {
          case 0: ""
          case 1: sex == "F" ? "M" : "F"
          default: sex
          }
        return Record(
          dataset: Self.datasets[dataset], sex: told,
          year: Int.random(in: 0..<40, using: &random) == 0 ? 1980 : 1970,
          joined: Int.random(in: 0..<25, using: &random) == 0 ? "low" : "high")
      }
    }
    try self.init(persons, profile: profile)
  }

  init(_ persons: [[Record]], profile: String) throws {
    package = try Self.descriptors(profile: profile)
    self.persons = persons
    let count = persons.count
    let starts = Buffer((0...count).map { UInt32($0) })
    spine = PersonSpine(atomCount: count, mediumStarts: starts, lowStarts: starts)
  }

  func table(_ resource: String) throws(StoreError) -> RecordTable {
    throw .unknownResource(resource)
  }

  // MARK: Counting

  func count(_ plan: TablePlan) throws -> RawCube {
    let structures = plan.dimensions.map(\.structure)
    let slotCount = structures.reduce(1) { $0 * $1.slotCount }
    var slots = [Int](repeating: 0, count: slotCount)
    var keys = slots
    for (number, person) in persons.enumerated() {
      var atoms = [0]
      for dimension in plan.dimensions {
        let own = Self.slots(of: person, in: dimension)
        atoms = atoms.flatMap { atom in own.map { atom * dimension.structure.slotCount + $0 } }
      }
      for atom in atoms { slots[atom] += 1 }
      var random = SeededRandom(UInt64(number))
      // Small enough that sums do not run over.
      let key = Int(random.next() >> 24)
      for atom in atoms { keys[atom] += key }
    }
    return RawCube(
      plan: plan, persons: Fixture.cells(plan, slots: slots),
      keySums: plan.profile.cellKey.map { _ in
        Fixture.cells(plan, slots: keys).map { UInt64($0) }
      })
  }

  static func isLinked(_ person: [Record]) -> Bool { Set(person.map(\.dataset)).count > 1 }

  static func conflicts(_ person: [Record], _ attribute: PersonAttribute) -> Bool {
    attribute == .sex
      ? Set(person.map(\.sex).filter { !$0.isEmpty }).count > 1
      : Set(person.map(\.year)).count > 1
  }

  private static func slots(of person: [Record], in dimension: PlannedDimension) -> [Int] {
    func slot(_ code: String) -> [Int] {
      [dimension.slotCodes.firstIndex { $0.contains(code) }!]
    }
    switch dimension.source {
    case .variable("datasets"):
      return [0] + Set(person.map(\.dataset)).flatMap(slot)
    case .variable("sex"):
      let last = person.last { !$0.sex.isEmpty }?.sex
      return slot(last ?? "N")
    case .variable("linked"): return slot(isLinked(person) ? "2+" : "up to 1")
    case .variable("records"):
      return slot(band(person.count))
    case .outcome("is_linked"): return [isLinked(person) ? 0 : 1]
    case .outcome("changes"): return [person.contains { $0.joined != "high" } ? 0 : 1]
    case .outcome("sex_differs"):
      return [isLinked(person) ? conflicts(person, .sex) ? 0 : 1 : 3]
    case .outcome("birth_year_differs"):
      return [isLinked(person) ? conflicts(person, .birthYear) ? 0 : 1 : 3]
    default: fatalError("the slow count knows no \(dimension.source)")
    }
  }

  static func band(_ records: Int) -> String {
    records <= 2 ? "\(records)" : records <= 4 ? "3-4" : "5+"
  }

  /// The persons as a package on disk, the same at all link levels.
  func write(to folder: String, profile: String) throws {
    var links = "source_dataset,record_id,high,medium,low\n"
    var rows: [String: String] = [:]
    for (person, records) in persons.enumerated() {
      for (place, record) in records.enumerated() {
        links += "\(record.dataset),k\(person)x\(place),h\(person),m\(person),l\(person)\n"
        rows[record.dataset, default: "who,seen,sex,year\n"] +=
          "k\(person)x\(place),2021-05-05,\(record.sex),\(record.year)\n"
      }
    }
    try Self.describe(in: folder, profile: profile)
    try Self.write(links, to: folder + "/links.csv")
    for dataset in Self.datasets {
      try Self.write(
        rows[dataset] ?? "who,seen,sex,year\n", to: folder + "/data/\(dataset).csv")
    }
  }

  // MARK: Descriptors

  private static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  static func descriptors(profile: String) throws -> DataPackage {
    let folder = NSTemporaryDirectory() + "bold-linkage-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try describe(in: folder, profile: profile)
    let reading = PackageReader.read(folder)
    guard let package = reading.package else { fatalError("\(reading.problems)") }
    return package
  }

  private static func describe(in folder: String, profile: String) throws {
    func write(_ path: String, _ text: String) throws {
      try Self.write(text, to: folder + "/" + path)
    }
    let resources = datasets.map { name in
      """
      {"name": "\(name)_people", "path": "data/\(name).csv", "schema": {"fields": [
        {"name": "who", "type": "string", "constraints": {"required": true}},
        {"name": "seen", "type": "date"},
        {"name": "sex", "type": "string", "bold": {"codelist": "sexes", "attribute": "sex"}},
        {"name": "year", "type": "integer", "bold": {"attribute": "birth_year"}}]},
        "bold": {"dataset": "\(name)", "person": "who", "date": "seen"}}
      """
    }
    try write(
      "datapackage.json",
      """
      {"name": "linked", "resources": [\(resources.joined(separator: ","))],
       "bold": {"format": 1, "synthetic": true, "owner": "Nobody", "coverage": "Nobody",
         "period": {"first": "2020-01-01", "last": "2023-12-31"}, "links": "links.csv"}}
      """)
    try write("policy.yaml", "profile: \(profile)\n")
    try write("codelists/sexes.csv", "code,label\nF,Female\nM,Male\nN,Not known\n")
    try write(
      "codelists/datasets.csv",
      "code,label,label_cy\nhousing,Housing,Tai\nprison,Prisons,Carchardai\n")
    try write(
      "pilots/seen.yaml",
      """
      pilot: seen
      title: Seen in prison
      population: Everyone seen in prison
      will: [Count]
      will_not: [Judge]
      events: {seen: {label: Seen, resource: prison_people}}
      index: {event: seen}
      variables:
        sex: {label: Sex, from: prison_people.sex, at: ever, missing: N}
      """)
  }
}
