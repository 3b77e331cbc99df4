/// Writes records of a fixed width one after the other.
final class RecordFileWriter {
  private let file: OutputFile
  private let width: Int
  private let capacity: Int
  private let words: UnsafeMutablePointer<UInt64>
  private var filled = 0
  private var offset: Int
  private let temporary: TemporaryFolder
  private(set) var count = 0

  init(_ file: OutputFile, width: Int, offset: Int = 0, temporary: TemporaryFolder) {
    self.file = file
    self.width = width
    self.offset = offset
    self.temporary = temporary
    capacity = max(1, (1 << 17) / width)
    words = .allocate(capacity: capacity * width)
  }

  deinit { words.deallocate() }

  /// The place of a new record.
  @inline(__always)
  func append() throws(BuildError) -> UnsafeMutablePointer<UInt64> {
    if filled == capacity { try flush() }
    defer {
      filled += 1
      count += 1
    }
    return words + filled * width
  }

  func flush() throws(BuildError) {
    let bytes = filled * width * 8
    try file.write(UnsafeRawBufferPointer(start: words, count: bytes), at: offset)
    temporary.added(bytes)
    offset += bytes
    filled = 0
  }
}

/// Reads records of a fixed width one after the other.
final class RecordFileReader {
  private let file: OutputFile
  private let width: Int
  private let capacity: Int
  private let words: UnsafeMutablePointer<UInt64>
  private var offset: Int
  private var remaining: Int
  private var filled = 0
  private var place = 0

  init(_ file: OutputFile, width: Int, offset: Int = 0, count: Int, memory: Int = 1 << 20) {
    self.file = file
    self.width = width
    self.offset = offset
    remaining = count
    capacity = max(1, min(max(count, 1), memory / (width * 8)))
    words = .allocate(capacity: capacity * width)
  }

  deinit { words.deallocate() }

  /// The next record, valid until the call after this one; nil at the end.
  @inline(__always)
  func next() throws(BuildError) -> UnsafePointer<UInt64>? {
    if place == filled {
      guard remaining > 0 else { return nil }
      try refill()
    }
    defer { place += 1 }
    return UnsafePointer(words + place * width)
  }

  private func refill() throws(BuildError) {
    filled = min(capacity, remaining)
    place = 0
    let bytes = filled * width * 8
    try file.read(into: UnsafeMutableRawBufferPointer(start: words, count: bytes), at: offset)
    offset += bytes
    remaining -= filled
  }
}
