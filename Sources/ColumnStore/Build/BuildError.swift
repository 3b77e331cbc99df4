import CohortModel
import Glibc

/// Why a store was not built. The store that was there before is untouched.
///
/// Names files, fields and rules; never a value of a record.
public enum BuildError: Error, Equatable, Sendable {
  /// The package has errors: all that were found.
  case refused([PackageProblem])
  /// An operation of the system failed (`code` is its error number).
  case system(operation: String, path: String, code: Int32)
  /// More records than a table may hold (4,294,967,294).
  case tooManyRecords(resource: String)
  /// Something is at the target that is no store; it is not replaced.
  case notAStore(path: String)
  /// The build stopped as a killed process does: nothing was tidied up. Only tests cause it.
  case abandoned
}

extension BuildError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .refused(let problems):
      let errors = problems.filter { $0.severity == .error }
      return "The package cannot be built:\n"
        + errors.map { "  " + $0.summary }.joined(separator: "\n")
    case .system(let operation, let path, let code):
      return "Could not \(operation) \(path): \(BuildError.reason(code))"
    case .tooManyRecords(let resource):
      return "Resource “\(resource)” has more records than a store can hold (4,294,967,294)."
    case .notAStore(let path):
      return "\(path) exists and is not a store, so it was not replaced. "
        + "Remove it, or choose another name."
    case .abandoned:
      return "The build was stopped."
    }
  }

  static func reason(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    switch code {
    case ENOSPC, EDQUOT:
      return "\(text). Free some space, or name another folder for temporary files."
    case EROFS: return "\(text). Choose a target on a file system that can be written."
    case EACCES, EPERM: return "\(text). Check who owns the folder and its mode."
    default: return text + "."
    }
  }
}

extension PackageProblem {
  /// One line: where, what, and the rule.
  var summary: String {
    var place = file
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    if let field { place += " [\(field)]" }
    return "\(place): \(message)" + (rule.map { " (\($0))" } ?? "")
  }
}
