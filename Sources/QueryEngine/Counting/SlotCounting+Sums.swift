import ColumnStore

extension SlotCounting {
  /// Per slot cell the sum of its members' numbers modulo 2^64: of their persons' keys.
  func sums(of numbers: Buffer<UInt64>, on threads: ThreadLimit) -> [UInt64] {
    let parts = threads.parts(members: memberCount, cells: cellCount)
    let partial = Parallel.map(parts) { part in
      sums(of: numbers, in: memberCount * part / parts..<memberCount * (part + 1) / parts)
    }
    var total = [UInt64](repeating: 0, count: cellCount)
    for cells in partial {
      for cell in 0..<cellCount { total[cell] &+= cells[cell] }
    }
    return total
  }

  private func sums(of numbers: Buffer<UInt64>, in range: Range<Int>) -> Buffer<UInt64> {
    .filled(count: cellCount) { cells in
      cells.initialize(repeating: 0)
      guard let summed = cells.baseAddress, let numbers = numbers.pointer.baseAddress else {
        return
      }
      let flags = isCounted?.pointer.baseAddress
      let sets = sets
      var combinations: [Int] = []
      forEachChunk(in: range) { places, start in
        guard let first = places.baseAddress else { return }
        guard sets.isEmpty else {
          for place in 0..<places.count {
            let member = start + place
            if let flags, flags[member] == 0 { continue }
            cross(&combinations, from: Int(first[place]), member, sets)
            for cell in combinations { summed[cell] &+= numbers[member] }
          }
          return
        }
        if let flags {
          for place in 0..<places.count where flags[start + place] != 0 {
            summed[Int(first[place])] &+= numbers[start + place]
          }
        } else {
          for place in 0..<places.count {
            summed[Int(first[place])] &+= numbers[start + place]
          }
        }
      }
    }
  }
}
