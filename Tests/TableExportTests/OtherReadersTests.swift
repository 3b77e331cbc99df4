import Foundation
import TableExport
import Tables
import Testing

/// Programs that other people read CSV files with.
private func found(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
}

private func run(_ arguments: [String], input: String = "", in folder: String) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  let output = Pipe()
  let source = Pipe()
  process.standardOutput = output
  process.standardInput = source
  try process.run()
  source.fileHandleForWriting.write(Data(input.utf8))
  try source.fileHandleForWriting.close()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  return String(decoding: data, as: UTF8.self)
}

@Test(.enabled(if: found("python3"), "python3 is not installed"))
func pythonReadsTheSameFields() throws {
  let folder = try TemporaryFolder()
  try TableFiles.write(ExampleTables.hostile, to: folder.path + "/t.csv", created: 0)
  let script = """
    import csv, json
    rows = list(csv.reader(open('t.csv', newline='', encoding='utf-8'), strict=True))
    print(json.dumps(rows))
    """
  let text = try run(["python3", "-c", script], in: folder.path)
  let rows = try #require(
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String]])
  #expect(rows.count == ExampleTables.hostileLabels.count + 1)
  #expect(rows.allSatisfy { $0.count == rows[0].count })
  #expect(
    rows.dropFirst().map { SpreadsheetText.restored($0[1]) }
      == ExampleTables.hostileLabels.map(SafeText.shown))
}

@Test(.enabled(if: found("python3"), "python3 is not installed"))
func pythonComputesTheSameHashes() throws {
  let folder = try TemporaryFolder()
  try TableFiles.write(ExampleTables.hostile, to: folder.path + "/t.csv", created: 1)
  let script = """
    import hashlib, json
    d = json.load(open('t.csv.json', encoding='utf-8'))
    d.pop('created'); h = d.pop('hash')
    c = json.dumps(d, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
    assert hashlib.sha256(c.encode()).hexdigest() == h
    b = open('t.csv', 'rb').read()
    assert hashlib.sha256(b).hexdigest() == d['file']['sha256'] and len(b) == d['file']['bytes']
    print('same')
    """
  #expect(try run(["python3", "-c", script], in: folder.path) == "same\n")
}

@Test(.enabled(if: found("sqlite3"), "sqlite3 is not installed"))
func sqliteSumsPublishedCounts() throws {
  let folder = try TemporaryFolder()
  try TableFiles.write(ExampleTables.counts, to: folder.path + "/t.csv", created: 0)
  let output = try run(
    ["sqlite3", "-batch", ":memory:"],
    input: """
      .import --csv t.csv t
      select count(*), sum(count), sum(count_sign = '[c]') from t where sex_code <> '*';
      select count from t where sex_code = 'F' and age_code = '*';

      """, in: folder.path)
  #expect(output.split(whereSeparator: \.isNewline) == ["4|1235.0|2", "200"])
}
