/// Extra care for tables about children or families (G20).
public struct Safeguards: Hashable, Codable, Sendable {
  public enum Subject: String, Codable, Sendable, CaseIterable {
    case children
    case families
  }

  /// The finest geography that a table may show, filter by or group.
  public enum Geography: String, Codable, Sendable, CaseIterable {
    /// The top codes of an area variable.
    case region
    /// No area variable at all.
    case nowhere = "none"
  }

  public var about: Subject
  /// Higher than the policy's.
  public var minimumFrequency: Int
  public var geography: Geography

  public init(about: Subject, minimumFrequency: Int, geography: Geography = .region) {
    self.about = about
    self.minimumFrequency = minimumFrequency
    self.geography = geography
  }
}
