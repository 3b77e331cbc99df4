import CohortModel

/// How a plan's cells are numbered: the product of the dimensions' nodes, row-major.
package struct CellSpace: Sendable {
  package let dimensions: [PlannedDimension]
  package let strides: [Int]
  package let cellCount: Int

  package init(_ dimensions: [PlannedDimension]) {
    self.dimensions = dimensions
    var strides = [Int](repeating: 1, count: dimensions.count)
    var stride = 1
    for dimension in dimensions.indices.reversed() {
      strides[dimension] = stride
      stride *= dimensions[dimension].structure.nodes.count
    }
    self.strides = strides
    cellCount = stride
  }

  package func node(of cell: Int, in dimension: Int) -> Int {
    cell / strides[dimension] % dimensions[dimension].structure.nodes.count
  }

  package func nodes(of cell: Int) -> [Int] {
    dimensions.indices.map { node(of: cell, in: $0) }
  }

  /// The cell of the given nodes (dimension → node); the whole of every other dimension.
  package func cell(_ nodes: [Int: Int]) -> Int {
    nodes.reduce(0) { $0 + $1.value * strides[$1.key] }
  }

  /// How many dimensions the cell leaves whole.
  package func wholeCount(of cell: Int) -> Int {
    dimensions.indices.reduce(0) { $0 + (node(of: cell, in: $1) == 0 ? 1 : 0) }
  }
}
