/// Checks a store from end to end.
public enum StoreVerifier {
  /// Reads all of a store: checksums, places, order.
  ///
  /// - Returns: what is wrong, for the owner of the store; empty where it is sound. Names files and
  ///   segments, never a value.
  public static func verify(_ path: String) -> [String] {
    do {
      try CohortStore.verify(path)
      return []
    } catch {
      return [error.explanation]
    }
  }
}

extension StoreError {
  /// What happened, where, and what to do.
  package var explanation: String {
    switch self {
    case .missing(let path):
      "There is no store at \(path). Build one with `bold build`."
    case .notAStore(let path, let reason):
      "\(path) is not a store: \(reason)."
    case .otherVersion(let path, let found, let expected):
      "\(path) has store format \(found); this program reads format \(expected). Build it again."
    case .damaged(let file, let segment, let reason):
      "The store is damaged: \(file)\(segment.isEmpty ? "" : " [\(segment)]") \(reason). "
        + "Build it again from its data package."
    case .system(let path, let operation, let code):
      "Could not \(operation) \(path): \(BuildError.reason(code))"
    case .unknownResource(let name):
      "The store has no records of \u{201C}\(name)\u{201D}."
    }
  }
}
