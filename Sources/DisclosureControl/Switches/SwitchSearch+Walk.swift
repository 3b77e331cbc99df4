extension SwitchSearch {
  /// So many switches one within another put right what the first one owes.
  private static let mostDepth = 1
  /// So many cells a switch may leave without room, to be put right by others.
  private static let mostOwed: Int32 = 2

  /// Walks until a cell is changed by so much, one database that agrees with everything after the
  /// other; the steps stay taken until they are taken back.
  ///
  /// - Parameter opens: cells may be hidden on the way; they are in `opened`.
  /// - Returns: how much of the way is left where there is no further step.
  func walk(_ cell: Int, by change: Int, opens: Bool) -> Int {
    let sign: Int32 = change > 0 ? 1 : -1
    var rest = Int32(clamping: abs(change))
    while rest > 0 {
      if find(cell, sign, amount: 1, .free, limit: 1) != nil {
        var amount = rest
        while amount > 1, find(cell, sign, amount: amount, .free, limit: 1) == nil { amount /= 2 }
        if amount == 1, rest > 1 { _ = find(cell, sign, amount: 1, .free, limit: 1) }
        takeBest()
        settle()
        rest -= amount
      } else if walkOwing(cell, sign, depth: Self.mostDepth) {
        settle()
        rest -= 1
      } else {
        guard opens, let amount = cheapestAmount(cell, sign, most: rest) else { return Int(rest) }
        take(opening: cell, sign, amount)
        rest -= amount
      }
    }
    return 0
  }

  /// Changes a cell by one either way; false where no step does.
  func differ(_ cell: Int, opens: Bool) -> Bool {
    for sign: Int32 in [1, -1] where find(cell, sign, amount: 1, .free, limit: 1) != nil {
      takeBest()
      settle()
      return true
    }
    for sign: Int32 in [1, -1] where walkOwing(cell, sign, depth: Self.mostDepth) {
      settle()
      return true
    }
    guard opens else { return false }
    let rising = find(cell, 1, amount: 1, .priced, limit: Self.never)
    let falling = find(cell, -1, amount: 1, .priced, limit: rising ?? Self.never)
    guard rising != nil || falling != nil else { return false }
    take(opening: cell, falling != nil ? -1 : 1, 1)
    return true
  }

  /// The amount that costs least for what it gives.
  private func cheapestAmount(_ cell: Int, _ sign: Int32, most: Int32) -> Int32? {
    var best: (price: Int64, amount: Int32)?
    var amount = most
    while amount > 0 {
      if let price = find(cell, sign, amount: amount, .priced, limit: Self.never),
        best.map({ Int64(price) * Int64($0.amount) < $0.price * Int64(amount) }) ?? true
      {
        best = (Int64(price), amount)
      }
      amount /= 2
    }
    return best?.amount
  }

  private func take(opening cell: Int, _ sign: Int32, _ amount: Int32) {
    _ = find(cell, sign, amount: amount, .priced, limit: Self.never)
    for leg in best {
      let other = cell + Int(leg.offset)
      if (leg.sign > 0 ? up[other] : down[other]) < amount { open(other) }
    }
    takeBest()
    settle()
  }

  /// A step by one that leaves a cell or two beyond their bounds, and the steps that put these right:
  /// ways that are no sequence of switches each of which agrees with everything. Takes nothing where
  /// it fails.
  private func walkOwing(_ cell: Int, _ sign: Int32, depth: Int) -> Bool {
    // A cell that cannot go further itself is beyond any way.
    guard (sign > 0 ? up[cell] : down[cell]) > 0 else { return false }
    let mark = steps.count
    var barred: [(cell: Int, up: Int32, down: Int32)] = []
    defer {
      for each in barred {
        up[each.cell] = each.up
        down[each.cell] = each.down
      }
    }
    for _ in 0..<3 {
      guard find(cell, sign, amount: 1, .owed, limit: Self.mostOwed + 1) != nil else {
        return false
      }
      takeBest()
      // Not back the way it came.
      let held = (up: up[cell], down: down[cell])
      up[cell] = 2 * Self.blocked
      down[cell] = 2 * Self.blocked
      let failed = best.map { cell + Int($0.offset) }.first { other in
        other != cell && !settle(other, depth: depth)
      }
      up[cell] = held.up
      down[cell] = held.down
      guard let failed else { return true }
      takeBack(to: mark)
      barred.append((failed, up[failed], down[failed]))
      up[failed] = 2 * Self.blocked
      down[failed] = 2 * Self.blocked
    }
    return false
  }

  /// Brings a cell back within its bounds.
  private func settle(_ cell: Int, depth: Int) -> Bool {
    while up[cell] < 0 || down[cell] < 0 {
      let sign: Int32 = up[cell] < 0 ? -1 : 1
      if find(cell, sign, amount: 1, .free, limit: 1) != nil {
        takeBest()
      } else if depth == 0 || !walkOwing(cell, sign, depth: depth - 1) {
        return false
      }
    }
    return true
  }
}
