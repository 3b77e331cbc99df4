import Tables

/// What a text was found in.
enum Found: Hashable, Sendable {
  /// A row of the table, or a line of a chart.
  case row(Int)
  /// A column of the table, or a place of a chart.
  case column(Int)
  case page(Int)

  /// Rows first, then columns, then pages where there are several.
  static func places(rows: [Int], columns: Range<Int>, pages: Range<Int>) -> [Found] {
    rows.map { .row($0) } + columns.map { .column($0) }
      + (pages.count > 1 ? pages.map { .page($0) } : [])
  }

  /// The next of `places` that holds what is looked for, after `start` and round to it again.
  static func next(
    of places: [Found], after start: Found?, forward: Bool, where holds: (Found) -> Bool
  ) -> Found? {
    let start = start.flatMap { places.firstIndex(of: $0) } ?? 0
    let place = Round.next(after: start, of: places.count, forward: forward) { holds(places[$0]) }
    return place.map { places[$0] }
  }
}

enum Round {
  /// The next of `count` things for which something holds, after `start` and round to it again; nil
  /// where there is none.
  static func next(
    after start: Int, of count: Int, forward: Bool, where holds: (Int) -> Bool
  ) -> Int? {
    guard count > 0 else { return nil }
    return (1...count).lazy
      .map { ((start + (forward ? $0 : -$0)) % count + count) % count }.first(where: holds)
  }
}

extension TableView {
  /// The next row, column or page whose label holds `text`.
  func found(
    _ text: String, rows: [Int], after start: Found?, forward: Bool
  ) -> Found? {
    let places = Found.places(rows: rows, columns: columns.indices, pages: pages.indices)
    return Found.next(of: places, after: start, forward: forward) { place in
      path(of: place).entries.contains { $0.label.lowercased().contains(text) }
    }
  }

  private func path(of place: Found) -> AxisPath {
    switch place {
    case .row(let number): rows[number]
    case .column(let number): columns[number]
    case .page(let number): pages[number]
    }
  }

  /// Where something was found that is no row: `Column 3 of 9: Male`.
  func inWords(_ found: Found) -> Phrase? {
    let labels = path(of: found).entries.map(\.label).joined(separator: ", ")
    switch found {
    case .row: return nil
    case .column(let number):
      return
        "Column \(number + 1, "number") of \(columns.count, "count"): \(labels, "labels")"
    case .page(let number):
      return "Page \(number + 1, "number") of \(pages.count, "count"): \(labels, "labels")"
    }
  }
}

extension TableScreen {
  /// Goes to the next row (also one that is closed), column or page whose label holds `text`, and
  /// from the end to the beginning. Nil where none does.
  mutating func find(_ text: String, forward: Bool) -> Found? {
    var start = row.map { Found.row($0) }
    // What was found last, as long as it is in focus.
    if found == .column(column) || found == .page(page) { start = found }
    guard let next = view.found(text, rows: allRows, after: start, forward: forward) else {
      return nil
    }
    switch next {
    case .row(let row): reveal(row: row)
    case .column(let number): column = number
    case .page(let number):
      page = number
      sort(sorting)
    }
    found = next
    return next
  }
}

extension LevelsScreen {
  /// The same; in a column that is found the same level, or change, stays focused.
  mutating func find(_ text: String, forward: Bool) -> Found? {
    var start = Found.row(line)
    if let found, found == .column(place(column).column) || found == .page(page) { start = found }
    let rows = Array(view.rows.indices)
    guard let next = view.found(text, rows: rows, after: start, forward: forward) else {
      return nil
    }
    switch next {
    case .row(let row): line = row
    case .column(let number): column = number * parts.count + column % parts.count
    case .page(let number): page = number
    }
    found = next
    return next
  }
}

extension ChartScreen {
  /// Goes to the next line, place or page whose label holds `text`. False where none does.
  mutating func find(_ text: String, in content: ChartContent, forward: Bool) -> Bool {
    var start = Found.row(line)
    if let found, found == .column(place) || found == .page(table.page) { start = found }
    let pages = view.pages
    let places = Found.places(
      rows: Array(content.lines.indices), columns: content.places.indices, pages: pages.indices)
    let next = Found.next(of: places, after: start, forward: forward) { place in
      switch place {
      case .row(let number): content.lines[number].label.lowercased().contains(text)
      case .column(let number): content.places[number].label.lowercased().contains(text)
      case .page(let number):
        pages[number].entries.contains { $0.label.lowercased().contains(text) }
      }
    }
    switch next {
    case .row(let number): line = number
    case .column(let number): place = number
    case .page(let number): turnPage(by: number - table.page)
    case nil: return false
    }
    found = next
    return true
  }
}
