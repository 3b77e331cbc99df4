import CohortModel
import Foundation
import SyntheticPackage
import Testing

@Suite struct SyntheticPackageTests {
  @Test func readerTakesThePackageWithoutAComplaint() throws {
    try withTemporaryFolder { folder in
      try SyntheticPackage.write(to: folder + "/package", persons: 50, seed: 7)
      let reading = PackageReader.read(folder + "/package", today: .init("2026-11-21")!)
      #expect(reading.problems.isEmpty, "\(reading.problems)")
      let package = try #require(reading.package)
      #expect(package.isSynthetic)
      #expect(
        Set(package.pilots.map(\.name)) == [
          "reoffending", "reoffending_disposals", "custody", "sentencing", "children",
          "substance_misuse", "treatment", "suicide", "homicide", "homelessness",
          "homelessness_repeat", "victims", "victims_support", "linkage",
        ])
      for pilot in package.pilots {
        #expect(pilot.stages.isEmpty == (pilot.name == "linkage"))
        #expect(!pilot.willNot.isEmpty)
      }
      // G18: reporting, support and justice, each with a definition of its own.
      let outcomes = Set(try #require(package.pilot("victims")).outcomes.map(\.name))
      #expect(outcomes.isSuperset(of: ["decided_6_months", "support_reached", "convicted"]))
    }
  }

  @Test func sameSeedGivesTheSameBytes() throws {
    try withTemporaryFolder { folder in
      try SyntheticPackage.write(to: folder + "/a", persons: 300, seed: 5)
      try SyntheticPackage.write(to: folder + "/b", persons: 300, seed: 5)
      try SyntheticPackage.write(to: folder + "/c", persons: 300, seed: 6)
      let first = try files(below: folder + "/a")
      #expect(try files(below: folder + "/b") == first)
      #expect(try files(below: folder + "/c")["data/crimes.csv"] != first["data/crimes.csv"])
    }
  }

  @Test func checkedInSampleIsWhatTheProgramWrites() throws {
    try withTemporaryFolder { folder in
      try SyntheticPackage.write(to: folder + "/sample", persons: 20_000, seed: 1)
      let made = try files(below: folder + "/sample")
      let kept = try files(below: projectRoot + "/SampleData")
      #expect(Set(made.keys) == Set(kept.keys))
      #expect(made.keys.filter { made[$0] != kept[$0] }.sorted() == [])
      #expect(kept.values.reduce(0) { $0 + $1.count } < 16_000_000)
      #expect(kept.values.allSatisfy { $0.count < 4_000_000 })
    }
  }

  @Test func codesAreOnTheirListsButForThePlannedDummies() throws {
    try withTemporaryFolder { folder in
      try SyntheticPackage.write(to: folder + "/package", persons: 3_000, seed: 2)
      let package = try #require(PackageReader.read(folder + "/package").package)
      for resource in package.agreedPart.fileResources {
        let table = try CSVTable("\(folder)/package/\(resource.path)")
        #expect(table.columns == resource.fields.map(\.name))
        #expect(table.count > 0)
        for field in resource.fields {
          guard let list = field.codeList.flatMap({ package.codeList($0) }) else { continue }
          let parents = Set(list.codes.compactMap(\.parent))
          let leaves = Set(list.codes.map(\.code)).subtracting(parents)
          let strangers = Set(table[field.name]).subtracting(leaves).subtracting([""])
          #expect(
            strangers.isSubset(of: ["Z_Dummy Ethnicity 04", "Refusal", "23"]),
            "\(resource.name).\(field.name)")
        }
      }
    }
  }

  @Test(arguments: [0, -1, SyntheticPackage.maximumPersons + 1])
  func refusesNumbersOfPersons(_ persons: Int) throws {
    try withTemporaryFolder { folder in
      #expect(
        throws: SyntheticPackageError.personsOutOfRange(
          persons, 1...SyntheticPackage.maximumPersons)
      ) {
        try SyntheticPackage.write(to: folder + "/package", persons: persons, seed: 1)
      }
      let left = try files(below: folder)
      #expect(left.isEmpty)
    }
  }
}

@Suite struct SyntheticPackageFolderTests {
  @Test func leavesAFolderOfOthersAlone() throws {
    try withTemporaryFolder { folder in
      try "mine".write(toFile: folder + "/notes.txt", atomically: true, encoding: .utf8)
      #expect(throws: SyntheticPackageError.folderInUse(path: folder)) {
        try SyntheticPackage.write(to: folder, persons: 3, seed: 1)
      }
      #expect(try files(below: folder) == ["notes.txt": Data("mine".utf8)])
    }
  }

  @Test func replacesAnEmptyFolderAndItsOwnPackages() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/package"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try SyntheticPackage.write(to: path + "/", persons: 3, seed: 1)
      let first = try files(below: path)
      try SyntheticPackage.write(to: path, persons: 40, seed: 2)
      #expect(try files(below: path) != first)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["package"])
    }
  }

  @Test func saysWhichFolderIsMissing() throws {
    try withTemporaryFolder { folder in
      #expect {
        try SyntheticPackage.write(to: folder + "/none/package", persons: 3, seed: 1)
      } throws: { error in
        guard case SyntheticPackageError.system(_, "create", ENOENT) = error else { return false }
        return true
      }
      let left = try files(below: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func tellsHowFarItIs() throws {
    try withTemporaryFolder { folder in
      var steps: [Int] = []
      try SyntheticPackage.write(to: folder + "/package", persons: 2_500, seed: 1) {
        steps.append($0)
      }
      #expect(steps == [1024, 2048, 2500])
    }
  }
}
