import Synchronization

/// CBC keeps state of its own between calls and is not to be entered by two threads of a process at
/// once: whoever solves with it takes a turn.
package enum CbcTurn {
  private static let turn = Mutex(())

  package static func take<Value: Sendable>(_ body: () -> Value) -> Value {
    turn.withLock { _ in body() }
  }
}
