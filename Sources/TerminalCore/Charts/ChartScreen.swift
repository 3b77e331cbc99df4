import CohortModel
import Tables

/// A table as it is drawn. Page, percentage and order are those of the table it was opened from.
struct ChartScreen: Sendable {
  private(set) var table: TableScreen
  /// The pathway it was opened from, if it was.
  let pathway: PathwayScreen?
  private(set) var kind: ChartKind
  let language: Language
  /// Of a pathway's time to an event the tables come later: `ExplorerState.content(of:)`.
  private(set) var content: ChartContent

  /// The focused mark.
  var line = 0
  var place = 0
  /// What was found last.
  var found: Found?
  /// The row and column of the table that were focused last: a kind may have neither.
  private var lastRow: Int?
  private var lastColumn: Int?

  var query: CohortQuery { table.query }
  var view: TableView { table.view }

  init?(_ table: TableScreen, kinds: [ChartKind], in language: Language) {
    guard let kind = kinds.first else { return nil }
    self.table = table
    self.kind = kind
    self.language = language
    pathway = nil
    content = ChartContent(kind, of: table, in: language)
    focus(row: table.row, column: table.column)
  }

  init?(_ screen: PathwayScreen, kinds: [ChartKind], in language: Language) {
    guard let kind = kinds.first else { return nil }
    table = TableScreen(query: screen.query, table: screen.view.table, language: language)
    self.kind = kind
    self.language = language
    pathway = screen
    content = ChartContent(kind, of: table, in: language)
    let lines =
      screen.view.columns.indices.contains(screen.group)
      ? screen.view.pathway(page: 0, column: screen.group) : []
    let row = lines.indices.contains(screen.place.focus) ? lines[screen.place.focus].row : nil
    focus(row: row, column: screen.group)
  }

  mutating func show(_ kind: ChartKind) {
    change { $0.kind = kind }
  }

  mutating func turnPage(by step: Int) {
    let count = max(1, view.pages.count)
    change { $0.table.page = (($0.table.page + step) % count + count) % count }
  }

  /// Stacked bars have no percentages of columns: those of different columns are parts of different
  /// wholes.
  mutating func cyclePercentage() {
    let bases = view.percentageBases.filter { kind != .stackedBars || $0 != .column }
    change { $0.table.percentage = bases.after($0.table.percentage) }
  }

  /// The same row and column stay focused as far as the kind has them.
  private mutating func change(_ change: (inout ChartScreen) -> Void) {
    let (row, column) = cell
    lastRow = row ?? lastRow
    lastColumn = column ?? lastColumn
    change(&self)
    table.sort(table.sorting)
    content = ChartContent(kind, of: table, in: language)
    focus(row: lastRow, column: lastColumn)
  }

  /// The row and column of the table that the focused mark is of.
  var cell: (row: Int?, column: Int?) {
    let line = content.lines.indices.contains(line) ? content.lines[line].source : nil
    let place = content.places.indices.contains(place) ? content.places[place].source : nil
    return content.isTransposed ? (place, line) : (line, place)
  }

  /// Focuses a cell, as far as the kind has it.
  mutating func take(row: Int?, column: Int?) {
    let (line, place) = (line, place)
    focus(row: row, column: column)
    let (lineSource, placeSource) = content.isTransposed ? (column, row) : (row, column)
    if lineSource == nil { self.line = line }
    if placeSource == nil { self.place = place }
    // Of a pathway's time to an event the content comes later.
    if !content.isEmpty { clamp(to: content) }
  }

  private mutating func focus(row: Int?, column: Int?) {
    (lastRow, lastColumn) = (row, column)
    let (lineSource, placeSource) = content.isTransposed ? (column, row) : (row, column)
    line = content.lines.firstIndex { $0.source != nil && $0.source == lineSource } ?? 0
    place = content.places.firstIndex { $0.source != nil && $0.source == placeSource } ?? 0
  }
}

extension ExplorerState {
  /// The kinds that fit what a chart is of.
  func chartKinds(of pathway: PathwayScreen) -> [ChartKind] {
    var kinds = pathway.view.chartKinds
    if !kinds.isEmpty, hasTimes(of: pathway) { kinds.append(.timeToEvent) }
    return kinds
  }

