import Foundation

/// A CSV file without quoted cells, as the synthetic package and the examples' data are.
struct CSVTable {
  let columns: [String]
  private let rows: [[Substring]]
  private let text: String

  init(_ path: String) throws {
    text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(whereSeparator: \.isNewline)
    columns = lines.removeFirst().split(separator: ",", omittingEmptySubsequences: false)
      .map(String.init)
    rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  var count: Int { rows.count }

  subscript(column: String) -> [String] {
    let position = columns.firstIndex(of: column)!
    return rows.map { String($0[position]) }
  }
}

/// A folder for one test, removed afterwards.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "synthetic-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// Every file below a folder with its bytes, by path.
func files(below folder: String) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
    if !isFolder.boolValue {
      files[path] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
    }
  }
  return files
}

/// The root of this project.
let projectRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The folder of the public test data; they are not part of the project.
let sharedData: String? = {
  let shared = ProcessInfo.processInfo.environment["BOLD_SHARED"] ?? projectRoot + "/../shared"
  return FileManager.default.fileExists(atPath: shared + "/data") ? shared + "/data" : nil
}()
