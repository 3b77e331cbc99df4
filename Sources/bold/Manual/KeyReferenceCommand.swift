import ArgumentParser
import TerminalCore

/// Writes docs/keys.md from the key table. For whoever builds the program.
struct KeyReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-keys", abstract: "Write the reference of keys, in Markdown.",
    shouldDisplay: false)

  func run() {
    print(KeyTable.markdown, terminator: "")
  }
}
