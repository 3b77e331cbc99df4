import CohortModel
import Tables

/// Makes published values that are rounded one by one add up: some of them move by whole bases, as
/// little in all as can be found.
///
/// It starts from the published values and sees nothing else: no true count, and nothing of a hidden
/// cell but that it is not negative. So whoever knows this method learns nothing from its result that
/// the values rounded one by one would not have told him, and these were attacked before they were
/// shown. Rounding the true counts so that they add up (L. H. Cox (1987), "A Constructive Procedure for
/// Unbiased Controlled Rounding", JASA 82; J. J. Salazar-González (2006), "Controlled rounding and cell
/// perturbation", Mathematical Programming 105) stays nearer to them, but which rounding is the nearest
/// tells of the hidden cells too.
///
/// A value then depends on its table, so this is for tables that a policy names beforehand, in one
/// problem. A linear programme with a bounded search for whole numbers, counted in programmes and not
/// in seconds: the same values are rounded alike everywhere.
package struct AdditiveRounding: Sendable {
  /// By cell, hidden where the cell was.
  package let cells: [CellValue]
  /// The most bases by which a value moved.
  package let steps: Int

  /// - Parameters:
  ///   - published: multiples of the base, signs, and true zeros; a `[low]` counts as 0 and stays.
  ///   - relations: wholes and parts over all tables of the set, by cell.
  ///   - steps: how many bases a value may at most move.
  ///   - programmes: how many linear programmes the search may take for each width.
  /// - Throws: `none` where no rounding within `steps` was found; that depends on published values only.
  package static func rounded(
    _ published: [CellValue], relations: [CellRelation], base: Int, minimumFrequency: Int,
    steps: Int = 3, programmes: Int = 2_000
  ) throws(AdditiveRoundingError) -> AdditiveRounding {
    var values: [Int?] = []
    for value in published {
      switch value {
      case .count(let count):
        guard base >= 1, count >= 0, count % base == 0 else { throw .notRounded }
        values.append(count / base)
      case .low: values.append(0)
      case .confidential, .notAvailable, .notApplicable: values.append(nil)
      }
    }
    guard
      relations.allSatisfy({ ($0.parts + [$0.whole]).allSatisfy(published.indices.contains) })
    else { throw .notRounded }
    let least = max(
      1,
      RoundingRule(base: base, minimumFrequency: minimumFrequency).rounded(minimumFrequency)
        / max(1, base))
    for width in 0...max(0, steps) {
      let search = AdditiveSearch(
        values: values, relations: relations, least: least, width: width)
      guard let multiples = search.multiples(programmes: programmes) else { continue }
      let cells = published.indices.map { cell -> CellValue in
        if case .count = published[cell] { .count(multiples[cell] * base) } else { published[cell] }
      }
      return AdditiveRounding(cells: cells, steps: width)
    }
    throw .none
  }
}

/// Why values were not rounded so that they add up.
package enum AdditiveRoundingError: Error, Equatable, Sendable {
  /// No such rounding was found: show each value rounded by itself, and say so.
  case none
  /// A value is no multiple of the base, or a relation names a cell that is not there.
  case notRounded
}
