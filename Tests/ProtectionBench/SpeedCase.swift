import CohortModel
import DisclosureControl
import Foundation
import QueryEngine
import Tables

/// 200,000 invented persons by authority (in regions), offence and age or sex; up to 4 persons, and
/// none, unsafe. GaussSuppression 1.2.3 on the same tables: 3,975 cells in 108 s and 48 in 6.9 s.
struct SpeedCase {
  let path: String

  private struct Record {
    var authority: Int
    var codes: [String: Int]
    var persons: Int
  }

  func run() throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" \r"))
      }
    }
    let header = lines[0]
    var regions: [String] = []
    var authorities: [(name: String, region: Int)] = []
    var records: [Record] = []
    func column(_ name: String) -> Int { header.firstIndex(of: name)! }
    for line in lines.dropFirst() {
      let region = line[column("reg")]
      if !regions.contains(region) { regions.append(region) }
      let name = line[column("la")]
      if authorities.last?.name != name, !authorities.contains(where: { $0.name == name }) {
        authorities.append((name, regions.firstIndex(of: region)!))
      }
      records.append(
        Record(
          authority: authorities.firstIndex { $0.name == name }!,
          codes: [
            "age": Int(line[column("age")])!, "sex": Int(line[column("sex")])!,
            "off": Int(line[column("off")])!,
          ], persons: Int(line[column("n")])!))
    }
    print(
      "| table | promise | cells | primary | suppressed in all | seconds | published | cells ≥ 5 |"
        + " persons |")
    print("| --- | --- | --: | --: | --: | --: | --: | --: | --: |")
    for (name, most) in [("sex", 2), ("age", 8)] {
      let structures = [
        Self.areas(authorities.map(\.region), regions.count), Self.flat(10), Self.flat(most),
      ]
      let plan = Self.plan(structures)
      var atoms = [Int](repeating: 0, count: authorities.count * 10 * most)
      for record in records {
        atoms[
          (record.authority * 10 + record.codes["off"]! - 1) * most + record.codes[name]! - 1] +=
          record.persons
      }
      let cube = RawCube(plan: plan, persons: Self.cells(structures, atoms))
      for isExact in [true, false] {
        var cells: [CellValue] = []
        let spent = try seconds {
          let problem = try ProtectionProblem(
            cube: cube, policy: .standard, release: "speed", secret: [1])
          cells =
            isExact
            ? try ExactDisclosureProtection(plan: plan).protect(problem)
            : try TableProtection(plan: plan).protect(problem).cells
        }
        var published = Published()
        published.add(cells, persons: cube.persons, minimum: 5)
        print(
          "| la(reg) × off × \(name) | \(isExact ? "another value" : "each of 0 … 4, insiders") |"
            + " \(cells.count) | \(cube.persons.count { $0 < 5 }) |"
            + " \(cells.count { $0 == .confidential }) | \(String(format: "%.2f", spent)) |"
            + " \(published.text) |")
      }
    }
  }

  static func flat(_ count: Int) -> CodeStructure {
    CodeStructure(
      slotCount: count,
      nodes: [CodeNode(code: "*", label: "", depth: 0, parent: nil, slots: Array(0..<count))]
        + (0..<count).map { CodeNode(code: "\($0)", label: "", depth: 1, parent: 0, slots: [$0]) },
      relations: [CodeRelation(whole: 0, parts: Array(1...count))])
  }

  static func areas(_ regionOf: [Int], _ regions: Int) -> CodeStructure {
    var structure = CodeStructure(
      slotCount: regionOf.count,
      nodes: [
        CodeNode(code: "*", label: "", depth: 0, parent: nil, slots: Array(regionOf.indices))
      ], relations: [CodeRelation(whole: 0, parts: Array(1...regions))])
    for region in 0..<regions {
      structure.nodes.append(
        CodeNode(
          code: "r\(region)", label: "", depth: 1, parent: 0,
          slots: regionOf.indices.filter { regionOf[$0] == region }))
    }
    for region in 0..<regions {
      let first = structure.nodes.count
      for slot in structure.nodes[region + 1].slots {
        structure.nodes.append(
          CodeNode(code: "a\(slot)", label: "", depth: 2, parent: region + 1, slots: [slot]))
      }
      structure.relations.append(
        CodeRelation(whole: region + 1, parts: Array(first..<structure.nodes.count)))
    }
    return structure
  }

  static func plan(_ structures: [CodeStructure]) -> TablePlan {
    TablePlan(
      query: CohortQuery(pilot: "speed"), linkLevel: .medium, counting: .persons,
      dimensions: structures.enumerated().map { index, structure in
        PlannedDimension(
          source: .variable("v\(index)"), label: "",
          slotCodes: (0..<structure.slotCount).map { ["\($0)"] }, structure: structure)
      }, fixedNodes: [:], axes: [], minimumFrequency: 5,
      profile: DisclosureProfile(
        name: "speed", minimumFrequency: 5, roundingBase: 1, zeros: .unsafe))
  }

  static func cells(_ structures: [CodeStructure], _ atoms: [Int]) -> [Int] {
    var values = atoms
    var inner = 1
    for structure in structures.reversed() {
      let outer = values.count / (structure.slotCount * inner)
      var next: [Int] = []
      for before in 0..<outer {
        for node in structure.nodes {
          for after in 0..<inner {
            next.append(
              node.slots.reduce(0) {
                $0 + values[(before * structure.slotCount + $1) * inner + after]
              })
          }
        }
      }
      values = next
      inner *= structure.nodes.count
    }
    return values
  }
}
