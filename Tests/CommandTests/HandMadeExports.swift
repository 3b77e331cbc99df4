import CohortModel
import Foundation
import TableExport
import Tables

/// Tables as an office without complementary suppression might publish them, written as exports, so
/// that an audit reads them the whole way.
struct HandMadeExports {
  let folder: TemporaryFolder
  let profile: DisclosureProfile
  var pilot = "pilot"

  init(minimum: Int, base: Int = 1, zeros: DisclosureProfile.Zeros = .eligible) throws {
    folder = try TemporaryFolder()
    profile = DisclosureProfile(
      name: "by hand", minimumFrequency: minimum, roundingBase: base, zeros: zeros)
  }

  /// A variable with its whole and groups of base codes; a group is named by what it holds.
  ///
  /// - Parameter nested: further groups beside those that make up the whole, with their parts.
  static func variable(
    _ name: String, _ groups: [(code: String, holds: [String])],
    nested: [(code: String, parts: [Int])] = []
  ) -> PlannedDimension {
    let slots = Array(groups.indices)
    var nodes = [CodeNode(code: "*", label: "All", depth: 0, parent: nil, slots: slots)]
    nodes += slots.map {
      CodeNode(code: groups[$0].code, label: groups[$0].code, depth: 1, parent: 0, slots: [$0])
    }
    var relations = [CodeRelation(whole: 0, parts: slots.map { $0 + 1 })]
    for group in nested {
      relations.append(CodeRelation(whole: nodes.count, parts: group.parts.map { $0 + 1 }))
      nodes.append(
        CodeNode(
          code: group.code, label: group.code, depth: 1, parent: 0, slots: group.parts))
    }
    return PlannedDimension(
      source: .variable(name), label: name, slotCodes: groups.map(\.holds),
      structure: CodeStructure(slotCount: groups.count, nodes: nodes, relations: relations))
  }

  static func variable(_ name: String, _ codes: String...) -> PlannedDimension {
    variable(name, codes.map { ($0, [$0]) })
  }

  /// - Parameters:
  ///   - axes: rows, then columns: each a dimension by its name, and the codes that are shown.
  ///   - fixed: dimension → code that holds for all cells.
  ///   - values: row by row.
  func table(
    _ dimensions: [PlannedDimension], rows: (String, [String]), columns: (String, [String])? = nil,
    fixed: [String: String] = [:], _ values: [CellValue]
  ) -> ProtectedTable {
    func number(_ name: String) -> Int { dimensions.firstIndex { $0.label == name }! }
    func node(_ name: String, _ code: String) -> Int {
      dimensions[number(name)].structure.node(code)!
    }
    let axes = [rows] + (columns.map { [$0] } ?? [])
    let cube = ShownCube(
      population: PublishedTable.Population(
        package: "by-hand", release: "0a1b2c", pilot: pilot, unit: "persons", linkLevel: .medium),
      profile: profile, dimensions: dimensions,
      fixedNodes: Dictionary(
        uniqueKeysWithValues: fixed.map { (number($0.key), node($0.key, $0.value)) }),
      entryNodes: axes.map { axis in axis.1.map { [number(axis.0): node(axis.0, $0)] } } + [[[:]]])
    func axis(_ role: AxisRole, _ name: String, _ codes: [String]) -> TableAxis {
      TableAxis(
        role: role, name: name, label: name,
        entries: codes.map { AxisEntry(code: $0, label: $0, depth: $0 == "*" ? 0 : 1) })
    }
    let days = Period(first: CalendarDay("2019")!, last: CalendarDay("2023-12-31")!)
    return ProtectedTable(
      heading: TableHeading(
        title: "Persons by hand", package: "By hand", release: "0a1b2c", isSynthetic: true,
        pilot: pilot, pilotTitle: "Pilot", unit: "Persons", period: days, linkLevel: .medium,
        conditions: [], coverage: "", datasets: []),
      query: CohortQuery(pilot: pilot),
      axes: [
        axis(.row, rows.0, rows.1)
      ] + (columns.map { [axis(.column, $0.0, $0.1)] } ?? [])
        + [axis(.measure, "measure", ["count"])], cells: values, legend: [], definitions: [],
      certificate: PublicCertificate(
        profile: profile.name, minimumFrequency: profile.minimumFrequency,
        roundingBase: profile.roundingBase, statement: "", hash: ""),
      cube: cube)
  }

  /// Writes a CSV file with its sidecar; returns its path.
  func write(_ table: ProtectedTable, _ name: String) throws -> String {
    let path = folder.path + "/\(name).csv"
    try TableFiles.write(table, to: path, created: 0)
    return path
  }

  /// Writes a JSON document; returns its path.
  func writeJSON(_ table: ProtectedTable, _ name: String) throws -> String {
    let path = folder.path + "/\(name).json"
    try TableFiles.write(TableDocument.bytes(of: table), to: path)
    return path
  }
}

extension [Int?] {
  /// Counts; nil is `[c]`.
  var values: [CellValue] { map { $0.map { .count($0) } ?? .confidential } }
}
