/// The score interval of a proportion.
///
/// E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of
/// the American Statistical Association 22 (1927), 209–212.
public enum WilsonInterval {
  /// The normal quantile of 97.5 %: 95 % on both sides.
  static let quantile = 1.959_963_984_540_054

  /// Limits for `numerator` of `denominator` (at least 1, at least the numerator).
  public static func limits(numerator: Int, denominator: Int) -> (lower: Double, upper: Double) {
    let n = Double(denominator)
    let p = Double(numerator) / n
    let z2 = quantile * quantile
    let centre = p + z2 / (2 * n)
    let half = quantile * ((p * (1 - p) + z2 / (4 * n)) / n).squareRoot()
    let scale = 1 + z2 / n
    return (
      numerator == 0 ? 0 : max(0, (centre - half) / scale),
      numerator == denominator ? 1 : min(1, (centre + half) / scale)
    )
  }
}

extension Share {
  /// The share of two published counts. The interval is the union of the score intervals of every
  /// pair of true counts that rounding may hide, so that it never claims more than is published:
  /// its lower limit is that of the smallest numerator and the largest denominator, its upper limit
  /// that of the largest numerator and the smallest denominator.
  ///
  /// - Returns: `.sign`: what hides a count; `[z]` for a denominator of zero; `[low]` for a
  ///   numerator that rounds to zero, and for a share that would be shown as 0.0 % although there is
  ///   somebody.
  public static func figure(
    _ numerator: CellValue, of denominator: CellValue, under certificate: PublicCertificate
  ) -> Figure {
    for value in [denominator, numerator] {
      switch value {
      case .count, .low: continue
      case .confidential, .notAvailable, .notApplicable: return .sign(value)
      }
    }
    guard case .count(let whole) = denominator else { return .sign(denominator) }
    guard whole > 0 else { return .sign(.notApplicable) }
    guard case .count(let part) = numerator else { return .sign(numerator) }
    guard let parts = certificate.range(of: numerator),
      let wholes = certificate.range(of: denominator)
    else { return .sign(.notAvailable) }
    let lower = WilsonInterval.limits(
      numerator: min(parts.lowerBound, wholes.upperBound), denominator: wholes.upperBound)
    let upper = WilsonInterval.limits(
      numerator: min(parts.upperBound, wholes.lowerBound), denominator: wholes.lowerBound)
    let proportion = min(1, Double(part) / Double(whole))
    if part > 0, DecimalText.tenths(proportion * 100) == "0.0" { return .sign(.low) }
    return .share(
      Share(
        proportion: proportion, lower: min(lower.lower, proportion),
        upper: max(upper.upper, proportion)))
  }
}
