/// Tries every database that agrees with some facts, leaving off only what bounds already exclude.
///
/// Bounds on atoms are narrowed row by row until nothing changes; then an atom is given each of its
/// values in turn. So an answer of "none" is a proof by exhaustion. Where wide bounds would make that
/// long, the rest is asked of an integer programme. For small cases.
struct DatabaseSearch {
  private let facts: Facts
  private let rowsOfAtom: [[Int]]
  /// Values tried so far.
  private(set) var steps = 0
  private let mostSteps: Int

  /// - Parameter mostSteps: after which the integer programme takes over.
  init(_ facts: Facts, mostSteps: Int = 400) {
    self.facts = facts
    self.mostSteps = mostSteps
    var rowsOfAtom = [[Int]](repeating: [], count: facts.atomCount)
    for (number, row) in facts.rows.enumerated() {
      for atom in row.atoms { rowsOfAtom[atom].append(number) }
    }
    self.rowsOfAtom = rowsOfAtom
  }

  /// A database that agrees with the facts; nil where there is none.
  ///
  /// - Parameter near: values to try first: it changes how soon one is found, never whether.
  mutating func database(near: [Int]) -> [Int]? {
    // No sum needs more than the largest bound in sight.
    let most = facts.rows.reduce(1) { max($0, $1.lower, $1.upper ?? 0) }
    var lower = [Int](repeating: 0, count: facts.atomCount)
    var upper = [Int](repeating: most, count: facts.atomCount)
    guard narrow(&lower, &upper, Array(facts.rows.indices)) else { return nil }
    if let found = search(lower, upper, near) { return found }
    guard steps >= mostSteps else { return nil }
    return IntegerProgramme.database(facts)
  }

  private mutating func search(_ lower: [Int], _ upper: [Int], _ near: [Int]) -> [Int]? {
    var chosen = -1
    for atom in lower.indices where lower[atom] < upper[atom] {
      if chosen < 0 || upper[atom] - lower[atom] < upper[chosen] - lower[chosen] { chosen = atom }
    }
    if chosen < 0 {
      precondition(facts.allow(lower), "a search that ends beside the facts")
      return lower
    }
    let middle = min(max(near[chosen], lower[chosen]), upper[chosen])
    var distance = 0
    while true {
      let values = distance == 0 ? [middle] : [middle + distance, middle - distance]
      let within = values.filter { $0 >= lower[chosen] && $0 <= upper[chosen] }
      if within.isEmpty { return nil }
      for value in within {
        steps += 1
        if steps >= mostSteps { return nil }
        var (narrowedLower, narrowedUpper) = (lower, upper)
        narrowedLower[chosen] = value
        narrowedUpper[chosen] = value
        if narrow(&narrowedLower, &narrowedUpper, rowsOfAtom[chosen]),
          let found = search(narrowedLower, narrowedUpper, near)
        {
          return found
        }
      }
      distance += 1
    }
  }

  /// Narrows bounds by rows until nothing changes; false where a row cannot hold.
  private func narrow(_ lower: inout [Int], _ upper: inout [Int], _ rows: [Int]) -> Bool {
    var open = rows
    var isOpen = [Bool](repeating: false, count: facts.rows.count)
    for row in rows { isOpen[row] = true }
    while let number = open.popLast() {
      isOpen[number] = false
      let row = facts.rows[number]
      var least = 0
      var most = 0
      for atom in row.atoms {
        least += lower[atom]
        most += upper[atom]
      }
      if most < row.lower { return false }
      if let limit = row.upper, least > limit { return false }
      for atom in row.atoms {
        let floor = row.lower - (most - upper[atom])
        let ceiling = row.upper.map { $0 - (least - lower[atom]) } ?? upper[atom]
        guard floor > lower[atom] || ceiling < upper[atom] else { continue }
        if floor > lower[atom] {
          least += floor - lower[atom]
          lower[atom] = floor
        }
        if ceiling < upper[atom] {
          most -= upper[atom] - ceiling
          upper[atom] = ceiling
        }
        if lower[atom] > upper[atom] { return false }
        for other in rowsOfAtom[atom] where !isOpen[other] {
          isOpen[other] = true
          open.append(other)
        }
      }
    }
    return true
  }
}
