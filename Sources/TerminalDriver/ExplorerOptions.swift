/// How the explorer runs.
public struct ExplorerOptions: Sendable {
  /// Draw with ASCII alone, whatever the locale says.
  public var isASCII: Bool
  /// Attributes instead of colours; also when the environment has `NO_COLOR`.
  public var hasColour: Bool

  public init(isASCII: Bool = false, hasColour: Bool = true) {
    self.isASCII = isASCII
    self.hasColour = hasColour
  }
}
