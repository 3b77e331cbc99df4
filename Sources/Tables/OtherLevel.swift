import CohortModel

/// What is told of a table at another link level in the place of its figures: by how many persons its
/// numbers differ there at most, about.
public struct OtherLevel: Hashable, Codable, Sendable {
  public var level: LinkLevel
  /// About by how many persons the number differs most that differs most: with noise, to the nearest
  /// of the minimum's multiples, and no less than the minimum.
  public var persons: Int
  /// The standard deviation of the noise.
  public var noise: Int

  public init(level: LinkLevel, persons: Int, noise: Int) {
    self.level = level
    self.persons = persons
    self.noise = noise
  }

  public var text: String {
    "At link level \(level.rawValue) numbers differ from these by up to about \(persons) persons (with noise of about \(noise))."
  }
}
