import CohortModel

/// Reads the CSV file of a resource into records ready for sorting, and accounts for every row.
final class ResourceLoader {
  let file: ResourceFile
  let resource: Resource
  let layout: RecordLayout
  var report: ResourceReport
  /// Rows that were taken and turned out to be duplicates or unresolved.
  var excluded = RowSet()
  /// Rows of the spool whose person no link names or who opted out; their keys were noted before that was known.
  private var unlinked = RowSet()
  let sorter: ExternalSorter
  let digest = InputDigest()

  private let personPlace: Int
  private let personSeed: RecordDigest
  private let consentPlace: Int?
  private let dateColumn: Int?
  private let endColumn: Int?
  /// Stored fields first, in the order of the layout, then those that are only checked.
  private let parsed: [(parser: FieldParser, place: Int, isRequired: Bool)]
  private let storedCount: Int
  private let orderedColumns: [Int]
  private let keyPlaces: [Int]
  private let keys: KeySet?
  private let period: Period
  private var values: [Int64]
  private var unknown: [Int]
  private var missing: [Int]
  private var rejectedValues: [Int]
  private var rejections = Array(repeating: 0, count: ResourceReport.Rejection.allCases.count)
  private var census: IdentifierCensus
  /// What its rows say about their persons, and who gathers it.
  private let linkageFields: LinkageFields?
  private let linkage: LinkageRecords?

  static let mostDistinctTexts = 65_536
  static let noValue = Int64.min

  init(
    _ file: ResourceFile, package: DataPackage, usage: FieldUsage, references: ReferenceKeys,
    journeys: CourtJourneys? = nil,
    linkage: LinkageRecords? = nil,
    memory: Int, temporary: TemporaryFolder
  ) {
    self.linkage = linkage
    linkageFields = linkage.flatMap {
      LinkageFields(file.resource, place: file.place, linkage: $0.linkage)
    }
    self.file = file
    let resource = file.resource
    self.resource = resource
    census = IdentifierCensus(file.header, missingValues: resource.missingValues)
    period = package.period
    report = ResourceReport(resource: resource.name, dataset: resource.dataset)
    personPlace = file.place(resource.personField) ?? 0
    personSeed = RecordDigest.seed(dataset: package.links == nil ? "" : resource.dataset)
    consentPlace = resource.consentField.flatMap(file.place)

    let isUsed = usage.uses(resource.name)
    var stored: [(parser: FieldParser, field: Int)] = []
    var checked: [(parser: FieldParser, place: Int, isRequired: Bool)] = []
    for field in resource.fields {
      guard field.name != resource.personField, let place = file.place(field.name) else { continue }
      let parser = FieldParser(
        field, of: resource, in: package,
        references: usage.isKey(resource.name, field.name)
          ? field.journey.map { references.on($0, journeys: journeys) } ?? references : nil)
      if isUsed, usage.uses(resource.name, field.name) {
        stored.append((parser, place))
      } else if isUsed, resource.orderedDates.contains(field.name) {
        checked.append((parser, place, field.isRequired))
      }
    }
    let layout = RecordLayout(stored)
    self.layout = layout
    let parsed = stored.map { ($0.parser, $0.field, $0.parser.field.isRequired) } + checked
    self.parsed = parsed
    storedCount = stored.count
    func index(_ name: String?) -> Int? { parsed.firstIndex { $0.0.field.name == name } }
    dateColumn = index(resource.dateField)
    endColumn = index(resource.endField)
    orderedColumns = resource.orderedDates.compactMap(index)
    keyPlaces = resource.primaryKey.compactMap(file.place)
    keys = keyPlaces.isEmpty ? nil : KeySet(memory: memory / 2, temporary: temporary)
    values = Array(repeating: 0, count: parsed.count)
    unknown = Array(repeating: 0, count: parsed.count)
    missing = Array(repeating: 0, count: parsed.count)
    rejectedValues = Array(repeating: 0, count: parsed.count)
    sorter = ExternalSorter(
      width: layout.width, keyWidth: RecordLayout.keyWidth, memory: memory, temporary: temporary)
    report.undeclaredColumns = file.undeclared
    report.storedColumns = stored.map(\.parser.field.name)
    report.unusedColumns = resource.fields.map(\.name).filter {
      !report.storedColumns.contains($0) && $0 != resource.personField
    }
  }

  /// What reading does with each row that is taken.
  enum Destination {
    /// The persons are known: straight to the sorter.
    case persons(PersonTable)
    /// They are not yet: to a file, with the digest of the person before each record.
    case spool(RecordFileWriter)
  }

