import CohortModel
import ColumnStore
import Crypto
import QueryEngine
import Tables

/// The cell-key method: noise in the place of complementary suppression.
///
/// A cell's key is the sum of its persons' keys, so the same persons have the same key, and with their
/// number the same noise, in whatever table, filter or recode they make a cell. Before it is looked up
/// the sum goes through a keyed hash (SipHash-2-4 under the store's secret): the noises of a total and of
/// its parts are then as independent as those of any other cells, although their keys add up.
package struct CellKeyProtection: Sendable {
  private let noise: NoiseTable
  private let minimum: Int
  private let hash: RecordKeys
  private let defences: Defences

  /// - Parameters:
  ///   - minimum: the minimum frequency that holds for the table.
  ///   - secret: keys the noise.
  ///   - defences: all but in tests of the attacks themselves.
  /// - Throws: where no noise fits the parameters.
  package init(
    _ parameters: CellKeyParameters, minimum: Int, secret: [UInt8], defences: Defences = .all
  ) throws(PerturbationTableError) {
    noise = try NoiseTable(PerturbationTable(parameters))
    self.minimum = minimum
    self.defences = defences
    var code = HMAC<SHA256>(key: SymmetricKey(data: secret))
    code.update(data: Array("bold cell noise".utf8))
    let bytes = Array(code.finalize())
    func word(_ first: Int) -> UInt64 {
      bytes[first..<first + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    hash = RecordKeys(first: word(0), second: word(8))
  }

  /// What is published of every cell.
  ///
  /// - Parameters:
  ///   - problem: the counts and what the rules say of them.
  ///   - keySums: per cell the sum of its persons' keys.
  /// - Throws: `MalformedCube` where counts or keys do not add up as the plan says.
  package func cells(
    of problem: ProtectionProblem, keySums: [UInt64]
  ) throws(MalformedCube) -> [CellValue] {
    guard problem.largest == nil, keySums.count == problem.cellCount else { throw MalformedCube() }
    for relation in problem.relations {
      let count = relation.parts.reduce(0) { $0 + problem.values[$1] }
      let key = relation.parts.reduce(UInt64(0)) { $0 &+ keySums[$1] }
      guard count == problem.values[relation.whole], key == keySums[relation.whole] else {
        throw MalformedCube()
      }
    }
    return (0..<problem.cellCount).map { cell in
      let count = problem.values[cell]
      guard count > 0 else {
        return problem.statuses[cell] == .hiddenZero ? .confidential : .count(0)
      }
      let changed = count + noise(count: count, key: keySums[cell])
      guard defences.contains(.noiseThreshold) else { return .count(changed) }
      return changed < minimum ? .confidential : .count(changed)
    }
  }

  /// The noise of a cell of so many persons with this sum of keys.
  package func noise(count: Int, key: UInt64) -> Int {
    let position = Double(hash.key(key, UInt64(count)) >> 11) * 0x1p-53
    return noise.noise(count: count, position: position)
  }
}
