import ArgumentParser
import CohortModel
import TableExport
import Tables

/// Why a command did not do what it was asked: what, where, and what to do. Holds nothing from the
/// data but names that the descriptors already show, and those pass the gate.
struct CommandFailure: Error {
  enum Kind {
    /// The question was refused or is wrong; another one may work.
    case refused
    /// The store, package, folder or command line cannot be used.
    case unusable
  }

  var kind: Kind
  var message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  var exitCode: ExitCode {
    switch kind {
    case .refused: ExitCode(1)
    case .unusable: ExitCode(2)
    }
  }
}

extension CommandFailure {
  /// - Parameter text: the query as it was typed, where there is one.
  init(_ error: ServiceError, query text: String? = nil) {
    switch error {
    case .refused(let problem): self.init(problem, query: text)
    case .storeUnusable(let reason): self.init(.unusable, SafeText.shown(reason))
    case .unavailable(let reason): self.init(.unusable, SafeText.shown(reason))
    }
  }

  /// The problem, with the query below it and a caret under every character of the word at fault.
  init(_ problem: QueryProblem, query text: String? = nil) {
    var lines = [SafeText.shown(problem.description)]
    if let text, let offset = problem.offset, offset <= text.count {
      let before = SafeText.shown(String(text.prefix(offset)))
      let word = SafeText.shown(problem.word ?? "")
      lines.append("  " + SafeText.shown(text))
      lines.append(
        "  " + String(repeating: " ", count: DisplayWidth.of(before))
          + String(repeating: "^", count: max(1, DisplayWidth.of(word))))
    }
    self.init(.refused, lines.joined(separator: "\n"))
  }

  init(_ error: ExportError) {
    switch error {
    case .exists(let path):
      self.init(
        .refused,
        "\(SafeText.shown(path)) is there already and was left as it is. "
          + "Choose another name, or add --force to replace it.")
    case .name(let path):
      self.init(
        .unusable,
        "\u{201C}\(SafeText.shown(path))\u{201D} is no name for a CSV file. "
          + "Give it one that ends in .csv.")
    case .system(let path, let operation, let code):
      self.init(
        .unusable,
        "Cannot \(operation) \(SafeText.shown(path)): \(SystemText.of(code)). Nothing was written.")
    }
  }
}
