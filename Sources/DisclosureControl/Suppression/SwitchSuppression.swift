import CohortModel

/// Chooses which safe cells are hidden as well, by switches: for tables of any size.
///
/// Every unsafe cell has *goals*: the ends of what must remain possible for it, and another value than
/// its own even where every insider finds his part. For each goal a walk is looked for through cells
/// that are hidden already or have room left by rounding; where there is none, the cheapest cells are
/// hidden with which there is one. Then cells are published again that no goal needs, dearest first,
/// and others are exchanged for cheaper ones.
///
/// What it returns is a proposal: only an audit makes it a protected table. Deterministic: ties are
/// broken by the order of the codes, work is counted in switches looked at.
struct SwitchSuppression {
  enum Promise {
    /// What the rules require of each unsafe cell remains possible, in spite of insiders.
    case requirements
    /// Each unsafe cell has another possible value.
    case anotherValue
  }

  struct Goal {
    var cell: Int
    /// By how much the cell has to change; 0: by one either way, in spite of insiders.
    var change: Int
  }

  let problem: ProtectionProblem
  let rounding: RoundingRule
  let reading: PublishedReading
  private(set) var goals: [Goal]
  private(set) var isHidden: [Bool]
  /// Goals for which no walk was found.
  private(set) var missed: Set<Int> = []
  /// Nil until what the promise tells is thought of; from then on hidden cells that are neither unsafe
  /// nor among `open` are taken as told, and have no more room than that leaves them.
  var room: PromisedRoom?
  /// Hidden cells that are not told, with their goals: all that an unsafe cell may be.
  var open: [Int: [Int]] = [:]
  /// Goals of cells that are told or published by now.
  var dropped: Set<Int> = []

  let search: SwitchSearch
  /// The same where no atom goes down that an insider knows all of.
  let insiderSearch: SwitchSearch
  private let kept: Set<Int>
  let isSmall: [Bool]
  private let values: [Int]
  private let cells: [Int32]
  /// Per goal the cells of its walk that are not unsafe, in order.
  var trails: [[Int32]]
  /// Per cell the goals that may have it in their walk.
  var users: [[Int32]]

  /// Nil where the numbers of the table are too large for switches.
  init?(
    problem: ProtectionProblem, switches: SwitchSpace, system: AttackSystem, point: [Int],
    insiders: [Insider], rounding: RoundingRule, reading: PublishedReading,
    promise: Promise = .requirements
  ) {
    self.problem = problem
    self.rounding = rounding
    self.reading = reading
    isHidden = (0..<problem.cellCount).map(problem.isHiddenFromTheStart)
    let intervals = isHidden.indices.map { [isHidden] cell in
      isHidden[cell]
        ? .hidden
        : problem.interval(of: cell, published: rounding.published(problem.values[cell]), reading)
    }
    guard let search = SwitchSearch(switches, point: point, intervals: intervals),
      let insiderSearch = SwitchSearch(switches, point: point, intervals: intervals)
    else { return nil }
    self.search = search
    self.insiderSearch = insiderSearch
    values = switches.values(ofAtoms: point)
    cells = switches.cells()
    kept = Set(
      insiders.filter { point[$0.atom] - 1 < $0.own }.flatMap { system.atomCells[$0.atom] })
    isSmall = problem.isSmall
    let isAnother = promise == .anotherValue
    goals = problem.requirements.flatMap { requirement -> [Goal] in
      let (cell, range) = (requirement.cell, requirement.range)
      let changes =
        isAnother
        ? []
        : [
          max(0, range.upperBound - problem.values[cell]),
          min(0, range.lowerBound - problem.values[cell]),
        ].filter { $0 != 0 }
      let isDifferent = range.count > 1 && (isAnother || !insiders.isEmpty)
      return (changes + (isDifferent ? [0] : [])).map { Goal(cell: cell, change: $0) }
    }
    trails = [[Int32]](repeating: [], count: goals.count)
    users = [[Int32]](repeating: [], count: problem.cellCount)
    for cell in kept { insiderSearch.keep(cell) }
    for cell in 0..<problem.cellCount where canHide(cell) { setPrice(cell) }
  }

  /// How many changes were looked at so far.
  var work: Int { search.tried + insiderSearch.tried }

  func canHide(_ cell: Int) -> Bool {
    !isHidden[cell] && problem.statuses[cell] != .publishedZero && !problem.known.contains(cell)
  }

  // MARK: Cells

