#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that is written beside its place and takes it when it is whole.
final class PackageFolder {
  /// The file by which a synthetic package is known; only a folder that has it is ever replaced.
  static let marker = "SYNTHETIC.txt"

  private let target: String
  private let temporary: String
  private let subfolders: [String]

  init(
    replacing directory: String, subfolders: [String] = ["data", "codelists", "pilots"]
  ) throws(SyntheticPackageError) {
    self.subfolders = subfolders
    var path = directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    target = path
    temporary = "\(path).partial-\(getpid())"
    if let entries = Self.entries(of: target), !entries.isEmpty, !entries.contains(Self.marker) {
      throw .folderInUse(path: target)
    }
    if Self.entries(of: target) == nil, access(target, F_OK) == 0 {
      throw .folderInUse(path: target)
    }
    for folder in [temporary] + subfolders.map({ "\(temporary)/\($0)" }) {
      guard mkdir(folder, 0o755) == 0 else {
        throw .system(path: folder, operation: "create", code: errno)
      }
    }
  }

  /// A new file at a path within the folder.
  func file(_ path: String) throws(SyntheticPackageError) -> BufferedFile {
    try BufferedFile("\(temporary)/\(path)")
  }

  func write(_ text: String, to path: String) throws(SyntheticPackageError) {
    let file = try file(path)
    file.put(text)
    try file.finish()
  }

  /// Puts the folder in its place; what was there is removed afterwards.
  func commit() throws(SyntheticPackageError) {
    for folder in subfolders.map({ "\(temporary)/\($0)" }) + [temporary] { Self.sync(folder) }
    let old = "\(target).old-\(getpid())"
    let isReplacing = access(target, F_OK) == 0
    if isReplacing, rename(target, old) != 0 {
      throw .system(path: target, operation: "replace", code: errno)
    }
    guard rename(temporary, target) == 0 else {
      let code = errno
      if isReplacing { _ = rename(old, target) }
      throw .system(path: target, operation: "create", code: code)
    }
    if let slash = target.lastIndex(of: "/") {
      Self.sync(slash == target.startIndex ? "/" : String(target[..<slash]))
    } else {
      Self.sync(".")
    }
    if isReplacing { Self.removeTree(old) }
  }

  /// Removes what was written so far.
  func discard() {
    Self.removeTree(temporary)
  }

  /// The names in a folder; nil where there is no such folder.
  private static func entries(of path: String) -> [String]? {
    guard let handle = opendir(path) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a folder of this kind: its files and one level of folders. A symbolic link is removed
  /// itself, never what it points to.
  private static func removeTree(_ path: String) {
    for name in entries(of: path) ?? [] {
      let child = "\(path)/\(name)"
      if unlink(child) != 0 { removeTree(child) }
    }
    rmdir(path)
  }

  private static func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
