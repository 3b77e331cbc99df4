import CohortModel
import Tables

/// What `w` says of a cell or mark: what its figure is made of, and what the service says of it.
struct Explanation: Sendable {
  /// The cell and its figure in words.
  var cell: String
  /// What the explorer itself says of a figure that it made from cells.
  var parts: [Phrase] = []
  /// What the service is asked about; nil where the figure is no value of the table.
  var value: CellValue?
  var table: ProtectedTable

  /// Of a figure that stands for values of the table.
  ///
  /// - Parameters:
  ///   - isCell: the figure is the one value itself.
  ///   - values: what is published for its place.
  init(
    cell: String, figure: Figure, isCell: Bool, values: [CellValue], in table: ProtectedTable
  ) {
    self.cell = cell
    self.table = table
    if case .sign(let sign) = figure {
      value = sign
    } else if isCell {
      value = values.first ?? .notAvailable
    } else {
      parts = [table.certificate.phraseOfDerived]
      if values.contains(where: { $0.sign != nil && $0 != .low }) {
        parts.append("Some of the counts behind it are hidden.")
      }
    }
  }

  /// Of a mark on a curve of running shares.
  init(cell: String, runningShare figure: Figure, in table: ProtectedTable) {
    self.cell = cell
    self.table = table
    parts = [
      "A running sum of protected bins of days: of those who came to the event, the share that had come to it by this day."
    ]
    switch figure {
    case .sign(let sign):
      value = sign
      if sign == .confidential || sign == .notAvailable {
        parts.append("It is not shown, as a bin or a total that it needs is not.")
      }
    case .count, .share, .days: parts.append(table.certificate.phraseOfDerived)
    }
  }
}

extension PublicCertificate {
  /// How exact the counts are that a share, a median or a percentage is made from.
  fileprivate var phraseOfDerived: Phrase {
    if let maximumNoise {
      return "Made from counts with noise of at most \(maximumNoise, "noise") either way."
    }
    guard roundingBase > 1 else { return "Made from counts that are not rounded." }
    let moved = (additiveSteps ?? 0) * roundingBase
    return moved > 0
      ? "Made from counts that are rounded to the nearest \(roundingBase, "base") and moved by \(moved, "moved") at most, so that they add up."
      : "Made from counts that are rounded to the nearest \(roundingBase, "base")."
  }
}

extension ExplorerState {
  /// Of what is focused; nil where there is no figure.
  var explanation: Explanation? {
    switch screen {
    case .table(let screen):
      guard let row = screen.row, screen.hasCells else { return nil }
      return Explanation(
        cell: screen.focusInWords ?? "", figure: screen.figure(row: row, column: screen.column),
        isCell: screen.view.isCount && screen.percentage == nil,
        values: screen.view.values(page: screen.page, row: row, column: screen.column),
        in: screen.view.table)
    case .pathway(let screen):
      let row = screen.place.focus
      guard screen.view.rows.indices.contains(row) else { return nil }
      return Explanation(
        cell: screen.focusInWords(medians: medians(of: screen), language),
        figure: screen.view.figure(page: 0, row: row, column: screen.group), isCell: true,
        values: screen.view.values(page: 0, row: row, column: screen.group), in: screen.view.table)
    case .chart(let screen): return explanation(of: screen)
    case .levels(let screen):
      guard screen.hasCells else { return nil }
      let place = screen.place(screen.column)
      let (view, page, line) = (screen.focusedView, screen.page, screen.line)
      let values = view.values(page: page, row: line, column: place.column)
      var isLevel = true
      if case .change = place.part { isLevel = false }
      return Explanation(
        cell: screen.focusInWords(language) ?? "",
        figure: view.figure(page: page, row: line, column: place.column),
        isCell: isLevel && view.isCount, values: values, in: view.table)
    case .home, .pilot, .export, .catalogue, .log: return nil
    }
  }

  private func explanation(of chart: ChartScreen) -> Explanation? {
    let content = content(of: chart)
    guard let figure = content.figure(chart.line, chart.place),
      let words = chart.words(in: content)
    else { return nil }
    if content.isCumulative {
      return Explanation(cell: words, runningShare: figure, in: tableBehind(chart))
    }
    let (row, column) = chart.cell
    return Explanation(
      cell: words, figure: figure, isCell: chart.view.isCount && chart.table.percentage == nil,
      values: chart.view.values(page: chart.table.page, row: row ?? 0, column: column ?? 0),
      in: chart.view.table)
  }

  private func tableBehind(_ chart: ChartScreen) -> ProtectedTable {
    guard let pathway = chart.pathway else { return chart.view.table }
    let curves = curves(of: pathway)
    return curves.indices.contains(chart.line) ? curves[chart.line].table : chart.view.table
  }
}

extension Step {
  mutating func explain() {
    guard let explanation = state.explanation else { return }
    guard let value = explanation.value else { return showWhy(explanation.cell, explanation.parts) }
    let id = state.takeRequest()
    state.errands.insert(id)
    state.explained = explanation
    effects.append(.explain(id, value, explanation.table))
  }

  mutating func explained(_ id: Int, _ result: Result<String, ServiceError>) {
    guard state.errands.remove(id) != nil, let explanation = state.explained else { return }
    switch result {
    case .success(let text):
      showWhy(explanation.cell, explanation.parts + [Phrase(service: text)])
    case .failure(let error): state.message = .problem(error.phrase)
    }
  }

  private mutating func showWhy(_ cell: String, _ parts: [Phrase]) {
    var parts = parts
    if case .levels(let screen) = state.screen, screen.isSideBySide {
      parts.append(
        "Each link level is protected by itself."
      )
    }
    let leadsToCoarser =
      coarsened.map { $0.cells.contains(.confidential) && !coarserTables(than: $0).isEmpty }
      ?? false
    let hint: Phrase =
      leadsToCoarser
      ? "\(state.keys.name(of: .coarser), "key") proposes coarser tables that show more. " : ""
    state.overlay = .reader(
      Reader(
        title: "Why",
        paragraphs: [Reader.Paragraph(text: cell, role: .heading)]
          + parts.map { Reader.Paragraph(text: $0, indent: 2) } + [
            Reader.Paragraph(text: ""),
            Reader.Paragraph(
              text: "\(hint, "hint")\(keyName(.back), "key") goes back.", role: .dim),
          ],
        leadsToCoarser: leadsToCoarser))
  }
}
