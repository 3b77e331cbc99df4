import Foundation

/// Test vectors of other software, which lie outside the project.
enum SharedData {
  static let root: URL =
    ProcessInfo.processInfo.environment["BOLD_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared")

  static func exists(_ path: String) -> Bool {
    let found = FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    if !found { print("skipped: no test vectors at \(path)") }
    return found
  }

  /// The fields of each line, quotation marks and spaces taken off. No field holds a comma.
  static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      .split(whereSeparator: \.isNewline)
      .map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        }
      }
  }
}
