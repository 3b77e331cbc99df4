import Glibc

/// Why a log cannot be written.
public enum AuditLogError: Error, Hashable, Sendable {
  case system(path: String, code: Int32)
  /// Its last line is no whole line of a log.
  case notALog(path: String)
  /// It was removed while it was open.
  case removed(path: String)
  /// It was cut while it was open.
  case shortened(path: String)

  public var text: String {
    switch self {
    case .system(let path, let code):
      "The log \(path) cannot be written: \(String(cString: strerror(code)))."
        + " Name another with --log FILE."
    case .notALog(let path):
      "\(path) does not end in a whole line of a log, so nothing can be added to it. Look at it with"
        + " bold log --verify, and name another with --log FILE."
    case .removed(let path):
      "The log \(path) was removed while it was in use. Open the session again."
    case .shortened(let path):
      "The log \(path) was cut while it was in use. Tell whoever keeps it, and open the session again."
    }
  }
}

extension AuditLogError {
  /// Where the log was to be read, not written.
  public var readingText: String {
    guard case .system(let path, let code) = self else { return text }
    return "The log \(path) cannot be read: \(String(cString: strerror(code)))."
  }
}
