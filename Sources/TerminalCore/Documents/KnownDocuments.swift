import Synchronization

/// Documents as they were made last, by all that they depend on. Made anew for every key, those of a
/// large package would take longer than everything else.
final class KnownDocuments<Key: Hashable & Sendable>: Sendable {
  private let known = Mutex<[Key: Document]>([:])
  /// Windows and styles of one moment, and of the one before.
  private let most = 4

  func document(for key: Key, _ make: () -> Document) -> Document {
    if let document = known.withLock({ $0[key] }) { return document }
    let document = make()
    known.withLock { known in
      if known.count >= most { known = [:] }
      known[key] = document
    }
    return document
  }
}
