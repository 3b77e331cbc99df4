import CohortModel

/// The simplest ways from one database of a table to another: *switches*.
///
/// A switch adds an amount to one atom and, in some of the dimensions, moves it between two slots:
/// with one dimension it goes from one slot to another; with two it runs round a rectangle; with
/// three along the edges of a box, and so on. It changes a cell only if, in every such dimension, the
/// cell's node holds just one of the two slots, so that most margins stay as they are. Steps in whole
/// numbers from a database that agrees with what is published, none of them beyond a published
/// bound, pass through such databases only: every value that a cell takes on the way is possible.
///
/// Switches of two dimensions are those of the hypercube method (Repsilber; Giessing and Repsilber
/// 2002, "Tools and Strategies to Protect Multiple Tables with the GHQUAR Cell Suppression Engine"),
/// used here by the attacker to save most of the linear programmes, and by protection to choose what
/// to hide in tables that are too large for them.
///
/// Nothing is proven where no switch is found. Tables with multi-response variables have no switches.
package struct TableSwitches: Sendable {
  /// What a step of a switch changes: cells by their offset, up or down.
  struct Leg: Sendable {
    var offset: Int
    var isUp: Bool
  }

  /// Per dimension, at `from × slotCount + to`, the nodes that hold just one of two slots; for
  /// `from = to` those that hold it.
  private let legs: [[[Leg]]]
  private let slotsOfNode: [[[Int]]]
  private let slotCounts: [Int]
  private let strides: [Int]
  private let nodeCounts: [Int]
  /// Legs of the largest switch, with those of its parts.
  private let scratchSize: Int

  /// Atoms of a margin beyond these are not tried.
  private static let mostAtoms = 256

  init?(dimensions: [PlannedDimension]) {
    let structures = dimensions.map(\.structure)
    guard !structures.isEmpty,
      structures.allSatisfy({ $0.kind == .partition && $0.nodes.allSatisfy(\.minusSlots.isEmpty) })
    else { return nil }
    slotCounts = structures.map(\.slotCount)
    nodeCounts = structures.map(\.nodes.count)
    slotsOfNode = structures.map { $0.nodes.map(\.slots) }
    let space = CellSpace(dimensions)
    strides = space.strides
    let legs = structures.enumerated().map { dimension, structure -> [[Leg]] in
      let holds = structure.nodes.map { Set($0.slots) }
      var all: [[Leg]] = []
      for from in 0..<structure.slotCount {
        for to in 0..<structure.slotCount {
          all.append(
            holds.indices.compactMap { node in
              let isFrom = holds[node].contains(from)
              let isTo = from != to && holds[node].contains(to)
              return isFrom == isTo
                ? nil : Leg(offset: node * space.strides[dimension], isUp: isFrom)
            })
        }
      }
      return all
    }
    self.legs = legs
    var product = 1
    var size = 1
    for all in legs {
      product *= all.reduce(1) { max($0, $1.count) }
      size += product
    }
    scratchSize = size
  }

  /// Calls back with the legs of every switch that changes a cell by its whole amount, until told
  /// to stop. The legs are valid during the call only.
  func forEachSwitch(of cell: Int, _ body: (UnsafeBufferPointer<Leg>) -> Bool) {
    let nodes = strides.indices.map { cell / strides[$0] % nodeCounts[$0] }
    var atoms: [[Int]] = [[]]
    for (dimension, node) in nodes.enumerated() {
      let slots = slotsOfNode[dimension][node]
      atoms = Array(
        atoms.lazy.flatMap { atom in slots.map { atom + [$0] } }.prefix(Self.mostAtoms))
    }
    let outside = nodes.enumerated().map { dimension, node in
      let inside = Set(slotsOfNode[dimension][node])
      return (0..<slotCounts[dimension]).filter { !inside.contains($0) }
    }
    withUnsafeTemporaryAllocation(of: Leg.self, capacity: scratchSize) { scratch in
      scratch.initializeElement(at: 0, to: Leg(offset: 0, isUp: true))
      for atom in atoms {
        guard extend(scratch, 0..<1, 0, atom, outside, body) else { return }
      }
    }
  }

  /// Crosses the legs so far (a range of the scratch memory) with those of one more dimension.
  private func extend(
    _ scratch: UnsafeMutableBufferPointer<Leg>, _ partial: Range<Int>, _ dimension: Int,
    _ atom: [Int], _ outside: [[Int]], _ body: (UnsafeBufferPointer<Leg>) -> Bool
  ) -> Bool {
    guard dimension < atom.count else {
      return body(UnsafeBufferPointer(rebasing: scratch[partial]))
    }
    let from = atom[dimension]
    func crossed(to: Int) -> Bool {
      var end = partial.upperBound
      for other in legs[dimension][from * slotCounts[dimension] + to] {
        for place in partial {
          let leg = scratch[place]
          scratch.initializeElement(
            at: end, to: Leg(offset: leg.offset + other.offset, isUp: leg.isUp == other.isUp))
          end += 1
        }
      }
      return extend(
        scratch, partial.upperBound..<end, dimension + 1, atom, outside, body)
    }
    guard crossed(to: from) else { return false }
    for to in outside[dimension] {
      guard crossed(to: to) else { return false }
    }
    return true
  }
}
