/// What one place of a table shows: a published value, or something computed from published values
/// alone.
public enum Figure: Hashable, Sendable {
  case count(Int)
  case share(Share)
  case days(MedianDays)
  /// No number: never `.count`.
  case sign(CellValue)
}

/// A share of published counts. All members are proportions, 0 … 1.
public struct Share: Hashable, Sendable {
  /// The published numerator over the published denominator, at most 1.
  public var proportion: Double
  /// Limits of the 95 % interval, widened for rounding (`WilsonInterval`).
  public var lower: Double
  public var upper: Double

  public init(proportion: Double, lower: Double, upper: Double) {
    self.proportion = proportion
    self.lower = lower
    self.upper = upper
  }
}

/// A median of elapsed days, interpolated from a published distribution over fixed bins.
public enum MedianDays: Hashable, Sendable {
  /// The interpolated median and the bin it falls in: above `after`, up to and including `upTo`.
  case within(days: Double, after: Int, upTo: Int)
  /// The median falls in the open bin.
  case moreThan(Int)
}
