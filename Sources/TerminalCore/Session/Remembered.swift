/// Screens that can be shown again: as they were left, or, from a session that was taken up again, by
/// their places alone.
enum Remembered: Sendable {
  case screens([Screen])
  case places([ScreenPlace])

  var places: [ScreenPlace] {
    switch self {
    case .screens(let screens): screens.compactMap(\.kept)
    case .places(let places): places
    }
  }
}

/// The way back to screens that are known by their places: their tables are asked for again, one
/// after another.
struct Return: Sendable {
  enum Purpose: Sendable {
    /// A step that can be undone.
    case jump
    case undo
    case redo
    /// The beginning of a session.
    case resume
  }

  var purpose: Purpose
  /// Still to be shown; the first one's table is being asked for.
  var rest: [ScreenPlace]
  var screens: [Screen] = []
  /// Why some can not be shown any more.
  var refusals: [Phrase] = []
}
