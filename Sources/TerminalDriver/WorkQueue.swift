import CTerminalShim
import Glibc
import Synchronization

/// Threads that do what must not keep the keyboard waiting, urgent work first. It lives as long as
/// the process: work that cannot be stopped is left behind at the end.
final class WorkQueue: Sendable {
  private struct Job: Sendable {
    var id: Int
    var isUrgent: Bool
    var work: @Sendable () -> Void
  }

  private let jobs = Mutex<[Job]>([])
  private let ready = bold_wake_open(1)

  init(threads: Int) {
    for _ in 0..<threads { start() }
  }

  func add(_ id: Int, isUrgent: Bool, _ work: @escaping @Sendable () -> Void) {
    jobs.withLock { $0.append(Job(id: id, isUrgent: isUrgent, work: work)) }
    bold_wake_post(ready)
  }

  /// Drops a job that has not begun.
  func cancel(_ id: Int) {
    jobs.withLock { jobs in jobs.removeAll { $0.id == id } }
  }

  private func next() -> Job? {
    bold_wake_take(ready)
    return jobs.withLock { jobs in
      guard !jobs.isEmpty else { return nil }
      return jobs.remove(at: jobs.firstIndex { $0.isUrgent } ?? 0)
    }
  }

  private func start() {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    let result = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let queue = Unmanaged<WorkQueue>.fromOpaque(argument).takeRetainedValue()
        while true { queue.next()?.work() }
      }, box.toOpaque())
    if result == 0 { pthread_detach(thread) } else { box.release() }
  }
}
