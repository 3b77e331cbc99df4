import CohortModel
import DisclosureControl

/// The attacker who tries every database. Shares nothing with the code under test: cells are sets of
/// slot products taken from the plan's nodes, and databases are enumerated atom by atom, leaving off
/// only what already breaks a published interval.
struct EveryDatabase {
  let members: [[Int]]
  let atomCount: Int
  private let cellsOfAtom: [[Int]]
  private let lastAtom: [Int]

  /// Partitions only.
  init(_ plan: TablePlan) {
    var sets: [[Int]] = [[0]]
    for dimension in plan.dimensions {
      let structure = dimension.structure
      sets = sets.flatMap { outer in
        structure.nodes.map { node in
          outer.flatMap { atom in node.slots.map { atom * structure.slotCount + $0 } }
        }
      }
    }
    members = sets.map { $0.sorted() }
    atomCount = plan.dimensions.reduce(1) { $0 * $1.structure.slotCount }
    var cellsOfAtom = [[Int]](repeating: [], count: atomCount)
    for (cell, atoms) in sets.enumerated() { for atom in atoms { cellsOfAtom[atom].append(cell) } }
    self.cellsOfAtom = cellsOfAtom
    lastAtom = members.map { $0.last! }
  }

  /// Whether some database fits what was published and has this value in the cell.
  func exists(_ intervals: [(lower: Int, upper: Int?)], cell: Int, value: Int) -> Bool {
    var intervals = intervals
    intervals[cell] = (max(value, intervals[cell].lower), value)
    if let upper = intervals[cell].upper, intervals[cell].lower > upper { return false }
    // Where nothing published bounds an atom, more than any lower bound in sight changes nothing.
    let most = (intervals.map(\.lower).max() ?? 0) + value
    var sums = [Int](repeating: 0, count: members.count)
    func place(_ atom: Int) -> Bool {
      if atom == atomCount { return true }
      let cap = cellsOfAtom[atom].reduce(most) { cap, cell in
        intervals[cell].upper.map { min(cap, $0 - sums[cell]) } ?? cap
      }
      guard cap >= 0 else { return false }
      for count in 0...cap {
        for cell in cellsOfAtom[atom] { sums[cell] += count }
        let fits = cellsOfAtom[atom].allSatisfy {
          lastAtom[$0] != atom || sums[$0] >= intervals[$0].lower
        }
        let found = fits && place(atom + 1)
        for cell in cellsOfAtom[atom] { sums[cell] -= count }
        if found { return true }
      }
      return false
    }
    return place(0)
  }

  /// What stands behind a published value, counted out: every number that the policy would publish
  /// and that rounds to it.
  static func interval(
    _ published: Int?, base: Int, minimum: Int
  ) -> (lower: Int, upper: Int?) {
    guard let published else { return (0, nil) }
    if published == 0 { return (0, 0) }
    let candidates = (minimum...(published + base + minimum)).filter { value in
      let below = value / base * base
      let nearest = 2 * (value - below) >= base ? below + base : below
      return (base == 1 ? value : nearest) == published
    }
    return (candidates.first!, candidates.last!)
  }
}
