import CohortModel
import Tables

/// What a session does, line by line in the log, where there is one. Nothing is answered before its
/// line is written.
struct SessionLog {
  let log: AuditLog?
  let release: String
  var session: Session?

  /// Beside the store, where builds leave it alone.
  static func path(besideStore path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path + ".log"
  }

  /// Opens a session, and logs that it was opened or refused.
  func open(_ request: SessionRequest, on package: DataPackage) throws(ServiceError) -> Session? {
    var entry = AuditEntry(
      kind: .session, outcome: .answered, user: request.user, project: request.project,
      login: request.login, release: release)
    let session: Session?
    do throws(SessionRefusal) {
      session = try package.session(for: request)
    } catch {
      entry.outcome = .refused
      entry.refusal = error.text
      try append(entry, isDurable: true)
      throw .refused(QueryProblem(error.text))
    }
    entry.user = session?.user.id ?? entry.user
    entry.project = session?.project.id ?? entry.project
    try append(entry, isDurable: false)
    return session
  }

  /// Answers a query, and logs it with the answer's hash or the reason of its refusal. An export is on
  /// disk before it is handed out.
  func keep(
    _ query: CohortQuery, kind: AuditEntry.Kind, format: String? = nil,
    answer: () throws(ServiceError) -> ProtectedTable
  ) throws(ServiceError) -> ProtectedTable {
    let tables = try keepAll(query, kind: kind, format: format) { () throws(ServiceError) in
      [try answer()]
    }
    return tables[0]
  }

  /// The same for a query that is answered with several tables: a line for each.
  func keepAll(
    _ query: CohortQuery, kind: AuditEntry.Kind, format: String? = nil,
    answer: () throws(ServiceError) -> [ProtectedTable]
  ) throws(ServiceError) -> [ProtectedTable] {
    guard log != nil else { return try answer() }
    var entry = entry(of: query, kind: kind, format: format)
    let tables: [ProtectedTable]
    do throws(ServiceError) {
      tables = try answer()
    } catch {
      switch error {
      case .refused(let problem):
        entry.outcome = .refused
        entry.refusal = problem.message
      case .storeUnusable: entry.outcome = .failed
      case .unavailable: throw error
      }
      try append(entry, isDurable: kind == .export)
      throw error
    }
    for table in tables {
      entry.query = table.query.withoutReason.text
      entry.table = table.certificate.hash
      try append(entry, isDurable: kind == .export)
      // What is told of a level without figures is told with this table.
      for other in table.heading.otherLevels ?? [] {
        var asked = table.query.withoutReason
        asked.linkLevel = other.level
        entry.query = asked.text
        try append(entry, isDurable: kind == .export)
      }
    }
    return tables
  }

  /// Logs that an export was not written. The line of its answer stays: the table was handed out.
  func keepFailedExport(of table: ProtectedTable, format: String) throws(ServiceError) {
    var entry = entry(of: table.query, kind: .export, format: format)
    entry.outcome = .failed
    entry.table = table.certificate.hash
    try append(entry, isDurable: true)
  }

  /// What is written of a query that is answered.
  func entry(of query: CohortQuery, kind: AuditEntry.Kind, format: String?) -> AuditEntry {
    AuditEntry(
      kind: kind, outcome: .answered, user: session?.user.id, project: session?.project.id,
      query: query.withoutReason.text, release: release, format: format, reason: query.reason)
  }

  private func append(_ entry: AuditEntry, isDurable: Bool) throws(ServiceError) {
    do throws(AuditLogError) {
      try log?.append(entry, isDurable: isDurable)
    } catch {
      throw .unavailable(error.text)
    }
  }
}
