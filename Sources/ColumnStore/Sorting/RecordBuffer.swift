/// Records of a fixed number of 64-bit words in memory, and their sorted order.
///
/// The first words are the key, compared as unsigned numbers from the first on. Sorting is a stable
/// radix sort on the 33 highest bits in which the first words differ, then comparison within ties.
final class RecordBuffer {
  let width: Int
  let keyWidth: Int
  let capacity: Int
  private(set) var count = 0
  private var words: UnsafeMutablePointer<UInt64>
  private var allocated: Int
  private(set) var order: UnsafeMutablePointer<UInt32>?

  /// Bytes of memory that each record takes, sorting included.
  static func bytesPerRecord(width: Int) -> Int { 8 * width + 2 * MemoryLayout<Entry>.stride + 4 }

  /// Records that there is room for at first.
  private static let least = 1024

  private struct Entry {
    var key: UInt64
    var index: UInt32
  }

  init(width: Int, keyWidth: Int, memory: Int) {
    self.width = width
    self.keyWidth = keyWidth
    capacity = min(
      max(64, memory / RecordBuffer.bytesPerRecord(width: width)), Int(UInt32.max) - 1)
    allocated = min(capacity, Self.least)
    words = .allocate(capacity: allocated * width)
  }

  deinit {
    words.deallocate()
    order?.deallocate()
  }

  var isFull: Bool { count == capacity }

  /// The place of a new record. Must not be full.
  @inline(__always)
  func append() -> UnsafeMutablePointer<UInt64> {
    if count == allocated { grow() }
    defer { count += 1 }
    return words + count * width
  }

  private func grow() {
    let larger = min(capacity, allocated * 2)
    let moved = UnsafeMutablePointer<UInt64>.allocate(capacity: larger * width)
    moved.update(from: words, count: count * width)
    words.deallocate()
    words = moved
    allocated = larger
  }

  /// Forgets the records and gives their memory back.
  func shrink() {
    removeAll()
    words.deallocate()
    allocated = min(capacity, Self.least)
    words = .allocate(capacity: allocated * width)
  }

  func removeAll() {
    count = 0
    order?.deallocate()
    order = nil
  }

  /// The record at a place of the sorted order.
  @inline(__always)
  func sorted(_ place: Int) -> UnsafePointer<UInt64> {
    UnsafePointer(words + Int(order.unsafelyUnwrapped[place]) * width)
  }

  func sort() {
    order?.deallocate()
    let order = UnsafeMutablePointer<UInt32>.allocate(capacity: max(count, 1))
    self.order = order
    guard count > 0 else { return }
    var entries = UnsafeMutablePointer<Entry>.allocate(capacity: count)
    var others = UnsafeMutablePointer<Entry>.allocate(capacity: count)
    defer {
      entries.deallocate()
      others.deallocate()
    }
    let reference = words[0]
    var varying: UInt64 = 0
    var isSorted = true
    var previous: UInt64 = 0
    for index in 0..<count {
      let key = words[index * width]
      varying |= key ^ reference
      isSorted = isSorted && previous <= key
      previous = key
      entries[index] = Entry(key: key, index: UInt32(truncatingIfNeeded: index))
    }
    if !isSorted {
      let highest = 64 - varying.leadingZeroBitCount
      let digit = 11
      var shift = max(0, highest - 3 * digit)
      while shift < highest {
        scatter(from: entries, to: others, shift: shift, digit: digit)
        swap(&entries, &others)
        shift += digit
      }
    }
    settleTies(entries)
    for place in 0..<count { order[place] = entries[place].index }
  }

  private func scatter(
    from: UnsafeMutablePointer<Entry>, to: UnsafeMutablePointer<Entry>, shift: Int, digit: Int
  ) {
    let buckets = 1 << digit
    let mask = UInt64(buckets - 1)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: buckets) { starts in
      starts.initialize(repeating: 0)
      for index in 0..<count { starts[Int(from[index].key >> shift & mask)] += 1 }
      var sum = 0
      for bucket in 0..<buckets {
        let size = starts[bucket]
        starts[bucket] = sum
        sum += size
      }
      for index in 0..<count {
        let bucket = Int(from[index].key >> shift & mask)
        to[starts[bucket]] = from[index]
        starts[bucket] += 1
      }
    }
  }

  /// Orders what the radix passes could not tell apart: lower bits and further key words, then the
  /// order of arrival.
  private func settleTies(_ entries: UnsafeMutablePointer<Entry>) {
    var index = 1
    while index < count {
      if !precedes(entries[index], entries[index - 1]) {
        index += 1
        continue
      }
      // The radix passes left runs of equal high bits; what is out of order lies within one.
      var place = index
      let moved = entries[index]
      var moves = 0
      while place > 0, moves < 64, precedes(moved, entries[place - 1]) {
        entries[place] = entries[place - 1]
        place -= 1
        moves += 1
      }
      entries[place] = moved
      if moves == 64 {
        // Long ties: insertion would be quadratic.
        var all = UnsafeMutableBufferPointer(start: entries, count: count)
        all.sort(by: precedes)
        return
      }
      index += 1
    }
  }

  @inline(__always)
  private func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.key != right.key { return left.key < right.key }
    if keyWidth > 1 {
      let leftWords = words + Int(left.index) * width
      let rightWords = words + Int(right.index) * width
      for word in 1..<keyWidth where leftWords[word] != rightWords[word] {
        return leftWords[word] < rightWords[word]
      }
    }
    return left.index < right.index
  }
}
