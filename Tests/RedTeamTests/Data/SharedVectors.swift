import Foundation

/// Published examples of attacks, which lie outside the project.
enum SharedVectors {
  static let root =
    ProcessInfo.processInfo.environment["BOLD_SHARED"]
    ?? URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared").path

  static let exist: Bool = {
    let found = FileManager.default.fileExists(atPath: root + "/data/sdc/handbook")
    if !found { print("skipped: no examples of attacks at \(root)/data/sdc") }
    return found
  }()

  /// The records of a file without its heading; no field holds a comma.
  static func records(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: root + "/data/sdc/" + path, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        }
      }
  }
}
