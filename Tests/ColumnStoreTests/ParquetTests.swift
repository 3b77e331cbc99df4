import CohortModel
import ColumnStore
import Foundation
import Testing

/// Parquet comes through a `duckdb` executable; the tests with real files need one on the PATH.
@Suite("Parquet through duckdb")
struct ParquetTests {
  private static let hasConverter: Bool = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let found = path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/duckdb")
    }
    if !found { print("skipped: no duckdb on the PATH") }
    return found
  }()

  private func lookup(_ name: String) throws -> LinkedPackage {
    try LinkedPackage(
      PackageLinks(format: .lookup, path: name), records: [("a", "1")], files: [name: "PAR1"])
  }

  @Test(
    "Splink's Parquet makes the persons of its CSV", .enabled(if: hasConverter && SplinkFiles.exist)
  )
  func sameAsCSV() throws {
    func build(_ ending: String) throws -> (LinkedPackage, BuildReport) {
      let text = try SplinkFiles.text("link_and_dedupe/clusters_08.csv")
      let names = ["099", "095", "08"].map { "clusters_\($0).\(ending)" }
      let linked = try LinkedPackage(
        PackageLinks(
          format: .splinkClusters,
          clusters: .init(high: names[0], medium: names[1], low: names[2])),
        records: SplinkFiles.rows(text).map { ($0["source_dataset"]!, $0["unique_id"]!) },
        files: [:])
      for name in names {
        try FileManager.default.copyItem(
          at: SplinkFiles.root.appendingPathComponent("link_and_dedupe/" + name),
          to: URL(fileURLWithPath: linked.directory.path + "/" + name))
      }
      return (linked, try linked.build())
    }
    let (csv, first) = try build("csv")
    let (parquet, second) = try build("parquet")
    for level in LinkLevel.allCases {
      #expect(try csv.persons(at: level) == parquet.persons(at: level))
    }
    #expect(first.persons == second.persons)
    let input = try #require(second.inputs.first { $0.path == "clusters_08.parquet" })
    #expect(input.bytes == 14280)
    #expect(parquet.check().isUsable)
  }

  private func message(_ linked: LinkedPackage) throws -> String {
    try linked.refusals().first?.message ?? ""
  }

  @Test("no duckdb, one that is too old, and one that fails are told apart")
  func faults() throws {
    let folder = try TemporaryDirectory()
    let linked = try lookup("lookup.parquet")
    func message() throws -> String { try self.message(linked) }
    func program(_ text: String) throws {
      try folder.write("#!/bin/sh\n" + text, to: "duckdb")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/duckdb")
    }
    try ParquetConverter.$searchPath.withValue(folder.path) {
      #expect(try message().contains("not on the PATH"))
      try program("echo v0.9.2 abc\n")
      #expect(try message().contains("not version 1 or later"))
      try program("echo something else\n")
      #expect(try message().contains("not version 1 or later"))
      try program(
        "[ \"$1\" = --version ] && echo 'v1.5.6 (Variegata)' && exit; echo ZQ >&2; exit 1\n")
      let failed = try message()
      #expect(failed.contains("could not read the file as Parquet"))
      #expect(!failed.contains("ZQ"))
      #expect(linked.check().problems.contains { $0.file == "lookup.parquet" })
      #expect(!FileManager.default.fileExists(atPath: linked.store))
    }
    ParquetConverter.$searchPath.withValue("relative:") {
      #expect(linked.check().problems.contains { $0.message.contains("not on the PATH") })
    }
  }

  @Test("a converter that writes half a file and fails does not pass for a whole one")
  func halfAFile() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      """
      #!/bin/sh
      [ "$1" = --version ] && echo v1.5.6 && exit
      echo person_id,source_dataset,cluster_high,cluster_medium,cluster_low
      echo 1,a,x,x,x
      exit 3
      """, to: "duckdb")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/duckdb")
    let linked = try lookup("lookup.parquet")
    try ParquetConverter.$searchPath.withValue(folder.path) {
      let message = try self.message(linked)
      #expect(message.contains("could not read"))
    }
  }
}
