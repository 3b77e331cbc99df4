/// Why the explorer cannot use this terminal.
enum TerminalProblem: Error {
  case notATerminal
  case noTerm
  case unknown(String)
  case cannotMoveCursor(String)
  case notOpened(String)

  /// One sentence for standard error: what, and what to do.
  var text: String {
    switch self {
    case .notATerminal:
      "The explorer needs a terminal for input and output. To use its tables in a script, see"
        + " \u{201C}bold query --help\u{201D}."
    case .noTerm:
      "TERM is not set, so the explorer does not know this terminal. Set it (for example"
        + " TERM=xterm-256color), or use \u{201C}bold query\u{201D}."
    case .unknown(let name):
      "The terminal type \u{201C}\(name)\u{201D} is not known here. Set TERM to one that is (for"
        + " example xterm-256color), or use \u{201C}bold query\u{201D}."
    case .cannotMoveCursor(let name):
      "The terminal type \u{201C}\(name)\u{201D} cannot move its cursor, so no screen can be drawn."
        + " Set TERM to what this terminal is, or use \u{201C}bold query\u{201D}."
    case .notOpened(let name): "The terminal \u{201C}\(name)\u{201D} cannot be opened."
    }
  }
}
