import Foundation

/// The package's own source files, read as text.
enum SourceTree {
  static let insideTheWall: Set<String> = ["ColumnStore", "QueryEngine", "DisclosureControl"]

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static var targets: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: root.path + "/Sources")
        .filter { !$0.hasPrefix(".") }.sorted()
    }
  }

  /// Swift files of a target, as lines.
  static func files(of target: String) throws -> [(path: String, lines: [Substring])] {
    let folder = root.path + "/Sources/" + target
    return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { path in
        let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        return ("\(target)/\(path)", text.split(separator: "\n", omittingEmptySubsequences: false))
      }
  }

  /// Names of types declared at the top level of a target with an access modifier.
  static func types(of target: String, access: String) throws -> [String] {
    let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "actor", "typealias"]
    let modifiers: Set<Substring> = ["final", "indirect", "nonisolated"]
    return try files(of: target).flatMap { file in
      file.lines.compactMap { line -> String? in
        let words = line.split(separator: " ").drop { $0.hasPrefix("@") }
        guard !line.hasPrefix(" "), words.first ?? "" == access else { return nil }
        let rest = words.dropFirst().drop { modifiers.contains($0) }
        guard let kind = rest.first, kinds.contains(kind), let name = rest.dropFirst().first else {
          return nil
        }
        return String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      }
    }
  }

  /// The modules that a line imports, and the line without leading attributes.
  static func importedModule(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1 else {
      return nil
    }
    let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "func", "var", "let"]
    let name = kinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
    return String(name.prefix { $0 != "." })
  }
}
