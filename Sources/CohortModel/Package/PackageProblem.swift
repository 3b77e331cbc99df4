/// One thing wrong with a data package: where, what, and what to do. Never holds a person's value.
public struct PackageProblem: Error, Hashable, Codable, Sendable {
  public enum Severity: String, Codable, Sendable {
    case warning
    /// The package cannot be built until it is mended.
    case error
  }

  public var severity: Severity
  /// Path within the package.
  public var file: String
  /// From 1; nil where the whole file is meant.
  public var line: Int?
  public var column: Int?
  /// The field or key at fault.
  public var field: String?
  public var message: String
  /// The governance rule behind a refusal (`G10`).
  public var rule: String?

  public init(
    _ message: String, severity: Severity = .error, file: String, line: Int? = nil,
    column: Int? = nil, field: String? = nil, rule: String? = nil
  ) {
    self.message = message
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.rule = rule
  }
}
