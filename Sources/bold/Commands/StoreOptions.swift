import ArgumentParser
import CohortModel
import DisclosureControl
import Glibc
import Tables

/// Which store a command asks.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder of the store; the environment variable BOLD_STORE where it is not given.",
      valueName: "dir"),
    completion: .directory)
  var store: String?

  func path() throws(CommandFailure) -> String { try StoreOptions.path(given: store) }

  static func path(given store: String?) throws(CommandFailure) -> String {
    if let store, !store.isEmpty { return store }
    if let path = getenv("BOLD_STORE").map({ String(cString: $0) }), !path.isEmpty { return path }
    throw CommandFailure(
      .unusable,
      "No store was named. Give --store DIR, or set BOLD_STORE; `bold build` makes a store.")
  }

  /// Opens the store in this process, which is for synthetic data and the data owner only: anything
  /// else is said on standard error.
  func open() throws(CommandFailure) -> (service: any TableService, catalogue: Catalogue) {
    let path = try path()
    do throws(ServiceError) {
      let service = try Release.open(path)
      let catalogue = try service.catalogue()
      if catalogue.isInProcess, !catalogue.package.isSynthetic {
        StandardStreams.report(
          "bold: \(SafeText.shown(path)) holds real data and is open in this process, which is for "
            + "the data owner only.\n")
      }
      return (service, catalogue)
    } catch {
      throw CommandFailure(error)
    }
  }
}
