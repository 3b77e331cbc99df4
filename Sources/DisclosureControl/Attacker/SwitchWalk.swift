/// Walks from the known database by switches, step by step, within what is published.
///
/// Keeps, per cell, how far it may still go up and down. After each question it is back where it
/// started.
package struct SwitchWalk {
  private let switches: TableSwitches
  private let values: [Int]
  private var intervals: [PublishedInterval]
  private var roomUp: [Int]
  private var roomDown: [Int]
  /// Steps of the walk under way, to take back.
  private var taken: [(legs: [TableSwitches.Leg], step: Int)] = []
  /// Cells taken as hidden in the question under way.
  private var opened: [Int] = []

  /// How many switches were looked at so far: a measure of work that no clock changes.
  package private(set) var switchesTried = 0

  /// After so many, a step of any size is taken rather than a longer one looked for.
  private static let enoughSwitches = 500

  private static let unbounded = Int.max / 4

  /// - Parameter values: all cells of a database that agrees with the intervals.
  package init(switches: TableSwitches, values: [Int], intervals: [PublishedInterval]) {
    self.switches = switches
    self.values = values
    self.intervals = intervals
    roomUp = [Int](repeating: 0, count: values.count)
    roomDown = roomUp
    for cell in values.indices { setInterval(intervals[cell], ofCell: cell) }
  }

  package mutating func setInterval(_ interval: PublishedInterval, ofCell cell: Int) {
    intervals[cell] = interval
    roomUp[cell] = interval.upper.map { $0 - values[cell] } ?? Self.unbounded
    roomDown[cell] = values[cell] - interval.lower
  }

  /// Whether the cell can be brought from its value to another, through every value in between.
  package mutating func reaches(_ cell: Int, _ target: Int) -> Bool {
    defer { takeBack() }
    return walk(cell, target) == 0
  }

  /// The cells that a walk to a value changes, each with its furthest value down and up; nil where
  /// there is no walk.
  mutating func trace(_ cell: Int, _ target: Int) -> [(cell: Int, range: ClosedRange<Int>)]? {
    defer { takeBack() }
    guard walk(cell, target) == 0 else { return nil }
    var now: [Int: Int] = [:]
    var ranges: [Int: ClosedRange<Int>] = [:]
    for (legs, step) in taken {
      for leg in legs {
        let value = now[leg.offset, default: values[leg.offset]] + (leg.isUp ? step : -step)
        now[leg.offset] = value
        let range = ranges[leg.offset] ?? values[leg.offset]...values[leg.offset]
        ranges[leg.offset] = min(range.lowerBound, value)...max(range.upperBound, value)
      }
    }
    return ranges.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether the cell can differ by one while none of the given cells goes down.
  package mutating func canDiffer(_ cell: Int, keeping kept: [Int]) -> Bool {
    let held = kept.map { roomDown[$0] }
    for cell in kept { roomDown[cell] = 0 }
    defer { for (cell, room) in zip(kept, held) { roomDown[cell] = room } }
    return reaches(cell, values[cell] + 1) || (values[cell] > 0 && reaches(cell, values[cell] - 1))
  }

  /// The cheapest cells to hide for a walk to a value to become possible; what is hidden already
  /// costs nothing. Nil where nothing that may be hidden helps.
  ///
  /// - Parameter cost: of hiding a cell; nil where it may not be hidden.
  mutating func cheapestWay(
    _ cell: Int, _ target: Int, isHidden: [Bool], cost: (Int) -> Int?
  ) -> [Int]? {
    defer { takeBack() }
    var rest = walk(cell, target)
    func isOpen(_ cell: Int) -> Bool { isHidden[cell] || opened.contains(cell) }
    while rest != 0 {
      let up = rest > 0
      var best: (score: Double, legs: [TableSwitches.Leg], step: Int)?
      var tried = 0
      defer { switchesTried += tried }
      switches.forEachSwitch(of: cell) { legs in
        tried += 1
        var step = abs(rest)
        var price = 0
        for leg in legs {
          let cell = leg.offset
          if leg.isUp == up {
            if roomUp[cell] >= step { continue }
          } else {
            if roomDown[cell] >= step { continue }
            step = min(step, roomDown[cell] + (isOpen(cell) ? 0 : intervals[cell].lower))
            if step == 0 { return true }
          }
          if !isOpen(cell) {
            guard let more = cost(cell) else { return true }
            price += more
          }
        }
        let score = Double(step) / Double(1 + price)
        if best.map({ score > $0.score }) ?? true { best = (score, Array(legs), step) }
        return true
      }
      guard let best else { return nil }
      for leg in best.legs {
        let cell = leg.offset
        let room = leg.isUp == up ? roomUp[cell] : roomDown[cell]
        if room < best.step, !isOpen(cell) {
          opened.append(cell)
          roomUp[cell] = Self.unbounded
          roomDown[cell] += intervals[cell].lower
        }
      }
      take(best.legs, up ? best.step : -best.step)
      rest -= up ? best.step : -best.step
    }
    return opened.sorted()
  }

  // MARK: Steps

  /// How much of the way is left when no switch leads further.
  private mutating func walk(_ cell: Int, _ target: Int) -> Int {
    var rest = target - values[cell]
    while rest != 0 {
      let up = rest > 0
      let most = abs(rest)
      var best: (legs: [TableSwitches.Leg], step: Int)?
      var tried = 0
      defer { switchesTried += tried }
      switches.forEachSwitch(of: cell) { legs in
        tried += 1
        var step = most
        let atLeast = best?.step ?? 0
        if atLeast > 0, tried > Self.enoughSwitches { return false }
        for leg in legs {
          step = min(step, leg.isUp == up ? roomUp[leg.offset] : roomDown[leg.offset])
          if step <= atLeast { return true }
        }
        best = (Array(legs), step)
        return step < most && tried < Self.enoughSwitches
      }
      guard let best else { return rest }
      take(best.legs, up ? best.step : -best.step)
      rest -= up ? best.step : -best.step
    }
    return 0
  }

  private mutating func take(_ legs: [TableSwitches.Leg], _ amount: Int) {
    move(legs, amount)
    taken.append((legs, amount))
  }

  private mutating func move(_ legs: [TableSwitches.Leg], _ amount: Int) {
    for leg in legs {
      let change = leg.isUp ? amount : -amount
      if roomUp[leg.offset] < Self.unbounded / 2 { roomUp[leg.offset] -= change }
      roomDown[leg.offset] += change
    }
  }

  private mutating func takeBack() {
    while let (legs, step) = taken.popLast() { move(legs, -step) }
    for cell in opened { setInterval(intervals[cell], ofCell: cell) }
    opened.removeAll(keepingCapacity: true)
  }
}
