/// Persons of a package without links: each person id that the resources share is its own cluster
/// at all three levels.
final class SharedPersons {
  private let digests: ExternalSorter
  private let memory: Int
  private let personCapacity: Int
  private var latest: RecordDigest?

  init(temporary: TemporaryFolder, memory: Int, personCapacity: Int? = nil) {
    self.memory = memory
    self.personCapacity = personCapacity ?? PersonTable.capacity(memory: memory)
    digests = ExternalSorter(width: 2, keyWidth: 2, memory: memory, temporary: temporary)
  }

  func add(_ digest: RecordDigest) throws(BuildError) {
    if digest == latest { return }
    latest = digest
    let words = try digests.append()
    words[0] = digest.first
    words[1] = digest.second
  }

  /// - Parameters:
  ///   - optOuts: records of persons of whom nothing is kept.
  ///   - map: is given every person with its key.
  func build(
    keys: PersonKeys, temporary: TemporaryFolder, into file: OutputFile,
    optOuts: OptOuts = OptOuts(), map: PersonMap? = nil
  ) throws(BuildError) -> SpineBuilder.Result {
    let memberFile = try temporary.file()
    let members = RecordFileWriter(
      memberFile, width: PersonMembers.width, temporary: temporary)
    var left = 0
    let byKey = ExternalSorter(width: 3, keyWidth: 3, memory: memory, temporary: temporary)
    let sorted = try digests.sorted()
    var previous: RecordDigest?
    while let words = try sorted.next() {
      let digest = RecordDigest(first: words[0], second: words[1])
      if digest == previous { continue }
      previous = digest
      if optOuts.contains(digest) {
        left += 1
        let member = try members.append()
        member[0] = digest.first
        member[1] = digest.second
        member[2] = UInt64(PersonTable.optedOut)
        continue
      }
      let place = try byKey.append()
      place[0] = keys.key(digest.first, digest.second)
      place[1] = digest.first
      place[2] = digest.second
    }
    let atoms = byKey.count
    guard atoms < Int(UInt32.max) - 1 else { throw .tooManyRecords(resource: "persons") }
    let lowOffset = SegmentWriter.aligned((atoms + 1) * 4)
    let medium = SegmentWriter(file, number: 0, offset: 0, width: 4)
    let low = SegmentWriter(file, number: 0, offset: lowOffset, width: 4)
    let keyOffset = SegmentWriter.aligned(lowOffset + (atoms + 1) * 4)
    let personKeys = SegmentWriter(file, number: 0, offset: keyOffset, width: 8)
    let records = try byKey.sorted()
    var atom: UInt32 = 0
    while let words = try records.next() {
      let place = try members.append()
      place[0] = words[1]
      place[1] = words[2]
      place[2] = UInt64(atom)
      try map?.add(
        RecordDigest(first: words[1], second: words[2]), high: words[0], medium: words[0],
        low: words[0])
      try medium.append(atom)
      try low.append(atom)
      try personKeys.append(words[0])
      atom += 1
    }
    try members.flush()
    try medium.append(atom)
    try low.append(atom)
    // A person is the same at all levels, and so is the key.
    let written = try personKeys.finish()
    return SpineBuilder.Result(
      atoms: atoms, mediumPersons: atoms, lowPersons: atoms, mediumStarts: try medium.finish(),
      lowStarts: try low.finish(),
      personKeys: .init(high: written, medium: written, low: written),
      members: PersonMembers(file: memberFile, count: members.count, capacity: personCapacity),
      fileBytes: keyOffset + atoms * 8, optedOut: left, optedOutRecords: left)
  }
}
