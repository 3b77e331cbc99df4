import CohortModel

/// Cells that no table shows and that follow from those shown by one subtraction after another: the
/// women of a table of everyone and of men, those whom a filter leaves out, a group that two tables
/// of one definition cut differently. From definitions alone.
public struct ImpliedCells: Sendable {
  /// The tables, each with the cells that it is the first to imply at the end, as `[c]`.
  public private(set) var tables: [PublishedTable]

  public init(_ tables: [PublishedTable]) {
    self.tables = tables
    struct Definition: Hashable {
      var population: PublishedTable.Population
      var dimensions: [PlannedDimension.Source]
      var structures: [[[Int]]]
    }
    var groups: [Definition: [Int]] = [:]
    for (number, table) in tables.enumerated() {
      let definition = Definition(
        population: table.population, dimensions: table.dimensions.map(\.source),
        structures: table.dimensions.map { $0.structure.relations.map { [$0.whole] + $0.parts } })
      groups[definition, default: []].append(number)
    }
    for members in groups.values {
      let known = members.reduce(into: Set<[Int]>()) { known, member in
        known.formUnion(tables[member].cells.map(\.nodes))
      }
      guard let first = members.first else { continue }
      self.tables[first].cells += Self.implied(by: known, tables[first].dimensions).map {
        PublishedTable.Cell(nodes: $0, value: .confidential)
      }
    }
  }

  /// In the order of their nodes.
  private static func implied(
    by shown: Set<[Int]>, _ dimensions: [PlannedDimension]
  ) -> [[Int]] {
    var known = shown
    var implied: [[Int]] = []
    var open = Array(shown)
    while let cell = open.popLast() {
      for (number, dimension) in dimensions.enumerated() {
        for relation in dimension.structure.relations {
          let members = [relation.whole] + relation.parts
          guard members.contains(cell[number]) else { continue }
          let missing = members.compactMap { member -> [Int]? in
            var other = cell
            other[number] = member
            return known.contains(other) ? nil : other
          }
          guard missing.count == 1, known.insert(missing[0]).inserted else { continue }
          implied.append(missing[0])
          open.append(missing[0])
        }
      }
    }
    return implied.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension PublishedTable {
  /// The cell in words: "Sex: Female; Age: 18 to 20"; "Everyone" for the whole.
  public func label(of nodes: [Int]) -> String {
    let parts = zip(dimensions, nodes).compactMap { dimension, node -> String? in
      guard node != 0, dimension.structure.nodes.indices.contains(node) else { return nil }
      return "\(dimension.label): \(dimension.structure.nodes[node].label)"
    }
    return parts.isEmpty ? "Everyone" : parts.joined(separator: "; ")
  }
}
