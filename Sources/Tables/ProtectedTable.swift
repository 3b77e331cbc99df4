import CohortModel

/// A table after disclosure control: everything that an analyst may see of a query.
///
/// A plain value that crosses the wall. Cells are row-major over `axes` (pages, rows, columns, then
/// the measure; the last varies fastest).
public struct ProtectedTable: Hashable, Codable, Sendable {
  public var heading: TableHeading
  /// The canonical query.
  public var query: CohortQuery
  public var axes: [TableAxis]
  public var cells: [CellValue]
  public var legend: [LegendEntry]
  public var definitions: [DefinitionCard]
  public var certificate: PublicCertificate
  /// Which cells these are, by definition; nil for a table that was written by hand.
  public var cube: ShownCube?

  public init(
    heading: TableHeading, query: CohortQuery, axes: [TableAxis], cells: [CellValue],
    legend: [LegendEntry], definitions: [DefinitionCard], certificate: PublicCertificate,
    cube: ShownCube? = nil
  ) {
    self.heading = heading
    self.query = query
    self.axes = axes
    self.cells = cells
    self.legend = legend
    self.definitions = definitions
    self.certificate = certificate
    self.cube = cube
  }
}

/// What is published for one cell: a (rounded) count, or a sign of the Government Analysis
/// Function's shorthand.
public enum CellValue: Hashable, Codable, Sendable {
  case count(Int)
  /// `[c]`: fewer than the minimum, or needed to protect such a cell.
  case confidential
  /// `[low]`: rounds to zero but is not zero.
  case low
  /// `[x]`: not available.
  case notAvailable
  /// `[z]`: not applicable.
  case notApplicable
}

public struct TableHeading: Hashable, Codable, Sendable {
  public var title: String
  public var package: String
  /// Hex digest that names the release of the store.
  public var release: String
  public var isSynthetic: Bool
  public var pilot: String
  public var pilotTitle: String
  /// "Persons", "Index events" or the label of the counted event.
  public var unit: String
  public var period: Period
  public var linkLevel: LinkLevel
  /// What was asked beyond the axes, one phrase each ("Region: London").
  public var conditions: [String]
  public var coverage: String
  public var datasets: [String]
  /// For whom and for what it was made; nil where the service does not say.
  public var provenance: TableProvenance?
  /// The links behind the table; nil where nothing was linked, or linkage is not agreed.
  public var linkage: LinkageNote?
  /// Per variable of the table the share of those counted whose value is not known.
  public var missing: [PublishedShare]
  /// Where link levels were asked for side by side: those of which no figures are shown.
  public var otherLevels: [OtherLevel]?

  public init(
    title: String, package: String, release: String, isSynthetic: Bool, pilot: String,
    pilotTitle: String, unit: String, period: Period, linkLevel: LinkLevel,
    conditions: [String], coverage: String, datasets: [String],
    provenance: TableProvenance? = nil, linkage: LinkageNote? = nil,
    missing: [PublishedShare] = []
  ) {
    self.title = title
    self.package = package
    self.release = release
    self.isSynthetic = isSynthetic
    self.pilot = pilot
    self.pilotTitle = pilotTitle
    self.unit = unit
    self.period = period
    self.linkLevel = linkLevel
    self.conditions = conditions
    self.coverage = coverage
    self.datasets = datasets
    self.provenance = provenance
    self.linkage = linkage
    self.missing = missing
  }
}

public struct TableAxis: Hashable, Codable, Sendable {
  public var role: AxisRole
  public var name: String
  public var label: String
  public var entries: [AxisEntry]

  public init(role: AxisRole, name: String, label: String, entries: [AxisEntry]) {
    self.role = role
    self.name = name
    self.label = label
    self.entries = entries
  }
}

public struct AxisEntry: Hashable, Codable, Sendable {
  /// `*` is the total. On the measure axis: `count`; `numerator`, `denominator`; or the upper
  /// bounds of the bins of elapsed days (`7`, `14`, …, `more`).
  public var code: String
  public var label: String
  public var labelWelsh: String?
  /// 0 for the total.
  public var depth: Int

  public init(code: String, label: String, labelWelsh: String? = nil, depth: Int) {
    self.code = code
    self.label = label
    self.labelWelsh = labelWelsh
    self.depth = depth
  }
}

public struct LegendEntry: Hashable, Codable, Sendable {
  public var sign: String
  public var meaning: String

  public init(sign: String, meaning: String) {
    self.sign = sign
    self.meaning = meaning
  }
}

/// The part of a certificate that may leave: no number of a primary or secondary cell.
public struct PublicCertificate: Hashable, Codable, Sendable {
  public var profile: String
  public var minimumFrequency: Int
  public var roundingBase: Int
  /// The largest noise that a count may carry, either way; nil where counts carry none.
  public var maximumNoise: Int?
  /// By how many bases at most counts were moved after rounding so that they add up; nil where each is
  /// rounded by itself.
  public var additiveSteps: Int?
  public var statement: String
  /// SHA-256 over profile, query, release and published cells.
  public var hash: String

  public init(
    profile: String, minimumFrequency: Int, roundingBase: Int, statement: String, hash: String,
    maximumNoise: Int? = nil, additiveSteps: Int? = nil
  ) {
    self.profile = profile
    self.minimumFrequency = minimumFrequency
    self.roundingBase = roundingBase
    self.maximumNoise = maximumNoise
    self.additiveSteps = additiveSteps
    self.statement = statement
    self.hash = hash
  }
}
