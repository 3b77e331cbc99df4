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

  /// What of the records is the value.
  public enum Derivation: Hashable, Codable, Sendable {
    /// The value of the field.
    case value
    /// How many events of this definition the person has, other than the index event itself.
    case count(event: String, EventReach)
    /// How many different values the field has over all records of the person.
    case distinct
    /// Days from the index to the first such event on or after it, within the span.
    case daysTo(event: String, within: CalendarSpan)
    /// Days from the last such event before the index to the index; nil: however long ago.
    case daysSince(event: String, before: CalendarSpan?)
  }

  /// Which events of a person are counted.
  public enum EventReach: Hashable, Codable, Sendable {
    /// From the index day to the end of the span, for those observed for all of it.
    case within(CalendarSpan)
    /// From the span before the index day to the day before it.
    case before(CalendarSpan)
    /// At any time.
    case ever
  }

  public enum CalendarUnit: String, Codable, Sendable {
    case year
    case quarter
    case month
  }

  public var name: String
  public var label: String
  public var labelWelsh: String?
  public var derivation: Derivation
  /// `index` for the index event's own resource, or the name of a resource; of events counted or
  /// timed that of the event.
  public var resource: String
  /// Empty where events are counted or timed.
  public var field: String
  /// `ever` for whatever is not the value of a field.
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
    derivation: Derivation = .value, moment: Moment = .index, kind: Kind = .partition,
    coding: Coding = .codes, isSensitive: Bool = false, isAdverse: Bool = false,
    isGeography: Bool = false, missingCode: String? = nil
  ) {
    self.name = name
    self.label = label
    self.labelWelsh = labelWelsh
    self.derivation = derivation
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

extension Variable {
  /// The event that is counted or timed; nil where a field is read.
  public var event: String? {
    switch derivation {
    case .value, .distinct: nil
    case .count(let event, _), .daysTo(let event, _), .daysSince(let event, _): event
    }
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
