import Foundation

/// The distribution of largest entropy over a few points that meets linear conditions.
///
/// Found in the dual: p = exp(Mᵀy − 1) for multipliers y of the conditions, those of inequalities not
/// negative. Newton's method with an active set: multipliers held at 0 are let go one at a time, where
/// their inequality is broken, and held again where a step takes them back to 0 (Nocedal and Wright
/// 2006, *Numerical Optimization*, 16.5). Deterministic.
struct MaximumEntropy {
  /// Σ coefficients × p = value, or ≥ value.
  struct Condition {
    var coefficients: [Double]
    var value: Double
    var isEquality: Bool
  }

  let conditions: [Condition]
  let count: Int

  /// The probabilities; nil where the conditions leave no distribution with a probability above 0
  /// for every point, or none was found.
  func probabilities() -> [Double]? {
    var multipliers = [Double](repeating: 0, count: conditions.count)
    // Inequalities whose multiplier is held at 0.
    var isHeld = conditions.map { !$0.isEquality }
    var p = point(multipliers)
    for _ in 0..<1_000 {
      let gradient = gradient(p)
      let free = conditions.indices.filter { !isHeld[$0] }
      if largest(of: gradient, in: free) > 1e-12,
        let next = descend(from: multipliers, p, free, gradient)
      {
        multipliers = next
        for condition in free where !conditions[condition].isEquality {
          if multipliers[condition] <= 0 { isHeld[condition] = true }
        }
        p = point(multipliers)
        continue
      }
      // The best with these inequalities held: one that is broken is let go.
      let broken = conditions.indices.filter { isHeld[$0] && gradient[$0] < -1e-10 }
        .min { gradient[$0] < gradient[$1] }
      guard let broken else { break }
      isHeld[broken] = false
    }
    return isMet(p) ? p : nil
  }

  /// A Newton step that makes the objective smaller, as far as the first multiplier that reaches its
  /// bound; nil where rounding allows none.
  private func descend(
    from multipliers: [Double], _ p: [Double], _ free: [Int], _ gradient: [Double]
  ) -> [Double]? {
    let step = newtonStep(free, gradient, p)
    var length = 1.0
    var first: Int?
    for (place, condition) in free.enumerated() where !conditions[condition].isEquality {
      if step[place] < 0, multipliers[condition] + length * step[place] < 0 {
        length = -multipliers[condition] / step[place]
        first = condition
      }
    }
    let slope = free.indices.reduce(0) { $0 + gradient[free[$1]] * step[$1] }
    let value = objective(multipliers, p)
    while length > 1e-12 {
      var next = multipliers
      for (place, condition) in free.enumerated() { next[condition] += length * step[place] }
      if let first { next[first] = 0 }
      let nextPoint = point(next)
      let reached = objective(next, nextPoint)
      // Near the end the objective no longer tells, and the gradient does.
      let isNearer =
        reached <= value + 1e-13
        && largest(of: self.gradient(nextPoint), in: free) < 0.5 * largest(of: gradient, in: free)
      if reached.isFinite, reached <= value + 1e-4 * length * slope || isNearer,
        next != multipliers
      {
        return next
      }
      length /= 2
      first = nil
    }
    return nil
  }

  private func largest(of gradient: [Double], in free: [Int]) -> Double {
    free.reduce(0) { max($0, abs(gradient[$1])) }
  }

  private func point(_ multipliers: [Double]) -> [Double] {
    (0..<count).map { place in
      exp(
        conditions.indices.reduce(-1) {
          $0 + multipliers[$1] * conditions[$1].coefficients[place]
        })
    }
  }

  private func objective(_ multipliers: [Double], _ p: [Double]) -> Double {
    conditions.indices.reduce(p.reduce(0, +)) { $0 - multipliers[$1] * conditions[$1].value }
  }

  private func gradient(_ p: [Double]) -> [Double] {
    conditions.map { condition in
      zip(condition.coefficients, p).reduce(-condition.value) { $0 + $1.0 * $1.1 }
    }
  }

  /// −H⁻¹ g on the free multipliers, H = M diag(p) Mᵀ, by Gaussian elimination with pivoting.
  private func newtonStep(_ free: [Int], _ gradient: [Double], _ p: [Double]) -> [Double] {
    let size = free.count
    var rows = free.map { row in
      free.map { column in
        (0..<count).reduce(0.0) {
          $0 + conditions[row].coefficients[$1] * conditions[column].coefficients[$1] * p[$1]
        }
      } + [-gradient[row]]
    }
    // Conditions that depend on each other leave directions in which nothing changes.
    let scale = (0..<size).reduce(1e-300) { max($0, rows[$1][$1]) }
    for place in 0..<size { rows[place][place] += 1e-13 * scale }
    for column in 0..<size {
      let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in (column + 1)..<max(column + 1, size) where rows[row][column] != 0 {
        let factor = rows[row][column] / rows[column][column]
        for place in column...size { rows[row][place] -= factor * rows[column][place] }
      }
    }
    var solution = [Double](repeating: 0, count: size)
    for row in (0..<size).reversed() {
      let known = ((row + 1)..<max(row + 1, size)).reduce(0.0) {
        $0 + rows[row][$1] * solution[$1]
      }
      solution[row] = (rows[row][size] - known) / rows[row][row]
    }
    return solution
  }

  private func isMet(_ p: [Double]) -> Bool {
    let gradient = gradient(p)
    return p.allSatisfy { $0.isFinite && $0 > 0 }
      && conditions.indices.allSatisfy {
        conditions[$0].isEquality ? abs(gradient[$0]) < 1e-8 : gradient[$0] > -1e-8
      }
  }
}
