import Foundation

/// Reads descriptor files of one folder, and nothing outside it.
struct PackageFolder {
  /// Descriptors are small; anything larger is something else.
  static let largestFile = 8 << 20

  let root: URL
  private let realRoot: String

  init?(_ directory: String) {
    root = URL(fileURLWithPath: directory, isDirectory: true)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isDirectory),
      isDirectory.boolValue, let real = PackageFolder.realPath(root.path)
    else { return nil }
    realRoot = real
  }

  /// Why a file cannot be read.
  enum Fault: Error {
    case missing
    case outside
    case unusable(String)

    var message: String {
      switch self {
      case .missing: "The file is not there."
      case .outside:
        "The path leads out of the package. Paths are relative, without .., and links stay inside."
      case .unusable(let reason): reason
      }
    }
  }

  /// Whether a path written in a descriptor stays within the folder.
  static func isRelative(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.hasPrefix("~") && !path.contains("\\")
      && !path.contains("://") && path.unicodeScalars.allSatisfy { $0.value >= 32 }
      && !path.split(separator: "/").contains("..")
  }

  /// The names in a subfolder that end like this, sorted; empty where there is none.
  func names(in folder: String, endings: [String]) -> [String] {
    let path = root.appendingPathComponent(folder).path
    guard let real = PackageFolder.realPath(path), isInside(real),
      let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { return [] }
    return names.filter { name in
      !name.hasPrefix(".") && endings.contains { name.lowercased().hasSuffix($0) }
    }.sorted()
  }

  /// Whether there is something of this name right in the folder, readable or not.
  func has(_ name: String) -> Bool { names(in: "", endings: [name]).contains(name) }

  func text(_ path: String) throws(Fault) -> String {
    guard PackageFolder.isRelative(path) else { throw .outside }
    let full = root.appendingPathComponent(path).path
    guard let real = PackageFolder.realPath(full) else { throw .missing }
    guard isInside(real) else { throw .outside }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: real, isDirectory: &isDirectory),
      !isDirectory.boolValue,
      let attributes = try? FileManager.default.attributesOfItem(atPath: real),
      attributes[.type] as? FileAttributeType == .typeRegular
    else { throw .unusable("It is no plain file.") }
    guard let handle = FileHandle(forReadingAtPath: real) else {
      throw .unusable("The file cannot be opened; look at its permissions.")
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: PackageFolder.largestFile + 1) else {
      return ""
    }
    guard data.count <= PackageFolder.largestFile else {
      throw .unusable("The file is larger than 8 MiB, which no descriptor is.")
    }
    guard var text = String(data: data, encoding: .utf8), !text.contains("\0") else {
      throw .unusable("The file is not UTF-8 text. Save it as UTF-8.")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  /// Whether a path, where there is something, leads out of the folder through a link.
  func leadsOut(_ path: String) -> Bool {
    guard PackageFolder.isRelative(path) else { return true }
    guard let real = PackageFolder.realPath(root.appendingPathComponent(path).path) else {
      return false
    }
    return !isInside(real)
  }

  private func isInside(_ real: String) -> Bool {
    real == realRoot || real.hasPrefix(realRoot == "/" ? "/" : realRoot + "/")
  }

  private static func realPath(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
