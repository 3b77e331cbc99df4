import CohortModel
import Foundation

/// How far somebody gets who adds up cells in many ways to average the noise out, knowing its table.
///
/// A count that is the sum of k cells is known from their published values to a variance of k V; from m
/// such sums over different cells, whose noises are independent, to k V / m. (H. J. Asghar and D. Kaafar
/// (2020), "Averaging Attacks on Bounded Noise-based Disclosure Control Algorithms", PoPETs 2020(2).)
///
/// No other use of cells is better than this: the estimate of a count of least variance cannot have less
/// than V / n where some person in it is in n published cells, because the tables with that person once
/// more, and with that person once less, differ in n cells. That holds whatever else is known, all other
/// persons' records included, and for any sums, differences, recodes and filters. n is at most one more
/// than the number of breakdowns (`Breakdowns`).
package struct AveragingBound: Sendable {
  package let parameters: CellKeyParameters

  package init(_ parameters: CellKeyParameters) {
    self.parameters = parameters
  }

  /// The standard error of a count from so many sums of so many cells each.
  package func standardError(sums: Int, cells: Int) -> Double {
    (parameters.variance * Double(cells) / Double(max(1, sums))).squareRoot()
  }

  /// The least standard error of any count when the cohort is broken down in so many ways.
  package func leastStandardError(breakdowns: Int) -> Double {
    standardError(sums: breakdowns + 1, cells: 1)
  }

  /// How often the nearest whole number to an estimate with this standard error is the true one.
  package static func guessedRight(_ standardError: Double) -> Double {
    erf(0.5 / (standardError * 2.0.squareRoot()))
  }

  /// For certificates.
  ///
  /// - Parameter breakdowns: in how many ways the cohort may be broken down.
  package func sentence(breakdowns: Int) -> String {
    let error = leastStandardError(breakdowns: breakdowns)
    return
      "Noise averages out: whoever adds up a count in m independent ways out of k cells each knows"
      + " it to a standard error of the square root of \(CellKeyParameters.text(parameters.variance))"
      + " k / m. A project may break a cohort down in \(breakdowns) ways, so that somebody with one"
      + " code of each variable is in \(breakdowns + 1) published cells of it at most: even for an"
      + " attacker who knows the noise's distribution, its largest value and everybody else's records"
      + " the standard error is at least \(hundredths(error)), and a guess at a count is right about"
      + " \(percent(error)) times in 100 at most."
  }

  /// One more than of a normal noise: that of a cell ends somewhere, which tells a little (measured: less
  /// than one in a hundred).
  private func percent(_ error: Double) -> Int {
    min(100, Int((100 * Self.guessedRight(error)).rounded(.up)) + 1)
  }

  private func hundredths(_ number: Double) -> String {
    let whole = Int((number * 100).rounded(.down))
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }
}
