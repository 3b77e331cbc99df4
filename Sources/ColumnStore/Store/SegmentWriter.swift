/// Writes the values of one segment one after the other, with their checksum.
final class SegmentWriter {
  private let file: OutputFile
  private let fileNumber: Int
  private let offset: Int
  private let width: Int
  private let buffer: UnsafeMutableRawPointer
  private let capacity = 1 << 16
  private var filled = 0
  private var written = 0
  private var checksum = Checksum()

  init(_ file: OutputFile, number: Int, offset: Int, width: Int) {
    self.file = file
    fileNumber = number
    self.offset = offset
    self.width = width
    buffer = .allocate(byteCount: capacity, alignment: 64)
  }

  deinit { buffer.deallocate() }

  @inline(__always)
  func append<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value) throws(BuildError) {
    if filled + MemoryLayout<Value>.size > capacity { try flush() }
    buffer.storeBytes(of: value.littleEndian, toByteOffset: filled, as: Value.self)
    filled += MemoryLayout<Value>.size
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(BuildError) {
    var start = 0
    while start < bytes.count {
      if filled == capacity { try flush() }
      let count = min(capacity - filled, bytes.count - start)
      (buffer + filled).copyMemory(from: bytes.baseAddress! + start, byteCount: count)
      filled += count
      start += count
    }
  }

  private func flush() throws(BuildError) {
    let bytes = UnsafeRawBufferPointer(start: buffer, count: filled)
    checksum.update(bytes)
    try file.write(bytes, at: offset + written)
    written += filled
    filled = 0
  }

  func finish() throws(BuildError) -> StoreManifest.Segment {
    try flush()
    // Nothing is nowhere: its place might lie beyond the end of the file.
    let place = written == 0 ? 0 : offset
    return StoreManifest.Segment(
      file: fileNumber, offset: place, bytes: written, width: width, crc: checksum.value)
  }

  /// The next offset at which a segment may start.
  static func aligned(_ offset: Int) -> Int { (offset + 63) & ~63 }
}
