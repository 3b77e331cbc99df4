import ArgumentParser
import Glibc
import TableExport
import Tables
import TerminalCore
import TerminalDriver

struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Explore a store in the terminal.",
    discussion: """
      Everything is reached by keys: ? shows those of each screen, q goes back, Q leaves.

      Examples:
        bold explore --store store
        BOLD_STORE=store bold explore --ascii

      Exit status: 0 left, 1 the store does not answer, 2 the store, terminal or command line cannot \
      be used, 128 and the signal's number where a signal ended it.
      """)

  @OptionGroup var storeOptions: StoreOptions

  @Flag(help: "Draw with ASCII alone, whatever the locale says.")
  var ascii = false

  @Flag(
    name: .customLong("no-colour"),
    help: "Attributes instead of colours; NO_COLOR in the environment does the same.")
  var noColour = false

  func run() throws {
    Explorer.prepare()
    let (service, _) = try storeOptions.open()
    let status = Explorer.run(
      service: service, exporter: ExplorerExports(),
      options: ExplorerOptions(isASCII: ascii, hasColour: !noColour))
    if status != 0 { throw ExitCode(status) }
  }
}

/// Exports of the explorer: the same files as those of `bold export`.
struct ExplorerExports: TableWriting {
  func write(
    _ table: ProtectedTable, to path: String, overwrite: Bool
  ) throws(ExportFailure) -> [String] {
    do throws(ExportError) {
      return try TableFiles.write(
        table, to: path, replacing: overwrite, created: Int(time(nil)))
    } catch {
      if case .exists(let taken) = error { throw .exists(taken) }
      throw .failed(CommandFailure(error).message)
    }
  }
}
