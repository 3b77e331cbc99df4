import ArgumentParser
import ColumnStore
import DisclosureControl
import FoundationEssentials
import TableExport
import Tables

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the store of a data package.",
    discussion: """
      The package is checked, every record is read and either kept or counted under the reason why \
      not, and the store takes the place of an older one only when it is whole. The report, for the \
      data owner alone, is printed and saved in the store.

      Examples:
        bold build package --store store
        bold build package --data /secure/extracts --store store --temporary /scratch
        bold build package --store store --report build.json

      Exit status: 0 built, 1 the package has errors, 2 a folder or the command line cannot be used.
      """)

  @Argument(help: "The folder of the data package.", completion: .directory)
  var package: String

  @Option(
    help: ArgumentHelp(
      "The folder of the store; BOLD_STORE where it is not given.", valueName: "dir"),
    completion: .directory)
  var store: String?

  @Option(
    help: ArgumentHelp(
      "Where the CSV files are, if they are not in the package.", valueName: "dir"),
    completion: .directory)
  var data: String?

  @Option(
    help: ArgumentHelp(
      "Where temporary files go: up to twice the size of the data. Beside the store by default.",
      valueName: "dir"), completion: .directory)
  var temporary: String?

  @Option(
    help: ArgumentHelp("Save the report here as well, as JSON.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var report: String?

  func run() throws {
    let report = try build()
    if let path = self.report { try save(report, to: path) }
    try StandardStreams.write(SafeText.lines(report.text))
  }

  private func build() throws(CommandFailure) -> BuildReport {
    let options = BuildOptions(
      package: package, store: try StoreOptions.path(given: store), data: data,
      temporary: temporary)
    let line = ProgressLine()
    defer { line.finish() }
    do throws(BuildError) {
      return try Release.build(options) { progress in
        let step =
          switch progress.phase {
          case .linking: "Reading links \(SafeText.shown(progress.name))"
          case .reading: "Reading \(SafeText.shown(progress.name))"
          case .writing: "Writing \(SafeText.shown(progress.name))"
          case .finishing: "Making the store durable"
          }
        line.show(step, done: progress.bytesDone, total: progress.bytesTotal) { seconds in
          let rate = seconds > 0 ? Int(Double(progress.rows) / seconds) : 0
          return "\(DecimalText.grouped(progress.rows)) records, \(DecimalText.grouped(rate))/s"
        }
      }
    } catch {
      line.finish()
      throw CommandFailure(error)
    }
  }

  private func save(_ report: BuildReport, to path: String) throws(CommandFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try TableFiles.write(Array(try encoder.encode(report)) + [10], to: path, replacing: true)
    } catch let error as ExportError {
      throw CommandFailure(error)
    } catch {
      throw CommandFailure(.unusable, "The report cannot be written as JSON.")
    }
  }
}

extension CommandFailure {
  init(_ error: BuildError) {
    let text = SafeText.lines(error.description)
    switch error {
    case .refused: self.init(.refused, text)
    case .system, .tooManyRecords, .notAStore, .abandoned: self.init(.unusable, text)
    }
  }
}
