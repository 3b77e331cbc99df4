import CohortModel
import Synchronization
import Tables

/// How many distinct queries a project has asked of each cohort in a release: noise averages out over
/// many, so under the profile `cell-key` the policy limits them.
///
/// Counted from the audit log where there is one, whichever process wrote it, and in this process
/// otherwise. A query that was asked before may always be asked again. Nothing here depends on what the
/// data hold.
final class QueryAllowance: Sendable {
  private let log: AuditLog?
  private let release: String
  private let project: String?
  private let state = Mutex(State())

  private struct State {
    /// By cohort, the texts of the queries.
    var asked: [String: Set<String>] = [:]
    var readTo: Int64 = 0
  }

  init(log: AuditLog?, release: String, project: String?) {
    self.log = log
    self.release = release
    self.project = project
  }

  /// Takes note of a query, or refuses it.
  ///
  /// - Parameters:
  ///   - query: in canonical form.
  ///   - limit: how many distinct queries of its cohort the policy allows.
  func take(_ query: CohortQuery, limit: Int) throws(ServiceError) {
    let result = state.withLock { state -> Result<Void, ServiceError> in
      do throws(AuditLogError) {
        try catchUp(&state)
      } catch {
        return .failure(.unavailable(error.readingText))
      }
      let text = query.withoutReason.text
      let asked = state.asked[query.pilot, default: []]
      guard asked.contains(text) || asked.count < limit else {
        return .failure(
          .refused(
            QueryProblem(
              "The policy allows \(limit) different queries of \u{201C}\(query.pilot)\u{201D} per project"
                + " and release under the profile cell-key, because noise averages out over many. All of"
                + " them have been asked: ask one of them again, or speak to whoever keeps the policy."
            )))
      }
      state.asked[query.pilot, default: []].insert(text)
      return .success(())
    }
    try result.get()
  }

  /// Takes in what was written to the log since.
  private func catchUp(_ state: inout State) throws(AuditLogError) {
    guard let log else { return }
    let (entries, end) = try log.entries(from: state.readTo)
    state.readTo = end
    for entry in entries
    where entry.kind != .session && entry.outcome == .answered && entry.release == release
      && entry.project == project
    {
      guard let text = entry.query, let query = try? CohortQuery(text: text) else { continue }
      state.asked[query.pilot, default: []].insert(text)
    }
  }
}
