import Foundation
import Testing

struct StoreTests {
  @Test func soundPackageIsBuiltAndChecked() throws {
    let package = try SmallPackage()
    let check = try BoldCommand.run("check", package.path)
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    let build = try BoldCommand.run(
      "build", package.path, "--store", package.store, "--report",
      package.folder.path + "/report.json")
    #expect(build.status == 0, "\(build.errors)")
    #expect(build.output.contains("people (prison): 600 records read, 600 kept"))
    #expect(build.errors.contains("Reading people\n"))
    #expect(!build.errors.contains("\u{1B}"))
    let report = try JSONSerialization.jsonObject(
      with: Data(try package.folder.text("report.json").utf8))
    #expect((report as? [String: Any])?["package"] as? String == "small")
    let store = try BoldCommand.run("check", "--store", package.store)
    #expect(store.status == 0, "\(store.output)\(store.errors)")
  }

  /// One person leaves most resources without a record.
  @Test func resourcesWithoutRecordsAreReadLikeOthers() throws {
    let package = try SmallPackage()
    let sample = package.folder.path + "/one"
    let made = try BoldCommand.run("sample", "--persons", "1", "--seed", "1", "--output", sample)
    #expect(made.status == 0, "\(made.errors)")
    let build = try BoldCommand.run("build", sample, "--store", package.store)
    #expect(build.status == 0, "\(build.errors)")
    let check = try BoldCommand.run("check", "--store", package.store)
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    for query in ["reoffending rows sex", "children rows sex", "victims rows stage"] {
      let table = try BoldCommand.run("query", "--store", package.store, query)
      #expect(table.status == 0, "\(query): \(table.errors)")
    }
  }

  @Test func brokenPackageIsSaidWhereItIsBroken() throws {
    let package = try SmallPackage()
    let pilot = try package.folder.text("package/pilots/leavers.yaml")
    try package.folder.write(
      pilot.replacing("from: people.sex", with: "from: people.sexx"),
      to: "package/pilots/leavers.yaml")
    let check = try BoldCommand.run("check", package.path)
    #expect(check.status == 1)
    #expect(check.output.contains("pilots/leavers.yaml"))
    #expect(check.output.contains("sexx"))
    let json = try BoldCommand.run("check", package.path, "--format", "json")
    #expect(json.status == 1)
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    }
    let build = try BoldCommand.run("build", package.path, "--store", package.store)
    #expect(build.status == 1)
    #expect(build.errors.contains("pilots/leavers.yaml"))
    #expect(!FileManager.default.fileExists(atPath: package.store))
  }

  @Test func missingPackageAndStoreCannotBeUsed() throws {
    let folder = try TemporaryFolder()
    #expect(try BoldCommand.run("check", folder.path + "/none").status == 2)
    #expect(try BoldCommand.run("check", "--store", folder.path + "/none").status == 2)
    #expect(try BoldCommand.run("check").status == 2)
    for command in [
      ["query", "x"], ["catalogue"], ["export", "x", "--output", "t.csv"], ["explore"],
    ] {
      let words = command.joined(separator: " ")
      let unnamed = try BoldCommand.shell("\"$BOLD\" \(words)")
      #expect(unnamed.status == 2)
      #expect(unnamed.errors.contains("BOLD_STORE"))
      let missing = try BoldCommand.shell(
        "\"$BOLD\" \(words) --store '\(folder.path)/no\u{1B}[31m\u{202E}where'")
      #expect(missing.status == 2)
      #expect(missing.errors.contains("no<1b>[31m<202e>where"))
      #expect(!missing.errors.unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test func damagedStoreIsFound() throws {
    let package = try SmallPackage.built()
    let files = try FileManager.default.subpathsOfDirectory(atPath: package.store)
      .map { package.store + "/" + $0 }
    func size(_ path: String) -> Int {
      (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
    let largest = try #require(files.max { size($0) < size($1) })
    let handle = try #require(FileHandle(forUpdatingAtPath: largest))
    try handle.seek(toOffset: UInt64(size(largest) / 2))
    let byte = try #require(try handle.read(upToCount: 1)?.first)
    try handle.seek(toOffset: UInt64(size(largest) / 2))
    try handle.write(contentsOf: [byte ^ 0xFF])
    try handle.close()
    let outcome = try BoldCommand.run("check", "--store", package.store)
    #expect(outcome.status == 1)
    #expect(!outcome.output.isEmpty)
  }

  @Test func sampleIsTheSameForTheSameSeed() throws {
    let folder = try TemporaryFolder()
    for (name, seed) in [("a", "7"), ("b", "7"), ("c", "8")] {
      let outcome = try BoldCommand.run(
        "sample", "--persons", "300", "--seed", seed, "--output", folder.path + "/" + name)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let same = try BoldCommand.shell("diff -r '\(folder.path)/a' '\(folder.path)/b'")
    #expect(same.status == 0)
    let other = try BoldCommand.shell("diff -rq '\(folder.path)/a' '\(folder.path)/c'")
    #expect(other.status == 1)
    let check = try BoldCommand.run("check", folder.path + "/a")
    #expect(check.status == 0, "\(check.output)")
    let taken = try BoldCommand.shell(
      "mkdir '\(folder.path)/mine' && touch '\(folder.path)/mine/file' && "
        + "\"$BOLD\" sample --persons 300 --output '\(folder.path)/mine'")
    #expect(taken.status == 2)
  }
}
