import CohortModel

extension PublishedShare {
  /// "1,250 of 4,800 (26.0%)"; signs where a number is hidden.
  public func text(under certificate: PublicCertificate) -> String {
    let counts = "\(part.text) of \(whole.text)"
    guard case .share(let share) = Share.figure(part, of: whole, under: certificate) else {
      return counts
    }
    return "\(counts) (\(share.percentText))"
  }
}

extension TableHeading {
  /// What stands on a table about the links behind it and about missing values, a line each with its
  /// name; empty where nothing is known.
  public func qualityLines(under certificate: PublicCertificate) -> [(name: String, text: String)] {
    var lines: [(name: String, text: String)] = []
    if let linkage {
      func text(_ share: PublishedShare) -> String { share.text(under: certificate) }
      lines.append(
        (
          "Linkage",
          "at link level \(linkage.level.rawValue), of everyone in the links: in two datasets or"
            + " more \(text(linkage.linked)); links change between levels \(text(linkage.changes))"
        ))
      if !linkage.datasets.isEmpty {
        lines.append(
          (
            "In another dataset as well",
            linkage.datasets.map { "\($0.label) \(text($0))" }.joined(separator: "; ")
          ))
      }
      if !linkage.conflicts.isEmpty {
        lines.append(
          (
            "Conflicts",
            linkage.conflicts.map { "\($0.label): \(text($0))" }.joined(separator: "; ")
          ))
      }
    }
    if let otherLevels, !otherLevels.isEmpty {
      lines.append(("Other link levels", otherLevels.map(\.text).joined(separator: " ")))
    }
    if !missing.isEmpty {
      lines.append(
        (
          "Not known",
          missing.map { "\($0.label) \($0.text(under: certificate))" }.joined(separator: "; ")
        ))
    }
    return lines
  }
}
