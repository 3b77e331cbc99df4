/// How tables are protected. It can be made stricter by agreements and pilots, never switched off.
public struct DisclosurePolicy: Hashable, Codable, Sendable {
  /// Of every pilot that `profiles` does not name.
  public var profile: DisclosureProfile
  /// By pilot: one profile for each cohort.
  public var profiles: [String: DisclosureProfile]
  /// How many of the values 1 … minimum − 1 remain possible for a cell of so few persons; all of them
  /// where nil.
  public var possibleValues: Int?
  public var dominance: DominanceRule
  public var classDisclosure: ClassDisclosureRule
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
  /// How complementary cells are chosen.
  public var suppression: SuppressionPolicy
  /// Tables that are protected together.
  public var tableSets: [TableSet]
  /// Whether figures may be given to the clipboard of an analyst's terminal; where nil they may.
  public var clipboard: Bool?

  public init(
    profile: DisclosureProfile = .tenFive, maximumDimensions: Int = 4, maximumCells: Int = 60_000,
    hiddenZeroShare: Double = 0.2,
    elapsedBins: [Int] = [0, 7, 14, 28, 56, 91, 182, 365, 730],
    structuralZeros: [[FieldCondition]] = [], profiles: [String: DisclosureProfile] = [:],
    possibleValues: Int? = nil, dominance: DominanceRule = .standard,
    classDisclosure: ClassDisclosureRule = .standard,
    suppression: SuppressionPolicy = .standard, tableSets: [TableSet] = []
  ) {
    self.profile = profile
    self.profiles = profiles
    self.possibleValues = possibleValues
    self.dominance = dominance
    self.classDisclosure = classDisclosure
    self.maximumDimensions = maximumDimensions
    self.maximumCells = maximumCells
    self.hiddenZeroShare = hiddenZeroShare
    self.elapsedBins = elapsedBins
    self.structuralZeros = structuralZeros
    self.suppression = suppression
    self.tableSets = tableSets
  }

  public static let standard = DisclosurePolicy()

  /// The format by which a copy to the clipboard is asked for as an export, and logged.
  public static let clipboardFormat = "clipboard"

  public var allowsClipboard: Bool { clipboard ?? true }

  /// Every profile that some pilot's tables may have, the main one first.
  public var allProfiles: [DisclosureProfile] {
    [profile] + profiles.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The profile of a pilot's tables.
  public func profile(for pilot: String) -> DisclosureProfile { profiles[pilot] ?? profile }
}
