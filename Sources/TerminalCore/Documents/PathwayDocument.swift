import CohortModel
import Tables

extension Document {
  private static let countWidth = 10
  private static let shareWidth = 12

  /// The funnel of stages, under each the ways in which members ended there. One line can be acted
  /// on per row of the table, in its order.
  static func pathway(
    _ screen: PathwayScreen, chips: [String], width: Int, style: Style
  ) -> Document {
    var document = Document(width: width, style: style)
    let view = screen.view
    let figures = countWidth + 2 * shareWidth
    let bars = max(0, min(40, (width - figures) / 3))
    let labels = max(10, width - figures - bars - 2)
    if chips.isEmpty {
      document.add(Span("No filters", .dim))
    } else {
      document.paragraph(chips.map { "[\($0)]" }.joined(separator: " "), indent: 0, role: .chip)
    }
    document.add(
      Span(
        document.padded("Stage", to: labels) + document.rightAligned("Persons", to: countWidth)
          + document.rightAligned("of previous", to: shareWidth)
          + document.rightAligned("of start", to: shareWidth), .heading))
    guard !view.pages.isEmpty, !view.columns.isEmpty else { return document }
    let steps = Dictionary(
      uniqueKeysWithValues: view.funnel(page: 0, column: 0).map { ($0.row, $0) })
    let start = view.rows.indices.first { steps[$0] != nil }
    for (row, path) in view.rows.enumerated() {
      guard let entry = path.entries.first else { continue }
      let figure = view.figure(page: 0, row: row, column: 0)
      let ofStart = start.map { view.shareOf($0, row: row) } ?? .sign(.notAvailable)
      if let step = steps[row] {
        document.add(
          Span(document.padded(entry.label, to: labels), .total),
          Span(document.rightAligned(figure.text, to: countWidth), figure.role),
          Span(
            document.rightAligned(step.shareOfPrevious?.text ?? "", to: shareWidth),
            step.shareOfPrevious?.role ?? .text),
          Span(
            document.rightAligned(step.shareOfStart?.text ?? "", to: shareWidth),
            step.shareOfStart?.role ?? .text),
          Span("  "),
          Span(document.bar(of: figure, start: ofStart, width: bars, style: style), .bar),
          isFocusable: true)
      } else {
        document.add(
          Span(document.padded("  " + style.branch + entry.label, to: labels)),
          Span(document.rightAligned(figure.text, to: countWidth), figure.role),
          Span(String(repeating: " ", count: shareWidth)),
          Span(document.rightAligned(ofStart.text, to: shareWidth), ofStart.role),
          Span("  "),
          Span(document.bar(of: figure, start: ofStart, width: bars, style: style), .dim),
          isFocusable: true)
      }
    }
    document.blank()
    for entry in view.table.legend {
      document.paragraph(entry.meaning, lead: entry.sign + " ", indent: 0, role: .dim)
    }
    return document
  }

  /// A hidden value has no bar: it is not zero.
  private func bar(of figure: Figure, start: Figure, width: Int, style: Style) -> String {
    guard case .count = figure, case .share(let share) = start else {
      if case .count(let count) = figure, count > 0 { return style.bar(1, width: width) }
      return ""
    }
    return style.bar(share.proportion, width: width)
  }
}

extension TableView {
  /// A row's count as a share of another's, both as published.
  fileprivate func shareOf(_ start: Int, row: Int) -> Figure {
    Share.figure(
      values(page: 0, row: row, column: 0)[0], of: values(page: 0, row: start, column: 0)[0],
      under: table.certificate)
  }
}

extension Figure {
  var role: StyleRole {
    if case .sign = self { .sign } else { .text }
  }
}
