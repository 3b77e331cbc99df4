/// Which person each source record belongs to, in keys alone: what a store remembers, so that the next
/// build can tell how persons changed.
///
/// Words of an entry: the record's key, the keys of its persons at high, medium and low; in order of
/// the first.
final class PersonMap {
  static let width = 4

  private let keys: RecordKeys
  private let entries: ExternalSorter

  init(keys: RecordKeys, memory: Int, temporary: TemporaryFolder) {
    self.keys = keys
    entries = ExternalSorter(
      width: PersonMap.width, keyWidth: PersonMap.width, memory: memory, temporary: temporary)
  }

  var count: Int { entries.count }

  @inline(__always)
  func add(_ record: RecordDigest, high: UInt64, medium: UInt64, low: UInt64) throws(BuildError) {
    let words = try entries.append()
    words[0] = keys.key(record)
    words[1] = high
    words[2] = medium
    words[3] = low
  }

  /// Makes room until it is written.
  func spill() throws(BuildError) { try entries.spill() }

  /// Writes all entries in order.
  func write(
    into file: OutputFile, number: Int, each: (UnsafePointer<UInt64>) throws(BuildError) -> Void
  )
    throws(BuildError) -> StoreManifest.Segment
  {
    let writer = SegmentWriter(file, number: number, offset: 0, width: 8)
    let sorted = try entries.sorted()
    while let words = try sorted.next() {
      for word in 0..<PersonMap.width { try writer.append(words[word]) }
      try each(words)
    }
    return try writer.finish()
  }
}
