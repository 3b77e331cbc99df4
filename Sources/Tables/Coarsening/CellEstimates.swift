import CohortModel

/// What a reader can expect to stand in each shown cell: what is published, and for hidden cells an
/// equal part of what their margins leave over.
///
/// Not what remains possible, which is the attacker's business, but a reader's plain guess.
struct CellEstimates {
  let cube: ShownCube
  /// Per shown cell its node in every dimension.
  let nodes: [[Int]]
  let isPublished: [Bool]
  /// nil where no margin is published.
  private(set) var counts: [Double?]
  private let cells: [[Int]: Int]
  private let minimum: Double

  /// Of the cells that the axes of a table show and that can have a figure; nil where the definition of
  /// the cells is not known.
  init?(_ table: ProtectedTable) {
    guard let cube = table.cube else { return nil }
    var nodes: [[Int]] = []
    var values: [CellValue] = []
    var cells: [[Int]: Int] = [:]
    for (place, value) in zip(cube.cellNodes, table.cells)
    where value != .notAvailable && value != .notApplicable && cells[place] == nil {
      cells[place] = nodes.count
      nodes.append(place)
      values.append(value)
    }
    self.cube = cube
    self.nodes = nodes
    self.cells = cells
    minimum = Double(table.certificate.minimumFrequency)
    isPublished = values.map { $0 != .confidential }
    counts = values.map { value in
      switch value {
      case .count(let count): Double(count)
      case .low: 1
      case .confidential, .notAvailable, .notApplicable: nil
      }
    }
    estimateHidden()
  }

  /// The shown cell at these nodes.
  func cell(at nodes: [Int]) -> Int? { cells[nodes] }

  /// Whether so many can be expected to be published.
  func canBePublished(_ count: Double?) -> Bool { count.map { $0 >= minimum } ?? false }

  /// Whether a figure can be expected in a shown cell.
  func canBePublished(cell: Int) -> Bool { isPublished[cell] || canBePublished(counts[cell]) }

  private mutating func estimateHidden() {
    let depths = nodes.map { place in
      zip(cube.dimensions, place).reduce(0) { $0 + $1.0.structure.nodes[$1.1].depth }
    }
    // Margins before what lies under them; equal ones in the order of the table.
    let hidden = nodes.indices.filter { !isPublished[$0] }
      .sorted { (depths[$0], $0) < (depths[$1], $1) }
    for cell in hidden {
      counts[cell] = nodes[cell].indices.compactMap { remainder(of: cell, along: $0) }.min()
    }
  }

  /// An equal part of what the margin along one dimension leaves for its hidden cells; nil where the
  /// margin, or a cell under it, is not on the table.
  private func remainder(of cell: Int, along dimension: Int) -> Double? {
    let structure = cube.dimensions[dimension].structure
    guard structure.kind == .partition,
      let parent = structure.nodes[nodes[cell][dimension]].parent,
      let margin = self.cell(at: nodes[cell].replacing(dimension, with: parent)),
      var rest = counts[margin]
    else { return nil }
    var hidden = 0
    for part in structure.nodes.indices where structure.nodes[part].parent == parent {
      guard let sibling = self.cell(at: nodes[cell].replacing(dimension, with: part)) else {
        return nil
      }
      if isPublished[sibling] { rest -= counts[sibling] ?? 0 } else { hidden += 1 }
    }
    return max(0, rest) / Double(max(1, hidden))
  }
}

extension [Int] {
  func replacing(_ place: Int, with value: Int) -> [Int] {
    var copy = self
    copy[place] = value
    return copy
  }
}
