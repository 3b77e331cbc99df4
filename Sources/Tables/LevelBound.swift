import CohortModel

/// What is told of a table at another link level in the place of its figures: how near they are to
/// those that it shows.
public struct LevelBound: Hashable, Codable, Sendable {
  public var level: LinkLevel
  /// No number that the table shows differs at that level by so many persons or more.
  public var persons: Int

  public init(level: LinkLevel, persons: Int) {
    self.level = level
    self.persons = persons
  }

  public var text: String {
    "At link level \(level.rawValue) no number differs from these by \(persons) persons or more."
  }
}
