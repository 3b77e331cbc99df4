/// Checks databases that somebody says agree with everything published, and keeps what they prove.
///
/// The audit rests on this alone, not on how the databases were found: atoms are changed step by step,
/// every cell that holds them is summed anew from the definition of the table, and every bound is
/// looked at. What the unsafe cells are worth in a database that stands is possible.
package struct WitnessCheck {
  /// Whole numbers around the true value that were all met.
  package private(set) var lowest: [Int]
  package private(set) var highest: [Int]
  /// Whether the value was another in a database in which every insider finds his own part.
  package private(set) var differs: [Bool]
  /// Databases that stood.
  package private(set) var databases = 0

  private let atomCount: Int
  private let starts: [Int32]
  private let rows: [Int32]
  private let coefficients: [Int32]
  /// Atoms, then rows: the true values, what they are now, and their bounds.
  private let anchor: [Int]
  private var now: [Int]
  private let lower: [Int]
  private let upper: [Int]
  /// Per atom how much of it is some insider's own.
  private let own: [Int]
  private var broken = 0
  private var unexplained = 0
  /// How often the one change since the last witness was made; 1 where there were several.
  private var timesTaken = 0
  /// Changed since the start, and since the last database that stood.
  private var touched: [Int] = []
  private var isTouched: [Bool]
  private var before: [Int]

  /// - Parameter point: by atoms, the database known to agree with everything.
  package init(
    system: AttackSystem, intervals: [PublishedInterval], insiders: [Insider], point: [Int]
  ) {
    atomCount = system.atomCount
    let count = atomCount + system.rows.rowCount
    (starts, rows, coefficients) = system.rows.wholeByColumn()
    var values = point
    values.reserveCapacity(count)
    for row in 0..<system.rows.rowCount {
      values.append(system.rows.value(ofRow: row, at: point))
    }
    var lower = [Int](repeating: 0, count: count)
    var upper = [Int](repeating: .max, count: count)
    for (cell, place) in system.places.enumerated() {
      let index = Self.index(place, atomCount)
      lower[index] = max(lower[index], intervals[cell].lower)
      upper[index] = min(upper[index], intervals[cell].upper ?? .max)
    }
    var own = [Int](repeating: 0, count: atomCount)
    for insider in insiders { own[insider.atom] = max(own[insider.atom], insider.own) }
    anchor = values
    now = values
    before = values
    lowest = values
    highest = values
    differs = [Bool](repeating: false, count: count)
    isTouched = differs
    self.lower = lower
    self.upper = upper
    self.own = own
  }

  private static func index(_ place: AttackSystem.Place, _ atomCount: Int) -> Int {
    switch place {
    case .atom(let atom): atom
    case .sum(let row): atomCount + row
    }
  }

  func index(of place: AttackSystem.Place) -> Int { Self.index(place, atomCount) }

  /// Makes the same change of atoms so many times.
  package mutating func take(_ changes: [(atom: Int, amount: Int)], times: Int) {
    for change in changes { self.change(change.atom, by: change.amount * times) }
    timesTaken = timesTaken == 0 ? times : 1
  }

  private mutating func change(_ atom: Int, by amount: Int) {
    if own[atom] > 0 {
      unexplained +=
        (now[atom] + amount < own[atom] ? 1 : 0) - (now[atom] < own[atom] ? 1 : 0)
    }
    set(atom, now[atom] + amount)
    for place in Int(starts[atom])..<Int(starts[atom + 1]) {
      let index = atomCount + Int(rows[place])
      set(index, now[index] + Int(coefficients[place]) * amount)
    }
  }

  private mutating func set(_ index: Int, _ value: Int) {
    let old = now[index]
    broken +=
      (value < lower[index] || value > upper[index] ? 1 : 0)
      - (old < lower[index] || old > upper[index] ? 1 : 0)
    now[index] = value
    if !isTouched[index] {
      isTouched[index] = true
      touched.append(index)
    }
  }

  /// Takes the database as it is now for a witness, if it agrees with everything. Where it is the
  /// same change taken several times since the last witness, the databases on the way lie between two
  /// that stand, and so stand as well.
  package mutating func note() {
    defer { timesTaken = broken == 0 ? 0 : 1 }
    guard broken == 0 else { return }
    databases += 1
    for index in touched {
      let value = now[index]
      // Each of the changes moved the cell by one at most: nothing was jumped over.
      let isEach = abs(value - before[index]) <= timesTaken
      if value > highest[index], isEach || value == highest[index] + 1 { highest[index] = value }
      if value < lowest[index], isEach || value == lowest[index] - 1 { lowest[index] = value }
      if unexplained == 0, value != anchor[index] { differs[index] = true }
      before[index] = value
    }
  }

  /// Back to the true database.
  package mutating func restart() {
    for index in touched {
      now[index] = anchor[index]
      before[index] = anchor[index]
      isTouched[index] = false
    }
    touched.removeAll(keepingCapacity: true)
    broken = 0
    unexplained = 0
    timesTaken = 0
  }
}
