/// How many of those who came to an event had come to it by so many days: the running sum of the
/// published distribution over fixed bins from which medians are interpolated (`MedianDays`), as
/// shares of its published total.
///
/// Nothing is computed that would tell one hidden bin. Up to the first hidden bin the bins are added
/// up; from the last one on those that follow are taken from the total, where two or more are
/// hidden. Between them a share is shown at a published bin where all hidden bins together hold no
/// more than a tenth of everybody: in the middle of what they leave open, as medians are
/// interpolated, with an interval over all of it.
public struct ElapsedCurve: Hashable, Sendable {
  /// The share of those who came to the event that did so by `days` at the latest.
  public struct Point: Hashable, Sendable {
    public var days: Int
    /// `.share`, or the sign of what hides it; `[z]` where nobody came to the event.
    public var share: Figure
  }

  /// In ascending order of days. The open bin has no point: by then all have come.
  public let points: [Point]

  /// - Parameters:
  ///   - codes: the upper bounds of the bins in ascending order, `more` for the open bin, `*` for
  ///     the sum of all bins.
  ///   - values: what is published for each.
  ///   - known: how many there are, where another table has published it.
  ///   - certificate: of the table of the values, for the intervals.
  /// - Returns: nil where the codes are not bins of days.
  public init?(
    codes: [String], values: [CellValue], total known: CellValue? = nil,
    under certificate: PublicCertificate
  ) {
    var bins: [Bin] = []
    var published = known
    for (code, value) in zip(codes, values) {
      if code == AxisEntry.totalCode {
        published = value
      } else if code == MedianDays.openCode {
        bins.append(Bin(days: nil, value: value))
      } else if let days = Int(code) {
        bins.append(Bin(days: days, value: value))
      } else {
        return nil
      }
    }
    let days = bins.compactMap(\.days)
    guard !days.isEmpty, days == days.sorted() else { return nil }
    let total = ElapsedCurve.total(published, bins, certificate)
    guard case .success(let whole) = total else {
      var sign = CellValue.notAvailable
      if case .failure(let failure) = total { sign = failure.sign }
      points = days.map { Point(days: $0, share: .sign(sign)) }
      return
    }
    var least = 0
    points = bins.indices.compactMap { place in
      bins[place].days.map { days in
        let share: Figure
        switch ElapsedCurve.sum(to: place, bins, whole, certificate) {
        case .failure(let failure): share = .sign(failure.sign)
        case .success(let sum):
          // Rounded bins may take back a little of what rounding gave before.
          least = max(least, sum.count)
          share = sum.share(count: least, of: whole)
        }
        return Point(days: days, share: share)
      }
    }
  }

  private struct Bin {
    var days: Int?
    var value: CellValue

    var isHidden: Bool {
      switch value {
      case .count, .low: false
      case .confidential, .notAvailable, .notApplicable: true
      }
    }
  }

  private struct Hidden: Error {
    var sign: CellValue
  }

  private static func total(
    _ published: CellValue?, _ bins: [Bin], _ certificate: PublicCertificate
  ) -> Result<PublishedSum, Hidden> {
    let sum: PublishedSum
    if let published {
      guard let known = PublishedSum(published, under: certificate) else {
        return .failure(Hidden(sign: published))
      }
      sum = known
    } else if let hidden = bins.first(where: \.isHidden) {
      return .failure(Hidden(sign: hidden.value))
    } else {
      sum = PublishedSum(bins.map(\.value), under: certificate)
    }
    return sum.count > 0 ? .success(sum) : .failure(Hidden(sign: .notApplicable))
  }

  private static func sum(
    to place: Int, _ bins: [Bin], _ whole: PublishedSum, _ certificate: PublicCertificate
  ) -> Result<PublishedSum, Hidden> {
    let first = bins.firstIndex(where: \.isHidden) ?? bins.count
    let last = bins.lastIndex(where: \.isHidden) ?? -1
    if place < first {
      return .success(PublishedSum(bins[...place].map(\.value), under: certificate))
    }
    if place >= last, first < last {
      let later = PublishedSum(bins[(place + 1)...].map(\.value), under: certificate)
      return .success(whole.less(later))
    }
    if first < last, !bins[place].isHidden {
      func sum(_ bins: ArraySlice<Bin>) -> PublishedSum {
        PublishedSum(bins.filter { !$0.isHidden }.map(\.value), under: certificate)
      }
      let before = sum(bins[...place])
      let upTo = whole.less(sum(bins[(place + 1)...]))
      let open = upTo.count - before.count
      if open >= 0, open * 10 <= whole.count {
        return .success(before.halfWay(to: upTo))
      }
    }
    return .failure(Hidden(sign: bins[first].value))
  }
}

/// A sum of published counts, with the true sums that it can stand for.
private struct PublishedSum {
  var count = 0
  var lower = 0
  var upper = 0
  var hasLow = false

  /// Of values that all are counts or `[low]`.
  init(_ values: [CellValue], under certificate: PublicCertificate) {
    for value in values {
      let range = certificate.range(of: value) ?? 0...certificate.equivalentBase
      lower += range.lowerBound
      upper += range.upperBound
      if case .count(let own) = value { count += own } else { hasLow = true }
    }
  }

  /// nil for a value without a number.
  init?(_ value: CellValue, under certificate: PublicCertificate) {
    switch value {
    case .count, .low: self.init([value], under: certificate)
    case .confidential, .notAvailable, .notApplicable: return nil
    }
  }

  func less(_ other: PublishedSum) -> PublishedSum {
    var rest = self
    rest.count = max(0, count - other.count)
    rest.lower = max(0, lower - other.upper)
    rest.upper = max(rest.lower, upper - other.lower)
    rest.hasLow = false
    return rest
  }

  func halfWay(to other: PublishedSum) -> PublishedSum {
    var middle = self
    middle.count = (count + other.count) / 2
    middle.upper = max(upper, other.upper)
    middle.hasLow = hasLow || other.count > 0
    return middle
  }

  func share(count: Int, of whole: PublishedSum) -> Figure {
    let proportion = min(1, Double(count) / Double(whole.count))
    if proportion < 0.0005, count > 0 || hasLow { return .sign(.low) }
    let largest = max(1, whole.upper)
    let smallest = max(1, whole.lower)
    let limits = (
      WilsonInterval.limits(numerator: min(lower, largest), denominator: largest).lower,
      WilsonInterval.limits(numerator: min(upper, smallest), denominator: smallest).upper
    )
    return .share(
      Share(
        proportion: proportion, lower: min(limits.0, proportion),
        upper: max(limits.1, proportion)))
  }
}

extension TableView {
  /// The curve of one place of a table of medians; nil where the table is none.
  ///
  /// - Parameter total: as for `figure(page:row:column:total:)`.
  public func elapsedCurve(
    page: Int, row: Int, column: Int, total: CellValue? = nil
  ) -> ElapsedCurve? {
    guard kind == .median else { return nil }
    return ElapsedCurve(
      codes: measureCodes, values: values(page: page, row: row, column: column), total: total,
      under: table.certificate)
  }
}
