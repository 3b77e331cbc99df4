import CTerminalShim
import Synchronization
import TerminalCore

/// Where other threads leave what has happened, and wake the main loop.
final class Mailbox: Sendable {
  private let inputs = Mutex<[Input]>([])
  /// Readable while something may lie in the box.
  let descriptor = bold_wake_open(0)

  func put(_ input: Input) {
    inputs.withLock { $0.append(input) }
    bold_wake_post(descriptor)
  }

  func takeAll() -> [Input] {
    bold_wake_take(descriptor)
    return inputs.withLock { inputs in
      defer { inputs = [] }
      return inputs
    }
  }
}
