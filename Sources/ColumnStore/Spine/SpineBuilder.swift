/// Numbers the atoms and makes the person spine from link records, by external sorts alone.
///
/// 1. Link records by (high cluster, record): an atom per high cluster, with its smallest record.
/// 2. Atoms by (medium cluster, smallest record): the first atom has the medium person's smallest.
/// 3. Atoms by (low cluster, medium person's smallest): the first has the low person's smallest.
/// 4. Atoms by their keys at the three levels: their final numbers.
/// 5. Back in the order of step 1, where the records get the numbers of their atoms.
final class SpineBuilder {
  struct Result {
    var atoms: Int
    var mediumPersons: Int
    var lowPersons: Int
    var mediumStarts: StoreManifest.Segment
    var lowStarts: StoreManifest.Segment
    /// The keys of the persons at each level.
    var personKeys: StoreManifest.PersonKeySegments
    var members: PersonMembers
    var fileBytes: Int
    /// Persons at the loosest level of whom nothing is kept, and their source records.
    var optedOut = 0
    var optedOutRecords = 0
  }

  /// A record whose clusters contradict another's.
  enum Breach {
    case duplicateRecord
    case highInTwoMedium
    case mediumInTwoLow
  }

  private let temporary: TemporaryFolder
  private let memory: Int
  private let personCapacity: Int
  private let links: ExternalSorter
  private let optOuts: OptOuts
  /// The low clusters in which someone opted out.
  private var clustersLeft: Set<UInt64> = []
  private var recordsLeft = 0
  /// Called with the line of `links.csv`.
  var breach: (Breach, Int) -> Void = { _, _ in }

  /// - Parameter optOuts: records of whose persons, at the loosest level, nothing is kept.
  init(
    temporary: TemporaryFolder, memory: Int, personCapacity: Int? = nil,
    optOuts: OptOuts = OptOuts()
  ) {
    self.temporary = temporary
    self.optOuts = optOuts
    self.memory = memory
    self.personCapacity = personCapacity ?? PersonTable.capacity(memory: memory)
    links = ExternalSorter(width: 6, keyWidth: 3, memory: memory, temporary: temporary)
  }

  /// Adds a source record with the digests of its clusters.
  ///
  /// Of cluster ids 64 bits are kept: two `high` or two `medium` clusters that fall together by
  /// chance contradict each other one level up and are noticed; two `low` ones are not, at a chance
  /// of n² / 2^65 (for ten million persons 3 in a million).
  @inline(__always)
  func add(_ record: RecordDigest, high: UInt64, medium: UInt64, low: UInt64, line: Int)
    throws(BuildError)
  {
    let words = try links.append()
    words[0] = high
    words[1] = record.first
    words[2] = record.second
    words[3] = medium
    words[4] = low
    words[5] = UInt64(line)
    if optOuts.contains(record) { clustersLeft.insert(low) }
  }

