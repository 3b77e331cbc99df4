/// Something known about each member of the cohort, with exactly one code each (partition) or any
/// number of codes (multi-response).
public struct Variable: Hashable, Codable, Sendable {
  /// When the value is taken.
  public enum Moment: Hashable, Codable, Sendable {
    /// From the index record itself, or the latest record dated on or before the index.
    case index
    /// From the record that made the member reach a stage; not applicable where not reached.
    case stage(String)
    /// The latest record that has a value, whenever it is.
    case ever
  }

  public enum Kind: String, Codable, Sendable {
    case partition
    case multiResponse = "multi-response"
  }

  /// How values become codes.
  public enum Coding: Hashable, Codable, Sendable {
    /// Values are codes of the field's own code list.
    case codes
    /// Numbers fall into bands, each from its lower bound up to the next band's; the last is open.
    case bands([Band])
    /// Dates by calendar year, quarter or month.
    case calendar(CalendarUnit)
  }

  public enum CalendarUnit: String, Codable, Sendable {
    case year
    case quarter
    case month
  }

  public var name: String
  public var label: String
  public var labelWelsh: String?
  /// `index` for the index event's own resource, or the name of a resource.
  public var resource: String
  public var field: String
  public var moment: Moment
  public var kind: Kind
  public var coding: Coding
  /// Class disclosure matters for it (health, offence).
  public var isSensitive: Bool
  /// Crossings of several such variables need a stated reason (G15).
  public var isAdverse: Bool
  /// Its codes are areas, the top ones regions (G20).
  public var isGeography: Bool
  /// The code that stands for a missing value; a code `NK` (not known) is added where nil.
  public var missingCode: String?

  public init(
    name: String, label: String, labelWelsh: String? = nil, resource: String, field: String,
    moment: Moment = .index, kind: Kind = .partition, coding: Coding = .codes,
    isSensitive: Bool = false, isAdverse: Bool = false,
    isGeography: Bool = false, missingCode: String? = nil
  ) {
    self.name = name
    self.label = label
    self.labelWelsh = labelWelsh
    self.resource = resource
    self.field = field
    self.moment = moment
    self.kind = kind
    self.coding = coding
    self.isSensitive = isSensitive
    self.isAdverse = isAdverse
    self.isGeography = isGeography
    self.missingCode = missingCode
  }
}

/// A band of numbers: `lower` inclusive, up to `upper` inclusive; open where nil.
public struct Band: Hashable, Codable, Sendable {
  public var lower: Int?
  public var upper: Int?

  public init(lower: Int?, upper: Int?) {
    self.lower = lower
    self.upper = upper
  }

  /// The code of the band: `18-20`, `60+`, `up to 17`, `-30 to 30`.
  public var code: String {
    switch (lower, upper) {
    case (let lower?, let upper?):
      lower == upper ? "\(lower)" : lower < 0 ? "\(lower) to \(upper)" : "\(lower)-\(upper)"
    case (let lower?, nil): "\(lower)+"
    case (nil, let upper?): "up to \(upper)"
    case (nil, nil): "all"
    }
  }
}
