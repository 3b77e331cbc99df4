/// A query made concrete against a package: the dimensions to be counted and protected, and which
/// cells of that cube the table shows. It depends on descriptors only, never on data.
///
/// The cube's cells are the product of the dimensions' nodes, row-major (the last dimension varies
/// fastest). Filters, the period and conditions on earlier events are dimensions too, so that what
/// a filter leaves out is protected together with what it keeps.
public struct TablePlan: Hashable, Codable, Sendable {
  /// What a cell counts.
  public enum Counting: Hashable, Codable, Sendable {
    /// Each person once, at the first index event.
    case persons
    /// Each index event.
    case indexEvents
    /// Events of this definition from the index to the end of follow-up.
    case events(String)
    /// Units of this name, each once, at the first index event that has its key.
    case units(String)

    /// The same for the same count in every plan: part of the identity of a cell.
    public var canonicalName: String {
      switch self {
      case .persons: "persons"
      case .indexEvents: "index events"
      case .events(let name): "events \(name)"
      case .units(let name): "units \(name)"
      }
    }
  }

  /// The query in canonical form (defaults filled in, codes in list order).
  public var query: CohortQuery
  public var linkLevel: LinkLevel
  public var counting: Counting
  public var dimensions: [PlannedDimension]
  /// Nodes (dimension → node) that hold for every shown cell.
  public var fixedNodes: [Int: Int]
  /// Pages, rows, columns, then the measure; each entry fixes further nodes.
  public var axes: [PlannedAxis]
  /// Minimum frequency after policy, pilot and agreements.
  public var minimumFrequency: Int
  public var profile: DisclosureProfile
  public var definitions: [DefinitionCard]
  /// What a cell counts, in words: "Persons", "Index events", or the label of the counted event or unit.
  public var unit: String
  /// Titles of the resources that the table draws on.
  public var datasets: [String]
  /// Names of these resources.
  public var resources: [String]
  /// Which cells of a share may not be shown yet.
  public var followUp: FollowUpRule?
  /// What stands below the legend, a sentence each.
  public var notes: [String]

  public init(
    query: CohortQuery, linkLevel: LinkLevel, counting: Counting,
    dimensions: [PlannedDimension], fixedNodes: [Int: Int], axes: [PlannedAxis],
    minimumFrequency: Int, profile: DisclosureProfile, definitions: [DefinitionCard] = [],
    unit: String = "Persons", datasets: [String] = [], resources: [String] = [],
    followUp: FollowUpRule? = nil, notes: [String] = []
  ) {
    self.query = query
    self.linkLevel = linkLevel
    self.counting = counting
    self.dimensions = dimensions
    self.fixedNodes = fixedNodes
    self.axes = axes
    self.minimumFrequency = minimumFrequency
    self.profile = profile
    self.definitions = definitions
    self.unit = unit
    self.datasets = datasets
    self.resources = resources
    self.followUp = followUp
    self.notes = notes
  }

  /// The dimensions of outcomes whose shares stand side by side: of their crossing the table shows the
  /// margins alone.
  public var sideBySide: [Int] {
    guard case .share(let names) = query.measure, names.count > 1 else { return [] }
    return dimensions.indices.filter {
      if case .outcome(let name) = dimensions[$0].source { names.contains(name) } else { false }
    }
  }

  /// Cells of the cube, margins included.
  public var cellCount: Int { dimensions.reduce(1) { $0 * $1.structure.nodes.count } }
}

public struct PlannedDimension: Hashable, Codable, Sendable {
  /// Where a member's slot comes from.
  public enum Source: Hashable, Codable, Sendable {
    /// A variable of the pilot. Slots follow `slotCodes`. A value that no slot names (a number
    /// outside all bands, a date outside the package's period) counts as missing.
    case variable(String)
    /// Furthest stage and how it ended there. Slots follow `slotCodes`: for each stage but the last
    /// its branches (`stage.branch`), then `stage.censored`, `stage.dropped`; the last stage's name.
    case stage
    /// Slots: yes, no, not known (`NK`).
    case milestone(String)
    /// Slots: yes, no, incomplete, outside (not in the base). Of outcomes side by side the last two
    /// are one.
    case outcome(String)
    /// Slots: the policy's bins of days from one stage to another by their upper bounds, `more`,
    /// then `none` (not reached).
    case elapsed(from: String, to: String)
    /// Slots: had the event, had not.
    case history(EarlierEvent)
    /// Slots: index event within the period, outside it.
    case period(Period)
  }

  public var source: Source
  public var label: String
  /// Per slot the codes that fall in it. For a variable: codes of its list that data may hold, the
  /// codes of its bands or calendar units (`2023`, `2023-Q1`, `2023-04`), the missing code (its own
  /// or `NK`), and `NA` where a variable taken at a stage does not apply. A recode or a hierarchy
  /// shown in part puts several codes in one slot. For other sources: one code per slot, as above.
  public var slotCodes: [[String]]
  public var structure: CodeStructure
  public var isSensitive: Bool

  public init(
    source: Source, label: String, slotCodes: [[String]], structure: CodeStructure,
    isSensitive: Bool = false
  ) {
    self.source = source
    self.label = label
    self.slotCodes = slotCodes
    self.structure = structure
    self.isSensitive = isSensitive
  }
}

public struct PlannedAxis: Hashable, Codable, Sendable {
  public var role: AxisRole
  public var name: String
  public var label: String
  public var entries: [PlannedEntry]

  public init(role: AxisRole, name: String, label: String, entries: [PlannedEntry]) {
    self.role = role
    self.name = name
    self.label = label
    self.entries = entries
  }
}

public enum AxisRole: String, Codable, Sendable {
  case page
  case row
  case column
  case measure
}

public struct PlannedEntry: Hashable, Codable, Sendable {
  public var code: String
  public var label: String
  public var labelWelsh: String?
  public var depth: Int
  /// Dimension → node.
  public var nodes: [Int: Int]

  public init(
    code: String, label: String, labelWelsh: String? = nil, depth: Int, nodes: [Int: Int]
  ) {
    self.code = code
    self.label = label
    self.labelWelsh = labelWelsh
    self.depth = depth
    self.nodes = nodes
  }
}
