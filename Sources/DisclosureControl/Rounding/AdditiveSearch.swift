import CohortModel

/// The search for numbers of bases that add up, none further than `width` from where it was.
struct AdditiveSearch {
  /// Numbers of bases; nil for hidden cells.
  let values: [Int?]
  let relations: [CellRelation]
  /// The least number of bases of a cell that is published and not zero.
  let least: Int
  let width: Int

  private static let most = 1e9

  /// The numbers of bases by cell, of a hidden cell what the others leave for it; nil where none were
  /// found with so many programmes.
  func multiples(programmes: Int) -> [Int]? {
    // A column for each cell, and for each published cell what it goes up and down.
    let count = values.count
    var rows = SparseRows(columnCount: 3 * count)
    var bounds = [(lower: Double, upper: Double)](
      repeating: (0, Self.most), count: 3 * count)
    var rowBounds: [(lower: Double, upper: Double)] = []
    for (cell, value) in values.enumerated() {
      guard let value else { continue }
      let range = allowed(value)
      bounds[cell] = (Double(range.lowerBound), Double(range.upperBound))
      // number − up + down = value
      rows.append([(cell, 1), (count + cell, -1), (2 * count + cell, 1)])
      rowBounds.append((Double(value), Double(value)))
    }
    for relation in relations {
      rows.append([(relation.whole, -1)] + relation.parts.map { ($0, 1) })
      rowBounds.append((0, 0))
    }
    let program = LinearProgram(rows: rows, columnBounds: bounds, rowBounds: rowBounds)
    for cell in values.indices where values[cell] != nil {
      program.addToObjective(column: count + cell, weight: 1)
      program.addToObjective(column: 2 * count + cell, weight: 1)
    }
    guard program.minimise() == .optimal else { return nil }
    var left = programmes
    guard let found = branch(program, &left), isAdditive(found) else { return nil }
    return found
  }

  /// A zero stays, and what is published stays published.
  private func allowed(_ value: Int) -> ClosedRange<Int> {
    guard value > 0 else { return 0...0 }
    return min(value, max(least, value - width))...(value + width)
  }

  /// Depth first, the nearer half first; ties by the cell's place.
  private func branch(_ program: LinearProgram, _ left: inout Int) -> [Int]? {
    let fraction = values.indices.first {
      abs(program.columnValue($0) - program.columnValue($0).rounded()) > 1e-6
    }
    guard let cell = fraction else {
      return values.indices.map { Int(program.columnValue($0).rounded()) }
    }
    let value = program.columnValue(cell)
    let held = program.columnBounds(cell)
    defer { program.setColumn(cell, held.lower, held.upper) }
    let below = value.rounded(.down)
    let halves = [(held.lower, below), (below + 1, held.upper)]
    for half in value - below < 0.5 ? halves : halves.reversed() {
      guard left > 0 else { return nil }
      left -= 1
      program.setColumn(cell, half.0, half.1)
      if program.minimiseAfterTightening() == .optimal, let found = branch(program, &left) {
        return found
      }
    }
    return nil
  }

  /// Checked in whole numbers, whatever the solver's tolerances were.
  private func isAdditive(_ multiples: [Int]) -> Bool {
    multiples.indices.allSatisfy { cell in
      values[cell].map { allowed($0).contains(multiples[cell]) } ?? (multiples[cell] >= 0)
    }
      && relations.allSatisfy { relation in
        relation.parts.reduce(0) { $0 + multiples[$1] } == multiples[relation.whole]
      }
  }
}