  func chartKinds(of chart: ChartScreen) -> [ChartKind] {
    chart.pathway.map { chartKinds(of: $0) } ?? chart.table.chartKinds
  }

  /// What is drawn: of a pathway's time to an event what has come by now.
  func content(of chart: ChartScreen) -> ChartContent {
    guard chart.kind == .timeToEvent, let pathway = chart.pathway else { return chart.content }
    return ChartContent(curves: curves(of: pathway).map { ($0.heading, $0.curve) }, in: language)
  }

  /// Per stage and group side by side the time since the stage before, as far as it has come.
  func curves(
    of pathway: PathwayScreen
  ) -> [(heading: ChartContent.Heading, curve: ElapsedCurve, table: ProtectedTable)] {
    times(of: pathway).flatMap { row, view in
      view.columns.indices.compactMap { column in
        let total = pathway.view.values(page: 0, row: row, column: column).first
        var label = pathway.view.rows[row].entries.first?.label ?? ""
        if view.columns.count > 1 { label += ", " + pathway.groupLabel(column, language) }
        return view.elapsedCurve(page: 0, row: 0, column: column, total: total).map {
          (ChartContent.Heading(label: label, source: row), $0, view.table)
        }
      }
    }
  }
}

extension ChartScreen {
  mutating func move(_ command: Command, in content: ChartContent, page: Int) {
    switch command {
    case .up: line -= 1
    case .down: line += 1
    case .left: place -= 1
    case .right: place += 1
    case .pageUp: line -= max(1, page)
    case .pageDown: line += max(1, page)
    case .first: line = 0
    case .last: line = content.lines.count - 1
    case .lineStart: place = 0
    case .lineEnd: place = content.places.count - 1
    default: break
    }
    clamp(to: content)
  }

  mutating func clamp(to content: ChartContent) {
    line = min(max(0, line), max(0, content.lines.count - 1))
    place = min(max(0, place), max(0, content.places.count - 1))
  }

  /// The focused mark in words: `Female, 18 to 20: 45`.
  func words(in content: ChartContent) -> String? {
    guard let figure = content.figure(line, place) else { return nil }
    let headings = [content.lines[line], content.places[place]]
    let ordered = content.isTransposed ? Array(headings.reversed()) : headings
    var text: String
    if case .share(let share) = figure, table.percentage == nil {
      text = "\(share.percentText) (\(language.interval(share)))"
    } else {
      text = language.text(figure)
    }
    if let percentage = table.percentage, figure.number != nil {
      text = language.say("\(text, "share") of the \(percentage.phrase, "base")")
    }
    if content.isCumulative {
      let labels = "\(headings[0].label), \(headings[1].label)"
      return figure.number == nil
        ? "\(labels): \(text)"
        : language.say("\(labels, "event"): \(text, "share") of those who did")
    }
    let named = ordered.filter { heading in !heading.isMargin && !isUnnamed(heading, content) }
    let labels =
      named.isEmpty ? language.totalLabel(of: view) : named.map(\.label).joined(separator: ", ")
    return "\(labels): \(text)" + (kind == .flow ? flowWords(content) : "")
  }

  /// A table without column variables has one column, named after the measure.
  private func isUnnamed(_ heading: ChartContent.Heading, _ content: ChartContent) -> Bool {
    let isColumn =
      content.isTransposed
      ? content.lines.contains(heading) : content.places.contains(heading)
    return isColumn && view.columnAxes.isEmpty && heading.label == language.markLabel(of: view)
  }

  private func flowWords(_ content: ChartContent) -> String {
    let flow = StageFlow(self)
    guard flow.steps.indices.contains(line), let part = flow.steps[line].share,
      let source = flow.steps[line].source
    else { return "" }
    let label = content.lines[source].label
    return language.say(", \(part.text, "share") of \u{201C}\(label, "stage")\u{201D}")
  }
}

extension TableView.PercentageBase {
  var phrase: Phrase {
    switch self {
    case .row: "row"
    case .column: "column"
    case .total: "total"
    }
  }
}
