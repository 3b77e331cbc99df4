import Glibc
import Synchronization
import Tables
import TerminalCore

/// Where sessions and saved views are kept: a folder of the user's own, mode 0700, files 0600, each
/// replaced whole. It owns a lock on the session's file, held until the process ends.
final class StateFolder: Sendable {
  private struct Kept {
    var text: String?
    /// Of the newest text that was written or is to stay unwritten.
    var number = 0
  }

  private let path: String
  private let identity: SessionIdentity
  private let kept = Mutex(Kept())
  private static let longestFile = 8_000_000

  /// `$XDG_STATE_HOME/bold`, or `~/.local/state/bold`; nil where neither is known.
  static var standardPath: String? {
    func variable(_ name: String) -> String? {
      // A relative path is to be ignored (XDG Base Directory Specification).
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    return variable("XDG_STATE_HOME").map { $0 + "/bold" }
      ?? variable("HOME").map { $0 + "/.local/state/bold" }
  }

  /// Makes the folder where it is not there, and takes the session's file for this process.
  init(path: String, identity: SessionIdentity) throws(StateProblem) {
    self.path = path
    self.identity = identity
    try StateFolder.make(path)
    let lock = Glibc.open(
      "\(path)/session-\(identity.name).lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw .system(path, errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw .inUse
    }
  }

  /// The folder that sessions are kept in, and what lies in it; nil with the reason where nothing can
  /// be kept.
  static func open(_ options: ExplorerOptions, _ catalogue: Catalogue) -> (StateFolder?, Memory) {
    guard let path = options.stateFolder ?? standardPath else {
      return (nil, Memory(problem: "neither XDG_STATE_HOME nor HOME is set"))
    }
    do throws(StateProblem) {
      let identity = SessionIdentity(store: options.store, catalogue: catalogue)
      let folder = try StateFolder(path: path, identity: identity)
      return (folder, folder.memory(keepsRecent: options.keepsRecent))
    } catch {
      return (nil, Memory(problem: error.text))
    }
  }

  private var sessionPath: String { "\(path)/session-\(identity.name).txt" }
  private var viewsPath: String { "\(path)/views-\(identity.name).txt" }
  private var recentPath: String { "\(path)/recent-\(identity.name).txt" }

  /// What earlier sessions have left.
  ///
  /// - Parameter keepsRecent: false removes what is kept of what was looked at lately.
  func memory(keepsRecent: Bool) -> Memory {
    do throws(StateProblem) {
      let session = try StateFolder.read(sessionPath)
      kept.withLock { $0.text = session }
      if !keepsRecent { unlink(recentPath) }
      return Memory(
        session: session, views: try StateFolder.read(viewsPath),
        recent: keepsRecent ? try StateFolder.read(recentPath) : nil, keepsRecent: keepsRecent)
    } catch {
      return Memory(problem: error.text)
    }
  }

  /// Keeps a session, unless a newer one was kept or it was forgotten.
  func keep(_ text: String, number: Int) {
    kept.withLock { kept in
      guard number > kept.number else { return }
      kept.number = number
      guard text != kept.text else { return }
      // Nothing can be done about a full disk here: the one before stays whole.
      if (try? StateFolder.write(text, to: sessionPath)) != nil { kept.text = text }
    }
  }

  /// Keeps what was looked at lately, where there is something new.
  func keepRecent(_ text: String?) {
    guard let text else { return }
    kept.withLock { _ in _ = try? StateFolder.write(text, to: recentPath) }
  }

  /// The session was ended by the person at the keyboard: there is nothing to go on with.
  func forget() {
    kept.withLock { kept in
      kept.number = Int.max
      kept.text = nil
      unlink(sessionPath)
    }
  }

  /// Changes the saved views as they are in the file now, whoever else has changed them.
  func change(_ change: SavedViewsChange) -> Result<SavedViewsFile, ViewsFailure> {
    do {
      let lock = Glibc.open(
        "\(path)/views-\(identity.name).lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard lock >= 0 else { throw StateProblem.system(path, errno) }
      defer { close(lock) }
      guard flock(lock, LOCK_EX) == 0 else { throw StateProblem.system(path, errno) }
      var file = try SavedViewsFile(text: try StateFolder.read(viewsPath), identity: identity)
      try file.apply(change)
      try StateFolder.write(file.text(identity: identity), to: viewsPath)
      return .success(file)
    } catch let error as KeptTextProblem {
      return .failure(.file(error))
    } catch {
      return .failure(.system((error as? StateProblem)?.text ?? ""))
    }
  }

  /// The same, where there may be no folder.
  static func change(
    _ change: SavedViewsChange, in folder: StateFolder?
  ) -> Result<SavedViewsFile, ViewsFailure> {
    folder?.change(change) ?? .failure(.system("there is no folder to keep it in"))
  }

  // MARK: Files

  private static func make(_ path: String) throws(StateProblem) {
    var folder = ""
    for part in path.split(separator: "/") {
      folder += "/\(part)"
      if mkdir(folder, 0o700) != 0, errno != EEXIST, errno != EISDIR {
        throw .system(folder, errno)
      }
    }
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .system(path, errno) }
    guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else {
      throw .notOwn(path)
    }
    if status.st_mode & 0o077 != 0, chmod(path, 0o700) != 0 { throw .system(path, errno) }
  }

  /// Nil where there is no file.
  private static func read(_ path: String) throws(StateProblem) -> String? {
    let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .system(path, errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
      throw .notOwn(path)
    }
    guard status.st_size <= longestFile else { throw .tooLong(path) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= longestFile {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(path, errno) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    // What is not UTF-8 is damaged, and is found to be so where it is read.
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) throws(StateProblem) {
    var template = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .system(path, errno) }
    let staged = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    guard WholeWrite.send(Array(text.utf8), to: descriptor) == 0, fsync(descriptor) == 0 else {
      let code = errno
      close(descriptor)
      unlink(staged)
      throw .system(path, code)
    }
    close(descriptor)
    guard rename(staged, path) == 0 else {
      let code = errno
      unlink(staged)
      throw .system(path, code)
    }
  }

  /// Adds lines to a recording: a file of its own, and never one that is there already.
  ///
  /// - Returns: what went wrong, or nil.
  static func append(_ lines: RecordingLines) -> String? {
    let flags = O_WRONLY | O_APPEND | O_CLOEXEC | (lines.isNew ? O_CREAT | O_EXCL : O_NOFOLLOW)
    let descriptor = Glibc.open(lines.path, flags, 0o600)
    guard descriptor >= 0 else { return StateProblem.system(lines.path, errno).text }
    defer { close(descriptor) }
    let code = WholeWrite.send(Array(lines.text.utf8), to: descriptor)
    return code == 0 ? nil : StateProblem.system(lines.path, code).text
  }
}

/// Why nothing can be kept.
enum StateProblem: Error {
  case system(String, Int32)
  /// Not a file or folder of this user.
  case notOwn(String)
  case tooLong(String)
  /// Another explorer is at work on the same store and project.
  case inUse

  var text: String {
    switch self {
    case .system(let path, let code): "\(path): \(String(cString: strerror(code)))"
    case .notOwn(let path): "\(path) is not a file or folder of your own"
    case .tooLong(let path): "\(path) is longer than any session"
    case .inUse: "another explorer is at work on the same store and project"
    }
  }
}
