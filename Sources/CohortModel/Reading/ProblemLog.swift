/// Collects what is wrong with a package over all of its files.
final class ProblemLog {
  private var problems: [PackageProblem] = []
  /// One broken file should not bury the others.
  private static let most = 1_000

  func add(_ problem: PackageProblem) {
    if problems.count < ProblemLog.most, !problems.contains(problem) { problems.append(problem) }
  }

  var hasErrors: Bool { problems.contains { $0.severity == .error } }

  /// By file, line and column.
  var sorted: [PackageProblem] {
    problems.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.file, a.line ?? 0, a.column ?? 0, left.offset)
        < (b.file, b.line ?? 0, b.column ?? 0, right.offset)
    }.map(\.element)
  }
}
