/// How strict a link between two records has to be before they count as one person.
///
/// The three levels are the three cluster columns of the Ministry of Justice's person clusters
/// (`cluster_high`, `cluster_medium`, `cluster_low`). `high` is the strictest: fewest false links,
/// most persons. Every `high` cluster lies in one `medium` cluster, and that in one `low` cluster.
public enum LinkLevel: String, Codable, Sendable, CaseIterable {
  case high
  case medium
  case low
}
