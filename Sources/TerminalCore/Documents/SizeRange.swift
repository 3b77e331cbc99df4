import Tables

/// Between which of 1, 2 and 5 times the powers of ten, from a hundred, the size of a cohort is.
///
/// Cohorts of different pilots overlap, one may be all of another but a few, and their sizes stand
/// beside one another unasked. Each is protected by itself, not their differences; of sizes told like
/// this every difference below 50 remains possible. The pathway has the number.
struct SizeRange: Hashable, Sendable {
  /// Nil where it is below a hundred. Not beyond `end`, which begins the next.
  let start: Int?
  let end: Int

  init(_ count: Int) {
    var unit = 100
    while unit * 10 <= count { unit *= 10 }
    let ends = [1, 2, 5, 10].map { $0 * unit }
    let above = ends.firstIndex { count < $0 } ?? ends.count - 1
    start = above == 0 ? nil : ends[above - 1]
    end = ends[above]
  }

  var phrase: Phrase {
    guard let start else { return "under 100 persons" }
    return
      "\(DecimalText.grouped(start), "first")–\(DecimalText.grouped(end), "last") persons"
  }
}
