import CohortModel
import ColumnStore

/// A store made from a record book, with columns in the widths that are asked for.
final class InMemorySource: RecordSource {
  let package: DataPackage
  let release = "in-memory"
  let spine: PersonSpine
  let secret: [UInt8] = [1, 2, 3]
  private let tables: [String: RecordTable]
  private let keys: [LinkLevel: Buffer<UInt64>]

  /// - Parameter variety: chooses among the column types that may hold a field.
  init(_ book: RecordBook, variety: UInt64 = 0) {
    var random = RepeatableRandom(seed: variety)
    package = book.package
    spine = PersonSpine(
      atomCount: book.atomCount, mediumStarts: InMemorySource.starts(book.medium),
      lowStarts: InMemorySource.starts(book.low))
    var tables: [String: RecordTable] = [:]
    for resource in book.package.resources {
      let records = book.records[resource.name] ?? []
      var offsets: [UInt32] = []
      var row = 0
      for atom in 0..<book.atomCount {
        offsets.append(UInt32(row))
        while row < records.count && records[row].atom == atom { row += 1 }
      }
      offsets.append(UInt32(row))
      var columns: [String: Column] = [:]
      for field in resource.fields {
        if book.package.keyFields[resource.name]?.contains(field.name) == true {
          columns[field.name] = InMemorySource.keys(records.map { $0.values[field.name] })
          continue
        }
        columns[field.name] = InMemorySource.column(
          field, records.map { $0.values[field.name] }, width: random.number(0..<4))
      }
      tables[resource.name] = RecordTable(
        resource: resource.name, rowCount: records.count, offsets: Buffer(offsets),
        columns: columns)
    }
    self.tables = tables
    keys = Dictionary(
      uniqueKeysWithValues: LinkLevel.allCases.map { level in
        let persons = Set((0..<book.atomCount).map { book.person(of: $0, at: level) }).sorted()
        return (level, Buffer(persons.map { RecordBook.key(of: $0, at: level) }))
      })
  }

  func personKeys(at level: LinkLevel) throws(StoreError) -> Buffer<UInt64> {
    guard let keys = keys[level] else { throw .unknownResource("person keys") }
    return keys
  }

  func table(_ resource: String) throws(StoreError) -> RecordTable {
    guard let table = tables[resource] else { throw .unknownResource(resource) }
    return table
  }

  private static func starts(_ persons: [Int]) -> Buffer<UInt32> {
    let firsts = persons.indices.filter { $0 == 0 || persons[$0] != persons[$0 - 1] }
    return Buffer(firsts.map { UInt32($0) } + [UInt32(persons.count)])
  }

  /// A number per text, the same in all fields.
  private static func keys(_ texts: [String?]) -> Column {
    .keys(
      Buffer(
        texts.map { text in
          text?.utf8.reduce(into: 0xCBF2_9CE4_8422_2325) { hash, byte in
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
          } ?? Column.missingKey
        }))
  }

  private static func column(_ field: Field, _ texts: [String?], width: Int) -> Column {
    switch field.kind {
    case .date, .yearmonth:
      return .days(Buffer(texts.map { $0.flatMap { CalendarDay($0)?.rawValue } ?? Int32.min }))
    case .integer where width == 3, .year:
      return .integers(Buffer(texts.map { $0.flatMap { Int64($0) } ?? Int64.min }))
    case .boolean where width == 3:
      return .integers(Buffer(texts.map { $0.map { $0 == "true" ? 1 : 0 } ?? Int64.min }))
    case .string, .number, .boolean, .integer:
      let dictionary = [""] + Set(texts.compactMap { $0 }).sorted()
      let places = Dictionary(uniqueKeysWithValues: dictionary.enumerated().map { ($1, $0) })
      let codes = texts.map { $0.flatMap { places[$0] } ?? 0 }
      switch width {
      case 0: return .codes8(Buffer(codes.map { UInt8($0) }), dictionary: dictionary)
      case 1: return .codes16(Buffer(codes.map { UInt16($0) }), dictionary: dictionary)
      default: return .codes32(Buffer(codes.map { UInt32($0) }), dictionary: dictionary)
      }
    }
  }
}
