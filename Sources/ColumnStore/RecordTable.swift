import CohortModel

/// The records of one resource, sorted by (low, medium, high cluster, date), as columns.
///
/// *Atoms* are persons at the strictest level (`high` clusters), numbered so that those of one
/// `medium` cluster, and of one `low` cluster, are neighbours. The records of atom `a` are the rows
/// `offsets[a] ..< offsets[a + 1]`, by date (undated first). At a looser level a person is a run of
/// neighbouring atoms, and dates are to be merged where the run is longer than one.
package struct RecordTable: Sendable {
  package let resource: String
  package let rowCount: Int
  /// `atomCount + 1` row numbers.
  package let offsets: Buffer<UInt32>
  package let columns: [String: Column]

  package init(
    resource: String, rowCount: Int, offsets: Buffer<UInt32>, columns: [String: Column]
  ) {
    self.resource = resource
    self.rowCount = rowCount
    self.offsets = offsets
    self.columns = columns
  }
}

/// A column in the narrowest width that holds it.
package enum Column: Sendable {
  /// Dictionary codes: an index into `dictionary`; 0 is always "missing" (dictionary[0] is "").
  case codes8(Buffer<UInt8>, dictionary: [String])
  case codes16(Buffer<UInt16>, dictionary: [String])
  case codes32(Buffer<UInt32>, dictionary: [String])
  /// Days since 1970-01-01; `Column.missingDay` where missing.
  case days(Buffer<Int32>)
  /// Whole numbers; `Column.missingInteger` where missing.
  case integers(Buffer<Int64>)
  /// What tells cases and units of count apart: the first 64 bits of an HMAC of the value under the
  /// store's secret; `Column.missingKey` where missing.
  case keys(Buffer<UInt64>)

  package static let missingDay = Int32.min
  package static let missingInteger = Int64.min
  package static let missingKey: UInt64 = 0
}

/// A read-only run of values that keeps alive what owns its memory (a mapped file or an array).
package struct Buffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  package let pointer: UnsafeBufferPointer<Element>
  private let owner: AnyObject

  /// Memory owned by `owner`, which must stay valid and unchanged as long as `owner` lives.
  package init(pointer: UnsafeBufferPointer<Element>, owner: AnyObject) {
    self.pointer = pointer
    self.owner = owner
  }

  package init(_ values: [Element]) {
    let storage = ArrayStorage(values)
    self.init(pointer: UnsafeBufferPointer(storage.memory), owner: storage)
  }

  @inlinable package var count: Int { pointer.count }

  package subscript(index: Int) -> Element {
    @inlinable get { pointer[index] }
  }

  private final class ArrayStorage {
    let memory: UnsafeMutableBufferPointer<Element>

    init(_ values: [Element]) {
      memory = .allocate(capacity: values.count)
      _ = memory.initialize(from: values)
    }

    deinit { memory.deallocate() }
  }
}