  func setPrice(_ cell: Int, isForbidden: Bool = false) {
    let place = Int(search.space.places[cell])
    // A zero that is told to be none of the small cells is as good as published.
    let price =
      isForbidden || (room != nil && problem.values[cell] == 0)
      ? SwitchSearch.never : min(Int32(clamping: problem.costs[cell]), SwitchSearch.never / 256)
    search.price[place] = price
    insiderSearch.price[place] = price
  }

  mutating func hide(_ cell: Int) {
    isHidden[cell] = true
    dropped.subtract(open[cell] ?? [])
    set(hiddenInterval(cell), cell)
    setPrice(cell, isForbidden: true)
  }

  /// What the attacker makes of a hidden cell by itself.
  private func hiddenInterval(_ cell: Int) -> PublishedInterval {
    guard let room, !isSmall[cell], open[cell] == nil else { return .hidden }
    return room.side(of: problem.values[cell])
  }

  mutating func publish(_ cell: Int) {
    isHidden[cell] = false
    dropped.formUnion(open[cell] ?? [])
    set(
      problem.interval(of: cell, published: rounding.published(problem.values[cell]), reading), cell
    )
    setPrice(cell)
  }

  func set(_ interval: PublishedInterval, _ cell: Int) {
    search.setInterval(interval, ofCell: cell, values)
    insiderSearch.setInterval(interval, ofCell: cell, values)
    if kept.contains(cell) { insiderSearch.keep(cell) }
    guard let room, !isHidden[cell] else { return }
    // Hidden, it would go down to its side and no further.
    let beneath = Int32(max(0, interval.lower - room.side(of: problem.values[cell]).lower))
    for search in [search, insiderSearch] { search.lower[Int(search.space.places[cell])] = beneath }
  }

  mutating func add(_ goal: Goal) -> Int {
    goals.append(goal)
    trails.append([])
    return goals.count - 1
  }

  // MARK: Goals

  /// Looks for a walk to a goal; where cells had to be hidden for it they are now. The walk is kept as
  /// the goal's trail.
  ///
  /// - Returns: the cells that were hidden, or nil where there is no walk.
  mutating func reach(_ index: Int, opens: Bool) -> [Int]? {
    let goal = goals[index]
    let search = goal.change == 0 ? insiderSearch : search
    let place = Int(search.space.places[goal.cell])
    let isReached =
      goal.change == 0
      ? search.differ(place, opens: opens)
      : search.walk(place, by: goal.change, opens: opens) == 0
    defer {
      search.takeBack()
      search.close()
    }
    guard isReached else { return nil }
    keepTrail(index, search)
    return search.opened.map { Int(cells[Int($0)]) }
  }

  private mutating func keepTrail(_ index: Int, _ search: SwitchSearch) {
    var trail: [Int32] = []
    for step in search.steps {
      for place in step.legs {
        let cell = cells[Int(step.origin + search.stepLegs[place].offset)]
        if cell >= 0, problem.statuses[Int(cell)] != .unsafe { trail.append(cell) }
      }
    }
    trail.sort()
    trails[index] = trail
    var last: Int32 = -1
    for cell in trail where cell != last {
      users[Int(cell)].append(Int32(index))
      last = cell
    }
  }

  /// The goals whose walks go through a cell.
  mutating func goals(through cell: Int) -> [Int] {
    let all = users[cell].filter {
      !dropped.contains(Int($0)) && trails[Int($0)].contains(Int32(cell))
    }
    let distinct = Set(all).sorted()
    users[cell] = distinct
    return distinct.map(Int.init)
  }

  /// What is hidden in the end, cells hidden from the start included.
  var hiddenCells: [Int] { isHidden.indices.filter { isHidden[$0] } }

  /// Unsafe cells that switches do not bring to an end of what must remain possible.
  var missedCells: Set<Int> {
    Set(missed.subtracting(dropped).lazy.map { goals[$0] }.filter { $0.change != 0 }.map(\.cell))
  }

  /// Hides what the goals need and no more than they need, as far as switches lead.
  ///
  /// - Parameter workOfExchange: switches looked at for exchanging cells for cheaper ones.
  mutating func choose(workOfExchange: Int) {
    reachAll()
    publishAgain()
    exchange(work: workOfExchange)
    // A search that has less to choose from may go another way than the trail that it has.
    reachAll()
  }

  /// - Returns: whether cells were hidden for it.
  @discardableResult mutating func reachAll() -> Bool {
    var isMore = false
    for index in goals.indices where !dropped.contains(index) {
      guard let opened = reach(index, opens: true) else {
        missed.insert(index)
        continue
      }
      missed.remove(index)
      for cell in opened {
        hide(cell)
        isMore = true
      }
    }
    return isMore
  }
}
