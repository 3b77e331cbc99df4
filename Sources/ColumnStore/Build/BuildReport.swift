/// What became of every record of a package. For the data owner: it holds exact numbers of records
/// and persons, is saved in the store with mode 0600 and is not reachable through `TableService`.
public struct BuildReport: Hashable, Codable, Sendable {
  public var package: String
  public var version: String
  public var release: String
  /// ISO 8601.
  public var built: String
  public var seconds: Double
  /// Whether the secret of the store before was kept, so that persons keep their keys.
  public var keptSecret: Bool
  /// Bytes written to temporary files.
  public var temporaryBytes: Int
  public var storeBytes: Int
  public var persons: Persons
  public var resources: [ResourceReport]
  /// Every file that was read, descriptors first.
  public var inputs: [Input]

  /// A file of the package as it was read (G31).
  public struct Input: Hashable, Codable, Sendable {
    /// Path within the package.
    public var path: String
    public var bytes: Int
    /// Hex digest.
    public var sha256: String
    /// Whether `SHA256SUMS` lists it; then the digest is the one that is listed.
    public var isListed = false
  }

  /// Persons at each link level, and the records of the person spine.
  public struct Persons: Hashable, Codable, Sendable {
    public var high: Int
    public var medium: Int
    public var low: Int
    /// Rows of the person spine; 0 without one.
    public var links: Int
    /// Compared pairs from which clusters were made; 0 where the linkage made them.
    public var pairs: Int
    /// Link records of datasets that no resource belongs to.
    public var linksOfOtherDatasets: Int
    /// Columns of the links that say nothing of who is who. Dropped (G14).
    public var droppedColumns: [String]
    /// Those of them that hold personal data, by their names or the model's (G10, G11).
    public var personalColumns: [String]
    /// Persons at the loosest level who opted out, and their source records. Nothing is kept (G27).
    public var optedOut: Int
    public var optedOutRecords: Int
    /// Journeys from the magistrates' courts to the Crown Court, and those whose match score is below
    /// the lowest threshold of the links.
    public var journeys: Int
    public var unsureJourneys: Int
    /// Against the store that was replaced; nil where there was none, or one of another format or
    /// secret.
    public var changes: Changes?
  }

  /// How persons changed between two builds, at each link level.
  public struct Changes: Hashable, Codable, Sendable {
    public var high: LevelChanges
    public var medium: LevelChanges
    public var low: LevelChanges
  }

  /// Persons by what became of them, told by the source records that both stores have.
  public struct LevelChanges: Hashable, Codable, Sendable {
    /// The same records as before; records that were not there before may have joined them.
    public var unchanged: Int
    /// Persons with records of several persons before.
    public var merged: Int
    /// Persons before whose records are with several persons now.
    public var split: Int
    /// Persons now with records of one person before, and not with all of them.
    public var parts: Int
    /// None of the records was there before.
    public var new: Int
    /// Persons before none of whose records is there now.
    public var gone: Int
  }
}

/// What became of the records of one resource.
public struct ResourceReport: Hashable, Codable, Sendable {
  /// Why a record is not in the store. Each counts once, for the first reason that applies.
  public enum Rejection: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable {
    /// Text that is not UTF-8, NUL bytes, quotes out of place.
    case malformed
    /// More or fewer fields than the header.
    case ragged
    /// No person id.
    case withoutPerson
    /// The consent field does not say true (G27).
    case withoutConsent
    case missingRequired
    case badType
    case outOfRange
    /// A code that is not in its list, in a required field.
    case unknownCode
    /// The person is not in the links.
    case unlinked
    /// Someone in the person's cluster at the loosest level opted out (G27).
    case optedOut
    /// A primary key that an earlier record has.
    case duplicateKey
    /// A foreign key that no record of the other resource has.
    case unresolvedKey
  }

  public struct FieldCount: Hashable, Codable, Sendable {
    public var field: String
    public var count: Int
  }

  public var resource: String
  public var dataset: String
  public var rowsRead: Int
  public var rowsKept: Int
  public var rejected: [Rejection: Int]
  /// Per field: records rejected for its value.
  public var rejectedByField: [FieldCount]
  /// Per field: codes that are not in the list and became missing.
  public var unknownCodes: [FieldCount]
  /// Per field stored: records without a value.
  public var missing: [FieldCount]
  /// Records whose dates are not in the order that the resource declares. Kept.
  public var datesOutOfOrder: Int
  /// Records that end before they start. Kept.
  public var endsBeforeStart: Int
  /// Records dated outside the package's period. Kept.
  public var outsidePeriod: Int
  /// Records without the resource's date. Kept, before the dated ones.
  public var undated: Int
  /// Spells that start before an earlier spell of the same person (at the strictest level) ended.
  public var overlappingSpells: Int
  /// Per coded field of an undated resource: persons (at the middle level) with different values.
  public var conflicts: [FieldCount]
  /// Columns of the file that the descriptor does not declare. Dropped (G14).
  public var undeclaredColumns: [String]
  /// Declared columns that no pilot uses. Not stored (G14).
  public var unusedColumns: [String]
  public var storedColumns: [String]

  init(resource: String, dataset: String) {
    self.resource = resource
    self.dataset = dataset
    rowsRead = 0
    rowsKept = 0
    rejected = [:]
    rejectedByField = []
    unknownCodes = []
    missing = []
    datesOutOfOrder = 0
    endsBeforeStart = 0
    outsidePeriod = 0
    undated = 0
    overlappingSpells = 0
    conflicts = []
    undeclaredColumns = []
    unusedColumns = []
    storedColumns = []
  }
}
