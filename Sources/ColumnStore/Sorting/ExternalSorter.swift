/// Sorts any number of records of a fixed width in fixed memory: sorted runs on disk, merged.
///
/// Records with equal keys keep the order in which they came.
final class ExternalSorter {
  private let buffer: RecordBuffer
  private let memory: Int
  private let temporary: TemporaryFolder
  private var file: OutputFile?
  private var runs: [SortedRun] = []
  private var fileSize = 0
  private(set) var count = 0

  /// - Parameters:
  ///   - width: 64-bit words of a record.
  ///   - keyWidth: how many of them, from the first, are the key.
  ///   - memory: bytes that records and sorting may take.
  init(width: Int, keyWidth: Int, memory: Int, temporary: TemporaryFolder) {
    buffer = RecordBuffer(width: width, keyWidth: keyWidth, memory: memory)
    self.memory = memory
    self.temporary = temporary
  }

  /// The place of a new record.
  @inline(__always)
  func append() throws(BuildError) -> UnsafeMutablePointer<UInt64> {
    if buffer.isFull { try writeRun() }
    count += 1
    return buffer.append()
  }

  /// Puts what is in memory on disk and gives the memory back.
  func spill() throws(BuildError) {
    try writeRun()
    buffer.shrink()
  }

  private func writeRun() throws(BuildError) {
    guard buffer.count > 0 else { return }
    buffer.sort()
    if file == nil { file = try temporary.file() }
    let width = buffer.width
    let writer = RecordFileWriter(file!, width: width, offset: fileSize, temporary: temporary)
    for place in 0..<buffer.count {
      try writer.append().update(from: buffer.sorted(place), count: width)
    }
    try writer.flush()
    let bytes = buffer.count * width * 8
    runs.append(SortedRun(offset: fileSize, count: buffer.count))
    fileSize += bytes
    buffer.removeAll()
  }

  /// Ends input and starts reading in order.
  func sorted() throws(BuildError) -> SortedRecords {
    if runs.isEmpty {
      buffer.sort()
      return SortedRecords(buffer)
    }
    try spill()
    return try SortedRecords(
      runs, file: file!, width: buffer.width, keyWidth: buffer.keyWidth, memory: memory)
  }
}

struct SortedRun {
  var offset: Int
  var count: Int
}
