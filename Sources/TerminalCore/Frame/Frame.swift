/// A screen as it should be: a grid of exactly `size` cells and the place of the cursor.
public struct Frame: Hashable, Sendable {
  public let size: Size
  /// Row-major.
  public internal(set) var cells: [FrameCell]
  /// Where the hardware cursor stands: on what keys act on (screen readers follow it).
  public internal(set) var cursor: Position

  init(size: Size) {
    self.size = size
    self.cells = Array(repeating: .blank, count: size.rows * size.columns)
    self.cursor = Position(row: 0, column: 0)
  }

  public subscript(row: Int, column: Int) -> FrameCell {
    cells[row * size.columns + column]
  }

  /// A row as text, without the spaces at its end.
  public func text(row: Int) -> String {
    var line = ""
    for column in 0..<size.columns { line += self[row, column].text }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The whole frame as text, one line a row.
  public var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }
}

/// One column of a row of the screen.
public struct FrameCell: Hashable, Sendable {
  /// A character with its combining marks; empty for the second column of a wide character.
  public var text: String
  public var role: StyleRole

  static let blank = FrameCell(text: " ", role: .text)
}
