import CohortModel
import Tables

/// Linkage figures as JSON: of a catalogue, and as the note on a table (`docs/formats.md`).
public enum LinkageDocument {
  static func figures(_ figures: LinkageFigures) -> JSONValue {
    let certificate = figures.certificate
    return .members([
      "link_level": .string(figures.level.rawValue),
      "linked": share(figures.linked, certificate),
      "datasets": breakdown(figures.datasets, certificate),
      "groups": .array(figures.groups.map { breakdown($0, certificate) }),
      "records": breakdown(figures.records, certificate),
      "changes": share(figures.changes, certificate),
      "conflicts": .array(figures.conflicts.map { share($0, certificate) }),
      "definitions": .array(figures.definitions.map(TableDocument.definition)),
      "legend": .array(
        figures.legend.map {
          .members(["sign": .shown($0.sign), "meaning": .shown($0.meaning)])
        }),
      "minimum_frequency": .integer(certificate.minimumFrequency),
      "rounding_base": .integer(certificate.roundingBase),
    ])
  }

  static func note(_ note: LinkageNote, _ certificate: PublicCertificate) -> JSONValue {
    .members([
      "link_level": .string(note.level.rawValue),
      "linked": share(note.linked, certificate),
      "datasets": .array(note.datasets.map { share($0, certificate) }),
      "changes": share(note.changes, certificate),
      "conflicts": .array(note.conflicts.map { share($0, certificate) }),
    ])
  }

  static func share(_ share: PublishedShare, _ certificate: PublicCertificate) -> JSONValue {
    var percent = JSONValue.null
    if case .share(let figure) = Share.figure(share.part, of: share.whole, under: certificate) {
      percent = .number(DecimalText.tenths(figure.proportion * 100))
    }
    return .members([
      "code": .shown(share.code), "label": .shown(share.label),
      "label_cy": share.labelWelsh.map { .shown($0) } ?? .null,
      "numerator": TableDocument.json(share.part), "denominator": TableDocument.json(share.whole),
      "percent": percent,
    ])
  }

  private static func breakdown(
    _ breakdown: LinkageFigures.Breakdown, _ certificate: PublicCertificate
  ) -> JSONValue {
    .members([
      "name": .shown(breakdown.name), "label": .shown(breakdown.label),
      "shares": .array(breakdown.shares.map { share($0, certificate) }),
    ])
  }
}
