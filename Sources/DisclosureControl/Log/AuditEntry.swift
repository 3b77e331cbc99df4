import CohortModel
import Tables

/// What was done or refused, by whom, for which project. Holds texts of descriptors and queries, and
/// never a count.
struct AuditEntry: Codable, Sendable, Equatable {
  enum Kind: String, Codable, Sendable {
    case session
    case query
    case export
  }

  enum Outcome: String, Codable, Sendable {
    case answered
    /// About to be answered: written where the answer counts against a limit that processes share.
    case begun
    case refused
    /// The store could not be read, or its counts do not add up; or a table that was handed out for
    /// an export could not be written as a file.
    case failed
  }

  var kind: Kind
  var outcome: Outcome
  var user: String?
  var project: String?
  /// The login that the system vouched for.
  var login: String?
  /// The canonical query; as it was asked where it was refused.
  var query: String?
  var release: String
  /// The hash of the table's certificate.
  var table: String?
  /// Of an export.
  var format: String?
  /// The reason that was stated for an adverse crossing.
  var reason: String?
  /// Why it was refused.
  var refusal: String?
}
