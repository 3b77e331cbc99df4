import CohortModel

/// What is known of a table that was shown: the definition of its cells, what was published of them
/// and by which rules. All that an attacker, an audit or a later protection needs of it, and nothing
/// that was not shown.
///
/// Made of a protected table or read back from an export.
public struct PublishedTable: Hashable, Codable, Sendable {
  /// Whose figures they are. Cells of different populations do not add up with each other, except as
  /// their link levels and releases relate.
  public struct Population: Hashable, Codable, Sendable {
    public var package: String
    public var release: String
    public var pilot: String
    /// "persons", "index events", "events NAME", "units NAME".
    public var unit: String
    public var linkLevel: LinkLevel

    public init(
      package: String, release: String, pilot: String, unit: String, linkLevel: LinkLevel
    ) {
      self.package = package
      self.release = release
      self.pilot = pilot
      self.unit = unit
      self.linkLevel = linkLevel
    }
  }

  /// One shown cell: a node of every dimension (0 is the whole) and what stands there.
  public struct Cell: Hashable, Codable, Sendable {
    public var nodes: [Int]
    public var value: CellValue

    public init(nodes: [Int], value: CellValue) {
      self.nodes = nodes
      self.value = value
    }
  }

  /// A name for reports, such as the file's.
  public var name: String
  public var population: Population
  /// Profile, with the minimum and the base that held for this table.
  public var profile: DisclosureProfile
  public var dimensions: [PlannedDimension]
  public var cells: [Cell]

  public init(
    name: String, population: Population, profile: DisclosureProfile,
    dimensions: [PlannedDimension], cells: [Cell]
  ) {
    self.name = name
    self.population = population
    self.profile = profile
    self.dimensions = dimensions
    self.cells = cells
  }
}
