import CohortModel

/// The changes that make a table coarser by one variable, with what can be expected of each.
struct CoarseningCandidates {
  /// How many of a kind are tried, best first, until one may be asked.
  static let attempts = 8

  let table: ProtectedTable
  let pilot: Pilot
  let estimates: CellEstimates

  /// The dimension of a variable on an axis.
  private struct Place {
    var name: String
    var dimension: Int
    var label: String
    var structure: CodeStructure
    /// Nodes that the table shows.
    var shown: Set<Int>
    /// Of the variable's own order, such as ages and years: only neighbours belong together.
    var isOrdered: Bool
    var missingCodes: Set<String>
  }

  private var present: Coarsening.Extent {
    Coarsening.Extent(
      cells: estimates.nodes.count, published: estimates.isPublished.count { $0 })
  }

  private var places: [Place] {
    let query = table.query
    return (query.pages + query.rows + query.columns).compactMap { axis in
      guard let variable = pilot.variables.first(where: { $0.name == axis.name }),
        let dimension = estimates.cube.dimensions.firstIndex(where: {
          $0.source == .variable(axis.name)
        })
      else { return nil }
      let planned = estimates.cube.dimensions[dimension]
      return Place(
        name: axis.name, dimension: dimension, label: planned.label,
        structure: planned.structure, shown: Set(estimates.nodes.map { $0[dimension] }),
        isOrdered: variable.coding != .codes,
        missingCodes: ["NK", "NA", variable.missingCode ?? "NK"])
    }
  }

  // MARK: Parts of the table as it is

  var omissions: [Coarsening] {
    let places = places
    guard table.query.rows.count + table.query.columns.count + table.query.pages.count > 1 else {
      return []
    }
    return places.map { place in
      var query = table.query
      query.rows.removeAll { $0.name == place.name }
      query.columns.removeAll { $0.name == place.name }
      query.pages.removeAll { $0.name == place.name }
      query.recodes.removeAll { $0.variable == place.name }
      return Coarsening(
        change: .leaveOut(variable: place.name), query: query,
        text: "Leave out \(place.label)", expected: extent { $0[place.dimension] == 0 },
        present: present)
    }
  }

  var levels: [Coarsening] {
    places.compactMap { place in
      let nodes = place.structure.nodes
      let deepest = place.shown.map { nodes[$0].depth }.max() ?? 0
      guard deepest > 1 else { return nil }
      var query = table.query
      query.setDepth(deepest - 1, of: place.name)
      return Coarsening(
        change: .upperLevels(variable: place.name, depth: deepest - 1), query: query,
        text: "Show \(place.label) one level less deep",
        expected: extent { nodes[$0[place.dimension]].depth < deepest }, present: present)
    }
  }

  private func extent(of isKept: ([Int]) -> Bool) -> Coarsening.Extent {
    let kept = estimates.nodes.indices.filter { isKept(estimates.nodes[$0]) }
    return Coarsening.Extent(
      cells: kept.count, published: kept.count { estimates.canBePublished(cell: $0) })
  }

  // MARK: Codes put together

  var mergers: [Coarsening] {
    places.flatMap { place -> [Coarsening] in
      guard place.structure.kind == .partition else { return [] }
      let lines = CodeLines(estimates, dimension: place.dimension, shown: place.shown)
      let parents = Dictionary(
        grouping: place.shown.filter { place.structure.nodes[$0].parent != nil }
      ) { place.structure.nodes[$0].parent ?? 0 }
      return parents.sorted { $0.key < $1.key }.flatMap { _, siblings in
        groups(of: siblings.sorted(), place, lines).map { group in
          merger(of: group.codes, place, expected: group.expected)
        }
      }
    }
  }

  /// Runs of neighbours where codes have an order of their own; otherwise the codes with most hidden
  /// cells, two and more of them. Never what is missing, and never all codes, which is the total.
  private func groups(
    of siblings: [Int], _ place: Place, _ lines: CodeLines
  ) -> [(codes: [Int], expected: Coarsening.Extent)] {
    let nodes = place.structure.nodes
    let meaningful = siblings.filter { !place.missingCodes.contains(nodes[$0].code) }
    guard meaningful.count > 2 else { return [] }
    let present = present
    var result: [(codes: [Int], expected: Coarsening.Extent)] = []
    func consider(_ ordered: [Int], from first: Int, last: Int) {
      var running = CodeLines.Sum()
      for place in first...last {
        lines.add(ordered[place], to: &running)
        let codes = Array(ordered[first...place])
        guard codes.count > 1, codes.count < meaningful.count else { continue }
        let merged = running.expected(estimates)
        result.append(
          (
            codes.sorted(),
            Coarsening.Extent(
              cells: present.cells - running.cells + merged.cells,
              published: present.published - running.published + merged.published)
          ))
      }
    }
    if place.isOrdered {
      for first in meaningful.indices.dropLast() {
        consider(meaningful, from: first, last: meaningful.count - 1)
      }
    } else {
      let worst = meaningful.sorted {
        (-lines.hidden($0), $0) < (-lines.hidden($1), $1)
      }
      consider(worst, from: 0, last: worst.count - 1)
    }
    return result
  }

  private func merger(
    of group: [Int], _ place: Place, expected: Coarsening.Extent
  ) -> Coarsening {
    let codes = group.map { place.structure.nodes[$0].code }
    let labels = group.map { place.structure.nodes[$0].label }
    var query = table.query
    query.putTogether(
      codes, of: place.name,
      as: CodeGroupText.name(place.isOrdered ? codes : labels, isOrdered: place.isOrdered))
    return Coarsening(
      change: .putTogether(variable: place.name, codes: codes), query: query,
      text: "Put together \(CodeGroupText.list(labels)) of \(place.label)", expected: expected,
      present: present)
  }
}

/// The cells of a table by the code of one variable and by where they stand otherwise.
private struct CodeLines {
  /// Codes added up, per place.
  struct Sum {
    var counts: [Int: Double?] = [:]
    var cells = 0
    var published = 0

    func expected(_ estimates: CellEstimates) -> Coarsening.Extent {
      Coarsening.Extent(
        cells: counts.count,
        published: counts.values.count { estimates.canBePublished($0) })
    }
  }

  private var cells: [Int: [(line: Int, cell: Int)]] = [:]
  private let estimates: CellEstimates

  init(_ estimates: CellEstimates, dimension: Int, shown: Set<Int>) {
    self.estimates = estimates
    var lines: [[Int]: Int] = [:]
    for (cell, place) in estimates.nodes.enumerated() {
      let elsewhere = place.replacing(dimension, with: 0)
      let line = lines[elsewhere, default: lines.count]
      lines[elsewhere] = line
      cells[place[dimension], default: []].append((line, cell))
    }
  }

  func hidden(_ code: Int) -> Int {
    cells[code, default: []].count { !estimates.isPublished[$0.cell] }
  }

  func add(_ code: Int, to sum: inout Sum) {
    for (line, cell) in cells[code, default: []] {
      let before = sum.counts[line, default: 0]
      let own = estimates.counts[cell]
      sum.counts[line] = .some(before.flatMap { total in own.map { total + $0 } })
      sum.cells += 1
      sum.published += estimates.isPublished[cell] ? 1 : 0
    }
  }
}
