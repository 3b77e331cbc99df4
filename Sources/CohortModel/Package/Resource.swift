/// One CSV file of a data package: one row per person, or one row per event.
public struct Resource: Hashable, Codable, Sendable {
  /// The name by which pilots call it.
  public var name: String
  public var title: String
  /// Path of the CSV file within the package (or within the folder given by `--data`).
  public var path: String
  /// The source dataset by which `links.csv` calls its persons; the resource's name by default.
  public var dataset: String
  public var owner: String
  public var agreement: String?
  public var coverage: String
  public var refreshed: CalendarDay?
  public var fields: [Field]
  public var primaryKey: [String]
  public var foreignKeys: [ForeignKey]
  /// Texts that stand for no value.
  public var missingValues: [String]
  /// The field that holds the source person id (or the record id that `links.csv` names).
  public var personField: String
  /// The field that dates a record; nil for facts without a date (sex, ethnicity).
  public var dateField: String?
  /// The field that ends a spell.
  public var endField: String?
  /// Date fields that should not decrease from left to right; breaches are counted in the report.
  public var orderedDates: [String]
  /// Spells of one person should not overlap; overlaps are counted in the report.
  public var isSpell: Bool
  /// A field of value true or false: records without consent are dropped and counted (G27).
  public var consentField: String?
  /// Made when a store is built, from what else the package holds; no file holds its records.
  public var isDerived: Bool

  public init(
    name: String, title: String = "", path: String, dataset: String? = nil, owner: String = "",
    agreement: String? = nil, coverage: String = "", refreshed: CalendarDay? = nil,
    fields: [Field], primaryKey: [String] = [], foreignKeys: [ForeignKey] = [],
    missingValues: [String] = [""], personField: String, dateField: String? = nil,
    endField: String? = nil, orderedDates: [String] = [], isSpell: Bool = false,
    consentField: String? = nil, isDerived: Bool = false
  ) {
    self.name = name
    self.title = title.isEmpty ? name : title
    self.path = path
    self.dataset = dataset ?? name
    self.owner = owner
    self.agreement = agreement
    self.coverage = coverage
    self.refreshed = refreshed
    self.fields = fields
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
    self.missingValues = missingValues
    self.personField = personField
    self.dateField = dateField
    self.endField = endField
    self.orderedDates = orderedDates
    self.isSpell = isSpell
    self.consentField = consentField
    self.isDerived = isDerived
  }

  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// A column of a resource: a field of a Frictionless Table Schema.
public struct Field: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case string
    case integer
    case number
    case boolean
    case date
    /// `2024-03`, held as the first day of the month.
    case yearmonth
    /// `2024`, held as an integer.
    case year
  }

  public var name: String
  public var title: String
  public var kind: Kind
  /// The code list (or the categories written in the field, which become a list named
  /// `resource.field`) that its values come from.
  public var codeList: String?
  public var isRequired: Bool
  public var isUnique: Bool
  public var minimum: String?
  public var maximum: String?
  public var pattern: String?
  /// Declared a risk or prediction score: refused (G05, G06).
  public var isScore: Bool
  /// The field counts days, weeks or months since each person's own day zero, and is a date in these.
  public var clock: Clock?
  /// What it says about the person, to be compared with what other datasets say.
  public var attribute: PersonAttribute?
  /// Which side of the courts' journeys its cases are on; they are matched through the journeys.
  public var journey: CourtJourneySide?

  public init(
    name: String, title: String = "", kind: Kind = .string, codeList: String? = nil,
    isRequired: Bool = false, isUnique: Bool = false, minimum: String? = nil,
    maximum: String? = nil, pattern: String? = nil, isScore: Bool = false,
    clock: Clock? = nil, attribute: PersonAttribute? = nil, journey: CourtJourneySide? = nil
  ) {
    self.name = name
    self.title = title.isEmpty ? name : title
    self.kind = kind
    self.codeList = codeList
    self.isRequired = isRequired
    self.isUnique = isUnique
    self.minimum = minimum
    self.maximum = maximum
    self.pattern = pattern
    self.isScore = isScore
    self.clock = clock
    self.attribute = attribute
    self.journey = journey
  }
}

public struct ForeignKey: Hashable, Codable, Sendable {
  public var fields: [String]
  public var resource: String
  public var referencedFields: [String]

  public init(fields: [String], resource: String, referencedFields: [String]) {
    self.fields = fields
    self.resource = resource
    self.referencedFields = referencedFields
  }
}
