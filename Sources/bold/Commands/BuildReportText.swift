import ColumnStore
import Tables

/// The report of a build as text, for the data owner: what became of every record.
enum BuildReportText {
  static func text(of report: BuildReport) -> String {
    var lines = [
      "Built \(report.package) \(report.version), release \(report.release.prefix(12)), in "
        + ProgressLine.duration(report.seconds),
      "Store: \(size(report.storeBytes)); temporary files: \(size(report.temporaryBytes))",
      "Persons at link level high \(number(report.persons.high)), medium "
        + "\(number(report.persons.medium)), low \(number(report.persons.low))",
      report.keptSecret
        ? "Persons keep the keys of the store before."
        : "Persons have new keys.",
    ]
    if report.persons.links > 0 { lines.append("Links: \(number(report.persons.links))") }
    if report.persons.linksOfOtherDatasets > 0 {
      lines.append("Links of other datasets: \(number(report.persons.linksOfOtherDatasets))")
    }
    for resource in report.resources { lines += [""] + self.lines(of: resource) }
    lines += ["", "This report holds exact numbers and is for the data owner alone."]
    return lines.map { SafeText.shown($0) + "\n" }.joined()
  }

  private static func lines(of resource: ResourceReport) -> [String] {
    var lines = [
      "\(resource.resource): \(number(resource.rowsKept)) of \(number(resource.rowsRead)) records kept"
    ]
    for reason in ResourceReport.Rejection.allCases {
      if let count = resource.rejected[reason], count > 0 {
        lines.append("  rejected, \(phrase(reason)): \(number(count))")
      }
    }
    lines += counts("rejected for", resource.rejectedByField)
    lines += counts("code not in the list, made missing:", resource.unknownCodes)
    lines += counts("missing", resource.missing)
    lines += counts("persons with conflicting", resource.conflicts)
    for (text, count) in [
      ("dates out of order", resource.datesOutOfOrder),
      ("ends before it starts", resource.endsBeforeStart),
      ("dated outside the period", resource.outsidePeriod), ("undated", resource.undated),
      ("overlapping spells", resource.overlappingSpells),
    ] where count > 0 {
      lines.append("  kept, \(text): \(number(count))")
    }
    for (text, columns) in [
      ("Columns not declared, dropped", resource.undeclaredColumns),
      ("Columns that no pilot uses, not stored", resource.unusedColumns),
    ] where !columns.isEmpty {
      lines.append("  \(text): \(columns.joined(separator: ", "))")
    }
    return lines
  }

  private static func counts(_ text: String, _ counts: [ResourceReport.FieldCount]) -> [String] {
    counts.filter { $0.count > 0 }.map { "  \(text) \($0.field): \(number($0.count))" }
  }

  private static func phrase(_ reason: ResourceReport.Rejection) -> String {
    switch reason {
    case .malformed: "malformed text"
    case .ragged: "too many or too few fields"
    case .withoutPerson: "no person id"
    case .withoutConsent: "no consent"
    case .missingRequired: "a required value is missing"
    case .badType: "a value of the wrong type"
    case .outOfRange: "a value out of range"
    case .unknownCode: "a required code is not in its list"
    case .unlinked: "the person is not in the links"
    case .duplicateKey: "primary key already used"
    case .unresolvedKey: "a foreign key leads nowhere"
    }
  }

  private static func number(_ number: Int) -> String { DecimalText.grouped(number) }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\(DecimalText.tenths(Double(bytes) / 1e3)) kB"
      : "\(DecimalText.tenths(Double(bytes) / 1e6)) MB"
  }
}
