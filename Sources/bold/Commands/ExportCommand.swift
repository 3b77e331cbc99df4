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
      unless --force is given.

      Examples:
        bold export reoffending rows sex columns age --output age.csv
        bold export 'victims rows stage columns offence' --output stages.csv --force

      Exit status: 0 written, 1 the query is wrong or refused or the file is there already, 2 the \
      store, folder or command line cannot be used.
      """)

  @OptionGroup var storeOptions: StoreOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("The CSV file to write.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var output: String

  @Flag(help: "Replace files that are there.")
  var force = false

  @OptionGroup var query: QueryArguments

  func run() throws {
    let (service, catalogue) = try storeOptions.open()
    let cohortQuery = try query.query(of: catalogue.package)
    let paths = try write(export(cohortQuery, of: service))
    try StandardStreams.write(paths.map { "Wrote \(SafeText.shown($0))\n" }.joined())
  }

  private func export(
    _ cohortQuery: CohortQuery, of service: any TableService
  ) throws(CommandFailure) -> ProtectedTable {
    do throws(ServiceError) {
      return try service.export(cohortQuery, as: "csv")
    } catch {
      throw CommandFailure(error, query: query.text)
    }
  }

  private func write(_ table: ProtectedTable) throws(CommandFailure) -> [String] {
    do throws(ExportError) {
      return try TableFiles.write(
        table, to: output, replacing: force, created: Int(time(nil)))
    } catch {
      throw CommandFailure(error)
    }
  }
}
