import ColumnStore

/// Counts members by the product of their slots.
///
/// One pass over the dimensions' columns in chunks: the cells of a chunk are computed in a buffer,
/// one vectorised loop per dimension, and then counted. Ranges of members are counted in parallel
/// where that pays, each in cells of its own.
struct SlotCounting {
  static let chunk = 2_048
  let columns: [MemberColumn]
  let strides: [Int]
  let cellCount: Int
  let memberCount: Int
  /// Only members with 1 are counted; nil counts all.
  let isCounted: Buffer<UInt8>?

  /// Members per slot cell.
  func counts(on threads: ThreadLimit) -> [Int] {
    let parts = threads.parts(members: memberCount, cells: cellCount)
    let partial = Parallel.map(parts) { part in
      let range = memberCount * part / parts..<memberCount * (part + 1) / parts
      return counts(in: range)
    }
    var sums = [Int](repeating: 0, count: cellCount)
    for cells in partial {
      for cell in 0..<cellCount { sums[cell] += Int(cells[cell]) }
    }
    return sums
  }

  private func counts(in range: Range<Int>) -> Buffer<UInt32> {
    .filled(count: cellCount) { cells in
      cells.initialize(repeating: 0)
      forEachChunk(in: range) { chunk, start in count(chunk, start, into: cells) }
    }
  }

  /// Calls `body` with the cells of the members of each chunk, apart from multi-response dimensions,
  /// and with the chunk's first member.
  @inline(__always)
  func forEachChunk(
    in range: Range<Int>, _ body: (UnsafeMutableBufferPointer<UInt32>, Int) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: SlotCounting.chunk) { places in
      var start = range.lowerBound
      while start < range.upperBound {
        let count = min(SlotCounting.chunk, range.upperBound - start)
        let chunk = UnsafeMutableBufferPointer(rebasing: places[..<count])
        chunk.initialize(repeating: 0)
        for (column, stride) in zip(columns, strides) {
          switch column {
          case .narrow(let slots): add(slots, start, UInt32(stride), to: chunk)
          case .wide(let slots): add(slots, start, UInt32(stride), to: chunk)
          case .sets: break
          }
        }
        body(chunk, start)
        start += count
      }
    }
  }

  @inline(__always)
  private func add<Slot: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ slots: Buffer<Slot>, _ start: Int, _ stride: UInt32,
    to places: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard let source = slots.pointer.baseAddress, let first = places.baseAddress else { return }
    let from = source + start
    for member in 0..<places.count { first[member] &+= UInt32(from[member]) &* stride }
  }

  var sets: [(offsets: Buffer<UInt32>, slots: Buffer<UInt16>, stride: Int)] {
    zip(columns, strides).compactMap { (column, stride) in
      if case .sets(let offsets, let slots) = column { (offsets, slots, stride) } else { nil }
    }
  }

  private func count(
    _ places: UnsafeMutableBufferPointer<UInt32>, _ start: Int,
    into cells: UnsafeMutableBufferPointer<UInt32>
  ) {
    let sets = sets
    if sets.count == 1 { return countSet(sets[0], places, start, into: cells) }
    guard sets.isEmpty else { return countSets(sets, places, start, into: cells) }
    guard let counted = cells.baseAddress, let first = places.baseAddress else { return }
    if let isCounted, let flags = isCounted.pointer.baseAddress {
      let flags = flags + start
      for member in 0..<places.count {
        counted[Int(first[member])] &+= UInt32(flags[member])
      }
    } else {
      for member in 0..<places.count { counted[Int(first[member])] &+= 1 }
    }
  }

  /// One multi-response dimension: slot 0 and every slot of the member.
  private func countSet(
    _ set: (offsets: Buffer<UInt32>, slots: Buffer<UInt16>, stride: Int),
    _ places: UnsafeMutableBufferPointer<UInt32>, _ start: Int,
    into cells: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard let offsets = set.offsets.pointer.baseAddress, let counted = cells.baseAddress else {
      return
    }
    let flags = isCounted?.pointer.baseAddress
    // Where nobody has a code, `slots` has no memory and no member asks for it.
    let slots = set.slots.pointer
    for place in 0..<places.count {
      let member = start + place
      if let flags, flags[member] == 0 { continue }
      let cell = Int(places[place])
      counted[cell] &+= 1
      for slot in Int(offsets[member])..<Int(offsets[member + 1]) {
        counted[cell + Int(slots[slot]) * set.stride] &+= 1
      }
    }
  }

  /// A member with several codes is counted in slot 0 and in the slot of each, in every
  /// combination of the multi-response dimensions.
  private func countSets(
    _ sets: [(offsets: Buffer<UInt32>, slots: Buffer<UInt16>, stride: Int)],
    _ places: UnsafeMutableBufferPointer<UInt32>, _ start: Int,
    into cells: UnsafeMutableBufferPointer<UInt32>
  ) {
    var combinations: [Int] = []
    for place in 0..<places.count {
      let member = start + place
      if let isCounted, isCounted[member] == 0 { continue }
      cross(&combinations, from: Int(places[place]), member, sets)
      for cell in combinations { cells[cell] &+= 1 }
    }
  }

  /// All cells of a member: slot 0 and each of its slots in every multi-response dimension.
  @inline(__always)
  func cross(
    _ combinations: inout [Int], from cell: Int, _ member: Int,
    _ sets: [(offsets: Buffer<UInt32>, slots: Buffer<UInt16>, stride: Int)]
  ) {
    combinations.removeAll(keepingCapacity: true)
    combinations.append(cell)
    for (offsets, slots, stride) in sets {
      let known = combinations.count
      for slot in Int(offsets[member])..<Int(offsets[member + 1]) {
        let step = Int(slots[slot]) * stride
        for number in 0..<known { combinations.append(combinations[number] + step) }
      }
    }
  }
}
