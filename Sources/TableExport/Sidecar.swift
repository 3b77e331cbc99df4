import Crypto
import Tables

/// The JSON file beside an exported CSV file: what the figures are, how they were protected, and a
/// hash that says whether either file was changed.
///
/// `hash` is the SHA-256 of the canonical text (`JSONValue.canonicalText`) of everything in the file
/// but `created` and `hash` itself; so two exports of the same table differ in `created` alone.
public enum Sidecar {
  /// - Parameters:
  ///   - file: the name of the CSV file, without folders.
  ///   - csv: its bytes.
  ///   - created: when, as ISO 8601 in UTC.
  public static func bytes(
    of table: ProtectedTable, file: String, csv: [UInt8], created: String
  ) -> [UInt8] {
    bytes(
      of: TableDocument.description(of: table), file: file, csv: csv, created: created)
  }

  /// Of a file that holds the tables of several link levels: what they are by each of them.
  public static func bytes(
    ofLevels tables: [ProtectedTable], file: String, csv: [UInt8], created: String
  ) -> [UInt8] {
    bytes(
      of: TableDocument.description(ofLevels: tables), file: file, csv: csv, created: created)
  }

  private static func bytes(
    of description: [JSONValue.Member], file: String, csv: [UInt8], created: String
  ) -> [UInt8] {
    let content =
      description + [
        .init(
          "file",
          .members([
            "name": .string(SafeText.shown(file)), "bytes": .integer(csv.count),
            "sha256": .string(hex(SHA256.hash(data: csv))),
          ]))
      ]
    let document = JSONValue.object(
      content + [
        .init("hash", .string(hash(of: content))), .init("created", .string(created)),
      ])
    return Array(document.text.utf8)
  }

  static func hash(of content: [JSONValue.Member]) -> String {
    hex(SHA256.hash(data: Array(JSONValue.object(content).canonicalText.utf8)))
  }

  static func hex(_ digest: SHA256.Digest) -> String {
    digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
