/// What a field says about the person of a record, in the words of one dataset. Where several
/// datasets say it of one person, they can be compared.
public enum PersonAttribute: String, Hashable, Codable, Sendable, CaseIterable {
  case sex
  case ethnicity
  case birthYear = "birth_year"
  /// Where the person lives or lived. Not compared between datasets: people move.
  case area

  /// Those that should not differ between two records of one person.
  public static let compared: [PersonAttribute] = [.sex, .ethnicity, .birthYear]
}
