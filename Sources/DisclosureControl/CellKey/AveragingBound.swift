import CohortModel
import Foundation

/// How far somebody gets who adds up cells in many ways to average the noise out, knowing its table.
///
/// A count that is the sum of k cells is known from their published values to a variance of k V; from m
/// such sums over different cells, whose noises are independent, to k V / m. (H. J. Asghar and D. Kaafar
/// (2020), "Averaging Attacks on Bounded Noise-based Disclosure Control Algorithms", PoPETs 2020(2).)
package struct AveragingBound: Sendable {
  package let parameters: CellKeyParameters

  package init(_ parameters: CellKeyParameters) {
    self.parameters = parameters
  }

  /// The standard error of a count from so many sums of so many cells each.
  package func standardError(sums: Int, cells: Int) -> Double {
    (parameters.variance * Double(cells) / Double(max(1, sums))).squareRoot()
  }

  /// The least standard error of a count of `crossed` variables from so many queries: each splits the
  /// count by every choice of the variables that may still be crossed, two codes each, in new ways, and
  /// its own published value is one more. A split by s variables has 2^s cells, and Σ 2^−s over all
  /// choices is (3/2)^r − 1 for r variables. Splits of the whole by different choices are orthogonal to
  /// each other's remainders, so no other use of the same cells is better.
  ///
  /// A multi-response variable gives as many splits as it has codes, and one with nested levels one more
  /// per level: count such a query as several.
  package func leastStandardError(queries: Int, crossed: Int) -> Double {
    let further = max(0, parameters.maximumVariables - crossed)
    let splits = pow(1.5, Double(further)) - 1
    return (parameters.variance / (1 + Double(queries) * splits)).squareRoot()
  }

  /// How often the nearest whole number to an estimate with this standard error is the true one.
  package static func guessedRight(_ standardError: Double) -> Double {
    erf(0.5 / (standardError * 2.0.squareRoot()))
  }

  /// For certificates.
  package var sentence: String {
    let queries = parameters.maximumQueries
    let error = standardError(sums: queries, cells: 2)
    return
      "Noise averages out: whoever adds up a count in m independent ways out of k cells each knows"
      + " it to a standard error of the square root of \(CellKeyParameters.text(parameters.variance))"
      + " k / m. With one sum of two cells from each of the \(queries) queries that a project may ask of"
      + " a cohort that is \(hundredths(error)), and a guess would be right"
      + " \(Int((100 * Self.guessedRight(error)).rounded())) times in 100."
  }

  private func hundredths(_ number: Double) -> String {
    let whole = Int((number * 100).rounded())
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }
}
