/// Why the explorer cannot use this terminal.
enum TerminalProblem: Error {
  case notATerminal
  case noTerm
  case unknown(String)
  case cannotMoveCursor(String)
  case notOpened(String)

  private static let linesOfText =
    "Or use \u{201C}bold explore --plain\u{201D}: lines of text instead of screens."

  /// For standard error: what, and what to do.
  var text: String {
    switch self {
    case .notATerminal:
      "The explorer needs a terminal for input and output. \(TerminalProblem.linesOfText) For a"
        + " single table see \u{201C}bold query --help\u{201D}."
    case .noTerm:
      "TERM is not set, so the explorer does not know this terminal. Set it (for example"
        + " TERM=xterm-256color). \(TerminalProblem.linesOfText)"
    case .unknown(let name):
      "The terminal type \u{201C}\(name)\u{201D} is not known here. Set TERM to one that is (for"
        + " example xterm-256color). \(TerminalProblem.linesOfText)"
    case .cannotMoveCursor(let name):
      "The terminal type \u{201C}\(name)\u{201D} cannot move its cursor, so no screen can be drawn."
        + " Set TERM to what this terminal is. \(TerminalProblem.linesOfText)"
    case .notOpened(let name): "The terminal \u{201C}\(name)\u{201D} cannot be opened."
    }
  }
}
