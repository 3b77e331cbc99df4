import Tables

/// How far the numbers of a table are from those at another link level, told as a bound: the first of
/// t, 2t, 5t, 10t, 20t … persons that none of them reaches.
///
/// Of a level of which only this is told nothing is given away. For every database that agrees with
/// the table there is one of the other level that agrees with the bound: the same one, or the same
/// one moved as the true one is. And a difference of 1 … t − 1 persons in a cell may be each of them:
/// somebody more in one of its atoms moves no cell by t.
enum LevelDistance {
  /// - Parameters:
  ///   - published: what the table shows; hidden cells are not looked at.
  ///   - minimum: t, the least bound.
  static func bound(
    of own: [Int], published: [CellValue], from other: [Int], minimum: Int
  ) -> Int {
    let most = own.indices.lazy.filter { published[$0].isShown }.map { abs(own[$0] - other[$0]) }
      .max()
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
