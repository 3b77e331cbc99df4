import CohortModel

/// Reads segments of mapped files, checked so that nothing in them can lead out of bounds.
struct SegmentReader {
  let files: [MappedFile]

  func spine(_ spine: StoreManifest.Spine) throws(StoreError) -> PersonSpine {
    guard (0..<Int(UInt32.max)).contains(spine.atoms) else {
      throw .damaged(file: StoreFile.manifest, segment: "spine", reason: "has too many persons")
    }
    let medium = try starts(
      spine.mediumStarts, name: "medium persons", count: spine.mediumPersons, atoms: spine.atoms)
    let low = try starts(
      spine.lowStarts, name: "low persons", count: spine.lowPersons, atoms: spine.atoms)
    // Every person at the loosest level begins where one of the middle level does.
    var place = 0
    for start in low.pointer {
      while place < medium.count, medium[place] < start { place += 1 }
      guard place < medium.count, medium[place] == start else {
        throw damaged(spine.lowStarts, "low persons", "do not consist of medium persons")
      }
    }
    return PersonSpine(atomCount: spine.atoms, mediumStarts: medium, lowStarts: low)
  }

  /// Whether the keys of persons lie within their file.
  func checkPersonKeys(_ spine: StoreManifest.Spine) throws(StoreError) {
    for level in LinkLevel.allCases { try checkPersonKeys(spine, at: level) }
  }

  private func checkPersonKeys(
    _ spine: StoreManifest.Spine, at level: LinkLevel
  ) throws(StoreError) {
    let (segment, count) = spine.personKeys(at: level)
    try checkPlace(segment, name: "person keys", width: 8, count: count)
  }

  /// The keys of the persons at a level, checked. Their place must have been.
  func personKeys(
    _ spine: StoreManifest.Spine, at level: LinkLevel
  ) throws(StoreError) -> Buffer<UInt64> {
    let segment = spine.personKeys(at: level).segment
    try checkSum(segment, name: "person keys")
    return files[segment.file].buffer(segment, as: UInt64.self)
  }

  private func starts(
    _ segment: StoreManifest.Segment, name: String, count: Int, atoms: Int
  ) throws(StoreError) -> Buffer<UInt32> {
    guard count >= 0, count <= atoms else {
      throw damaged(segment, name, "has too many persons")
    }
    try checkPlace(segment, name: name, width: 4, count: count + 1)
    try checkSum(segment, name: name)
    let starts = files[segment.file].buffer(segment, as: UInt32.self)
    guard starts[0] == 0 || atoms == 0, Int(starts[count]) == atoms else {
      throw damaged(segment, name, "does not cover all persons")
    }
    for index in 0..<count where starts[index] >= starts[index + 1] {
      throw damaged(segment, name, "is not in order")
    }
    return starts
  }

  /// Whether all segments of a table lie within their files and have the right lengths.
  func checkPlaces(_ table: StoreManifest.Table, atoms: Int) throws(StoreError) {
    guard (0..<Int(UInt32.max)).contains(table.rows) else {
      throw .damaged(
        file: StoreFile.manifest, segment: table.resource, reason: "has too many records")
    }
    try checkPlace(table.offsets, name: table.resource, width: 4, count: atoms + 1)
    for column in table.columns {
      let name = "\(table.resource).\(column.field)"
      switch column.kind {
      case .codes:
        guard let dictionary = column.dictionary, let count = column.dictionaryCount,
          count >= 1, count <= dictionary.bytes / 4
        else { throw damaged(column.values, name, "has no dictionary") }
        guard [1, 2, 4].contains(column.values.width) else {
          throw damaged(column.values, name, "has an unknown width")
        }
        try checkPlace(
          column.values, name: name, width: column.values.width, count: table.rows)
        try checkPlace(dictionary, name: name, width: 1, count: dictionary.bytes)
      case .days: try checkPlace(column.values, name: name, width: 4, count: table.rows)
      case .integers, .keys:
        try checkPlace(column.values, name: name, width: 8, count: table.rows)
      }
    }
  }

  func table(_ table: StoreManifest.Table, atoms: Int) throws(StoreError) -> RecordTable {
    try checkSum(table.offsets, name: table.resource)
    let offsets = files[table.offsets.file].buffer(table.offsets, as: UInt32.self)
    guard offsets[0] == 0, Int(offsets[atoms]) == table.rows else {
      throw damaged(table.offsets, table.resource, "does not cover all records")
    }
    var breaches = 0
    for atom in 0..<atoms { breaches += offsets[atom] > offsets[atom + 1] ? 1 : 0 }
    guard breaches == 0 else { throw damaged(table.offsets, table.resource, "is not in order") }
    var columns: [String: Column] = [:]
    for column in table.columns {
      columns[column.field] = try self.column(column, of: table)
    }
    return RecordTable(
      resource: table.resource, rowCount: table.rows, offsets: offsets, columns: columns)
  }

