/// How the records were linked: what a Splink model says of itself (`model.json`). Provenance to
/// show beside tables; it holds no record, and no threshold (Splink does not save it).
public struct LinkageModel: Hashable, Codable, Sendable {
  public enum LinkType: String, Codable, Sendable, CaseIterable {
    case dedupeOnly = "dedupe_only"
    case linkOnly = "link_only"
    case linkAndDedupe = "link_and_dedupe"
  }

  public var linkType: LinkType
  /// The main version of Splink that wrote it, told by the name of the match-weight prefix: 4 or 5.
  public var generation: Int
  /// The probability that two records taken at random are of one person, before any comparison.
  public var prior: Double?
  /// Pairs were compared where one of these conditions holds.
  public var blockingRules: [String]
  /// The fields that were compared, with what each agreement counts.
  public var comparisons: [LinkageComparison]
  /// The column of record ids in Splink's tables.
  public var recordColumn: String
  /// The column of source datasets in Splink's tables.
  public var datasetColumn: String
  /// What columns of calculations begin with in Splink's tables.
  public var calculationPrefixes: [String]

  public init(
    linkType: LinkType, generation: Int, prior: Double? = nil, blockingRules: [String] = [],
    comparisons: [LinkageComparison] = [], recordColumn: String = "unique_id",
    datasetColumn: String = "source_dataset",
    calculationPrefixes: [String] = ["mw_", "gamma_", "tf_"]
  ) {
    self.linkType = linkType
    self.generation = generation
    self.prior = prior
    self.blockingRules = blockingRules
    self.comparisons = comparisons
    self.recordColumn = recordColumn
    self.datasetColumn = datasetColumn
    self.calculationPrefixes = calculationPrefixes
  }

  /// Names of the fields that were compared.
  public var comparedFields: [String] { comparisons.map(\.name) }
}

/// A field that a linkage compared.
public struct LinkageComparison: Hashable, Codable, Sendable {
  public var name: String
  /// The kind of comparison, as Splink calls it.
  public var description: String
  /// From the closest agreement to the rest, after the level for missing values.
  public var levels: [LinkageComparisonLevel]

  public init(name: String, description: String = "", levels: [LinkageComparisonLevel]) {
    self.name = name
    self.description = description
    self.levels = levels
  }
}

/// One degree of agreement between two values of a field.
public struct LinkageComparisonLevel: Hashable, Codable, Sendable {
  public var label: String
  public var condition: String
  /// How often records of one person agree to this degree; nil where Splink did not learn it.
  public var m: Double?
  /// How often records of different persons do.
  public var u: Double?
  /// A value is missing: such a level says nothing and has neither.
  public var isMissing: Bool

  public init(
    label: String, condition: String = "", m: Double? = nil, u: Double? = nil,
    isMissing: Bool = false
  ) {
    self.label = label
    self.condition = condition
    self.m = m
    self.u = u
    self.isMissing = isMissing
  }

  /// Whether Splink had nothing to learn it from.
  public var isUntrained: Bool { !isMissing && (m == nil || u == nil) }
}
