import ArgumentParser
import CohortModel
import TableExport
import Tables

extension LinkLevel: @retroactive ExpressibleByArgument {}

struct CatalogueCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "List what a store can be asked: pilots, variables, codes, stages, outcomes.",
    discussion: """
      Also its datasets, who owns them, who cannot appear in them, and the agreements. No counts,
      but for those of --linkage.

      Examples:
        bold catalogue --store store
        bold catalogue reoffending
        bold catalogue --format json | jq '.pilots[].name'
        bold catalogue --linkage --link-level high

      Exit status: 0 listed, 1 there is no such pilot, 2 the store or command line cannot be used.
      """)

  @OptionGroup var storeOptions: StoreOptions

  @Option(help: "How the catalogue is written.")
  var format = Format.text

  @Flag(
    help: ArgumentHelp(
      "Add how well the records are linked, as protected figures.",
      discussion: "At the package's default link level, or at that of --link-level."))
  var linkage = false

  @Option(
    name: .customLong("link-level"),
    help: ArgumentHelp("The link level of --linkage: high, medium or low.", valueName: "level"))
  var linkLevel: LinkLevel?

  @Argument(help: "Only this pilot, with the datasets and agreements of all.")
  var pilot: String?

  func validate() throws {
    if linkLevel != nil, !linkage {
      throw ValidationError("--link-level goes with --linkage.")
    }
  }

  func run() throws {
    var (service, catalogue) = try storeOptions.open()
    let figures = linkage ? try figures(of: service, catalogue.package) : nil
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
    case .text: try StandardStreams.write(CatalogueText.text(of: catalogue, linkage: figures))
    case .json:
      try StandardStreams.write(CatalogueDocument.bytes(of: catalogue, linkage: figures))
    }
  }

  private func figures(
    of service: any TableService, _ package: DataPackage
  ) throws(CommandFailure) -> LinkageFigures {
    do throws(ServiceError) {
      if let figures = try LinkageFigures.asked(
        of: service, package: package, at: linkLevel ?? package.defaultLinkLevel)
      {
        return figures
      }
    } catch {
      throw CommandFailure(error)
    }
    throw CommandFailure(
      QueryProblem("The package has no links, so nothing was linked: leave --linkage out."))
  }
}
