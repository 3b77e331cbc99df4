import CohortModel

/// What counting needs of a store: the person spine and the record tables. A store on disk is one
/// source; tests make others from arrays.
package protocol RecordSource: AnyObject, Sendable {
  /// The descriptors that the records were built from.
  var package: DataPackage { get }
  /// Hex digest that names this release.
  var release: String { get }
  var spine: PersonSpine { get }
  /// Per person of a level a fixed number that nobody outside knows (HMAC-SHA-256 of the smallest of
  /// the person's source records, under the secret): what the key of a cell is the sum of. A person
  /// keeps it through a re-linkage that leaves that record where it was.
  func personKeys(at level: LinkLevel) throws(StoreError) -> Buffer<UInt64>
  /// The records of a resource. Its segments are verified when first touched.
  func table(_ resource: String) throws(StoreError) -> RecordTable
  /// Bytes that key what must be the same everywhere and known to nobody (hidden zeros, cell keys).
  var secret: [UInt8] { get }
}

extension RecordSource {
  /// A source without keys of persons cannot be counted with cell keys.
  package func personKeys(at level: LinkLevel) throws(StoreError) -> Buffer<UInt64> {
    throw .unknownResource("person keys")
  }
}

/// How atoms (persons at the strictest level) make up persons at each level.
package struct PersonSpine: Sendable {
  package let atomCount: Int
  /// Per level the first atom of every person, and `atomCount` at the end; nil for `high`, where
  /// every atom is a person.
  package let mediumStarts: Buffer<UInt32>
  package let lowStarts: Buffer<UInt32>

  package init(atomCount: Int, mediumStarts: Buffer<UInt32>, lowStarts: Buffer<UInt32>) {
    self.atomCount = atomCount
    self.mediumStarts = mediumStarts
    self.lowStarts = lowStarts
  }

  /// The first atoms of the persons at a level, with `atomCount` at the end; nil where every atom
  /// is a person.
  package func starts(at level: LinkLevel) -> Buffer<UInt32>? {
    switch level {
    case .high: nil
    case .medium: mediumStarts
    case .low: lowStarts
    }
  }
}

/// Why a store cannot be used. Names files and segments, never a value.
package enum StoreError: Error, Equatable, Sendable {
  case missing(path: String)
  case notAStore(path: String, reason: String)
  case otherVersion(path: String, found: Int, expected: Int)
  case damaged(file: String, segment: String, reason: String)
  case system(path: String, operation: String, code: Int32)
  case unknownResource(String)
}
