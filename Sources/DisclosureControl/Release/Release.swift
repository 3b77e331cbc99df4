import CohortModel
import ColumnStore
import QueryEngine
import Synchronization
import Tables

/// A store, opened for questions: every answer is a protected table whose audit has passed.
///
/// Opened in this process it serves synthetic data and data owners; analysts of real data reach it
/// through a service. Tables are protected one at a time: what several tables disclose together is
/// not judged here. Safe to use from any thread.
public final class Release: TableService, Sendable {
  private let source: any RecordSource
  private let backend: any CountingBackend
  private let protectedCubes = Mutex(RecentValues<CubeKey, [CellValue]>(capacity: 64))

  /// All that a cube's published cells depend on. Which slice of it is shown is not part of it, nor
  /// the order of the axes.
  private struct CubeKey: Hashable, Sendable {
    var pilot: String
    var dimensions: [PlannedDimension]
    var counting: TablePlan.Counting
    var linkLevel: LinkLevel
    var minimumFrequency: Int
    var profile: DisclosureProfile
  }

  package init(source: any RecordSource, backend: any CountingBackend) {
    self.source = source
    self.backend = backend
  }

  package convenience init(source: any RecordSource) {
    self.init(source: source, backend: CohortEngine(source: source))
  }

  /// Opens a store.
  ///
  /// - Throws: `storeUnusable` where it is missing, damaged or of another version.
  public static func open(_ path: String) throws(ServiceError) -> Release {
    do throws(StoreError) {
      return Release(source: try CohortStore.open(path))
    } catch {
      throw .storeUnusable(error.text)
    }
  }

  public func catalogue() throws(ServiceError) -> Catalogue {
    Catalogue(package: source.package, release: source.release, isInProcess: true)
  }

  /// The protected table that answers a query.
  ///
  /// - Throws: `refused` for what the query or the policy is at fault for, never for what the data
  ///   hold; `storeUnusable` where the store cannot be counted.
  public func table(for query: CohortQuery) throws(ServiceError) -> ProtectedTable {
    let plan: TablePlan
    do {
      plan = try TablePlan(query, package: source.package).inCanonicalOrder
    } catch {
      throw .refused(error)
    }
    let cells = try publishedCells(plan)
    return TableAssembly(plan: plan, package: source.package, release: source.release)
      .table(of: cells)
  }

  public func explanation(
    of value: CellValue, in table: ProtectedTable
  ) throws(ServiceError) -> String {
    SignTexts(table.certificate).explanation(of: value)
  }

  public func export(_ query: CohortQuery) throws(ServiceError) -> ProtectedTable {
    try table(for: query)
  }

  /// Every cell of the plan's cube as it is published, from the tables made before or afresh.
  private func publishedCells(_ plan: TablePlan) throws(ServiceError) -> [CellValue] {
    let key = CubeKey(
      pilot: plan.query.pilot, dimensions: plan.dimensions, counting: plan.counting,
      linkLevel: plan.linkLevel, minimumFrequency: plan.minimumFrequency, profile: plan.profile)
    if let known = protectedCubes.withLock({ $0[key] }) { return known }
    let cells: [CellValue]
    do {
      let problem = try ProtectionProblem(
        cube: try backend.count(plan), policy: source.package.policy, release: source.release,
        secret: source.secret,
        impossible: ImpossibleCombinations(plan, package: source.package))
      cells = try TableProtection(plan: plan).protect(problem).cells
    } catch let error as EngineError {
      throw .storeUnusable(error.text)
    } catch let error as StoreError {
      throw .storeUnusable(error.text)
    } catch {
      throw .storeUnusable(
        "The counts of this table do not add up as its definition says, so nothing is shown."
          + " Report the query to whoever keeps the store.")
    }
    protectedCubes.withLock { $0[key] = cells }
    return cells
  }
}
