import CohortModel

/// The cohorts of a table that are not shown before their follow-up is complete, in words.
struct WithheldCohorts {
  private var days: [String: CalendarDay] = [:]
  private var labels: [String] = []
  /// How many are named one by one.
  private static let most = 4

  mutating func add(_ label: String, until day: CalendarDay) {
    if days[label] == nil { labels.append(label) }
    days[label] = max(days[label] ?? day, day)
  }

  /// "Not available: follow-up incomplete until 2024-12-31 (2023), 2025-12-31 (2024)."
  var text: String? {
    guard let last = labels.last, let lastDay = days[last] else { return nil }
    let named = labels.count > Self.most ? Array(labels.prefix(Self.most - 1)) : labels
    var parts = named.map { label in
      "\(days[label] ?? lastDay)" + (label.isEmpty ? "" : " (\(label))")
    }
    if named.count < labels.count { parts.append("… \(lastDay) (\(last))") }
    return "Not available: follow-up incomplete until \(parts.joined(separator: ", "))."
  }
}
