import CohortModel

/// How a record of one resource lies in memory while it is sorted.
///
/// Word 0 is the sort key: the atom in the high half and the date in the low half, in an order that
/// unsigned comparison keeps, undated first. The high half of word 1 is the row's number in the file,
/// so that both words are the order of a table, in whatever order records come. Its low half and what
/// follows are columns.
struct RecordLayout {
  struct Column {
    var parser: FieldParser
    /// Place in the file's header.
    var field: Int
    /// Byte offset within the record.
    var offset: Int
    /// 1, 2, 4 or 8 bytes.
    var size: Int
  }

  static let rowOffset = 12
  static let keyWidth = 2

  let columns: [Column]
  let width: Int

  /// - Parameter parsers: of the stored fields, with their places in the header.
  init(_ parsers: [(parser: FieldParser, field: Int)]) {
    var columns: [Column] = []
    var offset = 8
    var isAfterRow = false
    for (parser, field) in parsers {
      let size =
        switch parser.storage {
        case .listedCodes: parser.dictionary.count <= 256 ? 1 : 4
        case .foundCodes, .days: 4
        case .integers, .keys: 8
        }
      if !isAfterRow, offset + size > RecordLayout.rowOffset {
        offset = RecordLayout.rowOffset + 4
        isAfterRow = true
      }
      columns.append(Column(parser: parser, field: field, offset: offset, size: size))
      offset += size
    }
    self.columns = columns
    width = (max(offset, RecordLayout.rowOffset + 4) + 7) / 8
  }

  static func sortableDay(_ day: Int32) -> UInt32 { UInt32(bitPattern: day) ^ 0x8000_0000 }
  static func day(sortable: UInt32) -> Int32 { Int32(bitPattern: sortable ^ 0x8000_0000) }

  @inline(__always)
  static func key(atom: UInt32, day: Int32) -> UInt64 {
    UInt64(atom) << 32 | UInt64(sortableDay(day))
  }
}
