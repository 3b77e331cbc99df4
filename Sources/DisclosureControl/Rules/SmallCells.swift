/// What must remain possible for a cell of fewer persons than the minimum.
package struct SmallCells: Sendable {
  /// Numbers that must not be published.
  let all: ClosedRange<Int>
  /// How many of them remain possible.
  private let possible: Int

  /// - Parameters:
  ///   - areZerosUnsafe: whether a zero is one of them.
  ///   - possibleValues: how many of them the policy asks for; nil: all.
  package init(minimumFrequency: Int, areZerosUnsafe: Bool, possibleValues: Int?) {
    let least = areZerosUnsafe ? 0 : 1
    all = least...max(least, minimumFrequency - 1)
    possible = max(1, min(possibleValues ?? all.count, all.count))
  }

  /// So many of the unsafe numbers, one after another, the cell's own among them. Which of the choices
  /// it is only a key tells: whoever finds just these possible shall not learn where among them the
  /// cell's own is.
  ///
  /// - Parameter number: from 0 to below 1, of the cell alone.
  package func required(of persons: Int, number: () -> Double) -> ClosedRange<Int> {
    let least = max(all.lowerBound, persons - possible + 1)
    let most = min(persons, all.upperBound - possible + 1)
    let first = least < most ? least + Int(number() * Double(most - least + 1)) : least
    return first...(first + possible - 1)
  }
}
