/// Controlled rounding: values become multiples of a base such that everything still adds up.
///
/// Each value goes to one of the two multiples next to it, and one that is a multiple stays
/// (zero-restricted; L. H. Cox (1987), "A Constructive Procedure for Unbiased Controlled Rounding",
/// JASA 82), with the least change in all. Where no such rounding exists, as can be from three
/// dimensions or in linked tables, values may go further (J. J. Salazar-González (2006), "Controlled
/// rounding and cell perturbation", Mathematical Programming 105). A value then depends on its table,
/// so this is for tables that a policy names beforehand, in one problem.
///
/// A linear programme with a bounded search for whole numbers, counted in programmes and not in
/// seconds: the same values are rounded alike everywhere.
package struct AdditiveRounding: Sendable {
  /// By cell. A hidden cell's is what the published ones leave for it, and is not published.
  package let values: [Int]
  /// Every value lies less than this many bases from the true one: 1 where it is zero-restricted.
  package let steps: Int

  /// - Parameters:
  ///   - values: true counts, not negative.
  ///   - relations: wholes and parts over all tables of the set.
  ///   - base: at least 1.
  ///   - hidden: cells that are not published: they may stand for any multiple.
  ///   - steps: how many bases a value may at most move away.
  ///   - programmes: how many linear programmes the search may take for each width.
  /// - Throws: `none` where no rounding within `steps` was found.
  package static func rounded(
    values: [Int], relations: [CellRelation], base: Int, hidden: Set<Int> = [], steps: Int = 3,
    programmes: Int = 2_000
  ) throws(AdditiveRoundingError) -> AdditiveRounding {
    guard base >= 1, values.allSatisfy({ $0 >= 0 }),
      relations.allSatisfy({ relation in
        (relation.parts + [relation.whole]).allSatisfy(values.indices.contains)
          && relation.parts.reduce(0) { $0 + values[$1] } == values[relation.whole]
      })
    else { throw .doesNotAddUp }
    for width in 1...max(1, steps) {
      let search = Search(
        values: values, relations: relations, base: base, hidden: hidden, width: width)
      if let multiples = search.multiples(programmes: programmes) {
        return AdditiveRounding(values: multiples.map { $0 * base }, steps: width)
      }
    }
    throw .none
  }
}

/// Why values were not rounded so that they add up.
package enum AdditiveRoundingError: Error, Equatable, Sendable {
  /// No such rounding was found: round each value by itself, and say so.
  case none
  /// The values themselves do not add up as the relations say.
  case doesNotAddUp
}

/// One width: the programme over numbers of bases.
private struct Search {
  let values: [Int]
  let relations: [CellRelation]
  let base: Int
  let hidden: Set<Int>
  let width: Int

  private static let most = 1e9

  func multiples(programmes: Int) -> [Int]? {
    // A column for each cell, in bases, and for each published cell what it is above and below.
    let count = values.count
    var rows = SparseRows(columnCount: 3 * count)
    var bounds = [(lower: Double, upper: Double)](
      repeating: (0, Self.most), count: 3 * count)
    var rowBounds: [(lower: Double, upper: Double)] = []
    for cell in values.indices where !hidden.contains(cell) {
      let range = allowed(values[cell])
      bounds[cell] = (Double(range.lowerBound), Double(range.upperBound))
      // base × multiple − above + below = value
      rows.append([(cell, base), (count + cell, -1), (2 * count + cell, 1)])
      rowBounds.append((Double(values[cell]), Double(values[cell])))
    }
    for relation in relations {
      rows.append([(relation.whole, -1)] + relation.parts.map { ($0, 1) })
      rowBounds.append((0, 0))
    }
    let program = LinearProgram(rows: rows, columnBounds: bounds, rowBounds: rowBounds)
    for cell in values.indices where !hidden.contains(cell) {
      program.addToObjective(column: count + cell, weight: 1)
      program.addToObjective(column: 2 * count + cell, weight: 1)
    }
    guard program.minimise() == .optimal else { return nil }
    var left = programmes
    guard let found = branch(program, &left), isAdditive(found) else { return nil }
    return found
  }

  /// The numbers of bases that a value may become: less than `width` bases away, none from nothing.
  private func allowed(_ value: Int) -> ClosedRange<Int> {
    guard value > 0 else { return 0...0 }
    let below = value / base
    let above = (value + base - 1) / base
    return max(0, below - width + 1)...(above + width - 1)
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
    multiples.indices.allSatisfy {
      hidden.contains($0) ? multiples[$0] >= 0 : allowed(values[$0]).contains(multiples[$0])
    }
      && relations.allSatisfy { relation in
        relation.parts.reduce(0) { $0 + multiples[$1] } == multiples[relation.whole]
      }
  }
}
