import CohortModel
import Tables

/// Tables with the definition of their cells, by hand: what an office might publish.
enum ExportedTables {
  /// A partition with its whole and its codes.
  static func dimension(_ name: String, _ codes: [String]) -> PlannedDimension {
    PlannedDimension(
      source: .variable(name), label: name, slotCodes: codes.map { [$0] },
      structure: CodeStructure(
        slotCount: codes.count,
        nodes: [
          CodeNode(
            code: "*", label: "All", depth: 0, parent: nil, slots: Array(codes.indices))
        ]
          + codes.enumerated().map {
            CodeNode(
              code: $0.element, label: "Label of \($0.element)", depth: 1, parent: 0,
              slots: [$0.offset])
          },
        relations: [CodeRelation(whole: 0, parts: Array(1...codes.count))]))
  }

  /// Rows × columns with totals first; the values row by row.
  static func table(
    _ rows: PlannedDimension, _ columns: PlannedDimension, _ values: [CellValue],
    rowNodes: [Int]? = nil, columnNodes: [Int]? = nil,
    profile: DisclosureProfile = .srsTen
  ) -> ProtectedTable {
    let shown = [
      (rows, rowNodes ?? Array(rows.structure.nodes.indices)),
      (columns, columnNodes ?? Array(columns.structure.nodes.indices)),
    ]
    var table = ExampleTables.table(
      zip([AxisRole.row, .column], shown).map { role, shown in
        ExampleTables.axis(
          role, shown.0.label, shown.0.label,
          shown.1.map {
            (shown.0.structure.nodes[$0].code, shown.0.structure.nodes[$0].label)
          })
      } + [ExampleTables.axis(.measure, "measure", "Persons", [("count", "Persons")])], values)
    table.certificate.minimumFrequency = profile.minimumFrequency
    table.certificate.roundingBase = profile.roundingBase
    table.certificate.profile = profile.name
    table.cube = ShownCube(
      population: PublishedTable.Population(
        package: "example", release: table.heading.release, pilot: "reoffending",
        unit: "persons", linkLevel: .medium),
      profile: profile, dimensions: [rows, columns], fixedNodes: [:],
      entryNodes: shown.enumerated().map { number, shown in shown.1.map { [number: $0] } }
        + [[[:]]])
    return table
  }

  static let counts = table(
    dimension("sex", ["F", "M"]), dimension("age", ["18", "=21", "c\u{202E}"]),
    [
      .count(100), .count(50), .count(30), .count(20),
      .count(60), .confidential, .confidential, .low,
      .count(40), .confidential, .confidential, .notAvailable,
    ])
}
