import CohortModel
import Tables

extension Document {
  /// How well the datasets that a pilot draws on are linked.
  mutating func linkage(_ linkage: LinkageState, of pilot: Pilot, package: DataPackage) {
    let level = package.defaultLinkLevel.rawValue
    switch linkage {
    case .none: return
    case .waiting:
      heading("Linkage (link level \(level, "level"))")
      paragraph("counting", role: .dim)
    case .failed(let reason):
      heading("Linkage (link level \(level, "level"))")
      paragraph("Not available: \(reason, "reason")", role: .dim)
    case .figures(let figures): add(figures, of: pilot, package: package)
    }
  }

  private mutating func add(
    _ figures: LinkageFigures, of pilot: Pilot, package: DataPackage
  ) {
    heading("Linkage (link level \(figures.level.rawValue, "level"))")
    let note = figures.note(datasets: datasets(of: pilot, package: package))
    let labels = note.datasets.map(\.label) + [note.changes.label] + note.conflicts.map(\.label)
    let widest = labels.map { DisplayWidth.of($0) + 1 }.max() ?? 0
    let lead = max(34, min(widest, width / 2))
    func row(_ label: String, _ share: PublishedShare) {
      let text = share.text(under: figures.certificate)
      if DisplayWidth.of(label) < lead, lead + 2 + DisplayWidth.of(text) <= width {
        paragraph(text, lead: padded(label + " ", to: lead))
      } else {
        // Beside its label a number would be broken in two, each of which is another number.
        paragraph(label)
        paragraph(text, indent: 4)
      }
    }
    paragraph("Persons in two datasets or more, of all with a record in the dataset:")
    row(say("Any dataset"), note.linked)
    for share in note.datasets { row(share.label, share) }
    row(note.changes.label, note.changes)
    if !note.conflicts.isEmpty { paragraph("Of those in two datasets or more:") }
    for share in note.conflicts { row(share.label, share) }
    for entry in figures.legend where !entry.sign.isEmpty {
      paragraph(entry.meaning, lead: entry.sign + " ", role: .dim)
    }
  }

  /// The datasets that a pilot draws on; all of them where it draws on the linkage itself.
  private func datasets(of pilot: Pilot, package: DataPackage) -> Set<String> {
    let names = Set(
      pilot.events.map(\.resource) + pilot.variables.compactMap { pilot.resourceName(of: $0) })
    let resources = package.resources.filter { names.contains($0.name) }
    return Set(
      (resources.contains(where: \.isDerived) ? package.fileResources : resources).map(\.dataset))
  }
}