  private func column(_ column: StoreManifest.Column, of table: StoreManifest.Table)
    throws(StoreError) -> Column
  {
    let name = "\(table.resource).\(column.field)"
    try checkSum(column.values, name: name)
    let file = files[column.values.file]
    switch column.kind {
    case .days: return .days(file.buffer(column.values, as: Int32.self))
    case .integers: return .integers(file.buffer(column.values, as: Int64.self))
    case .keys: return .keys(file.buffer(column.values, as: UInt64.self))
    case .codes:
      let texts = try dictionary(column, name: name)
      switch column.values.width {
      case 1:
        let codes = file.buffer(column.values, as: UInt8.self)
        try checkCodes(codes, below: texts.count, column, name)
        return .codes8(codes, dictionary: texts)
      case 2:
        let codes = file.buffer(column.values, as: UInt16.self)
        try checkCodes(codes, below: texts.count, column, name)
        return .codes16(codes, dictionary: texts)
      default:
        let codes = file.buffer(column.values, as: UInt32.self)
        try checkCodes(codes, below: texts.count, column, name)
        return .codes32(codes, dictionary: texts)
      }
    }
  }

  private func checkCodes<Code: FixedWidthInteger>(
    _ codes: Buffer<Code>, below count: Int, _ column: StoreManifest.Column, _ name: String
  ) throws(StoreError) {
    var highest: Code = 0
    for code in codes.pointer { highest = max(highest, code) }
    guard codes.count == 0 || Int(highest) < count else {
      throw damaged(column.values, name, "has a code that is not in its dictionary")
    }
  }

  private func dictionary(_ column: StoreManifest.Column, name: String) throws(StoreError)
    -> [String]
  {
    guard let segment = column.dictionary, let count = column.dictionaryCount else {
      throw damaged(column.values, name, "has no dictionary")
    }
    try checkSum(segment, name: name + " (dictionary)")
    let bytes = files[segment.file].bytes(segment)
    var texts: [String] = []
    var offset = 0
    for _ in 0..<count {
      guard bytes.count - offset >= 4 else { break }
      let length = Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      guard bytes.count - offset - 4 >= length else { break }
      texts.append(
        String(decoding: bytes[offset + 4..<offset + 4 + length], as: UTF8.self))
      offset += 4 + length
    }
    guard texts.count == count, offset == bytes.count, texts[0].isEmpty else {
      throw damaged(segment, name + " (dictionary)", "is malformed")
    }
    return texts
  }

  /// Whether the person map lies within its file.
  func checkPlace(_ map: StoreManifest.PersonMapPlace) throws(StoreError) {
    guard (0..<Int(UInt32.max)).contains(map.records) else {
      throw damaged(map.entries, "person map", "has too many records")
    }
    try checkPlace(
      map.entries, name: "person map", width: 8, count: map.records * PersonMap.width)
  }

  /// The person map, checked.
  func personMap(_ map: StoreManifest.PersonMapPlace) throws(StoreError) -> Buffer<UInt64> {
    try checkSum(map.entries, name: "person map")
    return files[map.entries.file].buffer(map.entries, as: UInt64.self)
  }

  private func checkPlace(
    _ segment: StoreManifest.Segment, name: String, width: Int, count: Int
  ) throws(StoreError) {
    guard files.indices.contains(segment.file) else {
      throw .damaged(file: StoreFile.manifest, segment: name, reason: "lies in no file")
    }
    let size = files[segment.file].bytes.count
    let (bytes, overflow) = count.multipliedReportingOverflow(by: width)
    guard !overflow, segment.width == width, segment.bytes == bytes, segment.offset >= 0,
      segment.offset % 64 == 0, segment.offset <= size, segment.bytes <= size - segment.offset
    else { throw damaged(segment, name, "does not fit its file") }
  }

  private func checkSum(_ segment: StoreManifest.Segment, name: String) throws(StoreError) {
    guard Checksum.of(files[segment.file].bytes(segment)) == segment.crc else {
      throw damaged(segment, name, "has another checksum")
    }
  }

  private func damaged(_ segment: StoreManifest.Segment, _ name: String, _ reason: String)
    -> StoreError
  {
    let file = files.indices.contains(segment.file) ? files[segment.file].name : ""
    return .damaged(file: file, segment: name, reason: reason)
  }
}

extension StoreManifest.Spine {
  /// The segment of a level's keys and how many persons it has.
  func personKeys(at level: LinkLevel) -> (segment: StoreManifest.Segment, count: Int) {
    switch level {
    case .high: (personKeys.high, atoms)
    case .medium: (personKeys.medium, mediumPersons)
    case .low: (personKeys.low, lowPersons)
    }
  }
}
