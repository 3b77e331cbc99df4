import CohortModel
import ColumnStore
import Foundation
import Testing

@Suite("Input files")
struct InputTests {
  @Test("the report has the SHA-256 of every file, used or not")
  func digests() throws {
    var sample = SamplePackage(seed: 1)
    sample.package.resources.append(
      Resource(
        name: "unused", path: "data/unused.csv", fields: [Field(name: "id")], personField: "id"))
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try directory.write("id\n", to: "data/unused.csv")
    try directory.write("{}", to: "datapackage.json")
    try directory.write("abc", to: "pilots/pilot.yaml")
    let report = try build(sample, in: directory)
    #expect(
      report.inputs.map(\.path) == [
        "datapackage.json", "pilots/pilot.yaml", "links.csv", "data/events.csv", "data/sexes.csv",
        "data/unused.csv",
      ])
    // FIPS 180-2, appendix B.1.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(report.inputs[1].sha256 == abc)
    #expect(report.text.contains(abc + "  pilots/pilot.yaml, 3 bytes"))
    for input in report.inputs {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: directory.path + "/" + input.path))
      #expect(input.bytes == bytes.count)
    }
    // The digest of what was read for its records is that of the same file read for nothing else.
    let events = try Data(contentsOf: URL(fileURLWithPath: directory.path + "/data/events.csv"))
    try directory.write(Array(events), to: "pilots/events.yaml")
    let again = try build(sample, in: directory)
    let copy = try #require(again.inputs.first { $0.path == "pilots/events.yaml" })
    #expect(copy.sha256 == report.inputs[3].sha256)
  }

  @Test("what linkage wrote beside its clusters is dropped, and named where it is personal")
  func linkColumns() throws {
    let sample = SamplePackage(seed: 2)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let lines = try String(contentsOfFile: directory.path + "/links.csv", encoding: .utf8)
      .split(separator: "\n")
    let wide = lines.enumerated().map { number, line in
      number == 0 ? "match_key,\(line),first_initial,DOB" : "0,\(line),Q,1980-01-02"
    }
    try directory.write(wide.joined(separator: "\n") + "\n", to: "links.csv")
    let report = try build(sample, in: directory)
    #expect(report.persons.droppedColumns == ["match_key", "first_initial", "DOB"])
    #expect(report.persons.personalColumns == ["first_initial", "DOB"])
    #expect(report.text.contains("personal data: first_initial, DOB"))
    let problems = PackageChecker.check(sample.package, directory: directory.path, data: nil)
      .problems.filter { $0.file == "links.csv" }
    #expect(problems.map(\.rule) == ["G14", "G10", "G11"])
    #expect(problems.map(\.column) == [1, 7, 8])
    #expect(problems.allSatisfy { $0.severity == .warning && $0.line == 1 })
  }

  @Test("identifiers in links.csv refuse build and check")
  func identifiersInLinks() throws {
    let sample = SamplePackage(seed: 3)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let links = (0..<50).map { "prison,SW1A 1A\(["A", "B"][$0 % 2])x\($0),a\($0)@example.org,m,l" }
    try directory.write(
      "source_dataset,record_id,high,medium,low\n" + links.joined(separator: "\n") + "\n",
      to: "links.csv")
    let error = #expect(throws: BuildError.self) { try build(sample, in: directory) }
    guard case .refused(let problems)? = error else { return }
    #expect(problems.contains { $0.field == "high" && $0.rule == "G10" })
    let check = PackageChecker.check(sample.package, directory: directory.path, data: nil)
    #expect(check.problems.contains { $0.field == "high" && $0.rule == "G10" })
  }

  @Test("files that are no tables are each said as what they are")
  func unusualFiles() throws {
    let cases: [(bytes: [UInt8]?, part: String)] = [
      (nil, "Is a directory"), ([], "empty; it needs a header"),
      ([0xEF, 0xBB, 0xBF], "empty; it needs a header"),
      (Array("CANARY1,CANARY2\nCANARY3,CANARY4\n".utf8), "no header"),
      (Array("\n\r\n\n".utf8), "empty; it needs a header"),
    ]
    for (bytes, part) in cases {
      for name in ["data/sexes.csv", "links.csv"] {
        let sample = SamplePackage(seed: 4)
        let directory = try TemporaryDirectory()
        try sample.write(to: directory)
        try FileManager.default.removeItem(atPath: directory.path + "/" + name)
        if let bytes {
          try directory.write(bytes, to: name)
        } else {
          try directory.write("x", to: name + "/file")
        }
        let problems = PackageChecker.check(sample.package, directory: directory.path, data: nil)
          .problems
        #expect(problems.contains { $0.file == name && $0.message.contains(part) }, "\(problems)")
        #expect(!"\(problems)".contains("CANARY"))
        let error = #expect(throws: BuildError.self) { try build(sample, in: directory) }
        #expect(error?.description.contains(part) == true)
        #expect(error?.description.contains("CANARY") == false)
      }
    }
  }

  @Test("a mark, CRLF, quotes and line breaks within fields are read as they are meant")
  func spreadsheetText() throws {
    let sample = SamplePackage(seed: 5)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let record = sample.events[0].record
    let text =
      "\u{FEFF}\"person\",note,day,kind,place,amount,first\r\n"
      + "\(record),\"two\r\nlines \"\"and\"\" a comma,\",2020-01-05,A,North,1,true\r\n"
      + "\(record),\"\n\",2020-01-06,A,North,x,true\r\n"
    try directory.write(text, to: "data/events.csv")
    let problems = PackageChecker.check(sample.package, directory: directory.path, data: nil)
      .problems
    #expect(problems.map(\.line) == [4])
    #expect(problems.map(\.column) == [6])
    #expect(problems.map(\.field) == ["amount"])
    let report = try build(sample, in: directory)
    #expect(report.resources[0].rowsRead == 2)
    #expect(report.resources[0].rowsKept == 2 - (report.resources[0].rejected[.badType] ?? 0))
  }
}
