import Dispatch
import Synchronization

/// On how many threads to count.
struct ThreadLimit: Sendable {
  /// Below so many members a thread of its own costs more than it brings.
  static let usualMembersPerThread = 131_072

  var threads: Int
  var membersPerThread: Int

  /// In how many parts to count members into cells that every thread has to itself.
  func parts(members: Int, cells: Int) -> Int {
    max(1, min(threads, members / max(1, membersPerThread, cells)))
  }
}

enum Parallel {
  /// Results of the parts `0 ..< count`, each made on a thread of its own where there is more than
  /// one.
  static func map<Part: Sendable>(_ count: Int, _ part: @Sendable (Int) -> Part) -> [Part] {
    guard count > 1 else { return (0..<count).map(part) }
    let parts = Mutex([Part?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let made = part(number)
      parts.withLock { $0[number] = made }
    }
    return parts.withLock { $0.compactMap { $0 } }
  }
}
