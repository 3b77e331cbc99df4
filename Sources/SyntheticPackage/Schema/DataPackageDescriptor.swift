import CohortModel

/// The text of `datapackage.json`.
enum DataPackageDescriptor {
  static func text(persons: Int, seed: UInt64) -> String {
    let resources =
      SyntheticResource.allCases.map { resource($0.rawValue, $0.schema) }
      + OpenResource.allCases.map { resource($0.rawValue, $0.schema) }
    return """
      {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "bold-sample",
        "title": "Synthetic linked cohorts",
        "version": "2024.2",
        "description": "Every record is invented: \(persons) persons, seed \(seed).",
        "resources": [
      \(resources.joined(separator: ",\n"))
        ],
        "bold": {
          "format": 1, "synthetic": true, "owner": "Invented by bold sample",
          "period": {"first": "\(SamplePeriod.first)", "last": "\(SamplePeriod.last)"},
          "refreshed": "\(SamplePeriod.last)",
          "coverage": "Every person and record is invented. \
      People who never come to the notice of a service do not appear.",
          "links": {"format": "spine", "path": "links.csv", "journey": "mags_crown_journey.csv", "agreement": "\(GovernanceFiles.linkageAgreement)"},
          "default_link_level": "medium"
        }
      }

      """
  }

  private static func resource(_ name: String, _ schema: ResourceSchema) -> String {
    let fields = schema.fields.map { "          " + field($0) }.joined(separator: ",\n")
    var schemaKeys = ["        \"fields\": [\n\(fields)\n        ]"]
    if !schema.primaryKey.isEmpty {
      schemaKeys.append("        \"primaryKey\": \(list(schema.primaryKey))")
    }
    schemaKeys.append("        \"missingValues\": [\"\"]")
    var bold = [
      "\"dataset\": \"\(schema.dataset.rawValue)\", \"owner\": \"\(schema.dataset.owner)\"",
      "\"agreement\": \"\(schema.dataset.agreement)\", \"refreshed\": \"\(SamplePeriod.last)\"",
      "\"coverage\": \"\(schema.dataset.coverage)\"",
      "\"person\": \"\(schema.person)\"",
    ]
    if let date = schema.date { bold.append("\"date\": \"\(date)\"") }
    if let end = schema.end { bold.append("\"end\": \"\(end)\"") }
    if !schema.order.isEmpty { bold.append("\"order\": \(list(schema.order))") }
    if schema.isSpell { bold.append("\"spells\": true") }
    if let consent = schema.consent { bold.append("\"consent\": \"\(consent)\"") }
    return """
          {
            "name": "\(name)", "title": "\(schema.title)", "path": "data/\(name).csv",
            "schema": {
      \(schemaKeys.joined(separator: ",\n"))
            },
            "bold": {
              \(bold.joined(separator: ",\n        "))
            }
          }
      """
  }

  private static func field(_ field: SchemaField) -> String {
    var text = "{\"name\": \"\(field.name)\", \"type\": \"\(field.kind.rawValue)\""
    if field.isRequired {
      text += ", \"constraints\": {\"required\": true}"
    } else if let range = field.range {
      text +=
        ", \"constraints\": {\"minimum\": \(range.lowerBound), \"maximum\": \(range.upperBound)}"
    }
    var own: [String] = []
    if let list = field.codeList { own.append("\"codelist\": \"\(list)\"") }
    if let attribute = field.attribute {
      own.append("\"attribute\": \"\(attribute.rawValue)\"")
    }
    if let court = field.court { own.append("\"journey\": \"\(court.rawValue)\"") }
    if !own.isEmpty { text += ", \"bold\": {\(own.joined(separator: ", "))}" }
    return text + "}"
  }

  private static func list(_ names: [String]) -> String {
    "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}

/// The period that the records cover.
enum SamplePeriod {
  static let first = CalendarDay(year: 2019, month: 1, day: 1)!
  static let last = CalendarDay(year: 2024, month: 6, day: 30)!
  /// First and last day as days since 1970.
  static let days = Int(first.rawValue)...Int(last.rawValue)
}
