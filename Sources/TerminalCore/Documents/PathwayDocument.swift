import CohortModel
import Tables

/// How a pathway's columns share the width: labels take what they need before bars do, and a label
/// that is still too long goes on below.
private struct PathwayColumns {
  static let count = 9
  static let ofPrevious = 13
  static let ofStart = 10
  static let narrowestBar = 6
  let labels: Int
  /// 0 where medians are not shown.
  let median: Int
  let bars: Int

  init(width: Int, longestLabel: Int, medians: Bool) {
    median = medians ? 10 : 0
    let figures =
      PathwayColumns.count + PathwayColumns.ofPrevious + PathwayColumns.ofStart + median
    let room = width - figures - 2
    labels = max(10, min(longestLabel, room - PathwayColumns.narrowestBar))
    bars = min(40, max(0, room - labels))
  }
}

extension Document {
  /// The funnel of stages, under each the ways in which members ended there. One line can be acted
  /// on per row of the table, in its order.
  ///
  /// - Parameter medians: per row, the median of days since the stage before; nil where they are not
  ///   shown.
  static func pathway(
    _ screen: PathwayScreen, chips: [String], medians: [Int: Figure]?, width: Int, style: Style,
    language: Language = .english
  ) -> Document {
    var document = Document(width: width, style: style, language: language)
    let view = screen.view
    let steps = Dictionary(
      uniqueKeysWithValues: view.funnel(page: 0, column: 0).map { ($0.row, $0) })
    let leads = view.rows.indices.map { steps[$0] == nil ? "  " + style.branch : "" }
    let longest = zip(leads, view.rows).map { lead, path in
      style.width(of: lead) + style.width(of: path.entries.first?.label ?? "")
    }
    let columns = PathwayColumns(
      width: width, longestLabel: (longest.max() ?? 0) + 1, medians: medians != nil)
    if chips.isEmpty {
      document.add(Span("No filters", .dim))
    } else {
      document.paragraph(chips.map { "[\($0)]" }.joined(separator: " "), indent: 0, role: .chip)
    }
    document.add(
      Span(
        document.padded("Stage", to: columns.labels)
          + document.rightAligned(view.table.heading.unit, to: PathwayColumns.count)
          + document.rightAligned("of previous", to: PathwayColumns.ofPrevious)
          + document.rightAligned("of start", to: PathwayColumns.ofStart)
          + document.rightAligned(medians == nil ? "" : "median", to: columns.median), .heading))
    guard !view.pages.isEmpty, !view.columns.isEmpty else { return document }
    let start = view.rows.indices.first { steps[$0] != nil }
    for (row, path) in view.rows.enumerated() {
      guard let entry = path.entries.first else { continue }
      let figure = view.figure(page: 0, row: row, column: 0)
      let ofStart = start.map { view.shareOf($0, row: row) } ?? .sign(.notAvailable)
      let step = steps[row]
      let lead = leads[row]
      let indent = style.width(of: lead)
      // What goes on below is set in, so that it does not look like a line of its own.
      let hanging = max(2, indent)
      let parts = style.wrapped(entry.label, to: columns.labels - hanging - 1)
      let role: StyleRole = step == nil ? .text : .total
      let isStart = row == start
      document.add(
        Span(document.padded(lead + parts[0], to: columns.labels), role),
        document.figure(figure, to: PathwayColumns.count),
        document.figure(step?.shareOfPrevious, to: PathwayColumns.ofPrevious),
        document.figure(isStart ? nil : ofStart, to: PathwayColumns.ofStart),
        document.figure(medians?[row], to: columns.median),
        Span("  "),
        Span(
          document.bar(of: figure, start: ofStart, width: columns.bars, style: style),
          step == nil ? .dim : .bar),
        isFocusable: true)
      for part in parts.dropFirst() {
        document.add(Span(String(repeating: " ", count: hanging) + part, role))
      }
    }
    document.blank()
    if medians != nil {
      document.paragraph(
        "Median: days since the stage before, of those who reached this one.", indent: 0,
        role: .dim)
    }
    for entry in view.table.legend {
      let sign = entry.sign.isEmpty ? "" : entry.sign + " "
      document.paragraph(entry.meaning, lead: sign, indent: 0, role: .dim)
    }
    return document
  }

  private func figure(_ figure: Figure?, to width: Int) -> Span {
    guard let figure else { return Span(String(repeating: " ", count: width)) }
    return Span(rightAligned(figure.shortText, to: width), figure.role)
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
  /// As it stands in a narrow column: `> 730 d` where the text says more than 730 days.
  fileprivate var shortText: String {
    if case .days(.moreThan(let days)) = self { return "> \(DecimalText.grouped(days)) d" }
    return text
  }

  var role: StyleRole {
    if case .sign = self { .sign } else { .text }
  }
}
