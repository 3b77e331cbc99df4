/// The whole seconds for which something has been waited for: one tick for each, and none while nothing
/// is waited for.
struct WaitClock {
  private var request: Int?
  private var since = 0.0
  private var ticks = 0

  /// When the next tick is due; nil while nothing is waited for.
  var next: Double? { request == nil ? nil : since + Double(ticks + 1) }

  /// Takes note of what is waited for at a time, in seconds.
  mutating func follow(_ request: Int?, at now: Double) {
    guard request != self.request else { return }
    self.request = request
    since = now
    ticks = 0
  }

  /// The seconds so far, where another one is over.
  mutating func tick(at now: Double) -> Int? {
    guard let next, next <= now else { return nil }
    ticks = max(ticks + 1, Int(now - since))
    return ticks
  }
}
