import CohortModel

/// What cells of one table hold beyond cells of another that lie in them and differ in one variable:
/// the bands between two recodes, the strip between two areas, the days between two periods. Such
/// *differences* are cells, although no table shows them.
struct CellDifferences {
  struct Difference {
    var cell: JointSystem.Cell
    /// Places of the two cells among those given.
    var whole: Int
    var part: Int
  }

  private(set) var found: [Difference] = []

  /// - Parameters:
  ///   - cells: without repeats, each with the tables that have it.
  ///   - known: other cells that tables have, which are no differences.
  init(
    _ cells: [(cell: JointSystem.Cell, tables: Set<Int>)], _ refinement: CommonRefinement,
    known: Set<JointSystem.Cell> = []
  ) {
    var seen = known.union(cells.map(\.cell))
    for axis in refinement.axes.indices where refinement.axes[axis].kind == .partition {
      let everyone = Set(0..<refinement.axes[axis].classCount)
      var groups: [JointSystem.Cell: Int] = [:]
      var members: [[(place: Int, classes: Set<Int>)]] = []
      for (place, cell) in cells.enumerated() {
        var key = cell.cell
        key.box.parts[axis] = nil
        let group = groups[key] ?? members.count
        if group == members.count {
          groups[key] = group
          members.append([])
        }
        let classes = cell.cell.box.parts[axis].map { Set($0.classes) } ?? everyone
        members[group].append((place, classes))
      }
      for group in members {
        for whole in group {
          for part in group
          where part.classes.isStrictSubset(of: whole.classes) && !part.classes.isEmpty
            && cells[whole.place].tables.isDisjoint(with: cells[part.place].tables)
          {
            var cell = cells[whole.place].cell
            cell.box.parts[axis] = CellBox.Part(
              classes: whole.classes.subtracting(part.classes).sorted())
            if seen.insert(cell).inserted {
              found.append(Difference(cell: cell, whole: whole.place, part: part.place))
            }
          }
        }
      }
    }
  }
}
