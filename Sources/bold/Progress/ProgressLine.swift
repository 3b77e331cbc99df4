import Glibc

/// Progress on standard error: one line that is redrawn on a terminal, a line for each new step
/// elsewhere.
///
/// Owns nothing but the place of the cursor; `finish` leaves it on a fresh line.
final class ProgressLine {
  private let isTerminal: Bool
  private let started = ProgressLine.now()
  private var lastDrawn = -1.0
  private var step = ""

  init(isTerminal: Bool = StandardStreams.errorIsTerminal) {
    self.isTerminal = isTerminal
  }

  /// - Parameters:
  ///   - step: what is being done; a new one is always shown.
  ///   - done: in any unit.
  ///   - total: in the same unit; 0 where it is not known.
  ///   - detail: more about how far it is, from the seconds passed so far.
  func show(_ step: String, done: Int, total: Int, detail: (Double) -> String) {
    let elapsed = ProgressLine.now() - started
    let isNew = step != self.step
    guard isNew || (isTerminal && elapsed - lastDrawn >= 0.1) else { return }
    self.step = step
    lastDrawn = elapsed
    guard isTerminal else {
      StandardStreams.report(step + "\n")
      return
    }
    var text = step
    if total > 0 {
      text += "  \(min(100, Int(Double(done) / Double(total) * 100)))%"
    }
    text += "  " + detail(elapsed)
    if total > done, done > 0, elapsed >= 1 {
      text += "  " + ProgressLine.duration(elapsed / Double(done) * Double(total - done)) + " left"
    }
    StandardStreams.report("\r" + String(text.prefix(ProgressLine.width)) + "\u{1B}[K")
  }

  /// Removes the line.
  func finish() {
    if isTerminal, !step.isEmpty { StandardStreams.report("\r\u{1B}[K") }
  }

  /// `1 h 05 min`, `2 min 10 s`, `7 s`.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if whole >= 3600 { return "\(whole / 3600) h \(two(whole / 60 % 60)) min" }
    if whole >= 60 { return "\(whole / 60) min \(two(whole % 60)) s" }
    return "\(whole) s"
  }

  private static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 79 }
    return Int(size.ws_col) - 1
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
