import CohortModel

/// The one door through which anything is learnt about a store. Explorer, commands and exports are
/// written against it alone; in process for synthetic data, over a socket otherwise.
public protocol TableService: Sendable {
  /// The user at work and the project; nil where the package needs no session.
  var session: Session? { get }
  /// Descriptors: pilots, variables, code lists, datasets, agreements. No counts.
  func catalogue() throws(ServiceError) -> Catalogue
  /// The protected table that answers a query.
  func table(for query: CohortQuery) throws(ServiceError) -> ProtectedTable
  /// How much a table depends on the link level: the table at the query's own level, as it is by
  /// itself, with how far its numbers are from those at the other levels
  /// (`TableHeading.otherLevels`). Under the profile `cell-key` the tables of all levels.
  ///
  /// - Parameters:
  ///   - query: with the level that is compared with the others.
  ///   - levels: each once, in the order of the answer.
  /// - Throws: `refused` also for what is not compared so (events, units, the links themselves).
  func tables(
    for query: CohortQuery, at levels: [LinkLevel]
  ) throws(ServiceError) -> [ProtectedTable]
  /// The tables of days from each stage of a pathway to the next, to stand beside the pathway's own
  /// table: protected as one problem with it, so that all of them give nothing more away together than
  /// one table does. Their totals are the pathway's cells, and the pathway is as `table(for:)` has it.
  ///
  /// - Parameter pathway: a query of persons with the stages as rows.
  /// - Returns: a table for each stage shown after the first, in their order, as a query for the median
  ///   from the stage before has it, with the pathway's groups and conditions.
  /// - Throws: `refused` also where the query is no pathway, or its policy adds noise.
  func times(beside pathway: CohortQuery) throws(ServiceError) -> [ProtectedTable]
  /// The one text about a cell's sign (`w` in the explorer, `--explain`).
  func explanation(of value: CellValue, in table: ProtectedTable) throws(ServiceError) -> String
  /// The protected table for an export, which is logged before it is handed out.
  ///
  /// - Parameter format: the format in which it will be written, for the log (`csv`).
  func export(_ query: CohortQuery, as format: String) throws(ServiceError) -> ProtectedTable
  /// The tables of `tables(for:at:)` for an export, each logged before any is handed out.
  ///
  /// - Parameter format: as for one table.
  func export(
    _ query: CohortQuery, at levels: [LinkLevel], as format: String
  ) throws(ServiceError) -> [ProtectedTable]
  /// Notes in the log that a table that was handed out for an export could not be written, or not all
  /// of it.
  ///
  /// - Parameter format: as for `export`.
  /// - Throws: `unavailable` where the log cannot be written.
  func exportFailed(_ table: ProtectedTable, as format: String) throws(ServiceError)
}

public struct Catalogue: Hashable, Codable, Sendable {
  public var package: DataPackage
  /// Hex digest that names the release of the store.
  public var release: String
  /// The store was opened in this process: for synthetic data and the data owner only.
  public var isInProcess: Bool
  /// The user at work and the project; nil where the package needs no session.
  public var session: Session?

  public init(
    package: DataPackage, release: String, isInProcess: Bool, session: Session? = nil
  ) {
    self.package = package
    self.release = release
    self.isInProcess = isInProcess
    self.session = session
  }
}

/// Why a service did not answer. Never depends on hidden data, never holds a count or a row.
public enum ServiceError: Error, Hashable, Codable, Sendable {
  /// The query names something that is not there, or asks too much; with the reason.
  case refused(QueryProblem)
  /// The store cannot be read (damaged, of another version).
  case storeUnusable(String)
  /// The service is not there or has gone.
  case unavailable(String)
}
