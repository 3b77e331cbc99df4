/// What an analyst asks: a table of one pilot's cohort. It has one text form (`docs/query.md`):
///
///     reoffending rows sex columns age:1 where region=E12000007 measure share reoffended
public struct CohortQuery: Hashable, Codable, Sendable {
  public var pilot: String
  /// Index events in this period; all where nil.
  public var period: Period?
  /// nil: the package's default.
  public var linkLevel: LinkLevel?
  /// Only members who reached this stage (`housed`), or who ended there in one way
  /// (`housed.dropped`, `housed.censored`, `housed.recalled`).
  public var stage: String?
  public var rows: [AxisVariable]
  public var columns: [AxisVariable]
  public var pages: [AxisVariable]
  public var filters: [Filter]
  public var recodes: [Recode]
  /// Conditions on events before the index.
  public var history: [EarlierEvent]
  /// A second group, shown beside the first: the same query with these filters instead.
  public var comparison: [Filter]?
  /// What is counted, by the name of one of the pilot's units; nil: persons.
  public var unit: String?
  public var measure: Measure
  /// Why a crossing of several adverse variables is asked for (G15). It changes no cell.
  public var reason: String?

  public init(
    pilot: String, period: Period? = nil, linkLevel: LinkLevel? = nil, stage: String? = nil,
    rows: [AxisVariable] = [], columns: [AxisVariable] = [], pages: [AxisVariable] = [],
    filters: [Filter] = [], recodes: [Recode] = [], history: [EarlierEvent] = [],
    comparison: [Filter]? = nil, unit: String? = nil, measure: Measure = .persons,
    reason: String? = nil
  ) {
    self.pilot = pilot
    self.period = period
    self.linkLevel = linkLevel
    self.stage = stage
    self.rows = rows
    self.columns = columns
    self.pages = pages
    self.filters = filters
    self.recodes = recodes
    self.history = history
    self.comparison = comparison
    self.unit = unit
    self.measure = measure
    self.reason = reason
  }
}

extension CohortQuery {
  /// What the cells depend on: the query without what is merely said about it.
  public var withoutReason: CohortQuery {
    var query = self
    query.reason = nil
    return query
  }
}

/// A variable on an axis: a variable, milestone or outcome of the pilot by its name, or `stage`.
public struct AxisVariable: Hashable, Codable, Sendable {
  public var name: String
  /// How many levels of its hierarchy to show; nil: one (all for `stage`).
  public var depth: Int?

  public init(_ name: String, depth: Int? = nil) {
    self.name = name
    self.depth = depth
  }
}

/// Members whose variable has any of these codes.
public struct Filter: Hashable, Codable, Sendable {
  public var variable: String
  public var codes: [String]

  public init(variable: String, codes: [String]) {
    self.variable = variable
    self.codes = codes
  }
}

/// Codes of a variable put together under new names. Codes that are in no group stay as they are.
public struct Recode: Hashable, Codable, Sendable {
  public struct Group: Hashable, Codable, Sendable {
    public var name: String
    public var codes: [String]

    public init(name: String, codes: [String]) {
      self.name = name
      self.codes = codes
    }
  }

  public var variable: String
  public var groups: [Group]

  public init(variable: String, groups: [Group]) {
    self.variable = variable
    self.groups = groups
  }
}

/// Had (or, negated, had not) an event within a span before the index.
public struct EarlierEvent: Hashable, Codable, Sendable {
  public var event: String
  public var within: CalendarSpan
  public var isNegated: Bool

  public init(event: String, within: CalendarSpan, isNegated: Bool = false) {
    self.event = event
    self.within = within
    self.isNegated = isNegated
  }
}

public enum Measure: Hashable, Codable, Sendable {
  /// Distinct persons.
  case persons
  /// Index events, or (named) events of that definition from the index to the end of follow-up.
  case events(String?)
  /// The shares with outcomes, each of those whose follow-up is complete for it, side by side, with
  /// their intervals. Never their sum: each has a base of its own.
  case share([String])
  /// Median days from one stage to another, from protected bins.
  case median(from: String, to: String)

  /// The share with one outcome.
  public static func share(_ outcome: String) -> Measure { .share([outcome]) }

  /// Outcomes that one table may show side by side.
  public static let mostOutcomes = 4
  /// One part in so many of the policy's cells is what their crossing may have: the table shows the
  /// crossing's margins, and protects all of it.
  static let sideBySideShare = 4
}
