/// A named set of records: those of one resource that satisfy every condition.
public struct EventDefinition: Hashable, Codable, Sendable {
  public var name: String
  public var label: String
  public var labelWelsh: String?
  public var resource: String
  /// The field that dates the event where it is not the resource's own date field.
  public var dateField: String?
  /// Per field, the codes that count (any of them; hierarchical codes stand for all below them).
  public var conditions: [FieldCondition]
  /// A second date that must follow within a span (a conviction that proves a reoffence).
  public var confirmedBy: Confirmation?
  /// Only records of the same case as the index record: all these fields agree.
  public var matching: [CaseMatch]
  /// A spell that began before the index and had not ended before it is an event on the index day.
  public var isOpenAtIndex: Bool

  public init(
    name: String, label: String, labelWelsh: String? = nil, resource: String,
    dateField: String? = nil, conditions: [FieldCondition] = [], confirmedBy: Confirmation? = nil,
    matching: [CaseMatch] = [], isOpenAtIndex: Bool = false
  ) {
    self.name = name
    self.label = label
    self.labelWelsh = labelWelsh
    self.resource = resource
    self.dateField = dateField
    self.conditions = conditions
    self.confirmedBy = confirmedBy
    self.matching = matching
    self.isOpenAtIndex = isOpenAtIndex
  }
}

/// A field of a record that has to agree with a field of the index record. Records whose field is
/// missing match nothing. Both are stored as keys, never as they are written.
public struct CaseMatch: Hashable, Codable, Sendable {
  public var field: String
  public var indexField: String

  public init(field: String, indexField: String) {
    self.field = field
    self.indexField = indexField
  }
}

public struct FieldCondition: Hashable, Codable, Sendable {
  public var field: String
  public var codes: [String]

  public init(field: String, codes: [String]) {
    self.field = field
    self.codes = codes
  }
}

/// The event counts only if `dateField` of the same record lies within `within` of the index date.
public struct Confirmation: Hashable, Codable, Sendable {
  public var dateField: String
  public var within: CalendarSpan

  public init(dateField: String, within: CalendarSpan) {
    self.dateField = dateField
    self.within = within
  }
}
