import Tables

/// The axis of a chart: from zero to a round number that holds the published values that are drawn.
/// A hidden value has no part in it.
struct ChartScale: Hashable, Sendable {
  /// Greater than zero.
  let maximum: Double
  /// How the axis writes numbers.
  private let sample: Figure

  /// - Parameter figures: what is drawn; signs are left out.
  init(_ figures: [Figure]) {
    let published = figures.filter { $0.number != nil }
    sample = published.first ?? .count(0)
    let largest = published.compactMap(\.number).max() ?? 0
    switch sample {
    case .share: maximum = min(1, ChartScale.rounded(max(largest, 0.001)))
    case .count, .days, .sign: maximum = ChartScale.rounded(max(largest, 1))
    }
  }

  /// All of the way to 100 %.
  static let wholeShare = ChartScale(
    [.share(Share(proportion: 1, lower: 1, upper: 1))])

  /// 0 … 1.
  func share(_ value: Double) -> Double { min(1, max(0, value / maximum)) }

  /// A part of the axis as text: `0`, `1,500`, `60%`, `365 d`.
  func text(at part: Double) -> String {
    let value = maximum * part
    switch sample {
    case .share:
      let tenths = DecimalText.tenths(value * 100)
      return (tenths.hasSuffix(".0") ? String(tenths.dropLast(2)) : tenths) + "%"
    case .days: return DecimalText.grouped(Int(value.rounded())) + " d"
    case .count, .sign: return DecimalText.grouped(Int(value.rounded()))
    }
  }

  /// The next of 1, 2, 3, 4, 5, 6, 8 and 10 times a power of ten.
  private static func rounded(_ value: Double) -> Double {
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    let steps = [1.0, 2, 3, 4, 5, 6, 8, 10]
    // A little is forgiven to sums of tenths and the like.
    return (steps.first { $0 * power >= value * (1 - 1e-9) } ?? 10) * power
  }
}
