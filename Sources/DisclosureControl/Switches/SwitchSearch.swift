/// Looks for switches through cells that have room, or could be given it at a price.
///
/// Keeps per cell how far it may still go up and down while steps are taken, and the steps, to take
/// them back. A search goes through the dimensions one after the other, cheapest changes first, and
/// leaves a branch as soon as what it costs so far, and what the other dimensions must cost at least,
/// is no better than the best found (branch and bound). Nothing is allocated on the way.
///
/// Cells are numbered as in `SwitchSpace`. Not to be shared between threads.
final class SwitchSearch {
  /// A step of the walk under way.
  struct Step {
    var origin: Int32
    var legs: Range<Int>
    /// How often the step was taken.
    var times: Int32
  }

  static let never: Int32 = .max / 8
  static let unbounded: Int32 = .max / 4
  /// A cell with less room than this is out of reach whatever is allowed to lack.
  static let blocked: Int32 = -(1 << 24)
  /// Switches looked at in one search before the best so far is taken.
  private static let mostInOneSearch = 40_000

  let space: SwitchSpace
  /// Room left per cell.
  let up: UnsafeMutablePointer<Int32>
  let down: UnsafeMutablePointer<Int32>
  /// What it costs to hide the cell; `never` where it is hidden already or may not be.
  let price: UnsafeMutablePointer<Int32>
  /// How much further down a cell could go if it were hidden.
  let lower: UnsafeMutablePointer<Int32>

  private(set) var steps: [Step] = []
  private(set) var stepLegs: [SwitchLeg] = []
  /// Numbers of steps after which the database agreed with everything again.
  private(set) var settled: [Int] = []
  /// Cells taken as hidden in the question under way.
  private(set) var opened: [Int32] = []
  /// What they were before.
  private var closings: [(lower: Int32, price: Int32)] = []
  /// How many changes were looked at so far: a measure of work that no clock changes.
  private(set) var tried = 0

  /// The switch found last, from `origin`.
  private(set) var best: [SwitchLeg] = []
  private var bestPrice: Int32 = 0
  private var origin = 0
  private var amount: Int32 = 1
  private var mode = Mode.free
  private var end = 0

  /// What a cell without room costs.
  enum Mode {
    /// It may not be changed.
    case free
    /// What hiding it costs.
    case priced
    /// One: it is put right by another switch.
    case owed
  }

  private let dimensions: Int
  private let cellCount: Int
  private let starts: [UnsafeMutablePointer<Int32>]
  private let legStarts: [UnsafeMutablePointer<Int32>]
  private let legs: [UnsafeMutablePointer<SwitchLeg>]
  /// Per dimension the changes that can be made, by price.
  private let lists: [UnsafeMutablePointer<Int64>]
  private let listCounts: UnsafeMutablePointer<Int>
  private let order: UnsafeMutablePointer<Int>
  private let scratch: UnsafeMutablePointer<SwitchLeg>

