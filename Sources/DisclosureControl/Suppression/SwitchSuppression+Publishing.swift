extension SwitchSuppression {
  /// Cells that nothing but this choice hides, dearest first.
  private var candidates: [Int] {
    (0..<problem.cellCount)
      .filter { isHidden[$0] && !problem.isHiddenFromTheStart($0) }
      .sorted { (-problem.costs[$0], $0) < (-problem.costs[$1], $1) }
  }

  /// Publishes again what no goal needs.
  mutating func publishAgain() {
    for cell in candidates {
      publish(cell)
      setPrice(cell, isForbidden: true)
      let isFree = goals(through: cell).allSatisfy { reach($0, opens: false) != nil }
      if isFree {
        open[cell] = nil
        setPrice(cell)
      } else {
        hide(cell)
      }
    }
  }

  /// Publishes cells again for which cheaper ones can be hidden instead, as long as that helps and
  /// the work lasts.
  mutating func exchange(work limit: Int) {
    let end = work + limit
    var isBetter = true
    while isBetter, work < end {
      isBetter = false
      for cell in candidates where isHidden[cell] {
        if work >= end { break }
        if exchange(cell) { isBetter = true }
      }
      if isBetter { publishAgain() }
    }
  }

  /// Publishes a cell and hides for its goals what costs less; false, and as before, where nothing
  /// does.
  private mutating func exchange(_ cell: Int) -> Bool {
    publish(cell)
    setPrice(cell, isForbidden: true)
    defer { if !isHidden[cell] { setPrice(cell) } }
    var spent = 0
    var opened: [Int] = []
    var before: [(index: Int, trail: [Int32])] = []
    for index in goals(through: cell) {
      let trail = trails[index]
      guard let more = reach(index, opens: true) else {
        spent = .max
        break
      }
      before.append((index, trail))
      for other in more {
        hide(other)
        opened.append(other)
        spent += problem.costs[other]
      }
      if spent >= problem.costs[cell] { break }
    }
    if spent < problem.costs[cell] {
      open[cell] = nil
      return true
    }
    for other in opened { publish(other) }
    hide(cell)
    for (index, trail) in before {
      trails[index] = trail
      for other in Set(trail).sorted() { users[Int(other)].append(Int32(index)) }
    }
    return false
  }
}
