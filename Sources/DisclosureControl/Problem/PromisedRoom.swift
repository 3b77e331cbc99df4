/// What every unsafe cell may be, whatever its value. Everyone knows it, and so what follows for a
/// hidden cell that has less room: it is no unsafe cell, hence zero or at least the minimum.
package struct PromisedRoom: Hashable, Sendable {
  /// Values of an unsafe cell that remain possible, whichever of them it has.
  package var range: ClosedRange<Int>
  package var kind: Requirement.Kind
  /// The least number of a cell that is neither unsafe nor zero.
  package var minimum: Int

  package init(range: ClosedRange<Int>, kind: Requirement.Kind, minimum: Int) {
    self.range = range
    self.kind = kind
    self.minimum = minimum
  }

  package func requirement(of cell: Int) -> Requirement {
    Requirement(cell: cell, range: range, kind: kind)
  }

  /// What is known of a hidden cell with less room, at most: on which side it is.
  package func side(of value: Int) -> PublishedInterval {
    value == 0 ? PublishedInterval(0, 0) : PublishedInterval(min(value, minimum), nil)
  }

  /// Whether it is worth looking whether a hidden cell may be an unsafe one. Larger cells are taken as
  /// told to be large: that is little news, and never too little thought of the attacker.
  func isNear(_ value: Int) -> Bool { value <= 4 * max(minimum, range.upperBound) }
}
