/// What must remain possible for a cell of fewer persons than the minimum.
package struct SmallCells: Sendable {
  /// Numbers that must not be published.
  private let unsafe: ClosedRange<Int>
  /// How many of them remain possible.
  private let possible: Int

  /// - Parameters:
  ///   - areZerosUnsafe: whether a zero is one of them.
  ///   - possibleValues: how many of them the policy asks for; nil: all.
  package init(minimumFrequency: Int, areZerosUnsafe: Bool, possibleValues: Int?) {
    let least = areZerosUnsafe ? 0 : 1
    unsafe = least...max(least, minimumFrequency - 1)
    possible = max(1, min(possibleValues ?? unsafe.count, unsafe.count))
  }

  /// So many of the unsafe numbers, one after another, the cell's own as near their middle as may be.
  package func required(of persons: Int) -> ClosedRange<Int> {
    let first = min(
      max(unsafe.lowerBound, persons - (possible - 1) / 2), unsafe.upperBound - possible + 1)
    return first...(first + possible - 1)
  }
}
