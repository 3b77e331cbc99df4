/// What stands between a counted table and an attacker, each as a switch of its own.
///
/// All of them are on, always. They can be told apart so that the tests can leave one off and see an
/// attack succeed: a suite of attacks that succeeds nowhere proves nothing. Only initialisers that
/// are `package` take them, so no policy, command line or environment can reach them
/// (`Tests/WallTests` holds that).
package struct Defences: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Cells are hidden so that others are not given away, and the result is audited.
  package static let complementarySuppression = Defences(rawValue: 1 << 0)
  /// A rounded value is read as what rounds to it and is not below the minimum; without, as though
  /// rounding left a whole base open to either side.
  package static let roundedIntervals = Defences(rawValue: 1 << 1)
  /// Somebody who knows where he is counted himself is thought of.
  package static let insiders = Defences(rawValue: 1 << 2)
  /// A keyed share of the zeros by chance is hidden with no other reason.
  package static let hiddenZeros = Defences(rawValue: 1 << 3)
  /// Zeros that follow from definitions are taken as known to everyone.
  package static let definitionalZeros = Defences(rawValue: 1 << 4)
  /// Events and units have dominance and protection levels, beyond a minimum of persons.
  package static let magnitudes = Defences(rawValue: 1 << 5)

  /// Whether anybody, everybody or all but k of a group has a code of a sensitive variable stays open.
  package static let classDisclosure = Defences(rawValue: 1 << 6)
  /// Somebody who reasons from what is promised of every unsafe cell is thought of.
  package static let promise = Defences(rawValue: 1 << 7)

  /// Under the profile cell-key, counts that noise leaves below the minimum are hidden.
  package static let noiseThreshold = Defences(rawValue: 1 << 12)
  /// Tables that are given together are protected together.
  package static let jointProtection = Defences(rawValue: 1 << 13)

  package static let all: Defences = [
    .complementarySuppression, .roundedIntervals, .insiders, .hiddenZeros, .definitionalZeros,
    .magnitudes, .classDisclosure, .promise, .noiseThreshold, .jointProtection,
  ]
}
