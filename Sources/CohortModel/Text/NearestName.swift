/// Finds the name that someone probably meant.
///
/// Distance: Damerau–Levenshtein in its restricted form (optimal string alignment): insertions,
/// deletions, substitutions and swaps of neighbours each cost one.
enum NearestName {
  /// The candidate nearest to `word`, or nil where none is near: at most one change per three
  /// characters. Ties go to the earlier candidate.
  static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().prefix(64))
    let limit = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(5_000) {
      let letters = Array(candidate.lowercased().prefix(64))
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = self.distance(wanted, letters)
      if distance <= limit, distance < wanted.count, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// - Complexity: O(*n* · *m*).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + Array(repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        current[column] = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          current[column] = min(current[column], beforeLast[column - 2] + 1)
        }
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
