import CohortModel

/// Writes the sorted records of one resource as columns, and counts what shows only in order:
/// overlapping spells and conflicting attributes.
final class ResourceWriter {
  private let loader: ResourceLoader
  private let layout: RecordLayout
  private let rows: Int
  private let atoms: Int
  private let offsets: SegmentWriter
  private var columns: [ColumnWriter] = []
  private let file: OutputFile
  private let fileNumber: Int
  private var end = 0
  private var nextAtom = 0
  private var written: UInt32 = 0

  private struct ColumnWriter {
    var column: RecordLayout.Column
    var writer: SegmentWriter
    var width: Int
    /// Found texts are numbered anew, in the order in which kept records have them, so that the
    /// texts of rejected records stay out of the store.
    var numbers: [UInt32]
    var texts: [String]
  }

  init(_ loader: ResourceLoader, rows: Int, atoms: Int, file: OutputFile, number: Int) {
    self.loader = loader
    layout = loader.layout
    self.rows = rows
    self.atoms = atoms
    self.file = file
    fileNumber = number
    offsets = SegmentWriter(file, number: number, offset: 0, width: 4)
    end = SegmentWriter.aligned((atoms + 1) * 4)
    for column in layout.columns {
      let width: Int
      switch column.parser.storage {
      case .listedCodes, .foundCodes:
        let count = column.parser.dictionary.count
        width = count <= 1 << 8 ? 1 : count <= 1 << 16 ? 2 : 4
      case .days: width = 4
      case .integers, .keys: width = 8
      }
      let isFound = column.parser.storage == .foundCodes
      columns.append(
        ColumnWriter(
          column: column,
          writer: SegmentWriter(file, number: number, offset: end, width: width), width: width,
          numbers: isFound
            ? Array(repeating: 0, count: column.parser.dictionary.count) : [],
          texts: isFound ? [""] : column.parser.dictionary.texts))
      end = SegmentWriter.aligned(end + rows * width)
    }
  }

  /// Writes all records.
  func write(_ records: SortedRecords, spine: SpineOrder, progress: (Int) -> Void)
    throws(BuildError) -> StoreManifest.Table
  {
    let capacity = 1024
    let width = layout.width
    let batch = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * width)
    defer { batch.deallocate() }
    var filled = 0
    var overlaps = SpellOverlaps(loader)
    var conflicts = AttributeConflicts(loader, spine: spine)
    while let words = try records.next() {
      let row = UnsafeRawPointer(words).load(
        fromByteOffset: RecordLayout.rowOffset, as: UInt32.self)
      if loader.excluded.contains(row) { continue }
      let place = batch + filled * width
      place.update(from: words, count: width)
      try begin(Int(words[0] >> 32))
      overlaps?.add(UnsafeRawPointer(place))
      conflicts?.add(UnsafeRawPointer(place))
      filled += 1
      written += 1
      if filled == capacity {
        try writeColumns(batch, count: filled)
        filled = 0
        if written & 0xFFFF == 0 { progress(Int(written)) }
      }
    }
    try writeColumns(batch, count: filled)
    try begin(atoms)
    loader.report.overlappingSpells = overlaps?.count ?? 0
    loader.report.conflicts = conflicts?.counts() ?? []
    loader.report.rowsKept = Int(written)
    return try finish()
  }

  /// Notes where the records of an atom start, and of all before it that have none.
  @inline(__always)
  private func begin(_ atom: Int) throws(BuildError) {
    while nextAtom <= atom {
      try offsets.append(written)
      nextAtom += 1
    }
  }

  private func writeColumns(_ batch: UnsafeMutablePointer<UInt64>, count: Int) throws(BuildError) {
    let stride = layout.width * 8
    let base = UnsafeRawPointer(batch)
    for index in columns.indices {
      let column = columns[index].column
      let writer = columns[index].writer
      switch column.parser.storage {
      case .days:
        for row in 0..<count {
          try writer.append(
            (base + row * stride + column.offset).loadUnaligned(as: UInt32.self))
        }
      case .integers, .keys:
        for row in 0..<count {
          try writer.append(
            (base + row * stride + column.offset).loadUnaligned(as: UInt64.self))
        }
      case .listedCodes where column.size == 1:
        for row in 0..<count {
          try writer.append((base + row * stride + column.offset).load(as: UInt8.self))
        }
      case .listedCodes:
        for row in 0..<count {
          let code = (base + row * stride + column.offset).loadUnaligned(as: UInt32.self)
          try append(code, to: writer, width: columns[index].width)
        }
      case .foundCodes:
        for row in 0..<count {
          let found = (base + row * stride + column.offset).loadUnaligned(as: UInt32.self)
          var code = columns[index].numbers[Int(found)]
          if code == 0, found != 0 {
            code = UInt32(columns[index].texts.count)
            columns[index].numbers[Int(found)] = code
            columns[index].texts.append(column.parser.dictionary.text(Int(found)))
          }
          try append(code, to: writer, width: columns[index].width)
        }
      }
    }
  }

  @inline(__always)
  private func append(_ code: UInt32, to writer: SegmentWriter, width: Int) throws(BuildError) {
    switch width {
    case 1: try writer.append(UInt8(truncatingIfNeeded: code))
    case 2: try writer.append(UInt16(truncatingIfNeeded: code))
    default: try writer.append(code)
    }
  }

  private func finish() throws(BuildError) -> StoreManifest.Table {
    var table = StoreManifest.Table(
      resource: loader.resource.name, rows: rows, offsets: try offsets.finish(), columns: [])
    for column in columns {
      let parser = column.column.parser
      let values = try column.writer.finish()
      switch parser.storage {
      case .days:
        table.columns.append(.init(field: parser.field.name, kind: .days, values: values))
      case .integers:
        table.columns.append(.init(field: parser.field.name, kind: .integers, values: values))
      case .keys:
        table.columns.append(.init(field: parser.field.name, kind: .keys, values: values))
      case .listedCodes, .foundCodes:
        let writer = SegmentWriter(file, number: fileNumber, offset: end, width: 1)
        for text in column.texts {
          let bytes = Array(text.utf8)
          try writer.append(UInt32(bytes.count))
          try bytes.withUnsafeBufferPointer { (bytes) throws(BuildError) in
            try writer.append(UnsafeRawBufferPointer(bytes))
          }
        }
        let dictionary = try writer.finish()
        end = SegmentWriter.aligned(end + dictionary.bytes)
        table.columns.append(
          .init(
            field: parser.field.name, kind: .codes, values: values, dictionary: dictionary,
            dictionaryCount: column.texts.count))
      }
    }
    return table
  }
}
