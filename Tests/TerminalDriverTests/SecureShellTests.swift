import Foundation
import Testing

/// The way in which analysts come: over SSH. A server of the test's own on the loopback, with keys made
/// for it; the connection is cut in the middle, and the next login goes on.
@Suite(.serialized, .enabled(if: SecureShellServer.isAvailable)) struct SecureShellTests {
  @Test func goesOnAfterACutConnection() throws {
    let server = try SecureShellServer()
    let state = server.folder.appendingPathComponent("state").path
    let run = server.login(
      "LC_ALL=C.UTF-8 XDG_STATE_HOME=\(state) \(TerminalSession.probe)")
    let first = try TerminalSession("\(run); echo rc=$?")
    first.expect("SYNTHETIC DATA")
    first.press("Escape")
    first.expect("Pilots")
    first.type(":reoffending rows region columns age")
    first.press("Enter")
    first.expect("Persons by Region and Age")
    first.press("Down", "Down", "Right")
    first.type("mx")
    first.expect("Marked")
    // By now every key has been taken.
    let lines = first.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let cell = String(lines[21])
    #expect(cell.contains(":"))
    // The connection is gone, not the program: it hears of it by HUP.
    #expect(server.cut())
    first.expect("rc=")

    let second = try TerminalSession("\(run); echo rc=$?")
    second.expect("y goes on where you were")
    second.type("y")
    second.expect("Persons by Region and Age")
    #expect(second.wait { $0.contains(cell) })
    second.type("Q")
    second.expect("rc=0")

    let third = try TerminalSession("\(run); echo rc=$?")
    third.expect("Pilots")
    #expect(!third.screen.contains("goes on where you were"))
    third.type("Q")
    third.expect("rc=0")
  }
}

/// A server that ends with the value.
final class SecureShellServer {
  static let program = "/usr/sbin/sshd"

  static let isAvailable: Bool = {
    let isThere =
      TerminalSession.isAvailable && getuid() == 0
      && [program, "/usr/bin/ssh", "/usr/bin/ssh-keygen"]
        .allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    if !isThere { print("sshd is not here, or this is not root: the test over SSH is skipped") }
    return isThere
  }()

  let folder: URL
  let port: Int

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bold-sshd-\(UInt32.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try FileManager.default.createDirectory(
      atPath: "/run/sshd", withIntermediateDirectories: true)
    port = Int.random(in: 20_000..<50_000)
    let path = folder.path
    try """
    Port \(port)
    ListenAddress 127.0.0.1
    HostKey \(path)/host
    PidFile \(path)/pid
    AuthorizedKeysFile \(path)/user.pub
    StrictModes no
    UsePAM no
    PasswordAuthentication no
    PermitRootLogin prohibit-password
    """.write(to: folder.appendingPathComponent("config"), atomically: true, encoding: .utf8)
    for name in ["host", "user"] {
      Self.shell("ssh-keygen -q -t ed25519 -N '' -f \(path)/\(name)")
    }
    Self.shell("\(Self.program) -f \(path)/config -E \(path)/log")
  }

  /// By a shell: Foundation waits for a child until all that it started has ended.
  @discardableResult static func shell(_ line: String) -> Bool {
    system("(\(line)) < /dev/null > /dev/null 2>&1") == 0
  }

  /// The line of shell that logs in and runs a command in a terminal.
  func login(_ command: String) -> String {
    "ssh -tt -p \(port) -i \(folder.path)/user -o StrictHostKeyChecking=no"
      + " -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
      + " root@127.0.0.1 '\(command)'"
  }

  /// Ends the clients, as a lost network does.
  func cut() -> Bool { Self.shell("pkill -KILL -x -f 'ssh -tt -p \(port) .*'") }

  deinit {
    Self.shell("kill $(cat \(folder.path)/pid); pkill -KILL -x -f 'ssh -tt -p \(port) .*'")
    try? FileManager.default.removeItem(at: folder)
  }
}