  /// - Parameter map: is given every source record with the keys of its persons.
  func build(keys: PersonKeys, into file: OutputFile, number: Int, map: PersonMap? = nil)
    throws(BuildError) -> Result
  {
    let memberFile = try temporary.file()
    let memberWriter = RecordFileWriter(memberFile, width: 3, temporary: temporary)
    let byMedium = try groupByHigh(memberWriter)
    let byLow = try groupByMedium(byMedium)
    let (byKey, lowPersons, mediumPersons) = try groupByLow(byLow, keys)
    let atoms = byKey.count
    guard atoms < Int(UInt32.max) - 1 else { throw .tooManyRecords(resource: "links") }

    let mediumWriter = SegmentWriter(file, number: number, offset: 0, width: 4)
    let lowOffset = SegmentWriter.aligned((mediumPersons + 1) * 4)
    let lowWriter = SegmentWriter(file, number: number, offset: lowOffset, width: 4)
    let highOffset = SegmentWriter.aligned(lowOffset + (lowPersons + 1) * 4)
    let highKeys = SegmentWriter(file, number: number, offset: highOffset, width: 8)
    let mediumOffset = SegmentWriter.aligned(highOffset + atoms * 8)
    let mediumKeys = SegmentWriter(file, number: number, offset: mediumOffset, width: 8)
    let lowKeyOffset = SegmentWriter.aligned(mediumOffset + mediumPersons * 8)
    let lowKeys = SegmentWriter(file, number: number, offset: lowKeyOffset, width: 8)
    let byGroup = ExternalSorter(width: 5, keyWidth: 1, memory: memory, temporary: temporary)
    let sorted = try byKey.sorted()
    var atom: UInt32 = 0
    var low = UInt64.max
    var medium = UInt64.max
    while let words = try sorted.next() {
      if words[1] != low {
        low = words[1]
        try lowWriter.append(atom)
        try lowKeys.append(words[0])
      }
      if words[3] != medium {
        medium = words[3]
        try mediumWriter.append(atom)
        try mediumKeys.append(words[2])
      }
      try highKeys.append(words[4])
      let place = try byGroup.append()
      place[0] = words[5]
      place[1] = UInt64(atom)
      place[2] = words[4]
      place[3] = words[2]
      place[4] = words[0]
      atom += 1
    }
    try mediumWriter.append(atom)
    try lowWriter.append(atom)
    let members = try assign(memberFile, count: memberWriter.count, byGroup, map)
    return Result(
      atoms: atoms, mediumPersons: mediumPersons, lowPersons: lowPersons,
      mediumStarts: try mediumWriter.finish(), lowStarts: try lowWriter.finish(),
      personKeys: .init(
        high: try highKeys.finish(), medium: try mediumKeys.finish(), low: try lowKeys.finish()),
      members: members, fileBytes: lowKeyOffset + lowPersons * 8,
      optedOut: clustersLeft.count, optedOutRecords: recordsLeft)
  }

  /// Looks for breaches only.
  func check() throws(BuildError) {
    let members = RecordFileWriter(try temporary.file(), width: 3, temporary: temporary)
    _ = try groupByMedium(try groupByHigh(members))
  }

  /// Step 1. Writes (record, group) to `members`, in order of groups.
  private func groupByHigh(_ members: RecordFileWriter) throws(BuildError) -> ExternalSorter {
    let byMedium = ExternalSorter(width: 6, keyWidth: 3, memory: memory, temporary: temporary)
    let sorted = try links.sorted()
    var group: UInt64 = 0
    var isFirst = true
    var isFirstGroup = true
    var previous: (high: UInt64, record: RecordDigest, medium: UInt64, low: UInt64) =
      (0, RecordDigest(first: 0, second: 0), 0, 0)
    while let words = try sorted.next() {
      let record = RecordDigest(first: words[1], second: words[2])
      let line = Int(words[5])
      let isLeft = !clustersLeft.isEmpty && clustersLeft.contains(words[4])
      if isFirst || words[0] != previous.high {
        isFirst = false
        if !isLeft {
          if !isFirstGroup { group += 1 }
          isFirstGroup = false
          let place = try byMedium.append()
          place[0] = words[3]
          place[1] = words[1]
          place[2] = words[2]
          place[3] = words[4]
          place[4] = group
          place[5] = words[5]
        }
      } else {
        if record == previous.record { breach(.duplicateRecord, line) }
        if words[3] != previous.medium {
          breach(.highInTwoMedium, line)
        } else if words[4] != previous.low {
          breach(.mediumInTwoLow, line)
        }
      }
      previous = (words[0], record, words[3], words[4])
      let member = try members.append()
      member[0] = words[1]
      member[1] = words[2]
      member[2] = isLeft ? SpineBuilder.leftGroup : group
      if isLeft { recordsLeft += 1 }
    }
    try members.flush()
    return byMedium
  }

