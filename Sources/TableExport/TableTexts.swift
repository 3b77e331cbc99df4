import CohortModel
import Tables

/// Sentences that stand on every table, in one place.
public enum TableTexts {
  public static let synthetic =
    "SYNTHETIC DATA: invented records. No figure here is about real people."

  /// What a table may be used for (G03, G04, G09).
  public static let marking =
    "For research and statistics on approved projects. Not for decisions about a person or a case,"
    + " and not to be shared outside government and the justice system."

  /// What a figure says of a person (G26).
  public static let group =
    "Figures are numbers of people in groups. What holds for a group does not describe a person in it."

  /// Of tables of several link levels in one file.
  public static let together =
    "One table at several link levels, each protected by itself. Beside one another they may tell more"
    + " than each of them."

  /// For whom and for what a table was made, line by line.
  static func author(_ author: TableAuthor) -> [String] {
    [
      "Made for: \(author.userText)", "Project: \(author.projectText)",
      "Purpose: \(author.purpose)",
    ]
  }

  static func control(_ certificate: PublicCertificate) -> String {
    "profile \(certificate.profile), minimum \(certificate.minimumFrequency) persons, "
      + "\(certificate.precision). \(certificate.statement)"
  }

  static func note(on kind: TableView.Kind, under certificate: PublicCertificate) -> String? {
    let cause = certificate.maximumNoise == nil ? "rounding" : "noise"
    return switch kind {
    case .count: nil
    case .share:
      "Shares are of published counts; in brackets the 95% interval (Wilson), widened for \(cause)."
    case .median: "Medians are interpolated from published counts over fixed bins of days."
    }
  }

  /// The parts of a definition card with their names, in the order in which they are read.
  public static func parts(of card: DefinitionCard) -> [(name: String, text: String)] {
    [
      ("Numerator", card.numerator), ("Denominator", card.denominator), ("Window", card.window),
      ("Censoring", card.censoring), ("Source", card.source), ("Version", card.version),
      ("Limits", card.limits.joined(separator: "; ")),
    ]
  }
}
