import CohortModel
import ColumnStore
import DisclosureControl
import Foundation
import QueryEngine
import SyntheticPackage
import Testing

/// What a policy declares impossible is looked for in the data before a store is put in place.
@Suite struct DeclaredZerosTests {
  /// A small package of invented people, whose policy a test may change.
  private final class Package {
    let folder = NSTemporaryDirectory() + "bold-declared-" + UUID().uuidString
    var package: String { folder + "/package" }
    var store: String { folder + "/store" }

    init(seed: UInt64 = 7) throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try SyntheticPackage.write(to: package, persons: 1500, seed: seed)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func change(_ file: String, _ old: String, _ new: String) throws {
      let path = package + "/" + file
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try #require(text.contains(old))
      try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    }

    func build() throws {
      try Release.build(BuildOptions(package: package, store: store))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func theSampleDeclaresOnlyWhatIsEmpty(seed: UInt64) throws {
    let package = try Package(seed: seed)
    try package.build()
    let store = try CohortStore.open(package.store)
    #expect(store.package.policy.structuralZeros.count == 7)
    // Both laws have cases, so that it is no matter of chance.
    let plan = try TablePlan(
      CohortQuery(text: "homelessness rows law", package: store.package), package: store.package)
    let counts = try CohortEngine(source: store).count(plan).persons
    #expect(counts.dropFirst().prefix(2).allSatisfy { $0 > 0 })
  }

  @Test func aCombinationThatOccursStopsTheBuildAndLeavesTheOldStore() throws {
    let package = try Package()
    try package.build()
    let before = try CohortStore.open(package.store).release
    // Tenancies of this kind do end in England.
    try package.change(
      "policy.yaml", "  - law: [HRA17]\n    reason: ['14']", "  - law: [HRA17]\n    reason: ['2']")
    do {
      try package.build()
      Issue.record("built, although the combination occurs")
    } catch BuildError.refused(let problems) {
      let problem = try #require(problems.first)
      #expect(problems.count == 1)
      #expect(problem.file == "policy.yaml")
      #expect(problem.field == "structural_zeros")
      #expect(
        problem.message
          == "Combination 3 (“law” with “reason”) is declared impossible, but records of the pilot"
          + " “homelessness” hold it. Mend the records, or take the declaration out.")
    }
    #expect(try CohortStore.open(package.store).release == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: package.folder).sorted()
        == ["package", "store"])
  }

  @Test func oneRecordIsEnough() throws {
    let package = try Package()
    // The first case of England is put under Welsh law, and nothing else changed.
    let path = package.package + "/data/applications.csv"
    var lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(
      lines.firstIndex { $0.contains(",HRA17,") && $0.contains(",E1200000") })
    lines[first] = Substring(lines[first].replacing(",HRA17,", with: ",HWA14,"))
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: BuildError.self) { try package.build() }
    #expect(!FileManager.default.fileExists(atPath: package.store))
  }

  @Test func recordsAreFoundBelowACodeOfTheDeclaration() throws {
    let package = try Package()
    // Authorities of London have cases under the law of England.
    try package.change(
      "policy.yaml", "  - law: [HRA17]\n    area: [W92000004]",
      "  - law: [HRA17]\n    area: [E12000007]")
    #expect(throws: BuildError.self) { try package.build() }
  }
}