  /// Reads the file.
  ///
  /// - Parameter progress: called now and then with bytes and rows read of this file.
  func read(
    into destination: Destination, person: (RecordDigest) throws(BuildError) -> Void = { _ in },
    foreignKeys: ForeignKeys, progress: (Int, Int) -> Void
  ) throws(BuildError) {
    do throws(CSVError) {
      var reader = try CSVReader<FileSource>(path: file.path, digest: digest)
      guard try reader.next() else { return }
      let fieldCount = reader.fieldCount
      var row = 0
      var hasRow = try reader.next()
      while hasRow {
        do throws(BuildError) {
          guard row < Int(UInt32.max) - 1 else { throw .tooManyRecords(resource: resource.name) }
          if let rejection = try take(
            reader, row: row, fieldCount: fieldCount, destination, person, foreignKeys)
          {
            rejections[rejection.number] += 1
          }
        } catch { throw CSVError.stopped(error) }
        row += 1
        if row & 0xFFFF == 0 { progress(reader.bytesRead, row) }
        hasRow = try reader.next()
      }
      progress(reader.bytesRead, row)
      report.rowsRead = row
    } catch {
      if case .stopped(let error) = error { throw error }
      throw .refused([CSVProblem.problem(error, file: resource.path)])
    }
    try refuseIdentifiers()
  }

  private func take(
    _ reader: borrowing CSVReader<FileSource>, row: Int, fieldCount: Int,
    _ destination: Destination, _ person: (RecordDigest) throws(BuildError) -> Void,
    _ foreignKeys: ForeignKeys
  ) throws(BuildError) -> ResourceReport.Rejection? {
    if reader.fault != nil { return .malformed }
    if reader.fieldCount != fieldCount { return .ragged }
    if IdentifierCensus.samples(row: row) {
      for place in 0..<fieldCount { census.add(reader.field(place), column: place) }
    }
    // Referred to whether it is kept or not: a rejected parent does not make its children wrong.
    try foreignKeys.addReferenced(resource, reader)
    if let consentPlace, NumberParsing.boolean(reader.field(consentPlace)) != true {
      return .withoutConsent
    }
    let personBytes = reader.field(personPlace)
    if personBytes.isEmpty
      || resource.missingValues.contains(where: {
        $0.utf8.elementsEqual(personBytes)
      })
    {
      return .withoutPerson
    }
    for index in parsed.indices {
      let column = parsed[index]
      switch column.parser.parse(reader.field(column.place)) {
      case .value(let value): values[index] = value
      case .missing:
        if column.isRequired {
          rejectedValues[index] += 1
          return .missingRequired
        }
        values[index] = ResourceLoader.noValue
      case .fault(let fault):
        if fault == .unknownCode, !column.isRequired {
          unknown[index] += 1
          values[index] = ResourceLoader.noValue
        } else {
          rejectedValues[index] += 1
          return fault == .unknownCode
            ? .unknownCode : fault == .badType ? .badType : .outOfRange
        }
      }
    }
    let digest = RecordDigest(of: personBytes, from: personSeed)
    var day = Column.missingDay
    if let dateColumn, values[dateColumn] != ResourceLoader.noValue {
      day = Int32(truncatingIfNeeded: values[dateColumn])
    }
    let record: UnsafeMutablePointer<UInt64>
    switch destination {
    case .persons(let table):
      guard let atom = table.atom(digest) else { return .unlinked }
      if atom == PersonTable.optedOut { return .optedOut }
      record = try sorter.append()
      record[0] = RecordLayout.key(atom: atom, day: day)
    case .spool(let writer):
      let place = try writer.append()
      place[0] = digest.first
      place[1] = digest.second
      record = place + 2
      record[0] = RecordLayout.key(atom: 0, day: day)
      try person(digest)
    }
    fill(record, row: row)
    account(day)
    if let linkageFields { try linkage?.add(digest, linkageFields.values(reader)) }
    if let keys { try keys.add(keyDigest(reader, keyPlaces), row: row) }
    try foreignKeys.addReferring(resource, reader, row: row)
    return nil
  }

  @inline(__always)
  private func fill(_ record: UnsafeMutablePointer<UInt64>, row: Int) {
    let bytes = UnsafeMutableRawPointer(record)
    bytes.storeBytes(
      of: UInt32(truncatingIfNeeded: row), toByteOffset: RecordLayout.rowOffset, as: UInt32.self)
    for index in 0..<storedCount {
      let column = layout.columns[index]
      let value = values[index]
      if value == ResourceLoader.noValue { missing[index] += 1 }
      switch column.size {
      case 1:
        bytes.storeBytes(
          of: value == ResourceLoader.noValue ? 0 : UInt8(truncatingIfNeeded: value),
          toByteOffset: column.offset, as: UInt8.self)
      case 4:
        let absent = column.parser.storage == .days ? UInt32(bitPattern: Column.missingDay) : 0
        bytes.storeBytes(
          of: value == ResourceLoader.noValue ? absent : UInt32(truncatingIfNeeded: value),
          toByteOffset: column.offset, as: UInt32.self)
      default:
        let isNoKey = value == ResourceLoader.noValue && column.parser.storage == .keys
        bytes.storeBytes(of: isNoKey ? 0 : value, toByteOffset: column.offset, as: Int64.self)
      }
    }
  }

