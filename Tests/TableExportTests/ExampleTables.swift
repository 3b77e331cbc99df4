import CohortModel
import Tables

/// Tables written out by hand, hostile labels included.
enum ExampleTables {
  static func axis(_ role: AxisRole, _ name: String, _ label: String, _ entries: [(String, String)])
    -> TableAxis
  {
    TableAxis(
      role: role, name: name, label: label,
      entries: entries.map { AxisEntry(code: $0.0, label: $0.1, depth: $0.0 == "*" ? 0 : 1) })
  }

  static func table(
    _ axes: [TableAxis], _ cells: [CellValue], isSynthetic: Bool = true,
    definitions: [DefinitionCard] = []
  ) -> ProtectedTable {
    ProtectedTable(
      heading: TableHeading(
        title: "Persons by sex and age", package: "example 2026.1",
        release: "ab12cd34ef56ab12cd34ef56", isSynthetic: isSynthetic, pilot: "reoffending",
        pilotTitle: "Reducing reoffending", unit: "Persons",
        period: Period(first: CalendarDay("2019")!, last: CalendarDay("2023-12-31")!),
        linkLevel: .medium, conditions: ["Region: London"], coverage: "Nobody under 18.",
        datasets: ["prison", "probation"]),
      query: CohortQuery(pilot: "reoffending"), axes: axes, cells: cells,
      legend: [LegendEntry(sign: "[c]", meaning: "confidential")], definitions: definitions,
      certificate: PublicCertificate(
        profile: "10-5", minimumFrequency: 10, roundingBase: 5,
        statement: "Every hidden count stays uncertain.", hash: "9f"))
  }

  static let counts = table(
    [
      axis(.row, "sex", "Sex", [("*", "Total"), ("F", "Female"), ("M", "Male")]),
      axis(.column, "age", "Age at release", [("*", "Total"), ("18", "18 to 20")]),
    ],
    [.count(1235), .count(40), .count(200), .confidential, .count(1035), .confidential])

  static let card = DefinitionCard(
    name: "Proven reoffending", numerator: "Those who did", denominator: "All of them",
    window: "12 months", censoring: "Left out", source: "Courts", limits: ["A minimum."])

  static let shares = table(
    [
      axis(.row, "sex", "Sex", [("*", "Total"), ("F", "Female")]),
      axis(.measure, "measure", "Measure", [("numerator", "Yes"), ("denominator", "All")]),
    ],
    [.count(40), .count(100), .confidential, .count(50)], definitions: [card])

  /// Two definitions side by side.
  static let sideBySide = table(
    [
      axis(.row, "sex", "Sex", [("*", "Total"), ("F", "Female")]),
      axis(
        .measure, "measure", "Linked; Seen",
        [
          ("linked.numerator", "Linked"), ("linked.denominator", "All"),
          ("seen.numerator", "Seen"), ("seen.denominator", "All"),
        ]),
    ],
    [
      .count(40), .count(100), .count(90), .count(120), .confidential, .count(50),
      .notAvailable, .notAvailable,
    ], definitions: [card, otherCard])

  static let otherCard = DefinitionCard(
    name: "Seen", numerator: "Those seen", denominator: "Those asked", window: "6 months",
    censoring: "Left out", source: "Interviews", limits: ["Self-report."], version: "2")

  static let medians = table(
    [
      axis(.row, "sex", "Sex", [("*", "Total"), ("F", "Female"), ("M", "Male")]),
      axis(.measure, "days", "Days", [("7", "To 7"), ("14", "To 14"), ("more", "More")]),
    ],
    [
      .count(20), .count(40), .count(20), .count(10), .confidential, .count(20),
      .count(10), .count(10), .count(50),
    ])

  /// What a label may hold when somebody means harm.
  static let hostileLabels = [
    "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@SUM(A1)", "'=1+1", "  =1", "a,b", "say \"hi\"",
    "line\nfeed", "tab\tstop", "right\u{202E}left", "zero\u{200B}width", "\u{1B}[31mred", "Ffôn",
    "'tis",
  ]

  static let hostile = table(
    [
      axis(.row, "place", "Place", hostileLabels.enumerated().map { ("c\($0.offset)", $0.element) })
    ],
    hostileLabels.indices.map { .count(10 + 5 * $0) })

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
