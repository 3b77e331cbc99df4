import CohortModel
import Foundation
import Glibc
import Synchronization

/// An append-only log of sessions, queries and exports: JSON lines, each holding the hash of the one
/// before (G28, G30).
///
/// Several processes may write to one log: each line is written under a lock on the file, after the
/// last line that is there. A line never changes; `verify` says whether one did.
public final class AuditLog: Sendable {
  public let path: String
  private let state: Mutex<State>

  private struct State {
    var descriptor: Int32
    /// Length of the file after the last line that this process wrote or read, and what it said.
    var length: Int64 = 0
    var number = 0
    var hash = AuditLine.origin
  }

  /// Opens a log, or begins one that only its owner can read.
  ///
  /// - Throws: it cannot be opened for appending, or is no plain file, or its last line is not whole.
  public init(path: String) throws(AuditLogError) {
    self.path = path
    let descriptor = Glibc.open(
      path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .system(path: path, code: errno) }
    state = Mutex(State(descriptor: descriptor))
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notALog(path: path)
    }
    try whileLocked { (state: inout State) throws(AuditLogError) in
      try AuditLog.catchUp(&state, path)
    }
  }

  deinit { state.withLock { _ = close($0.descriptor) } }

  /// Appends an entry.
  ///
  /// - Parameter isDurable: whether the line has to be on disk before this returns.
  func append(_ entry: AuditEntry, isDurable: Bool) throws(AuditLogError) {
    try whileLocked { (state: inout State) throws(AuditLogError) in
      try self.append(entry, isDurable: isDurable, to: &state)
    }
  }

  /// Reads what was written from a place on and, with the lock still held, appends what that allows:
  /// nobody else can write in between.
  ///
  /// - Parameter decide: from the entries found, the one to append; nil for none.
  /// - Returns: where the entries that were read end.
  func append(
    after place: Int64, deciding decide: ([AuditEntry]) -> AuditEntry?
  ) throws(AuditLogError) -> Int64 {
    var end = place
    try whileLocked { (state: inout State) throws(AuditLogError) in
      let found = try self.entries(from: place)
      end = found.end
      guard let entry = decide(found.entries) else { return }
      // On disk first: a limit that a crash could undo is none.
      try self.append(entry, isDurable: true, to: &state)
    }
    return end
  }

  private func append(
    _ entry: AuditEntry, isDurable: Bool, to state: inout State
  ) throws(AuditLogError) {
    try AuditLog.catchUp(&state, path)
    let (bytes, hash) = AuditLine.bytes(
      entry, number: state.number + 1, time: AuditLog.now(), previous: state.hash)
    let written = bytes.withUnsafeBytes { write(state.descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count else {
      let code = written < 0 ? errno : ENOSPC
      // Half a line is worse than none.
      _ = ftruncate(state.descriptor, Int(state.length))
      throw .system(path: path, code: code)
    }
    state.length += Int64(bytes.count)
    state.number += 1
    state.hash = hash
    if isDurable, fdatasync(state.descriptor) != 0 {
      throw .system(path: path, code: errno)
    }
  }

  private func whileLocked(
    _ body: (inout State) throws(AuditLogError) -> Void
  ) throws(AuditLogError) {
    let result = state.withLock { state -> Result<Void, AuditLogError> in
      while flock(state.descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else { return .failure(.system(path: path, code: errno)) }
      }
      defer { _ = flock(state.descriptor, LOCK_UN) }
      do throws(AuditLogError) {
        try body(&state)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Takes up the last line, where another process has written since.
  private static func catchUp(_ state: inout State, _ path: String) throws(AuditLogError) {
    var status = stat()
    guard fstat(state.descriptor, &status) == 0 else { throw .system(path: path, code: errno) }
    guard status.st_nlink > 0 else { throw .removed(path: path) }
    let length = Int64(status.st_size)
    guard length != state.length else { return }
    guard length > state.length else { throw .shortened(path: path) }
    let line = try lastLine(state.descriptor, length: length, path)
    guard let (last, isWhole) = AuditLine.read(line[...]), isWhole else {
      throw .notALog(path: path)
    }
    state.length = length
    state.number = last.number
    state.hash = last.hash
  }

  private static func lastLine(
    _ descriptor: Int32, length: Int64, _ path: String
  ) throws(AuditLogError) -> [UInt8] {
    var tail: [UInt8] = []
    var start = length
    while start > 0, tail.count <= longestLine {
      let size = Int(min(start, 1 << 13))
      start -= Int64(size)
      var part = [UInt8](repeating: 0, count: size)
      guard
        part.withUnsafeMutableBytes({ pread(descriptor, $0.baseAddress, size, Int(start)) }) == size
      else { throw .system(path: path, code: errno) }
      tail = part + tail
      guard tail.last == newline else { throw .notALog(path: path) }
      if let end = tail.dropLast().lastIndex(of: newline) {
        return Array(tail[(end + 1)...].dropLast())
      }
    }
    guard start == 0 else { throw .notALog(path: path) }
    return Array(tail.dropLast())
  }

  static let newline = UInt8(ascii: "\n")
  /// A query has at most 10,000 characters, and none takes more than 12 bytes here.
  static let longestLine = 1 << 18

  /// ISO 8601 in UTC, with milliseconds.
  private static func now() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let seconds = time.tv_sec % 86_400
    func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    return "\(CalendarDay(rawValue: Int32(time.tv_sec / 86_400)))T"
      + "\(clock.joined(separator: ":")).\(padded(time.tv_nsec / 1_000_000, 3))Z"
  }
}
