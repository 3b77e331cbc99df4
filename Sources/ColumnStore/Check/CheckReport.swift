import CohortModel

/// Everything found wrong with a package, descriptors and data.
public struct CheckReport: Hashable, Codable, Sendable {
  /// In the order of files and lines. Errors stop a build. Warnings are about single records: a build
  /// leaves them out, or takes a code for missing, and counts that in its report.
  public var problems: [PackageProblem]

  public init(problems: [PackageProblem]) {
    self.problems = problems
  }

  /// Nothing at all is wrong.
  public var isSound: Bool { problems.isEmpty }

  /// A store can be built.
  public var isUsable: Bool { !problems.contains { $0.severity == .error } }
}
