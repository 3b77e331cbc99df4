import CohortModel
import Tables

/// What is wrong with a data package or a store, as lines for people and as JSON.
public enum ProblemDocument {
  /// `error: pilots/a.yaml:3:9 [variables.sex]: what and what to do (G10)`.
  public static func line(_ problem: PackageProblem) -> String {
    var place = problem.file
    if let line = problem.line { place += ":\(line)" }
    if let column = problem.column { place += ":\(column)" }
    if let field = problem.field { place += " [\(field)]" }
    let rule = problem.rule.map { " (\($0))" } ?? ""
    return SafeText.shown("\(problem.severity.rawValue): \(place): \(problem.message)\(rule)")
  }

  public static func bytes(of problems: [PackageProblem], isSound: Bool) -> [UInt8] {
    let document = JSONValue.members([
      "format": .integer(TableDocument.format),
      "sound": .boolean(isSound),
      "problems": .array(
        problems.map { problem in
          .members([
            "severity": .string(problem.severity.rawValue), "file": .shown(problem.file),
            "line": problem.line.map { .integer($0) } ?? .null,
            "column": problem.column.map { .integer($0) } ?? .null,
            "field": problem.field.map { .shown($0) } ?? .null,
            "message": .shown(problem.message),
            "rule": problem.rule.map { .shown($0) } ?? .null,
          ])
        }),
    ])
    return Array(document.text.utf8)
  }
}
