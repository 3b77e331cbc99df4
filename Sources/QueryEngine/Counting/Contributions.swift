/// Per cell the distinct persons, what they contribute in sum, and the two largest contributions of
/// one person.
///
/// Persons come in order, so that remembering the last one of every cell tells them apart without
/// hashing.
struct Contributions: Sendable {
  private(set) var persons: [Int]
  private(set) var totals: [Int]
  private(set) var largest: [Int]
  private(set) var secondLargest: [Int]
  /// Per cell the last person, plus 1, and what that person has contributed so far.
  private var last: [UInt32]
  private var current: [Int]

  init(cellCount: Int) {
    persons = [Int](repeating: 0, count: cellCount)
    totals = persons
    largest = persons
    secondLargest = persons
    last = [UInt32](repeating: 0, count: cellCount)
    current = persons
  }

  @inline(__always) mutating func add(_ amount: Int, of person: UInt32, to cell: Int) {
    totals[cell] += amount
    if last[cell] == person &+ 1 {
      current[cell] += amount
    } else {
      rank(current[cell], in: cell)
      last[cell] = person &+ 1
      persons[cell] += 1
      current[cell] = amount
    }
  }

  /// To be called after the last person.
  mutating func finish() {
    for cell in current.indices {
      rank(current[cell], in: cell)
      current[cell] = 0
      last[cell] = 0
    }
  }

  @inline(__always) private mutating func rank(_ amount: Int, in cell: Int) {
    if amount > largest[cell] {
      secondLargest[cell] = largest[cell]
      largest[cell] = amount
    } else if amount > secondLargest[cell] {
      secondLargest[cell] = amount
    }
  }

  /// Adds finished contributions of other persons.
  mutating func merge(_ other: Contributions) {
    for cell in persons.indices {
      persons[cell] += other.persons[cell]
      totals[cell] += other.totals[cell]
      rank(other.largest[cell], in: cell)
      rank(other.secondLargest[cell], in: cell)
    }
  }

  /// Adds so many other persons who contribute one each.
  mutating func addOnes(_ ones: [Int]) {
    for cell in persons.indices where ones[cell] > 0 {
      persons[cell] += ones[cell]
      totals[cell] += ones[cell]
      rank(1, in: cell)
      if ones[cell] > 1 { rank(1, in: cell) }
    }
  }
}
