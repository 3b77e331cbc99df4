import ArgumentParser
import CohortModel
import DisclosureControl
import Glibc
import Tables

/// Which store a command asks, and as whom.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder of the store; the environment variable BOLD_STORE where it is not given.",
      valueName: "dir"),
    completion: .directory)
  var store: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The user of the register to work as; BOLD_USER where it is not given. Without either, the one "
        + "with the login of this process.", valueName: "id"))
  var user: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The project to work on; BOLD_PROJECT where it is not given. Without either, the only one that "
        + "the user is on.", valueName: "id"))
  var project: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The audit log; BOLD_LOG where it is not given. Without either, STORE.log for data that are "
        + "not synthetic, and none for others.", valueName: "file"),
    completion: .file())
  var log: String?

  func path() throws(CommandFailure) -> String { try StoreOptions.path(given: store) }

  /// The store's path without links, to know it by.
  func resolvedPath() throws(CommandFailure) -> String {
    let path = try path()
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func path(given store: String?) throws(CommandFailure) -> String {
    if let path = given(store, or: "BOLD_STORE") { return path }
    throw CommandFailure(
      .unusable,
      "No store was named. Give --store DIR, or set BOLD_STORE; `bold build` makes a store.")
  }

  private static func given(_ option: String?, or variable: String) -> String? {
    if let option, !option.isEmpty { return option }
    guard let value = getenv(variable).map({ String(cString: $0) }), !value.isEmpty else {
      return nil
    }
    return value
  }

  /// Opens the store in this process, which is for synthetic data and the data owner only: anything
  /// else is said on standard error.
  func open() throws(CommandFailure) -> (service: any TableService, catalogue: Catalogue) {
    let path = try path()
    do throws(ServiceError) {
      let request = SessionRequest.ofThisProcess(
        user: StoreOptions.given(user, or: "BOLD_USER"),
        project: StoreOptions.given(project, or: "BOLD_PROJECT"))
      let service = try Release.open(
        path, session: request, log: StoreOptions.given(log, or: "BOLD_LOG"))
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
