import CohortModel
import Foundation
import SyntheticPackage
import Testing

@Suite struct SourceRecordsTests {
  /// A package, its source records as tables by dataset, and the truth.
  private struct Made {
    var package: String
    var records: [String: CSVTable] = [:]
    var truth: CSVTable

    init(in folder: String, persons: Int, seed: UInt64) throws {
      package = folder + "/package"
      try SyntheticPackage.write(to: package, persons: persons, seed: seed, sourceRecords: true)
      let path = SyntheticPackage.sourceRecords(beside: package)
      #expect(path == folder + "/source_records")
      truth = try CSVTable("\(path)/truth.csv")
      for name in try FileManager.default.contentsOfDirectory(atPath: path)
      where name.hasSuffix(".csv") && name != "truth.csv" {
        records[String(name.dropLast(4))] = try CSVTable("\(path)/\(name)")
      }
    }

    /// All records, each with the person that it is of.
    var all: [(person: String, dataset: String, row: [String: String])] {
      var persons: [String: String] = [:]
      let (datasets, ids, people) = (
        truth["source_dataset"], truth["record_id"], truth["person"]
      )
      for place in ids.indices { persons["\(datasets[place]) \(ids[place])"] = people[place] }
      return records.flatMap { dataset, table in
        let columns = table.columns.map { ($0, table[$0]) }
        return (0..<table.count).map { place in
          let row = Dictionary(uniqueKeysWithValues: columns.map { ($0.0, $0.1[place]) })
          return (persons["\(dataset) \(row["record_id"]!)"] ?? "", dataset, row)
        }
      }
    }
  }

  @Test func sameSeedGivesTheSameBytesAndThePackageIsTheSameWithoutThem() throws {
    try withTemporaryFolder { folder in
      for name in ["a", "b", "c"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        try SyntheticPackage.write(
          to: "\(folder)/\(name)/package", persons: 300, seed: 5, sourceRecords: name != "c")
      }
      let first = try files(below: folder + "/a")
      #expect(try files(below: folder + "/b") == first)
      let alone = try files(below: folder + "/c")
      #expect(alone == first.filter { $0.key.hasPrefix("package/") })
      #expect(alone.count < first.count)
    }
  }

  @Test func everyRecordOfThePackageHasOneAndTheTruthNamesIt() throws {
    try withTemporaryFolder { folder in
      let made = try Made(in: folder, persons: 1_500, seed: 4)
      let package = try #require(PackageReader.read(made.package).package)
      #expect(Set(made.records.keys) == Set(package.agreedPart.fileResources.map(\.dataset)))
      for (dataset, table) in made.records {
        let ids = table["record_id"]
        #expect(Set(ids).count == ids.count)
        var used: Set<String> = []
        for resource in package.agreedPart.fileResources where resource.dataset == dataset {
          used.formUnion(
            try CSVTable("\(made.package)/\(resource.path)")[resource.personField])
        }
        #expect(used.subtracting([""]) == Set(ids), "\(dataset)")
      }
      #expect(made.truth.count == made.all.count)
      #expect(!made.all.contains { $0.person.isEmpty })
      // Adults, and children of those who were in custody.
      #expect((1_500...2_400).contains(Set(made.truth["person"]).count))
    }
  }

  /// Shares among a few ten thousand records, beside what `SYNTHETIC.txt` says.
  @Test func fieldsAreMissingAndWrongAboutAsOftenAsTheyAreSaidToBe() throws {
    try withTemporaryFolder { folder in
      let all = try Made(in: folder, persons: 12_000, seed: 9).all
      let people = Dictionary(grouping: all, by: \.person)
      func share(_ isTrue: ([String: String]) -> Bool) -> Double {
        Double(all.count { isTrue($0.row) }) / Double(all.count)
      }
      #expect((0.005...0.012).contains(share { $0["first_initial"] == "" }))
      #expect((0.005...0.012).contains(share { $0["birth_date"] == "" }))
      #expect((0.005...0.012).contains(share { $0["sex"] == "" }))
      #expect((0.012...0.03).contains(share { $0["district"] == "" }))

      // Pairs of records of one person, in different systems.
      var pairs = 0
      var same: [String: Int] = [:]
      for records in people.values where records.count > 1 {
        for (left, right) in zip(records, records.dropFirst()) {
          pairs += 1
          for (field, value) in left.row where value != "" && right.row[field] == value {
            same[field, default: 0] += 1
          }
        }
      }
      func agreement(_ field: String) -> Double { Double(same[field] ?? 0) / Double(pairs) }
      #expect(pairs > 5_000)
      #expect((0.90...0.99).contains(agreement("first_initial")))
      #expect((0.88...0.98).contains(agreement("surname_initial")))
      #expect((0.89...0.96).contains(agreement("birth_date")))
      #expect((0.96...0.99).contains(agreement("sex")))
      #expect((0.80...0.93).contains(agreement("district")))
      #expect(agreement("record_id") < 0.01)
    }
  }

  @Test func initialsAreSkewedAndBirthDatesFitTheYearsOfThePackage() throws {
    try withTemporaryFolder { folder in
      let made = try Made(in: folder, persons: 4_000, seed: 3)
      for field in ["first_initial", "surname_initial"] {
        let letters = Dictionary(grouping: made.all.compactMap { $0.row[field] }, by: { $0 })
          .mapValues(\.count).filter { $0.key != "" }
        let most = Double(letters.values.max() ?? 0) / Double(made.all.count)
        #expect(letters.count == 26)
        #expect((0.08...0.2).contains(most))
      }
      let people = try CSVTable(made.package + "/data/prison_people.csv")
      let prison = try #require(made.records["prison"])
      let dates = Dictionary(
        uniqueKeysWithValues: zip(prison["record_id"], prison["birth_date"]))
      var inBand = 0
      var known = 0
      for (id, band) in zip(people["prison_id"], people["birth_years"]) {
        guard let first = Int(band), let year = dates[id].flatMap({ Int($0.prefix(4)) }) else {
          continue
        }
        known += 1
        if (first..<first + 5).contains(year) || first == 1940 || first == 2000 { inBand += 1 }
      }
      #expect(known > 500)
      #expect(Double(inBand) / Double(known) > 0.98)
    }
  }

  @Test func aFolderOfOthersIsLeftAlone() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/source_records"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try "mine".write(toFile: path + "/notes.txt", atomically: true, encoding: .utf8)
      #expect(throws: SyntheticPackageError.folderInUse(path: path)) {
        try SyntheticPackage.write(
          to: folder + "/package", persons: 3, seed: 1, sourceRecords: true)
      }
      #expect(
        try files(below: folder) == ["source_records/notes.txt": Data("mine".utf8)])
    }
  }
}
