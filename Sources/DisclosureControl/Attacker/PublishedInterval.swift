/// What the attacker knows of a cell from what was published: the values that could stand behind it.
package struct PublishedInterval: Hashable, Sendable {
  package var lower: Int
  /// nil: no upper bound.
  package var upper: Int?

  package init(_ lower: Int, _ upper: Int?) {
    self.lower = lower
    self.upper = upper
  }

  /// Nothing but that it is not negative.
  package static let hidden = PublishedInterval(0, nil)

  package func contains(_ value: Int) -> Bool {
    value >= lower && (upper.map { value <= $0 } ?? true)
  }

  package func intersection(_ other: PublishedInterval) -> PublishedInterval {
    let upper: Int? =
      switch (upper, other.upper) {
      case (let first?, let second?): min(first, second)
      case (let first, let second): first ?? second
      }
    return PublishedInterval(max(lower, other.lower), upper)
  }
}
