import ArgumentParser
import Glibc
import Tables

/// The command. Each subcommand is a file of its own in `Commands/`.
@main
struct Bold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bold",
    abstract: "Explore linked administrative cohorts without ever meeting a person's record.",
    discussion: """
      A data package is checked and built into a store; queries and the explorer then show tables \
      of it after statistical disclosure control. Small counts are shown as [c].

      Examples:
        bold sample --persons 20000 --seed 1 --output sample
        bold check sample
        bold build sample --store store
        bold explore --store store
        bold query --store store reoffending rows sex columns age

      Exit status: 0 done, 1 refused (or, from check, problems found), 2 unusable store, package or \
      command line.
      """,
    version: BoldVersion.text,
    subcommands: [
      CheckCommand.self, BuildCommand.self, QueryCommand.self, ExportCommand.self,
      AuditCommand.self, ExploreCommand.self, ReplayCommand.self, LogCommand.self,
      CatalogueCommand.self, SampleCommand.self, ManualCommand.self, KeyReferenceCommand.self,
      DataDictionaryCommand.self,
    ])

  static func main() {
    StandardStreams.secure()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Says what went wrong and ends with the status that the manual promises.
  private static func end(with error: any Error) -> Never {
    if let failure = error as? CommandFailure {
      StandardStreams.report("bold: \(failure.message)\n")
      Glibc.exit(failure.exitCode.rawValue)
    }
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      do throws(CommandFailure) {
        if !message.isEmpty { try StandardStreams.write(message + "\n") }
      } catch {
        end(with: error)
      }
      Glibc.exit(0)
    }
    if !message.isEmpty {
      StandardStreams.report(SafeText.lines(message) + "\n")
    }
    Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
  }
}
