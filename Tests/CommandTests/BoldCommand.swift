import Foundation
import Testing

/// The built program, run as a person would.
enum BoldCommand {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    var lines: [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The executable of the same build as the tests.
  static let path: String = {
    let beside = Bundle.main.bundlePath + "/bold"
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : root + "/.build/debug/bold"
  }()

  static func run(
    _ arguments: String..., environment: [String: String] = [:], folder: String? = nil
  ) throws -> Outcome {
    try run(program: path, arguments, environment: environment, folder: folder)
  }

  /// A shell, for pipes and closed descriptors; `$BOLD` is the program.
  static func shell(_ script: String, environment: [String: String] = [:]) throws -> Outcome {
    try run(
      program: "/bin/bash", ["-c", script],
      environment: environment.merging(["BOLD": path]) { given, _ in given }, folder: nil)
  }

  private static func run(
    program: String, _ arguments: [String], environment: [String: String], folder: String?
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    for name in ["STORE", "USER", "PROJECT", "LOG"] { variables["BOLD_\(name)"] = nil }
    process.environment = variables.merging(environment) { _, given in given }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    // Files rather than pipes: neither stream can fill up while the other is read.
    let streams = try TemporaryFolder()
    let output = try streams.stream("output")
    let errors = try streams.stream("errors")
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try streams.text("output"),
      errors: try streams.text("errors"))
  }

  /// Whether a program is on the path.
  static func found(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}

/// A folder that goes when it is no longer held.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/bold-command-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  fileprivate func stream(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try #require(FileHandle(forWritingAtPath: path + "/" + name))
  }
}