  private func account(_ day: Int32) {
    if resource.dateField != nil {
      if day == Column.missingDay {
        report.undated += 1
      } else if !period.contains(CalendarDay(rawValue: day)) {
        report.outsidePeriod += 1
      }
    }
    if let endColumn, values[endColumn] != ResourceLoader.noValue, day != Column.missingDay,
      values[endColumn] < Int64(day)
    {
      report.endsBeforeStart += 1
    }
    var latest = Int64.min
    for index in orderedColumns where values[index] != ResourceLoader.noValue {
      if values[index] < latest {
        report.datesOutOfOrder += 1
        break
      }
      latest = values[index]
    }
  }

  private func refuseIdentifiers() throws(BuildError) {
    let refused = parsed.prefix(storedCount).filter {
      $0.parser.storage == .foundCodes
        && $0.parser.dictionary.count - 1 > ResourceLoader.mostDistinctTexts
    }
    let identifiers = census.problems(file: resource.path)
    guard refused.isEmpty, identifiers.isEmpty else {
      throw .refused(
        identifiers
          + refused.map {
            PackageProblem(
              "The column has more than \(ResourceLoader.mostDistinctTexts) different values: it "
                + "looks like an identifier. Give it a code list, or take it out of the pilots.",
              file: resource.path, field: $0.parser.field.name, rule: "G10")
          })
    }
  }

  /// Resolves spooled records of one part of the persons.
  func resolve(
    _ spool: OutputFile, count: Int, members: PersonMembers, part: Int, table: PersonTable
  ) throws(BuildError) {
    let reader = RecordFileReader(spool, width: layout.width + 2, count: count)
    while let words = try reader.next() {
      let digest = RecordDigest(first: words[0], second: words[1])
      guard members.part(digest) == part else { continue }
      let found = table.atom(digest)
      guard let atom = found, atom != PersonTable.optedOut else {
        let reason = found == nil ? ResourceReport.Rejection.unlinked : .optedOut
        rejections[reason.number] += 1
        unlinked.insert(
          UnsafeRawPointer(words + 2).load(
            fromByteOffset: RecordLayout.rowOffset, as: UInt32.self))
        continue
      }
      let record = try sorter.append()
      record.update(from: words + 2, count: layout.width)
      record[0] |= UInt64(atom) << 32
    }
  }

  /// Puts records and keys on disk and gives their memory back, for the next resource.
  func spill() throws(BuildError) {
    try sorter.spill()
    try keys?.spill()
  }

  /// Finds rows whose primary key an earlier row has.
  func excludeDuplicates() throws(BuildError) {
    guard let keys else { return }
    try keys.duplicates(leavingOut: unlinked) { row in excluded.insert(UInt32(row)) }
    rejections[ResourceReport.Rejection.duplicateKey.number] = excluded.count
  }

  func excludeUnresolved(_ row: Int) {
    if unlinked.contains(UInt32(row)) { return }
    let before = excluded.count
    excluded.insert(UInt32(row))
    if excluded.count > before {
      rejections[ResourceReport.Rejection.unresolvedKey.number] += 1
    }
  }

  /// Puts the counts of reading into the report.
  func finishReport() {
    for reason in ResourceReport.Rejection.allCases where rejections[reason.number] > 0 {
      report.rejected[reason] = rejections[reason.number]
    }
    func counts(_ numbers: [Int]) -> [ResourceReport.FieldCount] {
      zip(parsed, numbers).filter { $0.1 > 0 }.map {
        ResourceReport.FieldCount(field: $0.0.parser.field.name, count: $0.1)
      }
    }
    report.rejectedByField = counts(rejectedValues)
    report.unknownCodes = counts(unknown)
    report.missing = counts(missing)
  }
}

extension ResourceReport.Rejection {
  /// Its place among all reasons.
  fileprivate var number: Int { ResourceReport.Rejection.allCases.firstIndex(of: self)! }
}

/// The digest of a key of several fields.
func keyDigest(_ reader: borrowing CSVReader<FileSource>, _ places: [Int]) -> RecordDigest {
  var digest = RecordDigest(first: 1, second: 2)
  for place in places { digest = RecordDigest(of: reader.field(place), from: digest) }
  return digest
}
