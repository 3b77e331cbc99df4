import ArgumentParser
import CohortModel
import Glibc
import TableExport
import Tables

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the protected table that answers a query to a CSV file with a JSON sidecar.",
    discussion: """
      FILE.csv holds the published values, FILE.csv.json says what they are and how they were \
      protected (docs/formats.md). Both are written whole or not at all, and never over a file \
      unless --force is given. The tables of a set become SET-1.csv and on in the folder --to.

      Examples:
        bold export reoffending rows sex columns age --output age.csv
        bold export 'victims rows stage columns offence' --output stages.csv --force
        bold export --set annual --to release

      Exit status: 0 written, 1 the query is wrong or refused or the file is there already, 2 the \
      store, folder or command line cannot be used.
      """)

  @OptionGroup var storeOptions: StoreOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("The CSV file to write.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The folder for the tables of --set, made where it is not there.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @Flag(help: "Replace files that are there.")
  var force = false

  @OptionGroup var query: QueryArguments

  func validate() throws {
    if query.set == nil {
      if output == nil { throw ValidationError("Missing expected argument '--output <file.csv>'") }
      if folder != nil { throw ValidationError("--to goes with --set.") }
    } else {
      if output != nil { throw ValidationError("With --set give --to, a folder, not --output.") }
      if folder == nil { throw ValidationError("Missing expected argument '--to <dir>'") }
    }
  }

  func run() throws {
    let (service, catalogue) = try storeOptions.open()
    let queries = try query.queries(of: catalogue.package)
    // Nothing is written before all of them are answered.
    let tables = try queries.map { try export($0.query, text: $0.text, of: service) }
    let paths: [String]
    do throws(CommandFailure) {
      paths = try write(tables)
    } catch {
      try note(tables, asFailed: error, in: service)
      throw error
    }
    try StandardStreams.write(paths.map { "Wrote \(SafeText.shown($0))\n" }.joined())
  }

  private func export(
    _ cohortQuery: CohortQuery, text: String, of service: any TableService
  ) throws(CommandFailure) -> ProtectedTable {
    do throws(ServiceError) {
      return try service.export(cohortQuery, as: "csv")
    } catch {
      throw CommandFailure(error, query: text)
    }
  }

  /// The log says of every table that its file, or that of another of its set, was not written.
  private func note(
    _ tables: [ProtectedTable], asFailed failure: CommandFailure, in service: any TableService
  ) throws(CommandFailure) {
    do throws(ServiceError) {
      for table in tables { try service.exportFailed(table, as: "csv") }
    } catch {
      throw CommandFailure(
        failure.kind, failure.message + "\n" + CommandFailure(error).message)
    }
  }

  private func write(_ tables: [ProtectedTable]) throws(CommandFailure) -> [String] {
    do throws(ExportError) {
      if let folder, let set = query.set {
        return try TableFiles.write(
          tables, toFolder: folder, name: set, replacing: force, created: Int(time(nil)))
      }
      return try TableFiles.write(
        tables[0], to: output ?? "", replacing: force, created: Int(time(nil)))
    } catch {
      throw CommandFailure(error)
    }
  }
}
