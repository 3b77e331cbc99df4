import CohortModel
import Foundation
import Testing

@Suite struct HostilePackageTests {
  @Test func missingFoldersAndFiles() throws {
    #expect(PackageReader.read("/nowhere/at/all").package == nil)
    let empty = try TemporaryPackage([:]).read()
    #expect(empty.package == nil)
    #expect(empty.problems.contains { $0.file == "datapackage.json" })
    #expect(empty.problems.contains { $0.file == "pilots" })
  }

  @Test(arguments: [
    "datapackage.json", "pilots/leavers.yaml", "codelists/areas.csv", "policy.yaml",
  ])
  func filesThatAreNoText(_ path: String) throws {
    let package = try TemporaryPackage(Documentation.example())
    for data in [Data([0xFF, 0xFE, 0x00]), Data([0x61, 0x00, 0x62]), Data()] {
      try package.write(path, data)
      let reading = package.read()
      #expect(reading.package == nil)
      #expect(reading.errors.contains { $0.file == path })
    }
    try package.write(path, Data(repeating: 0x20, count: 9 << 20))
    #expect(package.read().errors.contains { $0.file == path && $0.message.contains("8 MiB") })
  }

  @Test func linksOutOfTheFolder() throws {
    let package = try TemporaryPackage(Documentation.example())
    let file = package.root.appendingPathComponent("policy.yaml")
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createSymbolicLink(
      atPath: file.path, withDestinationPath: "/etc/hostname")
    #expect(
      package.read().errors.contains {
        $0.file == "policy.yaml" && $0.message.contains("out of the package")
      })
    let data = package.root.appendingPathComponent("data")
    try FileManager.default.createSymbolicLink(atPath: data.path, withDestinationPath: "/etc")
    try package.write(
      "datapackage.json",
      Data(
        try #require(Documentation.example()["datapackage.json"])
          .replacing("data/persons.csv", with: "data/passwd").utf8))
    #expect(
      package.read().errors.contains {
        $0.file == "datapackage.json" && $0.message.contains("out of the package")
      })
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 50_000),
    "null", "3", "\"text\"", "[]", "{}",
    "{\"resources\": [null, 3, {\"schema\": {\"fields\": {}}}], \"bold\": []}",
  ])
  func jsonOfAnyShape(_ text: String) throws {
    let package = try TemporaryPackage(Documentation.example())
    try package.write("datapackage.json", Data(text.utf8))
    #expect(package.read().package == nil)
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
    "a: &x [1]\nb: [*x, *x]", "? [a, b]\n: c", "pilot: !!binary x", "- a\n- b", "just a text",
    "events: {a: {where: {b: {c: d}}}}", "stages: {a: b}", "outcomes: [a]", "--- a\n--- b", "\t",
    "pilot: \"\\ud800\"", "follow_up: 3", "variables: {x: {from: 3, bands: 7}}",
    "minimum_frequency: 99999999999999999999",
  ])
  func yamlOfAnyShape(_ text: String) throws {
    let package = try TemporaryPackage(Documentation.example())
    try package.write("pilots/leavers.yaml", Data(text.utf8))
    #expect(package.read().package == nil)
  }

  /// Whatever single line of a descriptor is lost, doubled or cut, reading ends with an answer.
  @Test func brokenLinesNeverCrash() throws {
    let example = try Documentation.example()
    var random = RepeatableRandom(seed: 7)
    for (path, text) in example.sorted(by: { $0.key < $1.key }) where path != "links.csv" {
      let package = try TemporaryPackage(example)
      let lines = text.components(separatedBy: "\n")
      for _ in 0..<25 {
        var changed = lines
        let line = Int.random(in: 0..<lines.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: changed.remove(at: line)
        case 1: changed.insert(lines[line], at: line)
        default: changed[line] = String(lines[line].prefix(lines[line].count / 2))
        }
        try package.write(path, Data(changed.joined(separator: "\n").utf8))
        let reading = package.read()
        #expect((reading.package == nil) == !reading.errors.isEmpty)
      }
    }
  }

  /// A file of records put among the code lists is not quoted.
  @Test func codeListProblemsQuoteNoCell() throws {
    let package = try TemporaryPackage(Documentation.example())
    try package.write(
      "codelists/areas.csv",
      Data("code,label,parent\nJANE,Jane Doe,QQ123456C\nJANE,Jane Doe,QQ123456C,more\n".utf8))
    for problem in package.read().problems where problem.file == "codelists/areas.csv" {
      #expect(!problem.message.contains("JANE") && !problem.message.contains("QQ12"))
    }
  }
}
