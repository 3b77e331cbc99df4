/// What somebody knows of a database: that sums of its atoms lie within bounds. An atom is a group of
/// people (or of events) that no table divides any further; how many it has is not known.
struct Facts: Sendable {
  struct Row: Sendable {
    /// Each counted once.
    var atoms: [Int]
    var lower: Int
    /// nil: no upper bound.
    var upper: Int?
  }

  var atomCount: Int
  var rows: [Row] = []

  mutating func add(_ atoms: [Int], _ lower: Int, _ upper: Int?) {
    rows.append(Row(atoms: atoms, lower: lower, upper: upper))
  }

  func adding(_ atoms: [Int], _ lower: Int, _ upper: Int?) -> Facts {
    var facts = self
    facts.add(atoms, lower, upper)
    return facts
  }

  /// Whether a database agrees with all of it.
  func allow(_ database: [Int]) -> Bool {
    database.count == atomCount && database.allSatisfy { $0 >= 0 }
      && rows.allSatisfy { row in
        let sum = row.atoms.reduce(0) { $0 + database[$1] }
        return sum >= row.lower && (row.upper.map { sum <= $0 } ?? true)
      }
  }
}
