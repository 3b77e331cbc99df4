import CohortModel
import Synchronization
import Tables

/// In how many ways a project has broken each cohort down in a release: noise averages out over many
/// sums of one count, so under the profile `cell-key` the policy limits them.
///
/// Counted from the audit log where there is one, whichever process wrote it, and in this process
/// otherwise. What is new is counted and written down in one step under the lock of the log, before it
/// is answered, so that processes at once stay within the limit together. A slice, a transposed table
/// or a reworded query is no further breakdown, and may always be asked. Nothing here depends on what
/// the data hold.
final class BreakdownAllowance: Sendable {
  private let log: AuditLog?
  private let release: String
  private let project: String?
  private let package: DataPackage
  private let state = Mutex(State())

  private struct State {
    /// By cohort.
    var known: [String: Set<String>] = [:]
    /// Queries of the log that were taken in: most are asked more than once.
    var queries: Set<String> = []
    var readTo: Int64 = 0
  }

  init(log: AuditLog?, release: String, project: String?, package: DataPackage) {
    self.log = log
    self.release = release
    self.project = project
    self.package = package
  }

  /// Takes note of a table, or refuses it.
  ///
  /// - Parameters:
  ///   - limit: how many breakdowns of its cohort the policy allows.
  ///   - entry: what the log says of the query when it is answered.
  func take(_ plan: TablePlan, limit: Int, noting entry: AuditEntry) throws(ServiceError) {
    let wanted = Breakdowns.names(of: plan).subtracting(free(plan.query.pilot))
    let result = state.withLock { state -> Result<Void, ServiceError> in
      do throws(AuditLogError) {
        return try take(wanted, of: plan.query.pilot, limit: limit, noting: entry, &state)
          ? .success(()) : .failure(.refused(refusal(plan, wanted, limit)))
      } catch {
        return .failure(.unavailable(error.readingText))
      }
    }
    try result.get()
  }

  /// Figures on links stand on every table, so asking for them is no further breakdown.
  private func free(_ pilot: String) -> Set<String> {
    pilot == LinkageResource.name ? Breakdowns.ofLinkage(package) : []
  }

  private func take(
    _ wanted: Set<String>, of pilot: String, limit: Int, noting entry: AuditEntry,
    _ state: inout State
  ) throws(AuditLogError) -> Bool {
    func isKnown() -> Bool { wanted.isSubset(of: state.known[pilot, default: []]) }
    func isWithinLimit() -> Bool { state.known[pilot, default: []].union(wanted).count <= limit }
    if let log {
      // Most of it without the lock.
      let (entries, end) = try log.entries(from: state.readTo)
      take(entries, &state)
      state.readTo = end
      if isKnown() { return true }
      var begun = entry
      begun.outcome = .begun
      var isAllowed = false
      state.readTo = try log.append(after: state.readTo) { entries in
        take(entries, &state)
        isAllowed = isWithinLimit()
        return isAllowed && !isKnown() ? begun : nil
      }
      guard isAllowed else { return false }
    } else if !isWithinLimit() {
      return false
    }
    state.known[pilot, default: []].formUnion(wanted)
    return true
  }

  private func take(_ entries: [AuditEntry], _ state: inout State) {
    for entry in entries
    where entry.kind != .session && [.begun, .answered].contains(entry.outcome)
      && entry.release == release && entry.project == project
    {
      guard let text = entry.query, state.queries.insert(text).inserted,
        let query = try? CohortQuery(text: text),
        package.policy.profile(for: query.pilot).cellKey != nil
      else { continue }
      let plan = TablePlan(asked: query, package: package)
      // What no longer can be planned counts as one of its own.
      state.known[query.pilot, default: []]
        .formUnion(
          plan.map { Breakdowns.names(of: $0).subtracting(free(query.pilot)) } ?? ["query \(text)"])
    }
  }

  private func refusal(
    _ plan: TablePlan, _ wanted: Set<String>, _ limit: Int
  ) -> QueryProblem {
    let allowed =
      "Under the profile \u{201C}\(plan.profile.name)\u{201D} a project may break"
      + " \u{201C}\(plan.query.pilot)\u{201D} down in \(limit) ways in each release (every level of a"
      + " variable and every crossing is one), because noise averages out over many."
    guard wanted.count > limit else {
      return QueryProblem(
        allowed
          + " With this table they would be more. Ask again what was asked before, or a part of"
          + " it, or speak to whoever keeps the policy.")
    }
    return QueryProblem(
      allowed
        + " This table alone has \(wanted.count). Cross fewer variables, or show fewer levels.")
  }
}
