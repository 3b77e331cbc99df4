/// Why a synthetic package was not written. What was at its place before is untouched.
public enum SyntheticPackageError: Error, Equatable, Sendable {
  case personsOutOfRange(Int, ClosedRange<Int>)
  /// The folder holds something that is not a synthetic package.
  case folderInUse(path: String)
  /// A system call failed; `code` is its `errno`.
  case system(path: String, operation: String, code: Int32)
}

extension SyntheticPackageError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .personsOutOfRange(let persons, let range):
      "A package cannot have \(persons) persons. Ask for \(range.lowerBound) to "
        + "\(range.upperBound)."
    case .folderInUse(let path):
      "\(path) is not empty and is not a synthetic package. Name a new or an empty folder."
    case .system(let path, let operation, let code):
      "Cannot \(operation) \(path) (system error \(code)). Nothing was changed."
    }
  }
}
