import CohortModel

/// What `datapackage.json` says about one CSV file.
struct ResourceSchema {
  var title: String
  var dataset: SourceDataset
  var person: String
  var date: String?
  var end: String?
  /// Dates that should not decrease from left to right.
  var order: [String] = []
  var isSpell = false
  var consent: String?
  var primaryKey: [String] = []
  var fields: [SchemaField]
}

/// A column: its name, its Frictionless type, and its code list where it has one.
struct SchemaField {
  enum Kind: String {
    case string, integer, boolean, date
  }

  var name: String
  var kind: Kind
  var codeList: String?
  var isRequired = false
  var range: ClosedRange<Int>?
  /// What it says about the person, to be compared between datasets.
  var attribute: PersonAttribute?
  /// Which court's cases it holds, where journeys between courts join them.
  var court: Court?

  enum Court: String { case magistrates, crown }

  /// The source's own person id.
  static func person(_ name: String) -> SchemaField {
    SchemaField(name: name, kind: .string, isRequired: true)
  }

  /// The reference of a case, by which records of one case belong together.
  static func key(_ name: String) -> SchemaField { SchemaField(name: name, kind: .string) }

  /// The reference of a case of a court; `mags_crown_journey.csv` joins those of both.
  static func courtCase(_ name: String, _ court: Court) -> SchemaField {
    SchemaField(name: name, kind: .string, court: court)
  }

  static func code(_ name: String, _ list: String) -> SchemaField {
    SchemaField(name: name, kind: .string, codeList: list)
  }

  /// The same field, which says this about the person.
  func telling(_ attribute: PersonAttribute) -> SchemaField {
    var field = self
    field.attribute = attribute
    return field
  }

  static func date(_ name: String) -> SchemaField { SchemaField(name: name, kind: .date) }

  /// A date without which there is no record.
  static func dated(_ name: String) -> SchemaField {
    SchemaField(name: name, kind: .date, isRequired: true)
  }

  static func flag(_ name: String) -> SchemaField { SchemaField(name: name, kind: .boolean) }

  static func number(_ name: String, _ range: ClosedRange<Int>) -> SchemaField {
    SchemaField(name: name, kind: .integer, range: range)
  }
}
