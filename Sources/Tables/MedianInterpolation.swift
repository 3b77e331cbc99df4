extension MedianDays {
  /// The code of the open bin.
  static let openCode = "more"

  /// The median of a published distribution over bins of elapsed days, interpolated linearly within
  /// the bin it falls in, as for grouped data: a bin holds the days after the bound before it, up to
  /// and including its own.
  ///
  /// - Parameters:
  ///   - codes: the upper bounds of the bins in ascending order; `more` is the open bin, `*` the
  ///     sum of all bins where it is published.
  ///   - values: what is published for each. A value that rounds to zero counts as zero.
  /// - Returns: `.sign`: `[c]` where a bin up to the median's, or one that the total needs, is
  ///   hidden; `[z]` where there is nobody.
  static func figure(codes: [String], values: [CellValue]) -> Figure {
    var bins: [(bound: Int?, value: CellValue)] = []
    var published: CellValue?
    for (code, value) in zip(codes, values) {
      if code == AxisEntry.totalCode {
        published = value
      } else if code == openCode {
        bins.append((nil, value))
      } else if let bound = Int(code) {
        bins.append((bound, value))
      } else {
        // Not a distribution over days: nothing can be said.
        return .sign(.notAvailable)
      }
    }
    let known = bins.map { number($0.value) }
    let total: Int
    if let published, let number = number(published) {
      total = number
    } else if known.allSatisfy({ $0 != nil }) {
      total = known.reduce(0) { $0 + ($1 ?? 0) }
    } else {
      let hidden = published ?? bins.first { number($0.value) == nil }?.value
      return .sign(hidden ?? .notAvailable)
    }
    guard total > 0 else { return .sign(.notApplicable) }

    let middle = Double(total) / 2
    var before = 0
    var bound = 0
    for (bin, count) in zip(bins, known) {
      guard let count else { return .sign(bin.value) }
      guard let upper = bin.bound else { return .days(.moreThan(bound)) }
      if count > 0, Double(before + count) >= middle {
        let fraction = (middle - Double(before)) / Double(count)
        let days = Double(bound) + fraction * Double(upper - bound)
        return .days(.within(days: days, after: bound, upTo: upper))
      }
      before += count
      bound = upper
    }
    // Rounded bins may add up to less than half of a rounded total.
    return .days(.moreThan(bound))
  }

  private static func number(_ value: CellValue) -> Int? {
    switch value {
    case .count(let count): count
    case .low: 0
    case .confidential, .notAvailable, .notApplicable: nil
    }
  }
}
