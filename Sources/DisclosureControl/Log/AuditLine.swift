import CohortModel
import Crypto
import Foundation

/// One line of an audit log: an entry, its number and time, the hash of the line before, and last of
/// all the hash of everything before it in this line.
struct AuditLine: Codable, Sendable {
  var number: Int
  var time: String
  var entry: AuditEntry
  var previous: String
  var hash: String

  /// Stands for the hash before the first line.
  static let origin = String(repeating: "0", count: 64)

  /// The bytes of a line, with its line feed, and its hash.
  static func bytes(
    _ entry: AuditEntry, number: Int, time: String, previous: String
  ) -> (bytes: [UInt8], hash: String) {
    var text = "{\"number\":\(number),\"time\":\"\(time)\""
    func add(_ key: String, _ value: String?) {
      if let value { text += ",\"\(key)\":" + quoted(value) }
    }
    add("kind", entry.kind.rawValue)
    add("outcome", entry.outcome.rawValue)
    add("user", entry.user)
    add("project", entry.project)
    add("login", entry.login)
    add("query", entry.query)
    add("release", entry.release)
    add("table", entry.table)
    add("format", entry.format)
    add("reason", entry.reason)
    add("refusal", entry.refusal)
    add("previous", previous)
    let hash = hash(of: Array(text.utf8))
    return (Array((text + ",\"hash\":\"\(hash)\"}\n").utf8), hash)
  }

  /// Reads a line without its line feed, and whether its hash is that of its text.
  static func read(_ bytes: ArraySlice<UInt8>) -> (line: AuditLine, isWhole: Bool)? {
    guard bytes.count > tailLength, let line = try? decoder.decode(Flat.self, from: Data(bytes))
    else { return nil }
    let isWhole = hash(of: bytes.dropLast(tailLength)) == line.hash
    return (line.line, isWhole)
  }

  /// `,"hash":"…"}`
  private static let tailLength = 9 + 64 + 2
  private static let decoder = JSONDecoder()

  private static func hash(of bytes: some Sequence<UInt8>) -> String {
    SHA256.hash(data: Array(bytes)).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{20}"..."\u{7E}": result.unicodeScalars.append(scalar)
      default:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return result + "\""
  }

  /// The line as it stands in the file: the entry's keys beside the others.
  private struct Flat: Decodable {
    var line: AuditLine
    var hash: String { line.hash }

    private enum Key: String, CodingKey {
      case number, time, previous, hash
    }

    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: Key.self)
      line = AuditLine(
        number: try keys.decode(Int.self, forKey: .number),
        time: try keys.decode(String.self, forKey: .time), entry: try AuditEntry(from: decoder),
        previous: try keys.decode(String.self, forKey: .previous),
        hash: try keys.decode(String.self, forKey: .hash))
    }
  }
}
