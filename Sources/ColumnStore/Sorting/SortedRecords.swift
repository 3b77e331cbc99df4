/// Records in sorted order, from memory or from the runs of an external sort.
final class SortedRecords {
  private let buffer: RecordBuffer?
  private var place = 0
  private var runs: [RecordFileReader] = []
  /// A heap of runs by their foremost record; ties go to the earlier run.
  private var heap: [Int] = []
  private var heads: [UnsafePointer<UInt64>] = []
  private let keyWidth: Int
  private var isStarted = false

  init(_ buffer: RecordBuffer) {
    self.buffer = buffer
    keyWidth = buffer.keyWidth
  }

  init(_ runs: [SortedRun], file: OutputFile, width: Int, keyWidth: Int, memory: Int)
    throws(BuildError)
  {
    buffer = nil
    self.keyWidth = keyWidth
    let share = min(max(memory / max(runs.count, 1), 1 << 15), 4 << 20)
    for run in runs {
      let reader = RecordFileReader(
        file, width: width, offset: run.offset, count: run.count, memory: share)
      if let head = try reader.next() {
        self.runs.append(reader)
        heads.append(head)
      }
    }
    heap = Array(self.runs.indices)
    for index in heap.indices.reversed() { sink(index) }
  }

  /// The next record, valid until the next call; nil at the end.
  @inline(__always)
  func next() throws(BuildError) -> UnsafePointer<UInt64>? {
    if let buffer {
      guard place < buffer.count else { return nil }
      defer { place += 1 }
      return buffer.sorted(place)
    }
    return try nextOfRuns()
  }

  private func nextOfRuns() throws(BuildError) -> UnsafePointer<UInt64>? {
    if isStarted, let top = heap.first {
      if let head = try runs[top].next() {
        heads[top] = head
      } else {
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      if heap.count > 1 { sink(0) }
    }
    isStarted = true
    return heap.first.map { heads[$0] }
  }

  private func sink(_ start: Int) {
    var index = start
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && precedes(heap[child], heap[least]) {
        least = child
      }
      guard least != index else { return }
      heap.swapAt(index, least)
      index = least
    }
  }

  @inline(__always)
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let leftHead = heads[left]
    let rightHead = heads[right]
    for word in 0..<keyWidth where leftHead[word] != rightHead[word] {
      return leftHead[word] < rightHead[word]
    }
    return left < right
  }
}
