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
    let first = try TerminalSession(
      "for n in 1 2 3 4 5 6 7 8; do \(run) && break; sleep 0.3; done; echo rc=$?")
    first.expect("Pilots")
    first.press("Escape")
    first.type(":reoffending rows region columns age")
    first.press("Enter")
    first.expect("Persons by Region and Age")
    first.press("Down", "Down", "Right")
    let focused = try #require(Self.focus(first))
    // The connection is gone, not the program: it hears of it by HUP.
    #expect(Self.cut(server.port))
    first.expect("rc=")

    let second = try TerminalSession("\(run); echo rc=$?")
    second.expect("Go on")
    second.type("y")
    second.expect("Persons by Region and Age")
    #expect(second.wait { _ in Self.focus(second) == focused })
    second.type("Q")
    second.expect("rc=0")

    let third = try TerminalSession("\(run); echo rc=$?")
    third.expect("Pilots")
    #expect(!third.screen.contains("Go on"))
    third.type("Q")
    third.expect("rc=0")
  }

  /// The line that says the focused cell in words.
  private static func focus(_ session: TerminalSession) -> String? {
    session.screen.split(separator: "\n").map(String.init).last { $0.contains(": ") }
  }

  /// Ends the client, as a lost network does.
  private static func cut(_ port: Int) -> Bool {
    let kill = Process()
    kill.executableURL = URL(fileURLWithPath: "/usr/bin/pkill")
    kill.arguments = ["-KILL", "-f", "ssh -tt -p \(port)"]
    try? kill.run()
    kill.waitUntilExit()
    return kill.terminationStatus == 0
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
  private let process = Process()

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bold-sshd-\(UInt32.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try FileManager.default.createDirectory(
      atPath: "/run/sshd", withIntermediateDirectories: true)
    port = Int.random(in: 20_000..<50_000)
    for name in ["host", "user"] {
      let keygen = Process()
      keygen.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-keygen")
      keygen.arguments = [
        "-q", "-t", "ed25519", "-N", "", "-f", folder.appendingPathComponent(name).path,
      ]
      try keygen.run()
      keygen.waitUntilExit()
    }
    let path = folder.path
    try """
    Port \(port)
    ListenAddress 127.0.0.1
    HostKey \(path)/host
    PidFile none
    AuthorizedKeysFile \(path)/user.pub
    StrictModes no
    UsePAM no
    PasswordAuthentication no
    PermitRootLogin prohibit-password
    """.write(to: folder.appendingPathComponent("config"), atomically: true, encoding: .utf8)
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["-D", "-f", "\(path)/config", "-E", "\(path)/log"]
    try process.run()
  }

  /// The line of shell that logs in and runs a command in a terminal.
  func login(_ command: String) -> String {
    "ssh -tt -p \(port) -i \(folder.path)/user -o StrictHostKeyChecking=no"
      + " -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o ConnectionAttempts=20"
      + " root@127.0.0.1 '\(command)'"
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }
}
