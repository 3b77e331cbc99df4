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
  ///   - total: how many there are, where another table has published it.
  ///   - roundingBase: to which counts are rounded, 1 where they are not.
  /// - Returns: `.sign`: `[c]` where hidden bins leave open into which bin the median falls; `[z]`
  ///   where there is nobody.
  static func figure(
    codes: [String], values: [CellValue], total known: CellValue? = nil, roundingBase: Int = 1
  ) -> Figure {
    var bins: [(bound: Int?, value: CellValue)] = []
    var published = known
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
    let sum = known.reduce(0) { $0 + ($1 ?? 0) }
    let total: Int
    if let published, let number = number(published) {
      total = number
    } else if known.allSatisfy({ $0 != nil }) {
      total = sum
    } else {
      let hidden = published ?? bins.first { number($0.value) == nil }?.value
      return .sign(hidden ?? .notAvailable)
    }
    guard total > 0 else { return .sign(.notApplicable) }

    if let hidden = zip(bins, known).first(where: { $1 == nil })?.0.value {
      let slack = Double((roundingBase - 1) * (bins.count + 1)) / 2
      return figure(bins.map(\.bound), known, total: total, slack: slack)
        .map { .days($0) } ?? .sign(hidden)
    }
    let middle = Double(total) / 2
    var before = 0
    var bound = 0
    for (bin, count) in zip(bins, known) {
      guard let upper = bin.bound else { return .days(.moreThan(bound)) }
      if let count, count > 0, Double(before + count) >= middle {
        let fraction = (middle - Double(before)) / Double(count)
        let days = Double(bound) + fraction * Double(upper - bound)
        return .days(.within(days: days, after: bound, upTo: upper))
      }
      before += count ?? 0
      bound = upper
    }
    // Rounded bins may add up to less than half of a rounded total.
    return .days(.moreThan(bound))
  }

  /// The median where some bins are hidden: nil unless it falls into one published bin however the
  /// hidden are spread over theirs. What they hold together is the total less what is published,
  /// give or take `slack` for rounding.
  private static func figure(
    _ bounds: [Int?], _ known: [Int?], total: Int, slack: Double
  ) -> MedianDays? {
    let middle = Double(total) / 2
    let hidden = Double(max(0, total - known.reduce(0) { $0 + ($1 ?? 0) }))
    var before = 0.0
    var bound = 0
    var isHiddenBefore = false
    for (place, count) in known.enumerated() {
      if let count {
        let latest = before + (isHiddenBefore ? hidden + slack : 0)
        if count > 0, latest < middle, before + Double(count) >= middle {
          guard let upper = bounds[place] else { return .moreThan(bound) }
          let isHiddenAfter = known[(place + 1)...].contains { $0 == nil }
          let start = before + (isHiddenBefore ? (isHiddenAfter ? hidden / 2 : hidden) : 0)
          let days = Double(bound) + (middle - start) / Double(count) * Double(upper - bound)
          return .within(days: max(Double(bound), days), after: bound, upTo: upper)
        }
        before += Double(count)
      } else {
        isHiddenBefore = true
      }
      bound = bounds[place] ?? bound
    }
    return nil
  }

  private static func number(_ value: CellValue) -> Int? {
    switch value {
    case .count(let count): count
    case .low: 0
    case .confidential, .notAvailable, .notApplicable: nil
    }
  }
}
