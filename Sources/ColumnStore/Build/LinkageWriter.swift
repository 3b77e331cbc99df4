import CohortModel

/// Writes the table of the resource `linkage`: only the fields that some pilot uses.
struct LinkageWriter {
  let linkage: LinkageResource
  let usage: FieldUsage
  let file: OutputFile
  let number: Int

  private final class Column {
    let field: Field
    let kind: StoreManifest.Column.Kind
    let texts: [String]
    let width: Int
    let writer: SegmentWriter

    init(
      _ field: Field, texts: [String], rows: Int, end: inout Int, file: OutputFile, number: Int
    ) {
      self.field = field
      self.texts = texts
      kind = texts.isEmpty ? .integers : .codes
      width = texts.isEmpty ? 8 : texts.count <= 1 << 8 ? 1 : texts.count <= 1 << 16 ? 2 : 4
      writer = SegmentWriter(file, number: number, offset: end, width: width)
      end = SegmentWriter.aligned(end + rows * width)
    }

    /// A place among the texts, or a number; 0 where there is none.
    @inline(__always)
    func append(_ value: Int) throws(BuildError) {
      switch width {
      case 1: try writer.append(UInt8(truncatingIfNeeded: value))
      case 2: try writer.append(UInt16(truncatingIfNeeded: value))
      case 4: try writer.append(UInt32(truncatingIfNeeded: value))
      default: try writer.append(value == 0 ? ResourceLoader.noValue : Int64(value))
      }
    }
  }

  /// - Parameter records: by person (`LinkageRecords.records`).
  func write(
    _ records: ExternalSorter, spine: SpineOrder, atoms: Int
  ) throws(BuildError) -> StoreManifest.Table {
    let rows = records.count
    let offsets = SegmentWriter(file, number: number, offset: 0, width: 4)
    var end = SegmentWriter.aligned((atoms + 1) * 4)
    let lists = linkage.codeLists
    let columns = linkage.resource.fields.compactMap { field -> Column? in
      guard usage.uses(LinkageResource.name, field.name) else { return nil }
      let codes = lists.first { $0.name == field.codeList }?.codes.map(\.code)
      return Column(
        field, texts: codes.map { [""] + $0 } ?? [], rows: rows, end: &end, file: file,
        number: number)
    }
    var joins = LinkageJoins(spine, atoms: atoms)
    var nextAtom = 0
    var written: UInt32 = 0
    let sorted = try records.sorted()
    while let words = try sorted.next() {
      let atom = Int(words[0] >> 32)
      while nextAtom <= atom {
        try offsets.append(written)
        nextAtom += 1
      }
      let values = LinkageValues(word: words[2])
      let joined = joins.joined(atom)
      for column in columns {
        switch column.field.name {
        case LinkageResource.datasetField: try column.append(Int(words[0] & 0xFFFF_FFFF) + 1)
        case LinkageResource.joinedField: try column.append(joined)
        default:
          try column.append(
            PersonAttribute(rawValue: column.field.name).map { values[$0] } ?? 0)
        }
      }
      written += 1
    }
    while nextAtom <= atoms {
      try offsets.append(written)
      nextAtom += 1
    }
    var table = StoreManifest.Table(
      resource: LinkageResource.name, rows: rows, offsets: try offsets.finish(), columns: [])
    for column in columns {
      let values = try column.writer.finish()
      guard column.kind == .codes else {
        table.columns.append(.init(field: column.field.name, kind: .integers, values: values))
        continue
      }
      let writer = SegmentWriter(file, number: number, offset: end, width: 1)
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
          field: column.field.name, kind: .codes, values: values, dictionary: dictionary,
          dictionaryCount: column.texts.count))
    }
    return table
  }
}

/// Where each atom's person changes as links become looser; atoms are asked for in their order.
struct LinkageJoins {
  private let spine: SpineOrder
  private let atoms: Int
  private var medium = 0
  private var low = 0

  init(_ spine: SpineOrder, atoms: Int) {
    self.spine = spine
    self.atoms = atoms
  }

  /// The place of the code from 1: `high`, `medium`, `low`.
  mutating func joined(_ atom: Int) -> Int {
    func size(_ starts: Buffer<UInt32>, _ person: inout Int) -> Int {
      while Int(starts[person + 1]) <= atom { person += 1 }
      return Int(starts[person + 1]) - Int(starts[person])
    }
    let mediumSize = size(spine.mediumStarts, &medium)
    let lowSize = size(spine.lowStarts, &low)
    if mediumSize > 1 { return 2 }
    return lowSize > 1 ? 3 : 1
  }
}
