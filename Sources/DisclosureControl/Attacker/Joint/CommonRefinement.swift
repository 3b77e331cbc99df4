import CohortModel

/// A cell as a product: per axis of the refinement the classes that it holds; nil where it leaves
/// the axis whole. Two cells of different tables are the same cell where these are equal.
package struct CellBox: Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    /// Ascending. Empty: nobody can be in the cell.
    package var classes: [Int]
    /// Taken off (complements of a multi-response code).
    package var minus: [Int] = []
  }

  package var parts: [Part?]

  package var axes: [Int] { parts.indices.filter { parts[$0] != nil } }

  /// The axis on which alone two cells differ, if there is one.
  package func onlyDifference(from other: CellBox) -> Int? {
    var found: Int?
    for axis in parts.indices where parts[axis] != other.parts[axis] {
      if found != nil { return nil }
      found = axis
    }
    return found
  }
}

/// The axes on which all cells of several tables of one population lie, from the tables' definitions
/// alone.
package struct CommonRefinement: Sendable {
  package let axes: [RefinedAxis]
  /// Per table and dimension the axis and, by node, the part of it that the node holds.
  private let places: [[(axis: Int, use: Int, parts: [CellBox.Part?])]]

  /// - Parameters:
  ///   - tables: the dimensions of each table.
  ///   - indexDates: variables that are calendar units of the index date.
  package init(_ tables: [[PlannedDimension]], indexDates: Set<String> = []) {
    func name(_ dimension: PlannedDimension) -> String {
      RefinedAxis.name(of: dimension, indexDates: indexDates)
    }
    let names = Set(tables.joined().map(name)).sorted()
    var axes: [RefinedAxis] = []
    var uses: [PlannedDimension: (axis: Int, use: Int)] = [:]
    for (axis, axisName) in names.enumerated() {
      var dimensions: [PlannedDimension] = []
      for dimension in tables.joined() where name(dimension) == axisName && uses[dimension] == nil {
        uses[dimension] = (axis, dimensions.count)
        dimensions.append(dimension)
      }
      axes.append(RefinedAxis(name: axisName, uses: dimensions))
    }
    places = tables.map { dimensions in
      dimensions.map { dimension in
        let (axis, use) = uses[dimension]!
        return (axis, use, Self.parts(of: dimension, on: axes[axis], use: use))
      }
    }
    self.axes = axes
  }

  private static func parts(
    of dimension: PlannedDimension, on axis: RefinedAxis, use: Int
  ) -> [CellBox.Part?] {
    dimension.structure.nodes.enumerated().map { index, node in
      if index == 0 { return nil }
      func classes(_ slots: [Int]) -> [Int] {
        Set(slots.flatMap { axis.classesOfSlot[use][$0] }).sorted()
      }
      let part = CellBox.Part(classes: classes(node.slots), minus: classes(node.minusSlots))
      return axis.kind == .partition && part.classes.count == axis.classCount ? nil : part
    }
  }

  /// The axis of a table's dimension, and per slot its classes.
  package func classesOfSlots(table: Int, dimension: Int) -> (axis: Int, classes: [[Int]]) {
    let place = places[table][dimension]
    return (place.axis, axes[place.axis].classesOfSlot[place.use])
  }

  /// The axes that a table has.
  package func axes(of table: Int) -> [Int] { Set(places[table].map(\.axis)).sorted() }

  /// - Parameter nodes: of every dimension of the table.
  package func box(table: Int, nodes: [Int]) -> CellBox {
    var parts = [CellBox.Part?](repeating: nil, count: axes.count)
    for (place, node) in zip(places[table], nodes) {
      guard let part = place.parts[node] else { continue }
      if let held = parts[place.axis] {
        let own = Set(part.classes)
        parts[place.axis] = CellBox.Part(classes: held.classes.filter(own.contains))
      } else {
        parts[place.axis] = part
      }
    }
    return CellBox(parts: parts)
  }

  /// Per axis the classes of a table's slots: how finely it tells the axis apart. Of several
  /// dimensions on one axis their crossing.
  package func partition(of table: Int, on axis: Int) -> [[Int]] {
    let own = places[table].filter { $0.axis == axis }
    var signatures: [[Bool]] = []
    var groups: [[Int]] = []
    for number in 0..<axes[axis].classCount {
      let signature = own.flatMap { place in
        place.parts.map { $0?.classes.contains(number) ?? true }
      }
      if let group = signatures.firstIndex(of: signature) {
        groups[group].append(number)
      } else {
        signatures.append(signature)
        groups.append([number])
      }
    }
    return groups
  }
}
