/// A named method with its parameters.
public struct DisclosureProfile: Hashable, Codable, Sendable {
  public enum Zeros: String, Codable, CaseIterable, Sendable {
    /// Chance zeros are always shown.
    case published
    /// Chance zeros may stand behind `[c]`.
    case eligible
    /// Chance zeros are unsafe, like small counts.
    case unsafe
  }

  public var name: String
  /// Counts of 1 … minimumFrequency − 1 persons are unsafe.
  public var minimumFrequency: Int
  /// Published values are rounded to the nearest multiple; 1 publishes exact values.
  public var roundingBase: Int
  public var zeros: Zeros
  /// The noise of the cell-key method; nil for profiles that suppress.
  public var cellKey: CellKeyParameters?
  /// By how many bases at most the values of a shown table were moved so that they add up; nil where
  /// each is rounded by itself. Of tables of a set, never of a policy.
  public var additiveSteps: Int?

  public init(
    name: String, minimumFrequency: Int, roundingBase: Int, zeros: Zeros = .eligible,
    cellKey: CellKeyParameters? = nil, additiveSteps: Int? = nil
  ) {
    self.name = name
    self.minimumFrequency = minimumFrequency
    self.roundingBase = roundingBase
    self.zeros = zeros
    self.cellKey = cellKey
    self.additiveSteps = additiveSteps
  }

  public static let tenFive = DisclosureProfile(
    name: "10-5", minimumFrequency: 10, roundingBase: 5)
  public static let srsTen = DisclosureProfile(
    name: "srs-10", minimumFrequency: 10, roundingBase: 1)
  /// Noise in the place of complementary suppression.
  public static let cellKey = DisclosureProfile(
    name: "cell-key", minimumFrequency: 10, roundingBase: 1, cellKey: .standard)
}
