import Foundation
import TableExport
import Tables
import Testing

/// A folder of its own for each test, removed at the end.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/bold-export-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
  }

  func content(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }
}

@Test func exportWritesTableAndSidecarForItsOwnerAlone() throws {
  let folder = try TemporaryFolder()
  let paths = try TableFiles.write(
    ExampleTables.counts, to: folder.path + "/table.csv", created: 1_000_000_000)
  #expect(paths == [folder.path + "/table.csv", folder.path + "/table.csv.json"])
  #expect(folder.names == ["table.csv", "table.csv.json"])
  #expect(try folder.content("table.csv") == CSVFormat.bytes(of: ExampleTables.counts))
  for path in paths {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}

@Test func sidecarDescribesTheTableAndItsFile() throws {
  let folder = try TemporaryFolder()
  try TableFiles.write(
    ExampleTables.shares, to: folder.path + "/table.csv", created: 1_000_000_000)
  let data = Data(try folder.content("table.csv.json"))
  let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  #expect(document["synthetic"] as? Bool == true)
  #expect(document["link_level"] as? String == "medium")
  #expect(document["coverage"] as? String == "Nobody under 18.")
  #expect(document["datasets"] as? [String] == ["prison", "probation"])
  #expect(document["created"] as? String == "2001-09-09T01:46:40Z")
  #expect((document["definitions"] as? [Any])?.count == 1)
  let file = try #require(document["file"] as? [String: Any])
  #expect(file["name"] as? String == "table.csv")
}

@Test func timeIsNotInTheHash() throws {
  let folder = try TemporaryFolder()
  try TableFiles.write(ExampleTables.counts, to: folder.path + "/t.csv", created: 1)
  let first = String(decoding: try folder.content("t.csv.json"), as: UTF8.self)
  try TableFiles.write(
    ExampleTables.counts, to: folder.path + "/t.csv", replacing: true, created: 2)
  let second = String(decoding: try folder.content("t.csv.json"), as: UTF8.self)
  #expect(first != second)
  #expect(
    first.replacing("1970-01-01T00:00:01Z", with: "")
      == second.replacing("1970-01-01T00:00:02Z", with: ""))
}

@Test(arguments: ["table.csv", "table.csv.json"])
func exportNeverReplacesUnasked(present: String) throws {
  let folder = try TemporaryFolder()
  try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path + "/" + present))
  #expect(throws: ExportError.exists(path: folder.path + "/" + present)) {
    try TableFiles.write(ExampleTables.counts, to: folder.path + "/table.csv", created: 0)
  }
  #expect(folder.names == [present])
  #expect(try folder.content(present) == Array("mine".utf8))
  try TableFiles.write(
    ExampleTables.counts, to: folder.path + "/table.csv", replacing: true, created: 0)
  #expect(folder.names == ["table.csv", "table.csv.json"])
}

@Test func failureLeavesNothingBehind() throws {
  let folder = try TemporaryFolder()
  #expect(throws: ExportError.self) {
    try TableFiles.write(ExampleTables.counts, to: folder.path + "/none/table.csv", created: 0)
  }
  // A folder stands where the table should go: the sidecar is not left alone.
  try FileManager.default.createDirectory(
    atPath: folder.path + "/table.csv", withIntermediateDirectories: false)
  #expect(throws: ExportError.self) {
    try TableFiles.write(ExampleTables.counts, to: folder.path + "/table.csv", created: 0)
  }
  #expect(folder.names == ["table.csv"])
}

@Test(arguments: ["table.txt", ".csv", ""])
func onlyNamesOfCSVFilesAreWritten(name: String) throws {
  let folder = try TemporaryFolder()
  #expect(throws: ExportError.name(path: folder.path + "/" + name)) {
    try TableFiles.write(ExampleTables.counts, to: folder.path + "/" + name, created: 0)
  }
  #expect(folder.names.isEmpty)
}
