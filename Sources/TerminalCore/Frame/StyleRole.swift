/// What a piece of text is. The driver gives each role its colour or attributes; no role is told by
/// colour alone.
public enum StyleRole: UInt8, CaseIterable, Sendable {
  case text
  case heading
  case dim
  /// The cell, line or choice that keys act on.
  case focus
  /// Row and column headings of the focused cell.
  case focusHeading
  case total
  /// `[c]` and the other signs.
  case sign
  case bar
  case chip
  /// "Synthetic data".
  case synthetic
  case status
  case key
  case work
  case problem
}
