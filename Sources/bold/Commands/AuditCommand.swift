import ArgumentParser
import DisclosureControl
import TableExport
import Tables

struct AuditCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Attack exported tables together and report what their hidden cells give away.",
    discussion: """
      Needs the files alone: CSV files with their sidecars, or JSON documents of bold query --format \
      json. Every [c] is taken to be a count that had to be hidden, and so is every cell that follows \
      from the files by subtraction. What is left of it, given everything in all of the files \
      together, their definitions and profiles, is reported: exact disclosures first, then cells of \
      which fewer values are left than the profile promises. No store is opened.

      Examples:
        bold audit table.csv
        bold audit january.csv february.csv area.json
        bold audit --format json *.csv > audit.json

      Exit status: 0 nothing is narrower than promised, 1 findings, 2 a file cannot be read as a \
      table or was changed, or the files contradict each other.
      """)

  @Option(help: "How the report is written.")
  var format = Format.text

  @Flag(help: "List hidden cells of which enough is left as well.")
  var all = false

  @Flag(help: "Count what files alone cannot decide among the findings.")
  var strict = false

  @Argument(
    help: "The exports: CSV files, their sidecars, or JSON documents.",
    completion: .file(extensions: ["csv", "json"]))
  var files: [String]

  func run() throws {
    let audit = try attacked(read())
    switch format {
    case .text: try StandardStreams.write(audit.text(isStrict: strict, listsAll: all))
    case .json: try StandardStreams.write(audit.bytes(isStrict: strict))
    }
    if !audit.contradictions.isEmpty { throw ExitCode(2) }
    if audit.hasFindings(isStrict: strict) { throw ExitCode(1) }
  }

  /// Every table once, in the order in which they were named.
  private func read() throws(CommandFailure) -> [TableFile] {
    var tables: [TableFile] = []
    do throws(TableFileError) {
      for path in files {
        for table in try TableFile.readAll(path)
        where !tables.contains(where: { $0.path == table.path }) {
          tables.append(table)
        }
      }
    } catch {
      throw CommandFailure(.unusable, error.text)
    }
    return tables
  }

  private func attacked(_ tables: [TableFile]) throws(CommandFailure) -> ExportAudit {
    do throws(JointAttackError) {
      return try ExportAudit(tables)
    } catch {
      throw CommandFailure(.unusable, SafeText.shown(error.description))
    }
  }
}
