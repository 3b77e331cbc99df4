import Tables

/// How far the numbers of a table are from those at another link level, told as a bound: the first of
/// t, 2t, 5t, 10t, 20t … persons that none of them reaches, a number below t at the other level
/// counted as none at all.
///
/// Of a level of which only this is told nothing is given away: for a small number of the other level,
/// and for a difference of 1 … t − 1 persons in a cell, each of 1 … t − 1 agrees with the bound, since
/// what a number below t is does not enter it, and somebody more in one atom moves no cell by t.
/// Figures of several levels side by side would give more away than could be protected: what one
/// level hides, what changes and what nests would have to be attacked as one.
enum LevelDistance {
  struct Key: Hashable, Sendable {
    var cubes: [Release.CubeKey]
    /// The level that was asked for, among them.
    var own: Int
  }

  /// - Parameters:
  ///   - published: what the table shows; hidden cells are not looked at.
  ///   - minimum: t, the least bound.
  ///   - base: to which published numbers are rounded.
  static func bound(
    of own: [Int], published: [CellValue], from other: [Int], minimum: Int, base: Int
  ) -> Int {
    let most = own.indices.lazy.map { cell -> Int in
      let highest: Int
      switch published[cell] {
      case .count(let count): highest = count + base - 1
      case .low: highest = base - 1
      case .confidential, .notAvailable, .notApplicable: return 0
      }
      return other[cell] < minimum ? highest : abs(own[cell] - other[cell])
    }.max()
    let least = max(1, minimum)
    var (bound, steps) = (least, [2, 5, 10])
    var unit = least
    while bound <= most ?? 0 {
      if steps.isEmpty {
        unit *= 10
        steps = [2, 5, 10]
      }
      bound = unit * steps.removeFirst()
    }
    return bound
  }
}
