import CohortModel
import Tables

/// What stands beside a table, and what could stand in its place, in the language of the screen.
extension Language {
  /// The links behind a table and its missing values, a line each with its name.
  func qualityLines(
    of heading: TableHeading, under certificate: PublicCertificate
  ) -> [(name: String, text: String)] {
    guard self != .english else { return heading.qualityLines(under: certificate) }
    func text(_ share: PublishedShare) -> String { say(service: share.text(under: certificate)) }
    var lines: [(name: String, text: String)] = []
    if let linkage = heading.linkage {
      lines.append(
        (
          say("Linkage"),
          say(
            """
            at link level \(linkage.level.rawValue, "level"), of everyone in the links: in two \
            datasets or more \(text(linkage.linked), "linked"); links change between levels \
            \(text(linkage.changes), "changes")
            """)
        ))
      let datasets = linkage.datasets.map { "\($0.label): \(text($0))" }
      if !datasets.isEmpty {
        lines.append((say("In another dataset as well"), datasets.joined(separator: "; ")))
      }
      let conflicts = linkage.conflicts.map { "\($0.label): \(text($0))" }
      if !conflicts.isEmpty {
        lines.append((say("Conflicts"), conflicts.joined(separator: "; ")))
      }
    }
    if let others = heading.otherLevels, !others.isEmpty {
      let texts = others.map { say(service: $0.text) }
      lines.append((say("Other link levels"), texts.joined(separator: " ")))
    }
    let missing = heading.missing.map { "\($0.label): \(text($0))" }
    if !missing.isEmpty { lines.append((say("Not known"), missing.joined(separator: "; "))) }
    return lines
  }

  /// What a coarser table does, with the labels of the table that it would replace.
  func text(of proposal: Coarsening, from table: ProtectedTable) -> String {
    guard self != .english else { return proposal.text }
    func axis(_ name: String) -> TableAxis? { table.axes.first { $0.name == name } }
    func label(_ name: String) -> String { axis(name)?.label ?? name }
    switch proposal.change {
    case .leaveOut(let variable): return say("Leave out \(label(variable), "variable")")
    case .upperLevels(let variable, _):
      return say("Show \(label(variable), "variable") one level less deep")
    case .putTogether(let variable, let codes):
      let labels = codes.map { code in
        axis(variable)?.entries.first { $0.code == code }?.label ?? code
      }
      return say(
        "Put together \(labels.joined(separator: ", "), "codes") of \(label(variable), "variable")")
    }
  }

  /// A group of a recode: `young is 18-20, 21-24`.
  func text(of group: Recode.Group) -> String {
    let codes = group.codes.joined(separator: ", ")
    return say("\(group.name, "group") is \(codes, "codes")")
  }
}
