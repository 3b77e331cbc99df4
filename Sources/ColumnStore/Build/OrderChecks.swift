import CohortModel

/// To which person at the middle level atoms belong, asked in ascending order.
struct SpineOrder {
  /// First atoms of the persons at the middle level, and the number of atoms at the end.
  let mediumStarts: Buffer<UInt32>
  /// The same at the loosest level.
  let lowStarts: Buffer<UInt32>
}

/// Counts spells that start before an earlier spell of the same person (at the strictest level)
/// ended. Spells without an end are left out.
struct SpellOverlaps {
  private let start: Int
  private let end: Int
  private var person: UInt64 = .max
  private var latestEnd = Int32.min
  private(set) var count = 0

  /// nil where the resource has no spells.
  init?(_ loader: ResourceLoader) {
    let resource = loader.resource
    func column(_ name: String?) -> RecordLayout.Column? {
      loader.layout.columns.first { $0.parser.field.name == name && $0.parser.storage == .days }
    }
    guard resource.isSpell, let start = column(resource.dateField),
      let end = column(resource.endField)
    else { return nil }
    self.start = start.offset
    self.end = end.offset
  }

  mutating func add(_ record: UnsafeRawPointer) {
    let atom = record.load(as: UInt64.self) >> 32
    if atom != person {
      person = atom
      latestEnd = .min
    }
    let first = record.loadUnaligned(fromByteOffset: start, as: Int32.self)
    let last = record.loadUnaligned(fromByteOffset: end, as: Int32.self)
    guard first != Column.missingDay else { return }
    if first < latestEnd { count += 1 }
    if last != Column.missingDay { latestEnd = max(latestEnd, last) }
  }
}

/// Counts persons (at the middle level) for whom an undated resource gives different codes.
struct AttributeConflicts {
  private let columns: [RecordLayout.Column]
  private let spine: SpineOrder
  private var person = 0
  private var codes: [UInt32]
  private var isConflicting: [Bool]
  private var conflicts: [Int]

  /// nil where the resource has dates or no codes.
  init?(_ loader: ResourceLoader, spine: SpineOrder) {
    guard loader.resource.dateField == nil else { return nil }
    columns = loader.layout.columns.filter {
      $0.parser.storage == .listedCodes || $0.parser.storage == .foundCodes
    }
    guard !columns.isEmpty else { return nil }
    self.spine = spine
    codes = Array(repeating: 0, count: columns.count)
    isConflicting = Array(repeating: false, count: columns.count)
    conflicts = Array(repeating: 0, count: columns.count)
  }

  mutating func add(_ record: UnsafeRawPointer) {
    let atom = UInt32(truncatingIfNeeded: record.load(as: UInt64.self) >> 32)
    if spine.mediumStarts[person + 1] <= atom {
      while spine.mediumStarts[person + 1] <= atom { person += 1 }
      for index in columns.indices {
        codes[index] = 0
        isConflicting[index] = false
      }
    }
    for index in columns.indices {
      let column = columns[index]
      let code =
        column.size == 1
        ? UInt32(record.load(fromByteOffset: column.offset, as: UInt8.self))
        : record.loadUnaligned(fromByteOffset: column.offset, as: UInt32.self)
      guard code != 0 else { continue }
      if codes[index] == 0 {
        codes[index] = code
      } else if codes[index] != code, !isConflicting[index] {
        isConflicting[index] = true
        conflicts[index] += 1
      }
    }
  }

  func counts() -> [ResourceReport.FieldCount] {
    zip(columns, conflicts).filter { $0.1 > 0 }.map {
      ResourceReport.FieldCount(field: $0.0.parser.field.name, count: $0.1)
    }
  }
}
