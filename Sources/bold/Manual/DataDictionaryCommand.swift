import ArgumentParser
import CohortModel
import TableExport

/// Writes docs/data-dictionary.md from a package's descriptors. For whoever builds the program.
struct DataDictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-dictionary",
    abstract: "Write the dictionary of a data package, in Markdown.", shouldDisplay: false)

  @Argument(help: "Folder of the data package.")
  var package: String

  func run() throws {
    let reading = PackageReader.read(package)
    guard let package = reading.package else {
      throw CommandFailure(.unusable, "The package has problems; bold check tells them.")
    }
    try StandardStreams.write(DataDictionary.markdown(of: package))
  }
}
