import CohortModel
import ColumnStore
import QueryEngine
import Synchronization
import Tables

/// A store, opened for questions: every answer is a protected table whose audit has passed.
///
/// Opened in this process it serves synthetic data and data owners; analysts of real data reach it
/// through a service. A package with a register is asked in a session: as a user, on a project. What
/// is asked is logged before it is answered. Tables that the policy declares are protected together,
/// others one at a time: what those disclose together is not judged here. Safe to use from any thread.
public final class Release: TableService, Sendable {
  let source: any RecordSource
  let backend: any CountingBackend
  public let session: Session?
  private let log: AuditLog?
  let allowance: BreakdownAllowance
  private let protectedCubes = Mutex(RecentValues<CubeKey, PublishedCube>(capacity: 64))
  private let declared = Mutex(RecentValues<DeclaredTables.Key, DeclaredTables>(capacity: 8))

  let levelDistances = Mutex(RecentValues<LevelDistance.Key, [Int]>(capacity: 8))
  let times = Mutex(RecentValues<CubeKey, [[CellValue]]>(capacity: 16))
  private let linkage = Mutex(RecentValues<LinkageOfLevel.Key, LinkageOfLevel>(capacity: 12))

  /// All that a cube's published cells depend on. Which slice of it is shown is not part of it, nor
  /// the order of the axes.
  struct CubeKey: Hashable, Sendable {
    var pilot: String
    var dimensions: [PlannedDimension]
    var sideBySide: [Int]
    var counting: TablePlan.Counting
    var linkLevel: LinkLevel
    var minimumFrequency: Int
    var profile: DisclosureProfile

    init(_ plan: TablePlan) {
      pilot = plan.query.pilot
      dimensions = plan.dimensions
      sideBySide = plan.sideBySide
      counting = plan.counting
      linkLevel = plan.linkLevel
      minimumFrequency = plan.minimumFrequency
      profile = plan.profile
    }
  }

  struct PublishedCube: Sendable {
    var cells: [CellValue]
    /// As it held.
    var minimumFrequency: Int
    /// Labels of the table sets that it is protected with.
    var sets: [String] = []
    /// By how many bases at most values were moved so that they add up.
    var additiveSteps: Int?
  }

  package init(
    source: any RecordSource, backend: any CountingBackend, session: Session? = nil,
    log: AuditLog? = nil
  ) {
    self.source = source
    self.backend = backend
    self.session = session
    self.log = log
    allowance = BreakdownAllowance(
      log: log, release: source.release, project: session?.project.id, package: source.package)
  }

  package convenience init(
    source: any RecordSource, session: Session? = nil, log: AuditLog? = nil
  ) {
    self.init(
      source: source, backend: CohortEngine(source: source), session: session, log: log)
  }

  /// Opens a store for a session.
  ///
  /// - Parameters:
  ///   - path: the folder of the store.
  ///   - request: who asks, on which project.
  ///   - logPath: the file of the audit log. Where nil it is `STORE.log`, beside the store, which a
  ///     build does not replace; for synthetic data there is none then.
  /// - Throws: `refused` where the register does not allow the session; `storeUnusable` where the
  ///   store is missing, damaged or of another version; `unavailable` where the log cannot be written.
  public static func open(
    _ path: String, session request: SessionRequest = .ofThisProcess(), log logPath: String? = nil
  ) throws(ServiceError) -> Release {
    let source: CohortStore
    do throws(StoreError) {
      source = try CohortStore.open(path)
    } catch {
      throw .storeUnusable(error.text)
    }
    let log: AuditLog?
    do throws(AuditLogError) {
      if let logPath {
        log = try AuditLog(path: logPath)
      } else if source.package.isSynthetic {
        log = nil
      } else {
        log = try AuditLog(path: SessionLog.path(besideStore: path))
      }
    } catch {
      throw .unavailable(error.text)
    }
    let session = try SessionLog(log: log, release: source.release)
      .open(request, on: source.package)
    return Release(source: source, session: session, log: log)
  }

  /// The catalogue, with nothing of the register but what is the session's own.
  public func catalogue() throws(ServiceError) -> Catalogue {
    var package = source.package
    package.register = session.map { Register(users: [$0.user], projects: [$0.project]) }
    return Catalogue(
      package: package, release: source.release, isInProcess: true, session: session)
  }

