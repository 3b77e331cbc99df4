import CohortModel

/// Problems, at most so many of one kind in one field; of the rest only how many there were.
struct ProblemList {
  static let mostOfAKind = 20

  private struct Kind: Hashable {
    var file: String
    var field: String?
    var message: String
  }

  private var problems: [PackageProblem] = []
  private var counts: [Kind: Int] = [:]
  private(set) var hasErrors = false

  mutating func add(_ problem: PackageProblem) {
    hasErrors = hasErrors || problem.severity == .error
    let kind = Kind(file: problem.file, field: problem.field, message: problem.message)
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    if count <= ProblemList.mostOfAKind { problems.append(problem) }
  }

  mutating func add(_ problems: [PackageProblem]) {
    for problem in problems { add(problem) }
  }

  /// The problems in the order of file and line, then one for each kind that had more.
  var all: [PackageProblem] {
    var result: [PackageProblem] = []
    for problem in problems {
      result.append(problem)
      let kind = Kind(file: problem.file, field: problem.field, message: problem.message)
      let count = counts[kind, default: 0]
      let isLast = problems.last {
        $0.file == kind.file && $0.field == kind.field && $0.message == kind.message
      }
      if count > ProblemList.mostOfAKind, isLast == problem {
        var rest = problem
        rest.line = nil
        rest.column = nil
        rest.message += " (\(count - ProblemList.mostOfAKind) more like this)"
        result.append(rest)
      }
    }
    return result
  }
}
