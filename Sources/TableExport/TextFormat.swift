import CohortModel
import Tables

/// A protected table as aligned text: what `bold query` prints.
///
/// Synthetic banner, heading, definitions and legend stand above the figures, so that no figure is
/// read without them. ASCII but for what labels hold.
public enum TextFormat {
  public static func text(of table: ProtectedTable) -> String {
    let view = TableView(table)
    var lines = preamble(of: table)
    for page in view.pages.indices {
      lines.append("")
      if !view.pageAxes.isEmpty {
        lines.append(
          zip(view.pageAxes, view.pages[page].entries).map { axis, entry in
            "\(SafeText.shown(axis.label)): \(SafeText.shown(entry.label))"
          }.joined(separator: "; "))
      }
      if !view.columnAxes.isEmpty {
        lines.append(
          "Columns: " + view.columnAxes.map { SafeText.shown($0.label) }.joined(separator: ", "))
      }
      lines += grid(of: view, page: page)
    }
    return lines.map { trimmed($0) + "\n" }.joined()
  }

  /// What stands above the figures, line by line.
  static func preamble(of table: ProtectedTable) -> [String] {
    let heading = table.heading
    var lines: [String] = []
    if heading.isSynthetic { lines.append(TableTexts.synthetic) }
    lines.append("\(heading.pilotTitle): \(heading.title)")
    lines.append(
      "Unit: \(heading.unit). Period: \(heading.period.first) to \(heading.period.last). "
        + "Link level: \(heading.linkLevel.rawValue).")
    if !heading.conditions.isEmpty {
      lines.append("Only: " + heading.conditions.joined(separator: "; "))
    }
    lines += provenance(heading)
    if !heading.coverage.isEmpty { lines.append("Coverage: " + heading.coverage) }
    lines += heading.qualityLines(under: table.certificate).map { "\($0.name): \($0.text)" }
    for card in table.definitions {
      lines.append("Definition: " + card.name)
      for (name, text) in TableTexts.parts(of: card) where !text.isEmpty {
        lines.append("  \(name): \(text)")
      }
    }
    lines.append("Disclosure control: " + TableTexts.control(table.certificate))
    if let note = TableTexts.note(on: TableView(table).kind, under: table.certificate) {
      lines.append(note)
    }
    if !table.legend.isEmpty {
      lines.append("Legend:")
      for entry in table.legend {
        lines.append("  " + (entry.sign.isEmpty ? "" : entry.sign + "  ") + entry.meaning)
      }
    }
    return lines.map(SafeText.shown).flatMap(wrapped)
  }

  /// Whose data, for whom and for what.
  private static func provenance(_ heading: TableHeading) -> [String] {
    var lines = ["Data: \(heading.package), release \(heading.release.prefix(12))"]
    guard let provenance = heading.provenance else {
      if !heading.datasets.isEmpty {
        lines.append("Datasets: " + heading.datasets.joined(separator: ", "))
      }
      return lines
    }
    if let author = provenance.author { lines += TableTexts.author(author) }
    if let reason = provenance.reason { lines.append("Stated reason: \(reason)") }
    lines.append(TableTexts.marking)
    lines.append(TableTexts.group)
    if !provenance.datasets.isEmpty {
      lines.append("Datasets:")
      lines += provenance.datasets.map { "  " + $0.text }
    }
    return lines
  }

  /// What the programme will do with the data and what it will not: at the head of an export.
  static func promises(of table: ProtectedTable) -> [String] {
    guard let provenance = table.heading.provenance else { return [] }
    let lines =
      provenance.will.map { "Will: \($0)" } + provenance.willNot.map { "Will not: \($0)" }
    return lines.map(SafeText.shown).flatMap(wrapped)
  }

  /// Lines above the figures are no wider than this.
  private static let widest = 96

  /// A line broken at spaces, what goes on set in by two more than its beginning.
  private static func wrapped(_ line: String) -> [String] {
    guard DisplayWidth.of(line) > widest else { return [line] }
    let indent = String(line.prefix { $0 == " " })
    var lines: [String] = []
    var text = indent
    var isEmpty = true
    for word in line.split(separator: " ") {
      if !isEmpty, DisplayWidth.of(text) + 1 + DisplayWidth.of(String(word)) > widest {
        lines.append(text)
        text = indent + "  "
        isEmpty = true
      }
      text += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [text]
  }

  private static func grid(of view: TableView, page: Int) -> [String] {
    let headerRows = max(1, view.columnAxes.count)
    var cells: [[String]] = []
    for level in 0..<headerRows {
      let isLast = level == headerRows - 1
      var line = view.rowAxes.map { isLast ? SafeText.shown($0.label) : "" }
      if line.isEmpty { line = [""] }
      if view.columnAxes.isEmpty {
        line.append(SafeText.shown(view.figureLabel))
      } else {
        line += view.columns.map { SafeText.shown($0.entries[level].label) }
      }
      cells.append(line)
    }
    for row in view.rows.indices {
      var line = view.rows[row].entries.map { entry in
        String(repeating: " ", count: 2 * max(0, min(entry.depth, 20) - 1))
          + SafeText.shown(entry.label)
      }
      if line.isEmpty { line = ["Total"] }
      line += view.columns.indices.map { column in text(of: view, page, row, column) }
      cells.append(line)
    }
    return aligned(cells, labels: max(1, view.rowAxes.count), rule: headerRows)
  }

  private static func text(of view: TableView, _ page: Int, _ row: Int, _ column: Int) -> String {
    let figure = view.figure(page: page, row: row, column: column)
    guard case .share(let share) = figure,
      let denominator = view.measureCodes.firstIndex(of: "denominator")
    else { return figure.text }
    let base = view.values(page: page, row: row, column: column)[denominator]
    return "\(share.percentText) (\(share.intervalText)) of \(base.text)"
  }

  /// Labels to the left, figures to the right, a rule under the header.
  private static func aligned(_ cells: [[String]], labels: Int, rule: Int) -> [String] {
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    var lines = cells.map { line in
      line.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
        return column < labels ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }
    lines.insert(
      widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: rule)
    return lines
  }

  private static func trimmed(_ line: String) -> Substring {
    var text = line[...]
    while text.last == " " { text.removeLast() }
    return text
  }
}
