import ArgumentParser
import CohortModel
import Glibc
import TableExport
import Tables
import TerminalCore

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run a recorded session again and say whether its exports are the same.",
    discussion: """
      A recording is what :record FILE writes in the explorer: a text file of one command a line \
      (docs/formats.md). Every step is told in a line. Exports are written below --to, and compared \
      with the hashes that were recorded; without --to they are compared alone.

      Examples:
        bold replay day.txt --store store
        bold replay day.txt --store store --to again

      Exit status: 0 everything is the same, 1 something differs or was refused, 2 the recording, \
      store, folder or command line cannot be used.
      """)

  @OptionGroup var storeOptions: StoreOptions

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The folder for the exports, made where it is not there.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @Argument(help: ArgumentHelp("The recording.", valueName: "file"), completion: .file())
  var file: String

  func run() throws {
    let recording = try read()
    let (service, catalogue) = try storeOptions.open()
    if let package = recording.package, package != catalogue.package.name {
      throw CommandFailure(
        .unusable,
        SafeText.shown(
          "The recording is of the package \u{201C}\(package)\u{201D}, and the store of "
            + "\u{201C}\(catalogue.package.name)\u{201D}. Name its store with --store."))
    }
    var replay = Replay(
      recording: recording, service: service, catalogue: catalogue, folder: try made(folder))
    let isSame = try replay.run { line in
      try StandardStreams.write(SafeText.shown(line) + "\n")
    }
    if !isSame { throw ExitCode(1) }
  }

  private func read() throws(CommandFailure) -> Recording {
    guard let handle = fopen(file, "rb") else {
      throw CommandFailure(
        .unusable, "Cannot read \(SafeText.shown(file)): \(SystemText.of(errno)).")
    }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < ReplayCommand.longest {
      let count = fread(&buffer, 1, buffer.count, handle)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard ferror(handle) == 0, bytes.count < ReplayCommand.longest else {
      throw CommandFailure(.unusable, "Cannot read \(SafeText.shown(file)).")
    }
    do throws(RecordingProblem) {
      return try Recording(text: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw CommandFailure(
        .unusable,
        SafeText.shown("\(file), line \(error.line): \(error.reason)"))
    }
  }

  private static let longest = 8_000_000

  private func made(_ folder: String?) throws(CommandFailure) -> String? {
    guard var folder else { return nil }
    while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    guard !folder.isEmpty, mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw CommandFailure(
        .unusable, "Cannot make the folder \(SafeText.shown(folder)): \(SystemText.of(errno)).")
    }
    return folder
  }
}
