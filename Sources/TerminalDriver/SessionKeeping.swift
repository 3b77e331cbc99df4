import Glibc
import TerminalCore

/// When a session is written: at changes, at most every two seconds, beside the main loop; and at once
/// where the terminal or a signal ends it. In a crash nothing is written: what was kept before stands.
struct SessionKeeping {
  /// Nil where nothing can be kept.
  let folder: StateFolder?
  /// One thread: changes follow one another.
  private let queue = WorkQueue(threads: 1)
  private var number = 0
  private var hasChanged = false
  /// Seconds of the monotonic clock.
  private var earliest = 0.0
  private static let interval = 2.0

  init(folder: StateFolder?) {
    self.folder = folder
  }

  /// When the loop has to wake for it; nil where nothing has changed.
  var due: Double? { hasChanged && folder != nil ? earliest : nil }

  mutating func noteChange() { hasChanged = true }

  /// Writes the session where it is time to.
  mutating func keep(_ state: ExplorerState, now: Double) {
    guard let folder, hasChanged, now >= earliest else { return }
    hasChanged = false
    earliest = now + SessionKeeping.interval
    number += 1
    let number = number
    queue.cancel(0)
    queue.add(0, isUrgent: false) {
      if let text = state.sessionText { folder.keep(text, number: number) }
    }
  }

  /// Writes it now: the program is about to end without having been asked to by its keys.
  mutating func keepAtOnce(_ state: ExplorerState) {
    number += 1
    if let folder, let text = state.sessionText { folder.keep(text, number: number) }
    folder?.keepRecent(state.recentText)
  }

  /// The session is ended by its keys: what lasts of it is what was looked at lately.
  func end(_ state: ExplorerState) {
    folder?.keepRecent(state.recentText)
    folder?.forget()
  }

  /// The answer goes into the mailbox.
  func change(_ id: Int, _ change: SavedViewsChange, _ mailbox: Mailbox) {
    let folder = folder
    queue.add(id, isUrgent: true) {
      mailbox.put(.viewsChanged(id, StateFolder.change(change, in: folder)))
    }
  }

  /// The hour and minute where the program runs.
  static func timeOfDay() -> TimeOfDay {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return TimeOfDay(hour: Int(local.tm_hour), minute: Int(local.tm_min))
  }
}
