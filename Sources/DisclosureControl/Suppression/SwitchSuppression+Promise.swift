extension SwitchSuppression {
  /// Hides more until the goals are reached in spite of what the promise itself tells: that a hidden
  /// cell with less room than every unsafe one is none of them (`PromiseAudit`).
  ///
  /// Hidden cells that have the room may keep it, where a goal needs it: then that they have it is a
  /// goal as well. All others, and all that are hidden from here on, are taken as told.
  mutating func keep(_ promised: PromisedRoom, workOfExchange: Int) {
    let kept = withRoom(promised)
    room = promised
    for cell in kept { keepOpen(cell, promised) }
    for cell in isHidden.indices where !isSmall[cell] {
      if isHidden[cell] {
        hide(cell)
      } else if canHide(cell) {
        publish(cell)
      }
    }
    reachAll()
    for cell in kept { close(cell) }
    reachAllOrTell()
    publishAgain()
    exchange(work: workOfExchange)
    reachAllOrTell()
  }

  /// Hidden cells that have the room though all others are told.
  private func withRoom(_ room: PromisedRoom) -> [Int] {
    var told: [Int] = []
    var near: [Int] = []
    for cell in isHidden.indices
    where isHidden[cell] && !isSmall[cell] && !problem.known.contains(cell) {
      if room.isNear(problem.values[cell]) { near.append(cell) } else { told.append(cell) }
    }
    while !told.isEmpty || !near.isEmpty {
      for cell in told { set(room.side(of: problem.values[cell]), cell) }
      told = near.filter { !has(room, $0) }
      if told.isEmpty { break }
      let gone = Set(told)
      near.removeAll(where: gone.contains)
    }
    return near
  }

  /// Whether walks bring a hidden cell to both ends of what an unsafe one may be.
  private func has(_ room: PromisedRoom, _ cell: Int) -> Bool {
    let place = Int(search.space.places[cell])
    return [room.range.upperBound, room.range.lowerBound].allSatisfy { end in
      defer { search.takeBack() }
      return search.walk(place, by: end - problem.values[cell], opens: false) == 0
    }
  }

  private mutating func keepOpen(_ cell: Int, _ room: PromisedRoom) {
    let value = problem.values[cell]
    let changes = [room.range.upperBound - value, room.range.lowerBound - value]
    open[cell] = changes.filter { $0 != 0 }.map { add(Goal(cell: cell, change: $0)) }
  }

  /// Takes a cell as told where no goal needs more of it.
  private mutating func close(_ cell: Int) {
    guard let own = open.removeValue(forKey: cell) else { return }
    dropped.formUnion(own)
    hide(cell)
    if goals(through: cell).allSatisfy({ reach($0, opens: false) != nil }) { return }
    open[cell] = own
    hide(cell)
  }

  /// Where a cell turns out not to have the room, it is told after all.
  private mutating func reachAllOrTell() {
    while true {
      reachAll()
      let lost = open.filter { !missed.isDisjoint(with: $0.value) }.keys.sorted()
      if lost.isEmpty { return }
      for cell in lost {
        dropped.formUnion(open.removeValue(forKey: cell) ?? [])
        hide(cell)
      }
    }
  }
}
