import CohortModel
import Foundation
import Testing

@testable import ColumnStore

@Suite("The resource linkage")
struct LinkageTableTests {
  /// What one source record should say.
  private struct Expected: Hashable {
    var dataset: String
    var sex: String
    var year: Int?
    var joined: String
  }

  /// The sample with attributes in two datasets and a pilot that reads the linkage.
  private func linked(_ sample: SamplePackage) -> DataPackage {
    var package = sample.package
    package.resources[0].fields.append(
      Field(name: "gender", codeList: "genders", attribute: .sex))
    package.resources[0].fields.append(
      Field(name: "born", kind: .year, attribute: .birthYear))
    package.resources[1].fields[1].attribute = .sex
    package.codeLists.append(
      CodeList(
        name: "genders",
        codes: [
          Code("F", "Female"), Code("M", "Male"), Code("M1", "Male, recorded", parent: "M"),
          Code("M2", "Male, told", parent: "M"), Code("N", "Not known"),
        ]))
    package.pilots[0].variables.append(
      Variable(
        name: "gender", label: "Gender", resource: "events", field: "gender", moment: .ever,
        missingCode: "N"))
    let linkage = LinkageResource(package)!
    package.resources.append(linkage.resource)
    package.codeLists += linkage.codeLists
    package.pilots.append(
      Pilot(
        name: "linkage", title: "Linkage",
        events: [EventDefinition(name: "record", label: "Record", resource: "linkage")],
        index: IndexDefinition(event: "record"),
        variables: ["dataset", "sex", "birth_year", "joined"].map {
          Variable(name: $0, label: $0, resource: "linkage", field: $0, moment: .ever)
        }))
    return package
  }

  @Test("says of every source record what brute force says", arguments: [1, 2, 3, 4], [nil, 40])
  func bruteForce(seed: UInt64, capacity: Int?) throws {
    let sample = SamplePackage(seed: seed)
    let package = linked(sample)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    var generator = SeededGenerator(seed)
    var told: [String: (gender: String, born: String)] = [:]
    var lines = sample.eventsCSV.split(separator: "\n").map(String.init)
    lines[0] += ",gender,born"
    for (index, event) in sample.events.enumerated() {
      let gender = ["F", "M1", "M2", "N", "", "X"].randomElement(using: &generator)!
      let born = ["1980", "1981", ""].randomElement(using: &generator)!
      lines[index + 1] += ",\(gender),\(born)"
      // The first row that has a value is believed; N and codes of no list are no values.
      let known = told[event.record] ?? ("", "")
      let isValue = ["F", "M1", "M2"].contains(gender)
      told[event.record] = (
        known.gender.isEmpty && isValue ? String(gender.prefix(1)) : known.gender,
        known.born.isEmpty ? born : known.born
      )
    }
    try directory.write(lines.joined(separator: "\n") + "\n", to: "data/events.csv")
    // A dataset that no resource belongs to.
    let links = try String(contentsOfFile: directory.path + "/links.csv", encoding: .utf8)
    try directory.write(links + "other,x1,hx,mx,lx\n", to: "links.csv")

    var options = BuildOptions(
      package: directory.path, store: directory.path + "/store", memoryLimit: 1 << 16)
    options.personCapacity = capacity
    try StoreBuilder.build(package, options)
    #expect(StoreVerifier.verify(directory.path + "/store") == [])
    let store = try CohortStore.open(directory.path + "/store")
    let table = try store.table("linkage")

    var mediumSizes: [Int: Set<Int>] = [:]
    var lowSizes: [Int: Set<Int>] = [:]
    for person in sample.people {
      mediumSizes[person.medium, default: []].insert(person.high)
      lowSizes[person.low, default: []].insert(person.high)
    }
    let sexes = Dictionary(sample.sexes, uniquingKeysWith: { first, _ in first })
    var expected: [Int: [Expected: Int]] = [:]
    for person in sample.people {
      let isPrison = person.dataset == "prison"
      let joined =
        mediumSizes[person.medium]!.count > 1
        ? "medium" : lowSizes[person.low]!.count > 1 ? "low" : "high"
      let record = Expected(
        dataset: person.dataset,
        sex: isPrison ? told[person.record]?.gender ?? "" : sexes[person.record] ?? "",
        year: isPrison ? told[person.record].flatMap { Int($0.born) } : nil, joined: joined)
      expected[person.low, default: [:]][record, default: 0] += 1
    }
    let starts = try #require(store.spine.starts(at: .low))
    var found: [[Expected: Int]] = []
    for person in 0..<starts.count - 1 {
      var records: [Expected: Int] = [:]
      let rows =
        Int(table.offsets[Int(starts[person])])..<Int(table.offsets[Int(starts[person + 1])])
      for row in rows { records[try self.record(table, row), default: 0] += 1 }
      found.append(records)
    }
    #expect(counted(found.filter { !$0.isEmpty }) == counted(Array(expected.values)))
    #expect(table.rowCount == sample.people.count)
  }

  private func counted(_ persons: [[Expected: Int]]) -> [[Expected: Int]: Int] {
    persons.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private func record(_ table: RecordTable, _ row: Int) throws -> Expected {
    func text(_ field: String) throws -> String {
      guard case .codes8(let codes, let dictionary)? = table.columns[field] else {
        throw Missing(field: field)
      }
      return dictionary[Int(codes[row])]
    }
    guard case .integers(let years)? = table.columns["birth_year"] else {
      throw Missing(field: "birth_year")
    }
    return Expected(
      dataset: try text("dataset"), sex: try text("sex"),
      year: years[row] == Int64.min ? nil : Int(years[row]), joined: try text("joined"))
  }

  private struct Missing: Error { var field: String }

  @Test("is not made where nobody asks for it, nor without links")
  func notMade() throws {
    let sample = SamplePackage(seed: 9, persons: 10, events: 30)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try StoreBuilder.build(
      sample.package, BuildOptions(package: directory.path, store: directory.path + "/store"))
    #expect(try CohortStore.open(directory.path + "/store").resources == ["events", "sexes"])
    #expect(LinkageResource(SamplePackage.descriptors(hasLinks: false)) == nil)
  }

  @Test("fields with other codes at the top are left out of the comparison")
  func incomparable() {
    var package = SamplePackage.descriptors(hasLinks: true)
    package.resources[0].fields[2].attribute = .sex
    package.resources[1].fields[1].attribute = .sex
    package.resources[0].fields[4].attribute = .birthYear
    let linkage = LinkageResource(package)
    #expect(linkage?.sources.map(\.field) == ["kind", "amount"])
    #expect(linkage?.incomparable.map(\.field) == ["sex"])
    #expect(linkage?.resource.fields.map(\.name) == ["dataset", "sex", "birth_year", "joined"])
  }
}
