import Crypto
import Glibc

/// A store that is being built, in a folder of its own beside the target, until it takes the
/// target's place in one step.
///
/// The folder is locked while its build lives; a folder that nobody has locked was left by a build
/// that died, and the next build of the same store removes it.
final class StoreFolder {
  let target: String
  let path: String
  private let parent: String
  private let name: String
  private let steps: SystemSteps
  private let lock: Int32
  private var isFinished = false

  /// The store at a path; or the one that it was replacing, where a build on a file system that
  /// cannot swap two folders in one step was killed between its two.
  static func readable(_ path: String) throws(StoreError) -> String {
    let path = trimmed(path)
    if SystemSteps.isFolder(path) {
      guard SystemSteps.exists(path + "/" + StoreFile.sum) else {
        throw .notAStore(path: path, reason: "it has no \(StoreFile.sum)")
      }
      return path
    }
    if SystemSteps.exists(path) {
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return path }
      throw .notAStore(path: path, reason: "it is not a folder")
    }
    let (parent, name) = split(path)
    let previous = "\(parent)/.\(name).previous"
    if SystemSteps.isFolder(previous) { return previous }
    throw .missing(path: path)
  }

  init(target: String, steps: SystemSteps) throws(BuildError) {
    let target = StoreFolder.trimmed(target)
    self.target = target
    self.steps = steps
    (parent, name) = StoreFolder.split(target)
    try StoreFolder.recover(parent: parent, name: name, steps: steps)
    if SystemSteps.exists(target) {
      let isEmpty = SystemSteps.isFolder(target) && SystemSteps.names(in: target).isEmpty
      guard isEmpty || SystemSteps.exists(target + "/" + StoreFile.sum) else {
        throw .notAStore(path: target)
      }
    }
    let random = StoreManifest.hex(SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) })
    path = "\(parent)/.\(name).building-\(random)"
    try steps.createFolder(path)
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw steps.failure(.createFolder, path)
    }
  }

  deinit { close(lock) }

  /// The secret of the store that is replaced, so that the keys of its persons live on; nil where
  /// there is none or it is damaged.
  func previousSecret() -> [UInt8]? {
    guard let store = try? CohortStore.readWhole(target, StoreFile.secret, limit: 4096),
      store.count == StoreFile.secretBytes
    else { return nil }
    return [UInt8](store)
  }

  /// Makes what was written durable and puts it in the target's place.
  func publish() throws(BuildError) {
    try steps.syncFolder(path)
    if SystemSteps.exists(target) {
      if try steps.exchange(path, target) {
        isFinished = true
        try steps.syncFolder(parent)
        try steps.removeFolder(path)
        return
      }
      let previous = "\(parent)/.\(name).previous"
      try steps.rename(target, to: previous)
      try steps.rename(path, to: target)
      isFinished = true
      try steps.syncFolder(parent)
      try steps.removeFolder(previous)
      return
    }
    try steps.rename(path, to: target)
    isFinished = true
    try steps.syncFolder(parent)
  }

  /// Removes what was written, after an error.
  func discard() {
    guard !isFinished else { return }
    let previous = "\(parent)/.\(name).previous"
    if !SystemSteps.exists(target), SystemSteps.exists(previous) { _ = rename(previous, target) }
    for file in SystemSteps.names(in: path) { unlink(path + "/" + file) }
    rmdir(path)
  }

  /// Tidies up after builds that died.
  private static func recover(parent: String, name: String, steps: SystemSteps) throws(BuildError) {
    let target = "\(parent)/\(name)"
    let previous = "\(parent)/.\(name).previous"
    if SystemSteps.isFolder(previous) {
      if SystemSteps.exists(target) {
        try steps.removeFolder(previous)
      } else {
        try steps.rename(previous, to: target)
      }
    }
    for entry in SystemSteps.names(in: parent) where entry.hasPrefix(".\(name).building-") {
      let stale = "\(parent)/\(entry)"
      let descriptor = open(stale, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try steps.removeFolder(stale) }
    }
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = path[..<slash]
    return (parent.isEmpty ? "/" : String(parent), String(path[path.index(after: slash)...]))
  }
}
