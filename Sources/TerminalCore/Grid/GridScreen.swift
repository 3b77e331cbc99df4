/// A table on the screen: a cursor on one of its cells, and which part of it is seen.
protocol GridScreen: Sendable {
  var lineCount: Int { get }
  var columnCount: Int { get }
  var pageCount: Int { get }
  var line: Int { get set }
  var column: Int { get set }
  var page: Int { get set }
  /// The first line and column shown.
  var top: Int { get set }
  var left: Int { get set }
}

extension GridScreen {
  mutating func move(_ command: Command, in window: TableWindow) {
    switch command {
    case .up: line -= 1
    case .down: line += 1
    case .left: column -= 1
    case .right: column += 1
    case .pageUp: line -= max(1, window.bodyHeight - 1)
    case .pageDown: line += max(1, window.bodyHeight - 1)
    case .first: line = 0
    case .last: line = lineCount - 1
    case .lineStart: column = 0
    case .lineEnd: column = columnCount - 1
    default: break
    }
    keepFocusInView(window)
  }

  mutating func keepFocusInView(_ window: TableWindow) {
    line = min(max(0, line), max(0, lineCount - 1))
    column = min(max(0, column), max(0, columnCount - 1))
    page = min(max(0, page), max(0, pageCount - 1))
    if line < top { top = line }
    if line >= top + window.bodyHeight { top = line - window.bodyHeight + 1 }
    top = min(max(0, top), max(0, lineCount - window.bodyHeight))
    left = window.left(showing: column, from: left)
  }
}

extension TableScreen: GridScreen {
  var lineCount: Int { order.count }
  var columnCount: Int { view.columns.count }
  var pageCount: Int { view.pages.count }
}
