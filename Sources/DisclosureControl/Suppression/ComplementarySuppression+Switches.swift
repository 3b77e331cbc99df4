extension ComplementarySuppression {
  /// Publishes again, dearest first, what the walks to the ends of the requirements can do without:
  /// each end keeps one walk, and looks for another where a publication blocks it.
  mutating func publishAgainBySwitches(_ candidates: [Int]) {
    guard var walk else { return }
    self.walk = nil
    defer { self.walk = walk }
    var trails: [[(cell: Int, range: ClosedRange<Int>)]] = []
    var targets: [(cell: Int, value: Int)] = []
    var users: [Int: Set<Int>] = [:]
    for requirement in problem.requirements {
      for value in [requirement.range.upperBound, requirement.range.lowerBound] {
        guard let trail = walk.trace(requirement.cell, value) else { continue }
        for step in trail { users[step.cell, default: []].insert(trails.count) }
        trails.append(trail)
        targets.append((requirement.cell, value))
      }
    }
    let end = walk.switchesTried + Self.mostSwitchesToPublishAgain
    for cell in candidates {
      if walk.switchesTried > end { break }
      let interval = interval(publishing: cell)
      walk.setInterval(interval, ofCell: cell)
      var replaced: [(index: Int, trail: [(cell: Int, range: ClosedRange<Int>)])] = []
      let isFree = users[cell, default: []].sorted().allSatisfy { index in
        guard let step = trails[index].first(where: { $0.cell == cell }),
          !interval.contains(step.range.lowerBound) || !interval.contains(step.range.upperBound)
        else { return true }
        guard let other = walk.trace(targets[index].cell, targets[index].value) else {
          return false
        }
        replaced.append((index, other))
        return true
      }
      guard isFree else {
        walk.setInterval(.hidden, ofCell: cell)
        continue
      }
      for (index, trail) in replaced {
        for step in trails[index] { users[step.cell]?.remove(index) }
        for step in trail { users[step.cell, default: []].insert(index) }
        trails[index] = trail
      }
      publish(cell)
    }
  }
}
