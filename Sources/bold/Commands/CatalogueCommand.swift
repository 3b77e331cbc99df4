import ArgumentParser
import CohortModel
import TableExport
import Tables

struct CatalogueCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "List what a store can be asked: pilots, variables, codes, stages, outcomes.",
    discussion: """
      Also its datasets, who owns them, who cannot appear in them, and the agreements. No counts.

      Examples:
        bold catalogue --store store
        bold catalogue reoffending
        bold catalogue --format json | jq '.pilots[].name'

      Exit status: 0 listed, 1 there is no such pilot, 2 the store or command line cannot be used.
      """)

  @OptionGroup var storeOptions: StoreOptions

  @Option(help: "How the catalogue is written.")
  var format = Format.text

  @Argument(help: "Only this pilot, with the datasets and agreements of all.")
  var pilot: String?

  func run() throws {
    var (_, catalogue) = try storeOptions.open()
    if let pilot {
      let pilots = catalogue.package.pilots
      catalogue.package.pilots = pilots.filter { $0.name == pilot }
      if catalogue.package.pilots.isEmpty {
        throw CommandFailure(
          QueryProblem(
            "There is no pilot \u{201C}\(pilot)\u{201D} here. Pilots: "
              + pilots.map(\.name).joined(separator: ", ") + "."))
      }
    }
    switch format {
    case .text: try StandardStreams.write(CatalogueText.text(of: catalogue))
    case .json: try StandardStreams.write(CatalogueDocument.bytes(of: catalogue))
    }
  }
}
