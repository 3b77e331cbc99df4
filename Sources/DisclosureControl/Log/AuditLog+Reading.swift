import CohortModel
import Foundation
import Tables

extension AuditLog {
  /// The entries of whole lines from a place on, and where the last of them ends.
  func entries(from place: Int64) throws(AuditLogError) -> (entries: [AuditEntry], end: Int64) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw .system(path: path, code: errno)
    }
    defer { try? file.close() }
    let bytes: Data
    do {
      try file.seek(toOffset: UInt64(place))
      bytes = try file.readToEnd() ?? Data()
    } catch {
      throw .system(path: path, code: EIO)
    }
    guard let last = bytes.lastIndex(of: AuditLog.newline) else { return ([], place) }
    let whole = Array(bytes[bytes.startIndex...last])
    let entries = whole.split(separator: AuditLog.newline).compactMap {
      AuditLine.read($0)?.line.entry
    }
    return (entries, place + Int64(whole.count))
  }

  /// What reading a log found: a line of text for each entry, and the first place where the chain
  /// does not hold.
  public struct Reading: Sendable {
    /// A line of text for each entry, in the order of the file.
    public var lines: [String]
    /// `NUMBER:HASH` of the last entry of the unbroken part; nil where there is none.
    public var head: String?
    /// What is wrong, and from which line on; nil where every line continues the one before.
    public var problem: String?
  }

  /// Reads a log and follows its chain.
  ///
  /// A chain shows a line that was changed, removed, added or moved. It cannot show that lines at the
  /// end were cut off, or that all of it was written anew: for that the head of an earlier reading has
  /// to be kept elsewhere.
  ///
  /// - Parameter head: `NUMBER:HASH` of an earlier reading, which has to be in the log still.
  public static func read(_ path: String, head: String? = nil) throws(AuditLogError) -> Reading {
    guard access(path, R_OK) == 0, let data = FileManager.default.contents(atPath: path) else {
      throw .system(path: path, code: errno)
    }
    var reading = Reading(lines: [], head: nil, problem: nil)
    var previous = AuditLine.origin
    var found = head == nil
    var number = 0
    for bytes in Array(data).split(separator: newline, omittingEmptySubsequences: false).dropLast()
    {
      number += 1
      guard let (line, isWhole) = AuditLine.read(bytes) else {
        reading.note("Line \(number) is no entry of a log.")
        continue
      }
      reading.lines.append(line.text)
      if !isWhole { reading.note("Line \(number) was changed: its hash is not that of its text.") }
      if line.previous != previous || line.number != number {
        reading.note(
          "Line \(number) does not continue the line before it: a line was removed, added or moved."
        )
      }
      previous = line.hash
      if reading.problem == nil {
        reading.head = "\(line.number):\(line.hash)"
        if reading.head == head { found = true }
      }
    }
    if let last = data.last, last != newline {
      reading.note("Line \(number + 1) is not whole: the end of it is missing.")
    }
    if !found, let head {
      reading.note(
        "The entry \(head.prefix { $0 != ":" }) of an earlier reading is not in it: the log was cut"
          + " off or written anew.")
    }
    return reading
  }
}

extension AuditLog.Reading {
  fileprivate mutating func note(_ text: String) { if problem == nil { problem = text } }
}

extension AuditLine {
  /// As `bold log` prints it.
  var text: String {
    var words = [
      "\(number)", time, entry.kind.rawValue, entry.outcome.rawValue,
      "user=\(entry.user ?? "-")", "project=\(entry.project ?? "-")",
    ]
    func add(_ name: String, _ value: String?) {
      if let value { words.append("\(name)=\(value)") }
    }
    add("login", entry.login)
    add("release", String(entry.release.prefix(12)))
    add("table", entry.table.map { String($0.prefix(12)) })
    add("format", entry.format)
    if let query = entry.query { words.append("query: \(query)") }
    if let reason = entry.reason { words.append("reason: \(reason)") }
    if let refusal = entry.refusal { words.append("refused: \(refusal)") }
    return SafeText.shown(words.joined(separator: " "))
  }
}
