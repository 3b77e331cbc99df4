/// The courts whose cases the file of journeys (`mags_crown_journey`) joins.
public enum CourtJourneySide: String, Codable, Sendable, CaseIterable {
  /// The field holds the case of the magistrates' court (`mc_case_id`).
  case magistrates
  /// The field holds the defendant on a case of the Crown Court (`cc_defendant_on_case_id`).
  case crown
}
