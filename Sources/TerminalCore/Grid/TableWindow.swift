import Tables

extension Size {
  /// Lines between the way (top) and the message and status lines (bottom).
  var bodyHeight: Int { max(1, rows - 3) }
}

/// Which part of a table a screen of some size shows, and where.
struct TableWindow: Sendable {
  /// Columns of the row headings, the gap after each included.
  let headings: [Int]
  /// What stands above the column headings, from the second line of the screen on.
  let header: TableHeader
  /// The first screen line of the column headings, how many there are, and the body below them.
  let headingTop: Int
  let headingLines: Int
  let bodyTop: Int
  let bodyHeight: Int
  private let widths: [Int]
  private let room: Int

  static let gap = 2

  init(
    _ screen: TableScreen, size: Size, language: Language = .english, keys: KeyBindings = .standard
  ) {
    self.init(
      headings: screen.widths.headings, columns: screen.widths.columns,
      wholeColumns: screen.widths.wholeColumns,
      header: TableHeader(screen, size: size, language: language, keys: keys),
      headingLines: max(1, screen.view.columnAxes.count), size: size)
  }

  /// - Parameters:
  ///   - wanted: columns of the row headings, without gaps.
  ///   - columns: what columns need.
  ///   - wholeColumns: what they would take to show their labels whole.
  init(
    headings wanted: [Int], columns: [Int], wholeColumns: [Int], header: TableHeader,
    headingLines: Int, size: Size
  ) {
    // Row headings have half of the screen, and what the columns leave.
    let figures = columns.reduce(0) { $0 + $1 + TableWindow.gap }
    let half = max(size.columns / 2, size.columns - figures)
    var wanted = wanted
    // The widest headings give way until all fit in that.
    while wanted.reduce(0, +) + wanted.count * TableWindow.gap > half,
      let widest = wanted.indices.max(by: { wanted[$0] < wanted[$1] }), wanted[widest] > 6
    {
      wanted[widest] -= 1
    }
    headings = wanted.map { $0 + TableWindow.gap }
    // What is left then makes cut labels of columns whole.
    var left = size.columns - figures - wanted.reduce(0) { $0 + $1 + TableWindow.gap }
    widths = zip(columns, wholeColumns).map { width, whole in
      let more = max(0, min(left, whole - width))
      left -= more
      return width + more
    }
    self.header = header
    self.headingLines = headingLines
    headingTop = 1 + header.lines.count
    bodyTop = headingTop + headingLines
    bodyHeight = max(1, size.rows - 3 - bodyTop)
    room = max(1, size.columns - headings.reduce(0, +))
  }

  /// Where the columns begin.
  var columnsLeft: Int { headings.reduce(0, +) }

  /// The columns that fit from `left` on (at least one, perhaps cut), with their places.
  func columns(from left: Int) -> [(column: Int, place: Int, width: Int)] {
    var result: [(column: Int, place: Int, width: Int)] = []
    var used = 0
    for column in widths.indices.dropFirst(left) {
      let width = widths[column]
      if !result.isEmpty, used + width > room { break }
      result.append((column, columnsLeft + used, min(width, room)))
      used += width + TableWindow.gap
    }
    return result
  }

  /// The first column to show so that `column` is seen, from `left`; by half screens, so that
  /// most steps sideways do not move the table.
  func left(showing column: Int, from left: Int) -> Int {
    let left = min(max(0, left), max(0, widths.count - 1))
    if column < left {
      return max(0, column - shown(before: column) / 2)
    }
    if columns(from: left).contains(where: { $0.column == column }) { return left }
    var first = column
    var used = widths.indices.contains(column) ? widths[column] : 0
    while first > 0, used + TableWindow.gap + widths[first - 1] <= room / 2 {
      first -= 1
      used += TableWindow.gap + widths[first]
    }
    return first
  }

  private func shown(before column: Int) -> Int { columns(from: column).count }
}

extension ExplorerState {
  /// The part of a table that the window shows.
  func window(of screen: TableScreen) -> TableWindow {
    TableWindow(screen, size: size, language: language, keys: keys)
  }
}
