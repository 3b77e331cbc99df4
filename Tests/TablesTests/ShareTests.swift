import CohortModel
import Tables
import Testing

private func share(_ part: CellValue, _ whole: CellValue, minimum: Int = 10, base: Int = 5)
  -> Figure
{
  LiteralTables.figure(["numerator", "denominator"], [part, whole], minimum: minimum, base: base)
}

/// The limits satisfy what defines them: |p̂ − p| = z √(p (1 − p) / n).
@Test(arguments: [(10, 100), (1, 20), (37, 52), (499, 1000), (19, 20)])
func wilsonLimitsSolveTheScoreEquation(part: Int, whole: Int) {
  let (lower, upper) = WilsonInterval.limits(numerator: part, denominator: whole)
  let observed = Double(part) / Double(whole)
  for limit in [lower, upper] {
    let error = (limit * (1 - limit) / Double(whole)).squareRoot()
    #expect(abs(abs(observed - limit) - 1.959963984540054 * error) < 1e-12)
  }
  #expect(lower < observed && observed < upper)
}

/// Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
@Test(arguments: [
  (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
  (1, 29, 0.0061, 0.1718),
])
func wilsonLimitsAgreeWithPublishedOnes(part: Int, whole: Int, lower: Double, upper: Double) {
  let limits = WilsonInterval.limits(numerator: part, denominator: whole)
  #expect(abs(limits.lower - lower) < 0.00005)
  #expect(abs(limits.upper - upper) < 0.00005)
}

/// The interval holds that of every pair of true counts that round to what is published.
@Test(arguments: [(10, 40, 5), (25, 25, 5), (20, 100, 10), (15, 16, 1), (0, 35, 5)])
func intervalCoversAllThatRoundingHides(part: Int, whole: Int, base: Int) {
  guard case .share(let shown) = share(.count(part), .count(whole), base: base) else {
    Issue.record("no share")
    return
  }
  var pairs = 0
  for truth in 0...120 where truth == 0 || truth >= 10 {
    for all in max(truth, 10)...120 {
      let rounded = { (n: Int) in (n + base / 2) / base * base }
      guard rounded(truth) == part, rounded(all) == whole else { continue }
      pairs += 1
      let limits = WilsonInterval.limits(numerator: truth, denominator: all)
      #expect(shown.lower <= limits.lower && limits.upper <= shown.upper)
    }
  }
  #expect(pairs > 0)
  #expect((0...1).contains(shown.lower) && (0...1).contains(shown.upper))
  #expect(shown.lower <= shown.proportion && shown.proportion <= shown.upper)
}

@Test func exactCountsGiveTheOrdinaryInterval() {
  let limits = WilsonInterval.limits(numerator: 81, denominator: 263)
  #expect(
    share(.count(81), .count(263), base: 1)
      == .share(Share(proportion: 81.0 / 263.0, lower: limits.lower, upper: limits.upper)))
}

@Test func sharesOfWhatIsHiddenAreHidden() {
  #expect(share(.confidential, .count(100)) == .sign(.confidential))
  #expect(share(.count(10), .confidential) == .sign(.confidential))
  #expect(share(.count(0), .confidential) == .sign(.confidential))
  #expect(share(.count(0), .count(0)) == .sign(.notApplicable))
  #expect(share(.low, .count(50)) == .sign(.low))
  #expect(share(.notAvailable, .count(50)) == .sign(.notAvailable))
}

@Test func roundedNumeratorNeverExceedsItsDenominator() {
  guard case .share(let shown) = share(.count(15), .count(10)) else {
    Issue.record("no share")
    return
  }
  #expect(shown.proportion == 1)
  #expect(shown.upper == 1)
}

@Test func publishedValuesStandForARange() {
  let certificate = PublicCertificate(
    profile: "10-5", minimumFrequency: 10, roundingBase: 5, statement: "", hash: "")
  #expect(certificate.range(of: .count(0)) == 0...0)
  #expect(certificate.range(of: .count(10)) == 10...12)
  #expect(certificate.range(of: .count(15)) == 13...17)
  #expect(certificate.range(of: .low) == 1...2)
  #expect(certificate.range(of: .confidential) == nil)
}

/// 0 is a true zero alone: what would be shown as 0.0 % although there is somebody is `[low]`.
@Test func sharesThatRoundToZeroAreLow() {
  #expect(share(.count(10), .count(20_005)) == .sign(.low))
  #expect(share(.count(10), .count(20_000)).text == "0.1%")
  #expect(share(.count(0), .count(20_005)).text == "0.0%")
  #expect(share(.count(10), .count(20_005)).text == "[low]")
}

/// What a share says of a numerator is what is published of it: times the published denominator it
/// gives the published numerator, for every pair of true counts behind it.
@Test func aShareTimesItsBaseIsWhatIsPublished() {
  for whole in stride(from: 10, through: 200, by: 5) {
    for part in stride(from: 10, through: whole, by: 5) {
      guard case .share(let shown) = share(.count(part), .count(whole)) else {
        Issue.record("no share of \(part) of \(whole)")
        continue
      }
      #expect(abs(shown.proportion * Double(whole) - Double(part)) < 1e-9)
    }
  }
}