  /// Step 2.
  private func groupByMedium(_ byMedium: ExternalSorter) throws(BuildError) -> ExternalSorter {
    let byLow = ExternalSorter(width: 7, keyWidth: 3, memory: memory, temporary: temporary)
    let sorted = try byMedium.sorted()
    var person: UInt64 = 0
    var isFirst = true
    var medium: UInt64 = 0
    var low: UInt64 = 0
    var smallest = RecordDigest(first: 0, second: 0)
    while let words = try sorted.next() {
      if isFirst || words[0] != medium {
        if !isFirst { person += 1 }
        isFirst = false
        medium = words[0]
        low = words[3]
        smallest = RecordDigest(first: words[1], second: words[2])
      } else if words[3] != low {
        breach(.mediumInTwoLow, Int(words[5]))
      }
      let place = try byLow.append()
      place[0] = words[3]
      place[1] = smallest.first
      place[2] = smallest.second
      place[3] = words[1]
      place[4] = words[2]
      place[5] = person
      place[6] = words[4]
    }
    return byLow
  }

  /// Step 3.
  private func groupByLow(_ byLow: ExternalSorter, _ keys: PersonKeys) throws(BuildError)
    -> (sorter: ExternalSorter, lowPersons: Int, mediumPersons: Int)
  {
    let byKey = ExternalSorter(width: 6, keyWidth: 5, memory: memory, temporary: temporary)
    let sorted = try byLow.sorted()
    var lowPersons = 0
    var mediumPersons = 0
    var low: UInt64 = 0
    var medium = UInt64.max
    var lowKey: UInt64 = 0
    var mediumKey: UInt64 = 0
    while let words = try sorted.next() {
      let isNewLow = lowPersons == 0 || words[0] != low
      if isNewLow {
        low = words[0]
        lowPersons += 1
        lowKey = keys.key(words[1], words[2])
      }
      if isNewLow || words[5] != medium {
        medium = words[5]
        mediumPersons += 1
        mediumKey = isNewLow ? lowKey : keys.key(words[1], words[2])
      }
      let isSmallest = words[3] == words[1] && words[4] == words[2]
      let place = try byKey.append()
      place[0] = lowKey
      place[1] = UInt64(lowPersons)
      place[2] = mediumKey
      place[3] = UInt64(mediumPersons)
      place[4] = isSmallest ? mediumKey : keys.key(words[3], words[4])
      place[5] = words[6]
    }
    return (byKey, lowPersons, mediumPersons)
  }

  /// Stands in the place of a group for records of persons who opted out.
  private static let leftGroup = UInt64.max

  /// Step 5.
  private func assign(
    _ file: OutputFile, count: Int, _ byGroup: ExternalSorter, _ map: PersonMap?
  ) throws(BuildError) -> PersonMembers {
    let numbered = try temporary.file()
    let writer = RecordFileWriter(numbered, width: PersonMembers.width, temporary: temporary)
    let reader = RecordFileReader(file, width: 3, count: count)
    let groups = try byGroup.sorted()
    var group = SpineBuilder.leftGroup
    var atom: UInt64 = 0
    var keys: (high: UInt64, medium: UInt64, low: UInt64) = (0, 0, 0)
    while let words = try reader.next() {
      let isLeft = words[2] == SpineBuilder.leftGroup
      if !isLeft, words[2] != group, let next = try groups.next() {
        group = next[0]
        atom = next[1]
        keys = (next[2], next[3], next[4])
      }
      let place = try writer.append()
      place[0] = words[0]
      place[1] = words[1]
      place[2] = isLeft ? UInt64(PersonTable.optedOut) : atom
      if !isLeft {
        try map?.add(
          RecordDigest(first: words[0], second: words[1]), high: keys.high, medium: keys.medium,
          low: keys.low)
      }
    }
    try writer.flush()
    return PersonMembers(file: numbered, count: count, capacity: personCapacity)
  }
}
