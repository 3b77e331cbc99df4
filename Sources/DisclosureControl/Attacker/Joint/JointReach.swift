/// How far cells can go, in whole numbers, given what was published.
///
/// A few solutions of linear programmes show of most cells that they can go far; only what these leave
/// open is asked for by itself. Where few values are left their ends are sought in whole numbers.
struct JointReach {
  struct Range {
    var least: Int
    /// nil: as far as was looked.
    var greatest: Int?
    /// So many values at least.
    var values: Int
  }

  private let attacker: TableAttacker
  private let targets: [Int]
  /// Per cell after how many values it is not looked further.
  private let enough: [Int]
  /// By cell: least and greatest value met.
  private var least: [Int: Double] = [:]
  private var greatest: [Int: Double] = [:]
  private var ranges: [Int: Range] = [:]
  private(set) var isContradictory = false
  private(set) var isUndecided = false

  init(
    system: AttackSystem, intervals: [PublishedInterval], targets: [Int], enough: [Int]
  ) {
    attacker = TableAttacker(system: system, intervals: intervals)
    self.targets = targets
    self.enough = enough
  }

  func range(of cell: Int) -> Range? { ranges[cell] }

  mutating func run() {
    guard attacker.approach([]) else {
      isContradictory = true
      return
    }
    note()
    go(.least, to: targets.map { ($0, attacker.intervals[$0].lower) })
    go(.greatest, to: targets.map { ($0, most($0)) })
    for cell in targets {
      guard let low = least[cell], let high = greatest[cell] else {
        isUndecided = true
        continue
      }
      settle(cell, low, high)
    }
  }

  /// Where it need not go further up.
  private func most(_ cell: Int) -> Int {
    Int((least[cell] ?? 0).rounded(.up)) + 2 * enough[cell]
  }

  private mutating func note() {
    for cell in targets {
      let value = attacker.value(ofCell: cell)
      least[cell] = min(least[cell] ?? value, value)
      greatest[cell] = max(greatest[cell] ?? value, value)
    }
  }

  private mutating func go(
    _ direction: TableAttacker.Direction, to wanted: [(cell: Int, end: Int)]
  ) {
    func isThere(_ cell: Int, _ end: Int) -> Bool {
      direction == .least
        ? (least[cell] ?? .infinity) <= Double(end) + TableAttacker.tolerance
        : (greatest[cell] ?? 0) >= Double(end) - TableAttacker.tolerance
    }
    let ends = Dictionary(uniqueKeysWithValues: wanted.map { ($0.cell, $0.end) })
    var open = targets.filter { !isThere($0, ends[$0]!) }
    while open.count > 1 {
      guard attacker.approach(open.map { ($0, ends[$0]!, direction) }) else { break }
      note()
      let before = open.count
      open.removeAll { isThere($0, ends[$0]!) }
      if before - open.count < max(1, before / 4) { break }
    }
    while let cell = open.popLast() {
      switch attacker.reach(cell, direction, limit: ends[cell]!) {
      case .attained:
        note()
        open.removeAll { isThere($0, ends[$0]!) }
      case .undecided:
        isUndecided = true
        // Nothing is claimed of it.
        if direction == .least { least[cell] = nil } else { greatest[cell] = nil }
      }
    }
  }

  private mutating func settle(_ cell: Int, _ low: Double, _ high: Double) {
    var first = Int((low - TableAttacker.tolerance).rounded(.up))
    var last = Int((high + TableAttacker.tolerance).rounded(.down))
    let isOpen = last >= most(cell)
    var values = last - first + 1
    if !isOpen, values < enough[cell] - 1 {
      let question = WholeNumberQuestion(
        system: attacker.system, intervals: attacker.intervals)
      var possible: [Int] = []
      for value in stride(from: first, through: last, by: 1) {
        switch question.ask(cell, PublishedInterval(value, value)) {
        case .found: possible.append(value)
        case .none: break
        case .undecided:
          isUndecided = true
          possible.append(value)
        }
      }
      values = possible.count
      first = possible.first ?? first
      last = possible.last ?? last
      // Only fractions fit: the tables contradict each other.
      if possible.isEmpty {
        isContradictory = true
        return
      }
    }
    ranges[cell] = Range(least: first, greatest: isOpen ? nil : last, values: values)
  }
}
