import CohortModel
import Foundation

/// A package folder that is removed with the value's owner.
final class TemporaryPackage {
  let root: URL
  static let today = CalendarDay("2026-11-21")!

  init(_ files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("bold-package-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, Data(text.utf8)) }
  }

  func write(_ path: String, _ data: Data) throws {
    let file = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func read() -> PackageReading {
    PackageReader.read(root.path, today: TemporaryPackage.today)
  }

  deinit { try? FileManager.default.removeItem(at: root) }
}

/// The documentation beside the sources.
enum Documentation {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// The files of the worked example in `data-package.md`: a line with the name, then a fenced block.
  static func example() throws -> [String: String] {
    var files: [String: String] = [:]
    let page = try text("data-package.md")
    let block = /(?m)^`([A-Za-z\/.]+)`[^\n]*\n\n```[a-z]+\n((?s:.*?))```/
    for match in page.matches(of: block) { files[String(match.1)] = String(match.2) }
    return files
  }
}
