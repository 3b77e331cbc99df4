/// How tables are protected. It can be made stricter by agreements and pilots, never switched off.
public struct DisclosurePolicy: Hashable, Codable, Sendable {
  public var profile: DisclosureProfile
  /// Most variables that a table may cross, filters included.
  public var maximumDimensions: Int
  /// Most cells (margins included) that a protection problem may have. Depends on code lists only.
  public var maximumCells: Int
  /// The share of chance zeros that is always shown as `[c]`, so that `[c]` can hide a zero.
  public var hiddenZeroShare: Double
  /// The bins by which elapsed time is counted, as upper bounds in days; the last bin is open.
  public var elapsedBins: [Int]
  /// Combinations that cannot occur, published as zero: per entry, variable and code.
  public var structuralZeros: [[FieldCondition]]

  public init(
    profile: DisclosureProfile = .tenFive, maximumDimensions: Int = 4, maximumCells: Int = 60_000,
    hiddenZeroShare: Double = 0.2,
    elapsedBins: [Int] = [0, 7, 14, 28, 56, 91, 182, 365, 730],
    structuralZeros: [[FieldCondition]] = []
  ) {
    self.profile = profile
    self.maximumDimensions = maximumDimensions
    self.maximumCells = maximumCells
    self.hiddenZeroShare = hiddenZeroShare
    self.elapsedBins = elapsedBins
    self.structuralZeros = structuralZeros
  }

  public static let standard = DisclosurePolicy()
}

/// A named method with its parameters.
public struct DisclosureProfile: Hashable, Codable, Sendable {
  public enum Zeros: String, Codable, Sendable {
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

  public init(name: String, minimumFrequency: Int, roundingBase: Int, zeros: Zeros = .eligible) {
    self.name = name
    self.minimumFrequency = minimumFrequency
    self.roundingBase = roundingBase
    self.zeros = zeros
  }

  public static let tenFive = DisclosureProfile(
    name: "10-5", minimumFrequency: 10, roundingBase: 5)
  public static let srsTen = DisclosureProfile(
    name: "srs-10", minimumFrequency: 10, roundingBase: 1)
}
