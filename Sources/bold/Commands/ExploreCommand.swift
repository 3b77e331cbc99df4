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
      Everything is reached by keys: ? shows those of each screen, q goes back, Q leaves. With --plain \
      everything is said as lines of text and commands are typed, a line each; help lists them.

      Language, colours, keys and more are set in $XDG_CONFIG_HOME/bold/config.yaml \
      (~/.config/bold/config.yaml); --print-config shows what is in force, in the form of that file. \
      A file with a mistake is refused, with every mistake and its place; --no-config starts without it.

      Where a connection was lost, the next start offers to go on: queries and places are kept \
      under XDG_STATE_HOME (or ~/.local/state) in bold, never a figure. With --plain also where the \
      input ended without quit.

      Examples:
        bold explore --store store
        BOLD_STORE=store bold explore --ascii
        bold explore --store store --lang cy
        printf 'reoffending rows sex\\nquit\\n' | bold explore --store store --plain
        bold explore --print-config > ~/.config/bold/config.yaml

      Exit status: 0 left, 1 the store does not answer, 2 the store, terminal or command line cannot \
      be used, 128 and the signal's number where a signal ended it.
      """)

  @OptionGroup var storeOptions: StoreOptions

  @OptionGroup var appearance: AppearanceOptions

  func run() throws {
    let configuration = try appearance.configuration()
    if appearance.printConfig {
      try StandardStreams.write(configuration.text)
      return
    }
    if !configuration.isPlain { Explorer.prepare() }
    var options = try AppearanceOptions.explorerOptions(configuration)
    options.offersTour = true
    options.store = try storeOptions.resolvedPath()
    let (service, _) = try storeOptions.open()
    let status =
      configuration.isPlain
      ? PlainExplorer.run(service: service, exporter: ExplorerExports(), options: options)
      : Explorer.run(service: service, exporter: ExplorerExports(), options: options)
    if status != 0 { throw ExitCode(status) }
  }
}

/// Exports of the explorer: the same files as those of `bold export`.
struct ExplorerExports: TableWriting {
  func write(
    _ tables: [ProtectedTable], to path: String, overwrite: Bool
  ) throws(ExportFailure) -> WrittenExport {
    do throws(ExportError) {
      let paths = try TableFiles.write(
        tables, to: path, replacing: overwrite, created: Int(time(nil)))
      return WrittenExport(paths: paths, hash: TableFiles.hash(of: tables))
    } catch {
      if case .exists(let taken) = error { throw .exists(taken) }
      throw .failed(CommandFailure(error).message)
    }
  }
}
