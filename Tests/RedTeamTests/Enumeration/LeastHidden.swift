import CohortModel
import Tables

/// The smallest number of further cells to hide in a small case, by exhaustion: what every failing
/// choice lacks is a set of which one cell at least has to go, and the smallest choice that meets all
/// such sets is tried next (an implicit hitting set, after Reiter's "A Theory of Diagnosis from First
/// Principles", *Artificial Intelligence* 32 (1987)).
struct LeastHidden {
  private let small: SmallCase
  private let fixed: Set<Int>
  private let candidates: [Int]
  private var tried = 0

  /// - Parameter fixed: hidden in any case: unsafe cells, and what no choice of cells decides.
  init(_ small: SmallCase, fixed: Set<Int>, known: Set<Int>) {
    self.small = small
    self.fixed = fixed
    candidates = small.members.indices.filter { !fixed.contains($0) && !known.contains($0) }
  }

  private func cells(_ chosen: UInt64) -> [CellValue] {
    let base = max(1, small.plan.profile.roundingBase)
    var cells = small.values.map { CellValue.count(($0 + base / 2) / base * base) }
    for cell in fixed { cells[cell] = .confidential }
    for (place, cell) in candidates.enumerated() where chosen >> place & 1 == 1 {
      cells[cell] = .confidential
    }
    return cells
  }

  /// How many cells beyond the fixed ones must be hidden; `limit` where it is that many or more, nil
  /// where it was given up after so many choices.
  mutating func count(below limit: Int, choices: Int) -> Int? {
    guard candidates.count <= 60 else { return nil }
    var needed: [UInt64] = []
    while true {
      guard let chosen = smallest(needed, below: limit) else { return limit }
      tried += 1
      if tried > choices { return nil }
      var attack = Withstanding(small, cells(chosen))
      guard let breach = attack.breaches(stopAtFirst: true).first else {
        return chosen.nonzeroBitCount
      }
      // As much as can be hidden besides without mending it: one of the others has to be.
      var hidden = chosen
      for place in candidates.indices where hidden >> place & 1 == 0 {
        let more = hidden | 1 << place
        var attack = Withstanding(small, cells(more))
        if attack.has(breach) { hidden = more }
      }
      let rest = (UInt64(1) << candidates.count) - 1 & ~hidden
      if rest == 0 { return nil }
      needed.append(rest)
    }
  }

  private func smallest(_ sets: [UInt64], below limit: Int) -> UInt64? {
    for size in 0..<max(limit, 0) {
      if let chosen = meet(sets, 0, size) { return chosen }
    }
    return nil
  }

  private func meet(_ sets: [UInt64], _ chosen: UInt64, _ left: Int) -> UInt64? {
    let open = sets.filter { $0 & chosen == 0 }
    guard let narrowest = open.min(by: { $0.nonzeroBitCount < $1.nonzeroBitCount }) else {
      return chosen
    }
    guard left > 0 else { return nil }
    var rest = narrowest
    while rest != 0 {
      let bit = rest & (~rest + 1)
      if let found = meet(open, chosen | bit, left - 1) { return found }
      rest &= ~bit
    }
    return nil
  }
}
