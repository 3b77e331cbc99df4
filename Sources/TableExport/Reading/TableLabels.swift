import CohortModel
import Tables

/// Gives the dimensions and nodes of a cube the labels that stand in the axes beside it.
struct TableLabels {
  private let document: JSONPlace

  init(_ document: JSONPlace) { self.document = document }

  func name(_ cube: inout ShownCube) throws(TableFileError) {
    for (number, axis) in try document.member("axes").elements.enumerated()
    where number + 1 < cube.entryNodes.count {
      let entries = try axis.member("entries").elements
      let nodes = cube.entryNodes[number]
      // Outcomes side by side are an axis of their own here.
      guard entries.count == nodes.count else { continue }
      let named = Set(nodes.flatMap(\.keys))
      guard named.count == 1, let dimension = named.first else { continue }
      if let label = try axis.optional("label")?.string { cube.dimensions[dimension].label = label }
      for (entry, node) in zip(entries, nodes) {
        guard let place = node[dimension], place != 0,
          let label = try entry.optional("label")?.string,
          try entry.member("code").string != "*"
        else { continue }
        cube.dimensions[dimension].structure.nodes[place].label = label
      }
    }
    for card in try document.optional("definitions")?.elements ?? [] {
      guard let code = try card.optional("code")?.string,
        let label = try card.optional("name")?.string,
        let dimension = cube.dimensions.firstIndex(where: { $0.source == .outcome(code) })
      else { continue }
      cube.dimensions[dimension].label = label
    }
  }
}
