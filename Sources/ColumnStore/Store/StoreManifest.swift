import CohortModel
import Crypto
import Foundation

/// What a store holds and where: `manifest.json`. The format is documented in
/// `docs/store-format.md`.
package struct StoreManifest: Codable, Equatable {
  package static let currentFormat = 4

  var format: Int
  /// Hex SHA-256 of this manifest without `release`, `built` and `report`.
  var release: String
  /// When it was built, ISO 8601.
  var built: String
  var report: FileCheck?
  /// Tells whether the secret is the one that the store was built with.
  var secretCheck: String
  var package: DataPackage
  var files: [DataFile]
  var spine: Spine
  var tables: [Table]
  /// Which person each source record belongs to, in keys: for the next build.
  var personMap: PersonMapPlace

  struct PersonMapPlace: Codable, Equatable {
    var records: Int
    var entries: Segment
  }

  /// A file that is read as a whole.
  struct FileCheck: Codable, Equatable {
    var bytes: Int
    var crc: UInt32
  }

  /// A file of segments.
  struct DataFile: Codable, Equatable {
    var name: String
    var bytes: Int
  }

  /// A run of values of one width within a data file, aligned to 64 bytes.
  struct Segment: Codable, Equatable {
    /// Index into `files`.
    var file: Int
    var offset: Int
    var bytes: Int
    /// Bytes of a value; 1 for dictionaries.
    var width: Int
    var crc: UInt32
  }

  struct Spine: Codable, Equatable {
    var atoms: Int
    var mediumPersons: Int
    var lowPersons: Int
    var mediumStarts: Segment
    var lowStarts: Segment
    var personKeys: PersonKeySegments
  }

  /// The keys of all persons, in their order, at each level: one segment where they are the same.
  struct PersonKeySegments: Codable, Equatable {
    var high: Segment
    var medium: Segment
    var low: Segment
  }

  struct Table: Codable, Equatable {
    var resource: String
    var rows: Int
    var offsets: Segment
    var columns: [Column]
  }

  struct Column: Codable, Equatable {
    enum Kind: String, Codable {
      case codes
      case days
      case integers
      case keys
    }

    var field: String
    var kind: Kind
    var values: Segment
    /// For codes: the texts, each as a 32-bit length and its bytes; the first is empty.
    var dictionary: Segment?
    var dictionaryCount: Int?
  }

  /// The digest that names the release: of everything that depends on data and descriptors alone.
  func computedRelease() throws -> String {
    var plain = self
    plain.release = ""
    plain.built = ""
    plain.report = nil
    return StoreManifest.hex(SHA256.hash(data: try plain.encoded()))
  }

  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  /// The line in `manifest.sum` for these bytes of `manifest.json`.
  package static func sumLine(_ bytes: Data) -> String {
    "bold-store \(currentFormat) \(hex(SHA256.hash(data: bytes)))\n"
  }

  static func secretCheck(_ secret: [UInt8]) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("bold store".utf8), using: SymmetricKey(data: secret))
    return hex(Array(code).prefix(8))
  }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The names of the files in a store.
enum StoreFile {
  static let manifest = "manifest.json"
  static let sum = "manifest.sum"
  static let secret = "secret"
  static let report = "build-report.json"
  static let spine = "spine.data"
  static let personMap = "person-map.data"
  static let secretBytes = 32

  static func table(_ number: Int) -> String { "table-\(number + 1).data" }
}
