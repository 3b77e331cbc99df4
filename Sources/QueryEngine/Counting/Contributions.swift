/// Per cell the distinct persons, what they contribute in sum, and the two largest contributions of
/// one person.
///
/// Persons come in order, so that remembering the last one of every cell tells them apart without
/// hashing.
struct Contributions: Sendable {
  /// What one person's next contribution touches lies together.
  private struct Cell {
    var persons = 0
    var total = 0
    var largest = 0
    var secondLargest = 0
    /// What the last person has contributed so far.
    var current = 0
    /// The last person, plus 1.
    var last = 0

    @inline(__always) mutating func rank(_ amount: Int) {
      if amount > largest {
        secondLargest = largest
        largest = amount
      } else if amount > secondLargest {
        secondLargest = amount
      }
    }
  }

  private var cells: [Cell]

  init(cellCount: Int) {
    cells = [Cell](repeating: Cell(), count: cellCount)
  }

  var persons: [Int] { cells.map(\.persons) }
  var totals: [Int] { cells.map(\.total) }
  var largest: [Int] { cells.map(\.largest) }
  var secondLargest: [Int] { cells.map(\.secondLargest) }

  /// Adds what a person contributes to each of these cells. Persons must come in order.
  @inline(__always)
  mutating func add(_ amount: Int, of person: UInt32, to places: [Int]) {
    cells.withUnsafeMutableBufferPointer { cells in
      for place in places {
        cells[place].total += amount
        if cells[place].last == Int(person) + 1 {
          cells[place].current += amount
        } else {
          cells[place].rank(cells[place].current)
          cells[place].last = Int(person) + 1
          cells[place].persons += 1
          cells[place].current = amount
        }
      }
    }
  }

  /// To be called after the last person.
  mutating func finish() {
    for place in cells.indices {
      cells[place].rank(cells[place].current)
      cells[place].current = 0
      cells[place].last = 0
    }
  }

  /// Adds finished contributions of other persons.
  mutating func merge(_ other: Contributions) {
    for (place, cell) in other.cells.enumerated() {
      cells[place].persons += cell.persons
      cells[place].total += cell.total
      cells[place].rank(cell.largest)
      cells[place].rank(cell.secondLargest)
    }
  }

  /// Adds so many other persons who contribute one each.
  mutating func addOnes(_ ones: [Int]) {
    for place in cells.indices where ones[place] > 0 {
      cells[place].persons += ones[place]
      cells[place].total += ones[place]
      cells[place].rank(1)
      if ones[place] > 1 { cells[place].rank(1) }
    }
  }
}
