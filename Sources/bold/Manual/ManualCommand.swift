import ArgumentParser

/// Writes the manual page from the commands' own help, so that the two cannot disagree
/// (`make docs`).
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-manual", abstract: "Write the manual page to standard output.",
    shouldDisplay: false)

  func run() throws {
    try StandardStreams.write(try ManualPage(help: Bold._dumpHelp()).text)
  }
}
