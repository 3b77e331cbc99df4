import Foundation
import Tables

/// How far the numbers of a table are from those at another link level: the greatest difference of any
/// of its cube, hidden or not, with noise.
///
/// A bound in the place of the noise gives small differences and small numbers away, since it says for
/// certain what margins and cells of the table then leave open. With noise every pair of tables remains
/// possible. One person more in any cells of the other level changes the greatest difference by one at
/// most; two-sided geometric noise of scale t, the minimum, makes every answer then at most e^(1/t)
/// times as likely: differential privacy with ε = 1/t, so that of two values below t the answer favours
/// one by a factor of e at most. (Ghosh, Roughgarden and Sundararajan, "Universally Utility-Maximizing
/// Privacy Mechanisms", *SIAM Journal on Computing* 41 (2012).)
///
/// The noise is keyed by the cube and the two levels: the same question has the same answer, from
/// whichever of the levels it is asked and however the table is laid out.
enum LevelDistance {
  struct Key: Hashable, Sendable {
    var cubes: [Release.CubeKey]
    /// The level that was asked for, among them.
    var own: Int
  }

  /// What its numbers are drawn for, told apart from what else the secret is used for.
  static let purpose = "level distance"

  /// - Parameters:
  ///   - number: 0 ..< 1, that only the holder of the secret can tell.
  ///   - minimum: t; answers are multiples of it, from itself.
  static func told(of own: [Int], from other: [Int], number: Double, minimum: Int) -> Int {
    let unit = max(1, minimum)
    let most = zip(own, other).reduce(0) { max($0, abs($1.0 - $1.1)) }
    return max(unit, (most + noise(number, scale: unit) + unit / 2) / unit * unit)
  }

  /// The noise that belongs to a number drawn from 0 ..< 1: its distribution function, inverted.
  static func noise(_ number: Double, scale: Int) -> Int {
    let ratio = exp(-1 / Double(scale))
    let number = max(number, 0x1p-54)
    func steps(_ tail: Double) -> Double { log(tail * (1 + ratio)) / log(ratio) }
    return number < ratio / (1 + ratio)
      ? -Int(steps(number).rounded(.down)) : max(0, Int(steps(1 - number).rounded(.up)) - 1)
  }

  static func standardDeviation(scale: Int) -> Int {
    let ratio = exp(-1 / Double(scale))
    return Int(((2 * ratio).squareRoot() / (1 - ratio)).rounded())
  }
}
