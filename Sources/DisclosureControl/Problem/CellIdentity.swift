import CohortModel
import Crypto
import Foundation

/// What a cell *is*, whatever table it occurs in: a conjunction of codes over the variables that it
/// does not leave whole, of one cohort, release, unit of count and link level.
///
/// A node counts as the set of codes that fall in it, so that a recode, a level of a hierarchy and
/// a filter that mean the same are the same cell.
package struct CellIdentity: Sendable {
  private let prefix: [UInt8]
  /// Per dimension and node its part of the conjunction; empty for the whole.
  private let parts: [[[UInt8]]]
  private let order: [Int]
  private let space: CellSpace

  package init(plan: TablePlan, release: String, space: CellSpace) {
    self.space = space
    prefix = Self.encoded([
      "bold cell 1", plan.query.pilot, release, plan.counting.canonicalName,
      plan.linkLevel.rawValue,
    ])
    let sources = plan.dimensions.map(\.source.canonicalName)
    order = sources.indices.sorted { sources[$0] < sources[$1] }
    parts = plan.dimensions.indices.map { dimension in
      let planned = plan.dimensions[dimension]
      func codes(_ slots: [Int]) -> [String] {
        slots.flatMap {
          planned.slotCodes.indices.contains($0) ? planned.slotCodes[$0] : ["#\($0)"]
        }
        .sorted()
      }
      return planned.structure.nodes.indices.map { index in
        let node = planned.structure.nodes[index]
        if index == 0 { return [] }
        // The complement of a multi-response code is named by the code alone: slot 0 is everyone.
        return node.minusSlots.isEmpty
          ? encoded([sources[dimension], "+"] + codes(node.slots))
          : encoded([sources[dimension], "-"] + codes(node.minusSlots))
      }
    }
    func encoded(_ words: [String]) -> [UInt8] { Self.encoded(words) }
  }

  package func bytes(of cell: Int) -> [UInt8] {
    order.reduce(into: prefix) { bytes, dimension in
      bytes += parts[dimension][space.node(of: cell, in: dimension)]
    }
  }

  /// A number in 0 ..< 1 that only the holder of the secret can tell, the same for the cell
  /// everywhere: HMAC-SHA-256 of its identity.
  package func keyedNumber(of cell: Int, secret: SymmetricKey, purpose: String) -> Double {
    Self.number(Self.encoded([purpose]) + bytes(of: cell), secret)
  }

  /// The same for the whole cube, whatever order its dimensions have.
  package func keyedNumber(ofCubeFor secret: SymmetricKey, purpose: [String]) -> Double {
    let cube = order.reduce(into: prefix) { bytes, dimension in
      for part in parts[dimension] { bytes += part }
    }
    return Self.number(Self.encoded(purpose) + cube, secret)
  }

  private static func number(_ message: [UInt8], _ secret: SymmetricKey) -> Double {
    let code = HMAC<SHA256>.authenticationCode(for: message, using: secret)
    let number = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Double(number >> 11) * 0x1p-53
  }

  /// Each word with its length before it, so that no two lists have the same bytes.
  private static func encoded(_ words: [String]) -> [UInt8] {
    words.reduce(into: []) { bytes, word in
      let text = Array(word.utf8)
      withUnsafeBytes(of: UInt32(text.count).bigEndian) { bytes.append(contentsOf: $0) }
      bytes += text
    } + [0xFF, 0xFF, 0xFF, 0xFF]
  }
}
