import CohortModel

/// One line of a table: an entry of each axis of a role, outermost first. A role without axes has
/// one empty path, the total.
public struct AxisPath: Hashable, Sendable {
  public var entries: [AxisEntry]

  public init(_ entries: [AxisEntry]) {
    self.entries = entries
  }

  /// Every entry is its axis's total.
  public var isTotal: Bool { entries.allSatisfy(\.isTotal) }
}

extension AxisEntry {
  /// The code that stands for all members.
  public static let totalCode = "*"

  public var isTotal: Bool { code == AxisEntry.totalCode }
}
