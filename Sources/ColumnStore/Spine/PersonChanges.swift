/// Compares the persons of a build with those of the store that it replaces, by the source records
/// that both have. Both come in order of the records' keys; memory is fixed.
final class PersonChanges {
  private let earlier: Buffer<UInt64>
  private var place = 0
  /// Per level the person before and the person now of every record that both have.
  private let pairs: [ExternalSorter]
  private let memory: Int
  private let temporary: TemporaryFolder

  /// - Parameter earlier: the person map of the store before.
  init(from earlier: Buffer<UInt64>, memory: Int, temporary: TemporaryFolder) {
    self.earlier = earlier
    self.memory = memory
    self.temporary = temporary
    pairs = (0..<3).map { _ in
      ExternalSorter(width: 2, keyWidth: 2, memory: memory / 3, temporary: temporary)
    }
  }

  /// Takes in an entry of the new map.
  func add(_ entry: UnsafePointer<UInt64>) throws(BuildError) {
    while place < earlier.count, earlier[place] < entry[0] { place += PersonMap.width }
    guard place < earlier.count, earlier[place] == entry[0] else { return }
    for level in 0..<3 {
      let words = try pairs[level].append()
      words[0] = earlier[place + 1 + level]
      words[1] = entry[1 + level]
    }
  }

  /// - Parameters:
  ///   - before: persons of the store before, at the three levels.
  ///   - now: persons of this one.
  func counts(before: [Int], now: [Int]) throws(BuildError) -> BuildReport.Changes {
    for pairs in pairs { try pairs.spill() }
    func level(_ number: Int) throws(BuildError) -> BuildReport.LevelChanges {
      try count(pairs[number], before: before[number], now: now[number])
    }
    return .init(high: try level(0), medium: try level(1), low: try level(2))
  }

  private func count(_ pairs: ExternalSorter, before: Int, now: Int)
    throws(BuildError) -> BuildReport.LevelChanges
  {
    // Person now, person before, and whether the latter's records are with several persons now.
    let reversed = ExternalSorter(width: 3, keyWidth: 2, memory: memory, temporary: temporary)
    var split = 0
    var continued = 0
    var current: UInt64?
    var parts: [UInt64] = []
    func finish() throws(BuildError) {
      guard let current else { return }
      continued += 1
      if parts.count > 1 { split += 1 }
      for part in parts {
        let words = try reversed.append()
        words[0] = part
        words[1] = current
        words[2] = parts.count > 1 ? 1 : 0
      }
    }
    let sorted = try pairs.sorted()
    while let words = try sorted.next() {
      if words[0] != current {
        try finish()
        current = words[0]
        parts = []
      }
      if parts.last != words[1] { parts.append(words[1]) }
    }
    try finish()

    var known = 0
    var merged = 0
    var unchanged = 0
    let byNew = try reversed.sorted()
    var person: UInt64?
    var sources = 0
    var isPart = false
    func finishNew() {
      guard person != nil else { return }
      known += 1
      if sources > 1 { merged += 1 } else if !isPart { unchanged += 1 }
    }
    while let words = try byNew.next() {
      if words[0] != person {
        finishNew()
        person = words[0]
        sources = 0
        isPart = false
      }
      sources += 1
      isPart = isPart || words[2] == 1
    }
    finishNew()
    return .init(
      unchanged: unchanged, merged: merged, split: split,
      parts: known - unchanged - merged, new: now - known, gone: before - continued)
  }
}
