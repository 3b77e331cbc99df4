/// The source records of all persons with their atoms, on disk, in as many parts as memory demands.
///
/// A part holds the records whose digests fall in its share; a table of one part fits in memory.
struct PersonMembers {
  /// Words: both halves of the digest, atom.
  static let width = 3

  let file: OutputFile
  let count: Int
  let parts: Int

  /// - Parameter capacity: records of which a table may be made at once.
  init(file: OutputFile, count: Int, capacity: Int) {
    self.file = file
    self.count = count
    parts = max(1, (count + count / 16 + capacity - 1) / capacity)
  }

  @inline(__always)
  func part(_ digest: RecordDigest) -> Int {
    parts == 1 ? 0 : Int(((digest.second >> 32) &* UInt64(parts)) >> 32)
  }

  /// Reads one part into a table.
  ///
  /// - Parameter duplicate: called for every record that comes twice.
  func table(part: Int, duplicate: () -> Void = {}) throws(BuildError) -> PersonTable {
    let table = PersonTable(capacity: parts == 1 ? count : count / parts + count / (8 * parts) + 64)
    let reader = RecordFileReader(file, width: PersonMembers.width, count: count)
    while let words = try reader.next() {
      let digest = RecordDigest(first: words[0], second: words[1])
      guard self.part(digest) == part else { continue }
      if !table.insert(digest, atom: UInt32(truncatingIfNeeded: words[2])) { duplicate() }
    }
    return table
  }
}
