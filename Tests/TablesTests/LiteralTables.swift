import CohortModel
import Tables

/// Tables written out by hand.
enum LiteralTables {
  static func axis(_ role: AxisRole, _ name: String, _ codes: [String]) -> TableAxis {
    TableAxis(
      role: role, name: name, label: "axis \(name)",
      entries: codes.map { AxisEntry(code: $0, label: "label \($0)", depth: $0 == "*" ? 0 : 1) })
  }

  static func table(
    _ axes: [TableAxis], _ cells: [CellValue], minimum: Int = 10, base: Int = 5,
    measure: Measure = .persons
  ) -> ProtectedTable {
    ProtectedTable(
      heading: TableHeading(
        title: "Persons", package: "example", release: "ab12", isSynthetic: true,
        pilot: "reoffending", pilotTitle: "Reducing reoffending", unit: "Persons",
        period: Period(first: CalendarDay("2019")!, last: CalendarDay("2023-12-31")!),
        linkLevel: .medium, conditions: [], coverage: "Everyone in the example.",
        datasets: ["prison"]),
      query: CohortQuery(pilot: "reoffending", measure: measure), axes: axes, cells: cells,
      legend: [], definitions: [],
      certificate: PublicCertificate(
        profile: "10-5", minimumFrequency: minimum, roundingBase: base, statement: "",
        hash: ""))
  }

  /// One place with these values on a measure axis.
  static func figure(
    _ codes: [String], _ cells: [CellValue], minimum: Int = 10, base: Int = 5
  ) -> Figure {
    TableView(table([axis(.measure, "measure", codes)], cells, minimum: minimum, base: base))
      .figure(page: 0, row: 0, column: 0)
  }
}