  /// The protected table that answers a query.
  ///
  /// - Throws: `refused` for what the query, the session or the policy is at fault for, never for what
  ///   the data hold; `storeUnusable` where the store cannot be counted; `unavailable` where the log
  ///   cannot be written.
  public func table(for query: CohortQuery) throws(ServiceError) -> ProtectedTable {
    try sessionLog.keep(query, kind: .query) { () throws(ServiceError) in
      try protected(query, kind: .query)
    }
  }

  var sessionLog: SessionLog {
    SessionLog(log: log, release: source.release, session: session)
  }

  private func protected(
    _ query: CohortQuery, kind: AuditEntry.Kind, format: String? = nil
  ) throws(ServiceError) -> ProtectedTable {
    var plan: TablePlan
    do {
      plan = try TablePlan(query, package: source.package, session: session).inCanonicalOrder
    } catch {
      throw .refused(error)
    }
    if let parameters = plan.profile.cellKey {
      try allowance.take(
        plan, limit: parameters.maximumBreakdowns,
        noting: sessionLog.entry(of: plan.query, kind: kind, format: format))
    }
    let cube = try publishedCube(plan)
    plan.minimumFrequency = cube.minimumFrequency
    plan.profile.additiveSteps = cube.additiveSteps
    return TableAssembly(
      plan: plan, package: source.package, release: source.release, session: session,
      sets: cube.sets
    ).table(of: cube.cells, linkage: try linkageNote(on: plan))
  }

  public func explanation(
    of value: CellValue, in table: ProtectedTable
  ) throws(ServiceError) -> String {
    let texts = SignTexts(table.certificate)
    // Why a cell is not available stands in the legend of its table.
    guard value == .notAvailable else { return texts.explanation(of: value) }
    return table.legend.first { $0.sign == "[x]" }?.meaning ?? texts.explanation(of: value)
  }

  public func export(
    _ query: CohortQuery, as format: String
  ) throws(ServiceError) -> ProtectedTable {
    try sessionLog.keep(query, kind: .export, format: format) { () throws(ServiceError) in
      try checkFormat(format)
      return try protected(query, kind: .export, format: format)
    }
  }

  /// Refuses copies to a clipboard where the policy allows none. In the log it is a refusal.
  func checkFormat(_ format: String?) throws(ServiceError) {
    guard format == DisclosurePolicy.clipboardFormat, !source.package.policy.allowsClipboard else {
      return
    }
    throw .refused(
      QueryProblem(
        "The policy of this package allows no copies to a clipboard. Write a file instead."))
  }

  public func exportFailed(_ table: ProtectedTable, as format: String) throws(ServiceError) {
    try sessionLog.keepFailedExport(of: table, format: format)
  }

  /// Every cell of the plan's cube as it is published, from the tables made before or afresh.
  func publishedCube(_ plan: TablePlan) throws(ServiceError) -> PublishedCube {
    let key = CubeKey(plan)
    if let known = protectedCubes.withLock({ $0[key] }) { return known }
    let cube: PublishedCube
    if plan.query.pilot == LinkageResource.name, plan.counting == .persons,
      let known = try linkage(at: plan.linkLevel, minimum: plan.minimumFrequency)?.family
        .cells(of: plan)
    {
      cube = PublishedCube(cells: known, minimumFrequency: plan.minimumFrequency)
    } else if let known = try declaredCube(plan) {
      cube = known
    } else {
      cube = PublishedCube(
        cells: try guarded {
          if let parameters = plan.profile.cellKey { return try withNoise(plan, parameters) }
          return try TableProtection(
            plan: plan, sums: CodeSums(plan, package: source.package),
            iterations: source.package.policy.suppression.work
          )
          .protect(try problem(plan)).cells
        }, minimumFrequency: plan.minimumFrequency)
    }
    protectedCubes.withLock { $0[key] = cube }
    return cube
  }

