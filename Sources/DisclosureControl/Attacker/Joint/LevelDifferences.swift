import CohortModel
import Tables

/// Cells that are the same but for their link level or release, hidden in one table and shown in
/// another. No sum ties them; but they count nearly the same persons.
struct LevelDifferences {
  private(set) var found: [JointAttackFindings.Difference] = []

  init(_ tables: [PublishedTable]) {
    struct Key: Hashable {
      var package: String
      var pilot: String
      var unit: String
    }
    var groups: [Key: [Int]] = [:]
    for (number, table) in tables.enumerated() {
      let population = table.population
      groups[
        Key(package: population.package, pilot: population.pilot, unit: population.unit),
        default: []
      ].append(number)
    }
    for members in groups.values.sorted(by: { $0[0] < $1[0] })
    where Set(members.map { tables[$0].population }).count > 1 {
      let refinement = CommonRefinement(members.map { tables[$0].dimensions })
      var shown: [CellBox: [Int]] = [:]
      for (number, member) in members.enumerated() {
        for cell in tables[member].cells where cell.value.isShown {
          shown[refinement.box(table: number, nodes: cell.nodes), default: []].append(member)
        }
      }
      for (number, member) in members.enumerated() {
        for cell in tables[member].cells where cell.value == .confidential {
          let box = refinement.box(table: number, nodes: cell.nodes)
          guard
            let other = shown[box, default: []].first(where: {
              tables[$0].population != tables[member].population
            })
          else { continue }
          found.append(
            JointAttackFindings.Difference(
              hiding: tables[member].name, showing: tables[other].name,
              name: tables[member].name(of: cell)))
        }
      }
    }
  }
}

extension CellValue {
  /// A number stands there, or nearly so.
  var isShown: Bool {
    switch self {
    case .count, .low: true
    case .confidential, .notAvailable, .notApplicable: false
    }
  }
}

extension PublishedTable {
  /// "age=18-20, sex=F"; "everyone" for the whole.
  func name(of cell: Cell) -> String {
    let parts = zip(dimensions, cell.nodes).compactMap { dimension, node -> String? in
      guard node != 0 else { return nil }
      let name =
        switch dimension.source {
        case .variable(let name), .milestone(let name), .outcome(let name): name
        default: dimension.source.canonicalName
        }
      return "\(name)=\(dimension.structure.nodes[node].code)"
    }
    return parts.isEmpty ? "everyone" : parts.joined(separator: ", ")
  }
}
