import Glibc

/// One thing that a build asks of the system, in the order in which it is asked.
package enum SystemStep: String, Sendable {
  case createFolder = "create the folder"
  case createFile = "create"
  case write = "write"
  case read = "read"
  case sync = "write to disk"
  case exchange = "replace"
  case rename = "rename"
  case remove = "remove"
}

/// The system calls of a build, each announced beforehand, so that a test can make any of them fail
/// or stop the build there as a killed process would.
package final class SystemSteps {
  package typealias Announcement = (SystemStep, String) throws(BuildError) -> Void

  private let announce: Announcement?
  private let canExchange: Bool

  /// - Parameter canExchange: false to do as on a file system that cannot swap two folders.
  package init(canExchange: Bool = true, announce: Announcement? = nil) {
    self.announce = announce
    self.canExchange = canExchange
  }

  func before(_ step: SystemStep, _ path: String) throws(BuildError) {
    if let announce { try announce(step, path) }
  }

  func failure(_ step: SystemStep, _ path: String) -> BuildError {
    .system(operation: step.rawValue, path: path, code: errno)
  }

  func createFolder(_ path: String) throws(BuildError) {
    try before(.createFolder, path)
    guard mkdir(path, 0o700) == 0 else { throw failure(.createFolder, path) }
  }

  /// A new file that only its owner can read.
  func createFile(_ path: String) throws(BuildError) -> OutputFile {
    try before(.createFile, path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(.createFile, path) }
    return OutputFile(descriptor: descriptor, path: path, steps: self)
  }

  /// A file without a name: it is gone when the process is, however it ends.
  func createTemporaryFile(in folder: String) throws(BuildError) -> OutputFile {
    try before(.createFile, folder)
    var template = Array((folder + "/.bold-sort-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(.createFile, folder) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return OutputFile(descriptor: descriptor, path: "a temporary file in " + folder, steps: self)
  }

  func writeFile(_ path: String, _ bytes: [UInt8]) throws(BuildError) {
    let file = try createFile(path)
    try bytes.withUnsafeBufferPointer { (bytes) throws(BuildError) in
      try file.write(UnsafeRawBufferPointer(bytes), at: 0)
    }
    try file.sync()
  }

  func syncFolder(_ path: String) throws(BuildError) {
    try before(.sync, path)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(.sync, path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(.sync, path) }
  }

  func rename(_ from: String, to target: String) throws(BuildError) {
    try before(.rename, target)
    guard Glibc.rename(from, target) == 0 else { throw failure(.rename, target) }
  }

  /// Swaps two folders in one step; false where the file system cannot.
  func exchange(_ first: String, _ second: String) throws(BuildError) -> Bool {
    try before(.exchange, second)
    // Not among the declarations that Swift imports; in glibc since 2.28.
    typealias Rename =
      @convention(c) (
        Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
      ) -> Int32
    guard canExchange, let symbol = dlsym(nil, "renameat2") else { return false }
    let exchange: UInt32 = 2
    if unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0 {
      return true
    }
    guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else {
      throw failure(.exchange, second)
    }
    return false
  }

  /// Removes a folder and the files in it.
  func removeFolder(_ path: String) throws(BuildError) {
    try before(.remove, path)
    for name in SystemSteps.names(in: path) { unlink(path + "/" + name) }
    guard rmdir(path) == 0 || errno == ENOENT else { throw failure(.remove, path) }
  }

  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}

/// A file that a build writes, and perhaps reads again.
final class OutputFile {
  let path: String
  private let descriptor: Int32
  private let steps: SystemSteps

  fileprivate init(descriptor: Int32, path: String, steps: SystemSteps) {
    self.descriptor = descriptor
    self.path = path
    self.steps = steps
  }

  deinit { close(descriptor) }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(BuildError) {
    guard bytes.count > 0 else { return }
    try steps.before(.write, path)
    var done = 0
    while done < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
      if count < 0 {
        if errno == EINTR { continue }
        throw steps.failure(.write, path)
      }
      done += count
    }
  }

  /// Reads exactly that many bytes.
  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(BuildError) {
    try steps.before(.read, path)
    var done = 0
    while done < bytes.count {
      let count = pread(
        descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      if count == 0 { errno = EIO }
      guard count > 0 else { throw steps.failure(.read, path) }
      done += count
    }
  }

  func sync() throws(BuildError) {
    try steps.before(.sync, path)
    guard fsync(descriptor) == 0 else { throw steps.failure(.sync, path) }
  }
}
