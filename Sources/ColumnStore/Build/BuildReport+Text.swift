import Foundation

extension BuildReport {
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  /// The report as lines for the data owner.
  public var text: String {
    var lines = [
      "\(package) \(version), release \(release.prefix(16)), built \(built)",
      "Persons: \(persons.high) at high, \(persons.medium) at medium, \(persons.low) at low"
        + (persons.links > 0 ? ", from \(persons.links) link records" : "")
        + (persons.pairs > 0 ? " and \(persons.pairs) pairs" : ""),
    ]
    if persons.linksOfOtherDatasets > 0 {
      lines.append(
        "Link records of datasets that no resource belongs to: \(persons.linksOfOtherDatasets)")
    }
    if !persons.droppedColumns.isEmpty {
      lines.append(
        "Columns of the links that were dropped: " + persons.droppedColumns.joined(separator: ", "))
    }
    if !persons.personalColumns.isEmpty {
      lines.append(
        "Of these, personal data: " + persons.personalColumns.joined(separator: ", ")
          + ". Leave them out of the file.")
    }
    if persons.optedOut > 0 {
      lines.append(
        "Persons who opted out, of whom nothing is kept: \(persons.optedOut) at low, with "
          + "\(persons.optedOutRecords) source records")
    }
    if persons.journeys + persons.unsureJourneys > 0 {
      lines.append(
        "Journeys to the Crown Court: \(persons.journeys), left out as unsure: "
          + "\(persons.unsureJourneys)")
    }
    if let changes = persons.changes {
      lines.append("Persons since the store before:")
      for (level, change) in [
        ("high", changes.high), ("medium", changes.medium), ("low", changes.low),
      ] {
        lines.append(
          "  \(level): \(change.unchanged) the same, \(change.merged) merged of several, "
            + "\(change.split) split into several (\(change.parts) of the parts merged with nobody), "
            + "\(change.new) new, \(change.gone) gone")
      }
    }
    for resource in resources {
      lines.append("")
      lines += resource.lines
    }
    lines += ["", "Input files, SHA-256:"]
    lines += inputs.map {
      "  \($0.sha256)  \($0.path), \($0.bytes) bytes" + ($0.isListed ? ", as listed" : "")
    }
    lines += [
      "",
      "Store \(BuildReport.size(storeBytes)), temporary disk "
        + "\(BuildReport.size(temporaryBytes)), \((seconds * 100).rounded() / 100) s"
        + (keptSecret ? "; the keys of persons are those of the store before." : "."),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1 << 20
      ? "\((bytes + 1023) >> 10) KiB" : "\((bytes + (1 << 20) - 1) >> 20) MiB"
  }
}

extension ResourceReport {
  fileprivate var lines: [String] {
    var lines = ["\(resource) (\(dataset)): \(rowsRead) records read, \(rowsKept) kept"]
    for reason in Rejection.allCases {
      if let count = rejected[reason] { lines.append("  rejected, \(reason.text): \(count)") }
    }
    func list(_ label: String, _ counts: [FieldCount]) {
      guard !counts.isEmpty else { return }
      lines.append(
        "  \(label): " + counts.map { "\($0.field) \($0.count)" }.joined(separator: ", "))
    }
    func line(_ label: String, _ count: Int) {
      if count > 0 { lines.append("  \(label): \(count)") }
    }
    list("rejected by field", rejectedByField)
    list("codes not in their list, taken as missing", unknownCodes)
    list("without a value", missing)
    line("dates not in the declared order", datesOutOfOrder)
    line("ends before it starts", endsBeforeStart)
    line("outside the package's period", outsidePeriod)
    line("without a date", undated)
    line("overlaps an earlier spell of the same person", overlappingSpells)
    list("persons with different values", conflicts)
    if !undeclaredColumns.isEmpty {
      lines.append("  columns not declared, dropped: " + undeclaredColumns.joined(separator: ", "))
    }
    if !unusedColumns.isEmpty {
      lines.append(
        "  columns that no pilot uses, dropped: " + unusedColumns.joined(separator: ", "))
    }
    return lines
  }
}

extension ResourceReport.Rejection {
  /// The reason in words.
  public var text: String {
    switch self {
    case .malformed: "malformed text"
    case .ragged: "another number of fields than the header"
    case .withoutPerson: "no person id"
    case .withoutConsent: "no consent"
    case .missingRequired: "a required value is missing"
    case .badType: "a value of another type"
    case .outOfRange: "a value out of range"
    case .unknownCode: "an unknown code in a required field"
    case .unlinked: "person not in the links"
    case .optedOut: "the person opted out"
    case .duplicateKey: "the primary key of an earlier record"
    case .unresolvedKey: "a foreign key that is not there"
    }
  }
}
