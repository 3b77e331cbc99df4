/// Rows and columns of a terminal.
public struct Size: Hashable, Sendable {
  public var rows: Int
  public var columns: Int

  /// At least one of each.
  public init(rows: Int, columns: Int) {
    self.rows = max(1, rows)
    self.columns = max(1, columns)
  }

  /// Below this a sentence is shown instead of the screens.
  static let smallest = Size(rows: 12, columns: 40)

  var isTooSmall: Bool { rows < Size.smallest.rows || columns < Size.smallest.columns }
}

/// A place on the screen, from 0.
public struct Position: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