  /// The cube from the tables that the policy declares, where all its cells are cells of theirs.
  private func declaredCube(_ plan: TablePlan) throws(ServiceError) -> PublishedCube? {
    let package = source.package
    let sets = package.policy.tableSets(of: plan.query.pilot)
    guard !sets.isEmpty else { return nil }
    let plans: [TablePlan]
    do throws(QueryProblem) {
      plans = try DeclaredTables.plans(
        of: plan.query.pilot, minimum: plan.minimumFrequency, package: package)
    } catch {
      throw .storeUnusable(
        "The policy of this store declares a table that its package does not have: "
          + error.description)
    }
    guard let first = plans.first,
      let places = DeclaredTables.places(of: plan, in: plans, package: package)
    else { return nil }
    let key = DeclaredTables.Key(
      pilot: plan.query.pilot, minimumFrequency: first.minimumFrequency)
    let tables: DeclaredTables
    if let known = declared.withLock({ $0[key] }) {
      tables = known
    } else {
      tables = try guarded {
        try DeclaredTables(
          plans, package: package, rounding: sets[0].rounding,
          count: { try self.backend.count($0) }, problem: problem(of:))
      }
      declared.withLock { $0[key] = tables }
    }
    return PublishedCube(
      cells: places.map { tables.cells[$0.table][$0.cell] },
      minimumFrequency: first.minimumFrequency, sets: sets.map(\.label),
      additiveSteps: places.first.flatMap { tables.additiveSteps[$0.table] })
  }

  /// Counts a plan, and changes its counts by the cell-key method.
  private func withNoise(
    _ plan: TablePlan, _ parameters: CellKeyParameters
  ) throws -> [CellValue] {
    let cube = try backend.count(plan)
    guard let keySums = cube.keySums else { throw MalformedCube() }
    return try CellKeyProtection(
      parameters, minimum: plan.minimumFrequency, secret: source.secret
    ).cells(of: try problem(of: cube), keySums: keySums)
  }

  /// Counts a plan and applies the primary rules.
  func problem(_ plan: TablePlan) throws -> ProtectionProblem {
    try problem(of: try backend.count(plan))
  }

  private func problem(of cube: RawCube) throws -> ProtectionProblem {
    let plan = cube.plan
    return try ProtectionProblem(
      cube: cube, policy: source.package.policy, release: source.release,
      secret: source.secret,
      impossible: ImpossibleCombinations(plan, package: source.package))
  }

  // MARK: Linkage

  /// A level's linkage tables, protected together, and the figures made of them.
  private func linkage(
    at level: LinkLevel, minimum: Int
  ) throws(ServiceError) -> LinkageOfLevel? {
    let package = source.package
    guard let plans = linkagePlans(at: level, minimum: minimum, package: package) else {
      return nil
    }
    let key = LinkageOfLevel.Key(
      level: level, minimumFrequency: plans[0].plan.minimumFrequency)
    if let known = linkage.withLock({ $0[key] }) { return known }
    let family = try guarded {
      if let parameters = plans[0].plan.profile.cellKey {
        return try LinkageFamily(withNoise: plans) { try withNoise($0, parameters) }
      }
      return try LinkageFamily(plans, package: package, problem: { try self.problem($0) })
    }
    let tables = family.members.map { member in
      (
        subject: member.subject,
        table: TableAssembly(plan: member.plan, package: package, release: source.release)
          .table(of: member.cells)
      )
    }
    guard let figures = LinkageFigures(tables) else { return nil }
    let made = LinkageOfLevel(family: family, figures: figures)
    linkage.withLock { $0[key] = made }
    return made
  }

  /// What stands on a table about the links behind it: of all datasets where it draws on the linkage
  /// itself.
  private func linkageNote(on plan: TablePlan) throws(ServiceError) -> LinkageNote? {
    let package = source.package
    guard
      let level = try linkage(
        at: plan.linkLevel, minimum: session?.project.minimumFrequency ?? 0)
    else { return nil }
    let resources = plan.resources.compactMap { package.resource($0) }
    let drawn = resources.contains(where: \.isDerived) ? package.fileResources : resources
    return level.figures.note(datasets: Set(drawn.map(\.dataset)))
  }

  /// Does what counts and protects, its errors in words for whoever keeps the store.
  func guarded<Value>(_ body: () throws -> Value) throws(ServiceError) -> Value {
    do {
      return try body()
    } catch let error as EngineError {
      throw .storeUnusable(error.text)
    } catch let error as StoreError {
      throw .storeUnusable(error.text)
    } catch {
      throw .storeUnusable(
        "The counts of this table do not add up as its definition says, so nothing is shown."
          + " Report the query to whoever keeps the store.")
    }
  }
}
