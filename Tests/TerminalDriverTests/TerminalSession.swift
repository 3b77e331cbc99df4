import Foundation
import Testing

/// A program in a real terminal: a tmux server of its own, ended with the value.
final class TerminalSession {
  private let socket: String
  let folder: URL

  static let tmux: String? = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Whether the tests of this suite can run; says so once where they cannot.
  static let isAvailable: Bool = {
    let isThere = tmux != nil && FileManager.default.isExecutableFile(atPath: probe)
    if !isThere {
      print("tmux or explorer-probe is not here: tests in a real terminal are skipped")
    }
    return isThere
  }()

  /// The explorer over invented tables, built beside the tests.
  static let probe: String = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("explorer-probe").path
  }()

  /// Runs a line of shell in a terminal of this size. `@probe` in it is the program under test.
  init(_ line: String, columns: Int = 80, rows: Int = 24) throws {
    socket = "bold-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(socket)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = folder.appendingPathComponent("run.sh")
    try line.replacingOccurrences(of: "@probe", with: TerminalSession.probe)
      .write(to: script, atomically: true, encoding: .utf8)
    _ = run([
      "-f", "/dev/null", "new-session", "-d", "-s", "s", "-x", "\(columns)", "-y", "\(rows)",
      "-c", folder.path,
      "env LC_ALL=C.UTF-8 XDG_STATE_HOME=\(folder.path)/state sh \(script.path); sleep 600",
    ])
  }

  deinit {
    _ = run(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  /// Keys by tmux's names.
  func press(_ keys: String...) { _ = run(["send-keys", "-t", "s"] + keys) }

  func type(_ text: String) { _ = run(["send-keys", "-t", "s", "-l", text]) }

  func resize(columns: Int, rows: Int) {
    _ = run(["resize-window", "-t", "s", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Sets an option of the tmux server.
  func set(_ option: String, _ value: String) { _ = run(["set-option", "-s", option, value]) }

  /// What was last given to tmux's clipboard.
  var buffer: String { run(["show-buffer"]) }

  var screen: String { run(["capture-pane", "-p", "-t", "s"]) }
  var screenWithAttributes: String { run(["capture-pane", "-p", "-e", "-t", "s"]) }

  /// A format of tmux, such as `#{alternate_on}`.
  func property(_ format: String) -> String {
    run(["display-message", "-p", "-t", "s", format]).trimmingCharacters(
      in: .whitespacesAndNewlines)
  }

  func contents(of name: String) -> String {
    (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
  }

  /// Waits until the screen holds `text`; fails with the screen where it does not come to.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if wait(until: { $0.contains(text) }) { return }
    Issue.record("\u{201C}\(text)\u{201D} did not come:\n\(screen)", sourceLocation: sourceLocation)
  }

  func wait(until condition: (String) -> Bool) -> Bool {
    for _ in 0..<400 {
      if condition(screen) { return true }
      usleep(25_000)
    }
    return false
  }

  /// The number of the program under test, a child of the pane's shells; nil when it has ended.
  func programNumber() -> Int32? {
    guard var number = Int32(property("#{pane_pid}")) else { return nil }
    for _ in 0..<4 {
      let path = "/proc/\(number)/task/\(number)/children"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8),
        let child = text.split(separator: " ").first.flatMap({ Int32($0) })
      else { return nil }
      number = child
      let name = try? String(contentsOfFile: "/proc/\(number)/comm", encoding: .utf8)
      if name?.hasPrefix("explorer-probe") == true { return number }
    }
    return nil
  }

  /// By a shell: Foundation waits for a child until all that it started has ended, and the first
  /// client starts the server.
  private func run(_ arguments: [String]) -> String {
    guard let tmux = TerminalSession.tmux else { return "" }
    let words = ([tmux, "-L", socket] + arguments).map { word in
      "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
    let output = arguments.contains("new-session") ? "> /dev/null" : ""
    let line = "unset TMUX NO_COLOR; LC_ALL=C.UTF-8 \(words.joined(separator: " "))"
    guard let stream = popen("\(line) < /dev/null 2> /dev/null \(output)", "r") else { return "" }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    pclose(stream)
    return String(decoding: bytes, as: UTF8.self)
  }
}
