import CohortModel
import Tables

/// Linkage figures as indented text: a part of the catalogue.
public enum LinkageFiguresText {
  public static func lines(of figures: LinkageFigures) -> [String] {
    var lines = ["", "HOW WELL THE RECORDS ARE LINKED, at link level \(figures.level.rawValue)"]
    lines += block("In another dataset as well, by dataset", figures.datasets.shares, figures)
    for group in figures.groups {
      lines += block(
        "In two datasets or more, by what datasets say: \(group.label)", group.shares, figures)
    }
    lines += block(
      "In two datasets or more, by: \(figures.records.label)", figures.records.shares, figures)
    lines += block("Of everyone", [figures.changes], figures)
    lines += block("Of those in two datasets or more", figures.conflicts, figures)
    for card in figures.definitions {
      lines.append("  Definition: \(card.name)")
      lines += TableTexts.parts(of: card).filter { !$0.text.isEmpty }
        .map { "    \($0.name): \($0.text)" }
    }
    lines.append(
      "  Minimum \(figures.certificate.minimumFrequency) persons. "
        + "These figures are protected together, at one link level.")
    lines += figures.legend.map { "  " + ($0.sign.isEmpty ? "" : $0.sign + "  ") + $0.meaning }
    return lines
  }

  private static func block(
    _ title: String, _ shares: [PublishedShare], _ figures: LinkageFigures
  ) -> [String] {
    guard !shares.isEmpty else { return [] }
    let labels = shares.map { $0.code == "*" ? "Everyone" : SafeText.shown($0.label) }
    let width = labels.map(DisplayWidth.of).max() ?? 0
    return ["  \(title)"]
      + zip(labels, shares).map { label, share in
        "    " + label + String(repeating: " ", count: width - DisplayWidth.of(label)) + "  "
          + share.text(under: figures.certificate)
      }
  }
}