  init(_ space: SwitchSpace) {
    func copy<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
      let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
      memory.initialize(from: elements, count: elements.count)
      return memory
    }
    self.space = space
    dimensions = space.rowCounts.count
    cellCount = space.count
    let none = [Int32](repeating: 0, count: cellCount)
    (up, down, lower) = (copy(none), copy(none), copy(none))
    price = copy([Int32](repeating: Self.never, count: cellCount))
    starts = space.moves.map { copy($0.starts) }
    legStarts = space.moves.map { copy($0.legStarts) }
    legs = space.moves.map { copy($0.legs) }
    lists = space.moves.map { .allocate(capacity: max(1, $0.mostChanges)) }
    listCounts = copy([Int](repeating: 0, count: dimensions))
    order = copy([Int](repeating: 0, count: dimensions))
    scratch = .allocate(capacity: 1 + space.moves.reduce(1) { $0 * (1 + $1.mostLegs) })
  }

  deinit {
    for memory in [up, down, price, lower] { memory.deallocate() }
    for memory in starts + legStarts { memory.deallocate() }
    for memory in legs { memory.deallocate() }
    for memory in lists { memory.deallocate() }
    listCounts.deallocate()
    order.deallocate()
    scratch.deallocate()
  }

  // MARK: Searching

  @inline(__always) private func cost(_ cell: Int, _ sign: Int32) -> Int32 {
    let room = sign > 0 ? up[cell] : down[cell]
    if room >= amount { return 0 }
    switch mode {
    case .free: return Self.never
    case .priced:
      return sign < 0 && room + lower[cell] < amount ? Self.never : price[cell]
    case .owed: return room < Self.blocked ? Self.never : 1
    }
  }

  /// Finds the cheapest switch that changes a cell by an amount, up (1) or down (-1), at a price below
  /// the limit. The first in the order of the codes among equals.
  func find(
    _ cell: Int, _ sign: Int32, amount: Int32, _ mode: Mode, limit: Int32
  ) -> Int32? {
    origin = cell
    self.amount = amount
    self.mode = mode
    bestPrice = limit
    best.removeAll(keepingCapacity: true)
    let own = mode == .owed ? 0 : cost(cell, sign)
    guard own < limit else { return nil }
    end = tried + Self.mostInOneSearch
    for dimension in 0..<dimensions {
      guard list(dimension, sign) else { return nil }
      order[dimension] = dimension
    }
    // Few choices first.
    for place in 1..<max(1, dimensions) {
      var at = place
      while at > 0, listCounts[order[at]] < listCounts[order[at - 1]] {
        (order[at], order[at - 1]) = (order[at - 1], order[at])
        at -= 1
      }
    }
    scratch[0] = SwitchLeg(offset: 0, sign: sign)
    cross(0, 1, own, sign)
    return best.isEmpty ? nil : bestPrice
  }

  /// Puts together what a dimension's changes cost by themselves, cheapest first.
  private func list(_ dimension: Int, _ sign: Int32) -> Bool {
    let row = origin / space.strides[dimension] % space.rowCounts[dimension]
    let changes = Int(starts[dimension][row])..<Int(starts[dimension][row + 1])
    let (legStarts, legs, list) = (legStarts[dimension], legs[dimension], lists[dimension])
    var count = 0
    for change in changes {
      var sum: Int32 = 0
      var at = Int(legStarts[change])
      let last = Int(legStarts[change + 1])
      while at < last, sum < bestPrice {
        let leg = legs[at]
        sum += cost(origin + Int(leg.offset), leg.sign * sign)
        at += 1
      }
      if sum < bestPrice {
        list[count] = Int64(sum) << 32 | Int64(change)
        count += 1
      }
    }
    tried += changes.count
    listCounts[dimension] = count
    guard count > 0 else { return false }
    if bestPrice > 1 {
      var found = UnsafeMutableBufferPointer(start: list, count: count)
      found.sort()
    }
    return true
  }

  /// Crosses the legs so far with the changes of one more dimension.
  private func cross(_ level: Int, _ count: Int, _ price: Int32, _ sign: Int32) {
    let dimension = order[level]
    let (legStarts, legs, list) = (legStarts[dimension], legs[dimension], lists[dimension])
    var rest: Int32 = 0
    for later in (level + 1)..<max(level + 1, dimensions) {
      rest += Int32(truncatingIfNeeded: lists[order[later]][0] >> 32)
    }
    for index in 0..<listCounts[dimension] {
      var sum = price + Int32(truncatingIfNeeded: list[index] >> 32)
      if sum + rest >= bestPrice || tried > end { return }
      tried += 1
      let change = Int(list[index] & 0xFFFF_FFFF)
      var filled = count
      var at = Int(legStarts[change])
      let last = Int(legStarts[change + 1])
      while at < last, sum + rest < bestPrice {
        let leg = legs[at]
        // The legs of one dimension alone are in the price of its list.
        scratch[filled] = SwitchLeg(offset: leg.offset, sign: leg.sign * sign)
        filled += 1
        var part = 1
        while part < count {
          let offset = scratch[part].offset + leg.offset
          let way = scratch[part].sign * leg.sign
          sum += cost(origin + Int(offset), way)
          if sum + rest >= bestPrice { break }
          scratch[filled] = SwitchLeg(offset: offset, sign: way)
          filled += 1
          part += 1
        }
        at += 1
      }
      if sum + rest >= bestPrice { continue }
      if level + 1 == dimensions {
        bestPrice = sum
        best.removeAll(keepingCapacity: true)
        best.append(contentsOf: UnsafeBufferPointer(start: scratch, count: filled))
      } else {
        cross(level + 1, filled, sum, sign)
      }
      if bestPrice == 0 { return }
    }
  }

  // MARK: Taking steps

  /// Takes the switch found last as a step.
  func takeBest() {
    let first = stepLegs.count
    stepLegs.append(contentsOf: best)
    let step = Step(origin: Int32(origin), legs: first..<stepLegs.count, times: amount)
    steps.append(step)
    move(step, step.times)
  }

  /// The database is one that agrees with everything.
  func settle() { settled.append(steps.count) }

  private func move(_ step: Step, _ times: Int32) {
    for index in step.legs {
      let leg = stepLegs[index]
      let cell = Int(step.origin + leg.offset)
      up[cell] -= leg.sign * times
      down[cell] += leg.sign * times
    }
  }

  /// Takes back all steps but so many.
  func takeBack(to count: Int = 0) {
    while steps.count > count {
      let step = steps.removeLast()
      move(step, -step.times)
      stepLegs.removeSubrange(step.legs.lowerBound...)
    }
    while let last = settled.last, last > count { settled.removeLast() }
  }

  /// Takes a cell as hidden until `close`: it has all the room there is then, and is not to be had a
  /// second time.
  func open(_ cell: Int) {
    opened.append(Int32(cell))
    closings.append((lower[cell], price[cell]))
    up[cell] += Self.unbounded
    down[cell] += lower[cell]
    lower[cell] = 0
    price[cell] = Self.never
  }

  func close() {
    for (cell, closing) in zip(opened.lazy.map(Int.init), closings).reversed() {
      (lower[cell], price[cell]) = closing
      up[cell] -= Self.unbounded
      down[cell] -= lower[cell]
    }
    opened.removeAll(keepingCapacity: true)
    closings.removeAll(keepingCapacity: true)
  }
}
