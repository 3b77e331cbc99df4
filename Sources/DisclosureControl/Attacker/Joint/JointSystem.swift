import CohortModel

/// Everything that an attacker can write down about several tables of one population: their cells as
/// sums of the atoms of a common refinement.
///
/// Persons and index events of one pilot stand in one system, in a layer of atoms each: nobody has
/// fewer index events than one for each time that they are counted as a person.
package struct JointSystem: Sendable {
  /// A cell of one layer.
  package struct Cell: Hashable, Sendable {
    package var layer: Int
    package var box: CellBox
  }

  package let attack: AttackSystem
  package let cells: [Cell]
  /// Whether the system says all that the definitions say.
  package let isExact: Bool
  package let blocks: AtomBlocks
  /// Per layer and atom of the blocks its column; nil where nobody can be.
  let columns: [Int?]

  /// - Parameters:
  ///   - cells: without repeats.
  ///   - layers: 1, or 2 where the second counts the index events of the persons in the first.
  ///   - answered: per layer the multi-response axes of which everyone is known to have a code.
  ///   - impossible: pairs of classes, by axis, that nobody can be in both of.
  package init(
    _ refinement: CommonRefinement, blocks: AtomBlocks, cells: [Cell], layers: Int = 1,
    answered: Set<Int> = [], impossible: ImpossibleClasses = .none
  ) {
    let isPossible = blocks.blocks.flatMap { impossible.possibleAtoms(of: $0) }
    var columns: [Int?] = []
    var columnCount = 0
    for _ in 0..<layers {
      for isPossible in isPossible {
        columns.append(isPossible ? columnCount : nil)
        if isPossible { columnCount += 1 }
      }
    }
    func placed(
      _ terms: [(column: Int, coefficient: Int)], _ layer: Int
    ) -> [(column: Int, coefficient: Int)] {
      terms.compactMap { term in
        columns[layer * blocks.atomCount + term.column].map { ($0, term.coefficient) }
      }
    }
    var known: [Cell] = []
    var terms: [[(column: Int, coefficient: Int)]] = []
    for cell in cells {
      guard let sum = blocks.terms(of: cell.box) else { continue }
      known.append(cell)
      terms.append(placed(sum, cell.layer))
    }
    var rows: [[(column: Int, coefficient: Int)]] = []
    for layer in 0..<layers {
      for tie in blocks.ties {
        for row in blocks.rows(of: tie) {
          let row = placed(row, layer)
          guard !row.isEmpty else { continue }
          rows.append(row)
          rows.append(row.map { ($0.column, -$0.coefficient) })
        }
      }
      rows += blocks.rowsOfCodes(refinement).map { placed($0, layer) }.filter { !$0.isEmpty }
      rows += blocks.rowsOfAnswers(answered).map { placed($0, layer) }.filter { !$0.isEmpty }
    }
    if layers == 2 {
      for atom in 0..<blocks.atomCount {
        if let persons = columns[atom], let events = columns[blocks.atomCount + atom] {
          rows.append([(events, 1), (persons, -1)])
        }
      }
    }
    self.columns = columns
    self.cells = known
    self.blocks = blocks
    isExact =
      blocks.isExact && layers == 1 && known.count == cells.count
      && refinement.axes.allSatisfy { $0.kind == .partition }
    attack = AttackSystem(
      atomCount: columnCount, cells: terms, notNegative: rows,
      isTotallyUnimodular: layers == 1 && blocks.blocks.count == 1
        && Self.hasTwoLaminarFamilies(known, refinement))
  }

  /// As of one table: two partitions, all cells' parts nested or apart on both, and on one of them
  /// single classes or all.
  private static func hasTwoLaminarFamilies(
    _ cells: [Cell], _ refinement: CommonRefinement
  ) -> Bool {
    let crossing = refinement.axes.indices.filter { refinement.axes[$0].classCount > 1 }
    guard crossing.count <= 2, refinement.axes.allSatisfy({ $0.kind == .partition }) else {
      return false
    }
    let families = crossing.map { axis in
      Set(cells.compactMap { $0.box.parts[axis]?.classes }).map { Set($0) }
    }
    guard families.count(where: { $0.contains { $0.count > 1 } }) <= 1 else { return false }
    return families.allSatisfy { sets in
      sets.indices.allSatisfy { first in
        sets[..<first].allSatisfy { other in
          sets[first].isSubset(of: other) || other.isSubset(of: sets[first])
            || sets[first].isDisjoint(with: other)
        }
      }
    }
  }
}

extension AttackSystem {
  /// A system of any cells.
  ///
  /// - Parameters:
  ///   - cells: each as a sum of atoms.
  ///   - notNegative: sums of atoms that are not negative in any database.
  package init(
    atomCount: Int, cells: [[(column: Int, coefficient: Int)]],
    notNegative: [[(column: Int, coefficient: Int)]], isTotallyUnimodular: Bool = false
  ) {
    var rows = SparseRows(columnCount: atomCount)
    var places: [Place] = []
    var rowCells: [Int] = []
    var atomCells = [[Int]](repeating: [], count: atomCount)
    for (cell, terms) in cells.enumerated() {
      if terms.count == 1, terms[0].coefficient == 1 {
        places.append(.atom(terms[0].column))
        atomCells[terms[0].column].append(cell)
      } else {
        places.append(.sum(rows.rowCount))
        rowCells.append(cell)
        rows.append(terms)
      }
    }
    for row in notNegative { rows.append(row) }
    self.places = places
    self.rows = rows
    self.rowCells = rowCells
    self.atomCells = atomCells
    self.isTotallyUnimodular = isTotallyUnimodular
    switches = nil
  }
}
