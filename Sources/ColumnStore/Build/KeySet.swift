/// Keys of rows, by external sort: finds those that come twice, and those that others lack, in fixed
/// memory and without a false answer but by a collision of 128-bit digests.
final class KeySet {
  private let sorter: ExternalSorter

  init(memory: Int, temporary: TemporaryFolder) {
    sorter = ExternalSorter(width: 3, keyWidth: 2, memory: memory, temporary: temporary)
  }

  func add(_ digest: RecordDigest, row: Int) throws(BuildError) {
    let words = try sorter.append()
    words[0] = digest.first
    words[1] = digest.second
    words[2] = UInt64(row)
  }

  func spill() throws(BuildError) { try sorter.spill() }

  /// Calls for every row whose key an earlier row has, in no order, as if the rows left out were not
  /// there.
  func duplicates(leavingOut rows: RowSet = RowSet(), _ found: (Int) -> Void)
    throws(BuildError)
  {
    let records = try sorter.sorted()
    var previous: RecordDigest?
    while let words = try records.next() {
      if rows.contains(UInt32(words[2])) { continue }
      let digest = RecordDigest(first: words[0], second: words[1])
      if digest == previous { found(Int(words[2])) }
      previous = digest
    }
  }

  /// Calls for every row whose key is not among those of `others`. Ends both.
  func missing(from others: KeySet, _ found: (Int) -> Void) throws(BuildError) {
    let records = try sorter.sorted()
    let known = try others.sorter.sorted()
    var current: RecordDigest?
    var isAtEnd = false
    while let words = try records.next() {
      let digest = RecordDigest(first: words[0], second: words[1])
      while !isAtEnd, current == nil || current! < digest {
        if let next = try known.next() {
          current = RecordDigest(first: next[0], second: next[1])
        } else {
          isAtEnd = true
        }
      }
      if isAtEnd && (current == nil || current! < digest) || current != digest {
        found(Int(words[2]))
      }
    }
  }
}
