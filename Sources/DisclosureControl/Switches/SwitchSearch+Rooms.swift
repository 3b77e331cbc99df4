extension SwitchSearch {
  /// Starts from a database and what is published of each of the plan's cells. Nil where numbers are
  /// too large for the rooms, or where the database breaks what cannot be negative.
  convenience init?(_ space: SwitchSpace, point: [Int], intervals: [PublishedInterval]) {
    let values = space.values(ofAtoms: point)
    guard values.allSatisfy({ $0 >= 0 && $0 < Int(Self.unbounded) / 8 }) else { return nil }
    self.init(space)
    for (place, value) in values.enumerated() {
      up[place] = Self.unbounded
      down[place] = Int32(value)
    }
    for (cell, interval) in intervals.enumerated() { setInterval(interval, ofCell: cell, values) }
  }

  /// - Parameter values: of all cells here, where no step is taken.
  func setInterval(_ interval: PublishedInterval, ofCell cell: Int, _ values: [Int]) {
    let place = Int(space.places[cell])
    let value = values[place]
    up[place] = interval.upper.map { Int32($0 - value) } ?? Self.unbounded
    down[place] = Int32(value - interval.lower)
    lower[place] = Int32(interval.lower)
  }

  /// Leaves a cell no room to go down.
  func keep(_ cell: Int) { down[Int(space.places[cell])] = 0 }
}
