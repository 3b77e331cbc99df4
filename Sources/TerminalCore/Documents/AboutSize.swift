import Tables

/// The size of a cohort, about: below a hundred, or the nearest of 1, 2 and 5 times a power of ten.
///
/// Cohorts of different pilots overlap, one may be all of another but a few, and their sizes stand
/// beside one another unasked. Each is protected by itself, not their differences; of sizes told like
/// this every difference below 50 remains possible. The pathway has the number.
struct AboutSize: Hashable, Sendable {
  /// Nil where it is below a hundred.
  let about: Int?

  init(_ count: Int) {
    var unit = 100
    while unit * 15 / 2 <= count { unit *= 10 }
    about =
      count < 100
      ? nil : count < unit * 3 / 2 ? unit : count < unit * 7 / 2 ? 2 * unit : 5 * unit
  }

  var phrase: Phrase {
    guard let about else { return "under 100 persons" }
    return "about \(DecimalText.grouped(about), "number") persons"
  }
}
