/// Which files say who is the same person, and in which form.
public struct PackageLinks: Hashable, Codable, Sendable {
  public enum Format: String, Codable, Sendable, CaseIterable {
    /// source_dataset, record_id, high, medium, low.
    case spine
    /// Splink's clusters, a file for each link level.
    case splinkClusters = "splink-clusters"
    /// Splink's pairwise predictions, from which the clusters of three thresholds are made.
    case splinkPredictions = "splink-predictions"
    /// person_id, source_dataset, cluster_high, cluster_medium, cluster_low.
    case lookup
    /// One link id for each source record, the same at all levels.
    case xjsLink = "xjs-link"
  }

  /// Something for each link level.
  public struct Levels<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    public var high: Value
    public var medium: Value
    public var low: Value

    public init(high: Value, medium: Value, low: Value) {
      self.high = high
      self.medium = medium
      self.low = low
    }

    public subscript(level: LinkLevel) -> Value {
      switch level {
      case .high: high
      case .medium: medium
      case .low: low
      }
    }
  }

  public var format: Format
  /// The file of a spine, a lookup or link ids.
  public var path: String?
  /// Splink's cluster files.
  public var clusters: Levels<String>?
  /// Splink's pairs.
  public var predictions: String?
  /// Match probabilities from which records are one person at each level.
  public var thresholds: Levels<Double>?
  /// All source records, linked or not, where only pairs are known.
  public var records: String?
  /// The settings that Splink saved.
  public var model: String?
  /// Which cases of the magistrates' courts went on to the Crown Court.
  public var journey: String?
  /// The dataset of all records, where the files have no column for it.
  public var dataset: String?
  /// Id of the agreement that covers the linkage.
  public var agreement: String?

  public init(
    format: Format, path: String? = nil, clusters: Levels<String>? = nil,
    predictions: String? = nil, thresholds: Levels<Double>? = nil, records: String? = nil,
    model: String? = nil, journey: String? = nil, dataset: String? = nil,
    agreement: String? = nil
  ) {
    self.format = format
    self.path = path
    self.clusters = clusters
    self.predictions = predictions
    self.thresholds = thresholds
    self.records = records
    self.model = model
    self.journey = journey
    self.dataset = dataset
    self.agreement = agreement
  }

  /// A person spine.
  public static func spine(_ path: String) -> PackageLinks {
    PackageLinks(format: .spine, path: path)
  }

  /// The files of records, each once, by which problems with the links are called.
  public var paths: [String] {
    var paths: [String] = []
    let all = [
      path, clusters?.high, clusters?.medium, clusters?.low, predictions, records, journey,
    ]
    for case let path? in all where !paths.contains(path) { paths.append(path) }
    return paths
  }
}
