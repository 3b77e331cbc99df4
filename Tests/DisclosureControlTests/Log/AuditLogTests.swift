import CohortModel
import Foundation
import Testing

@testable import DisclosureControl

@Suite final class AuditLogTests {
  private let folder = NSTemporaryDirectory() + "/bold-log-\(UUID().uuidString)"
  private var path: String { folder + "/audit.log" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func entry(_ text: String) -> AuditEntry {
    AuditEntry(
      kind: .query, outcome: .answered, user: "asmith", project: "P-1", query: text, release: "r")
  }

  private func write(_ texts: [String]) throws {
    let log = try AuditLog(path: path)
    for text in texts { try log.append(entry(text), isDurable: false) }
  }

  private var lines: [String] {
    get throws {
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }

  private func put(_ lines: [String], ending: String = "\n") throws {
    try (lines.joined(separator: "\n") + ending)
      .write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func problem(head: String? = nil) throws -> String? {
    try AuditLog.read(path, head: head).problem
  }

  @Test func entriesFollowOneAnotherOverSeveralOpenings() throws {
    try write(["one", "two"])
    try write(["three \"quoted\" \u{202E}\n\\ \u{1F600}"])
    let reading = try AuditLog.read(path)
    #expect(reading.problem == nil)
    #expect(reading.lines.count == 3)
    #expect(reading.lines[2].hasPrefix("3 20"))
    #expect(reading.lines[2].contains("three \"quoted\" <202e>"))
    #expect(reading.head?.hasPrefix("3:") == true)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  /// Every character of every line matters.
  @Test func anyChangeOfAnyLineIsFound() throws {
    try write(["one", "two", "three"])
    let whole = try lines
    var random = SeededRandom(11)
    for _ in 0..<200 {
      var changed = whole
      let line = Int.random(in: 0..<3, using: &random)
      var letters = Array(changed[line])
      let place = Int.random(in: 0..<letters.count, using: &random)
      letters[place] = letters[place] == "x" ? "y" : "x"
      changed[line] = String(letters)
      try put(changed)
      #expect(try problem() != nil, "line \(line), character \(place)")
    }
    try put(whole)
    #expect(try problem() == nil)
  }

  @Test func removedMovedAndAddedLinesAreFound() throws {
    try write(["one", "two", "three", "four"])
    let whole = try lines
    for broken in [
      Array(whole[1...]), [whole[0], whole[2], whole[3]], [whole[1], whole[0], whole[2], whole[3]],
      whole + [whole[3]], [whole[0], whole[1], whole[1], whole[2], whole[3]],
    ] {
      try put(broken)
      #expect(try problem() != nil)
    }
  }

  @Test func aCutIsFoundWithinALineOrBesideAKeptHead() throws {
    try write(["one", "two", "three"])
    let head = try #require(try AuditLog.read(path).head)
    let whole = try lines
    try put(whole.dropLast() + [String(whole[2].dropLast(20))], ending: "")
    #expect(try problem()?.contains("not whole") == true)
    // Whole lines cut from the end leave an unbroken chain: only a head kept elsewhere tells.
    try put(Array(whole[..<2]))
    #expect(try problem() == nil)
    #expect(try problem(head: head)?.contains("cut off or written anew") == true)
    // So does a log that was written anew, hashes and all.
    try FileManager.default.removeItem(atPath: path)
    try write(["one", "other", "three"])
    #expect(try problem() == nil)
    #expect(try problem(head: head) != nil)
    try FileManager.default.removeItem(atPath: path)
    try put(whole)
    try write(["four"])
    #expect(try problem(head: head) == nil)
  }

  @Test func nothingIsAddedToWhatIsNotALog() throws {
    try put(["a file of somebody else"])
    #expect(throws: AuditLogError.notALog(path: path)) { try AuditLog(path: path) }
    #expect(try lines == ["a file of somebody else"])
    try writeBytes(Data(#"{"number":1"#.utf8))
    #expect(throws: AuditLogError.notALog(path: path)) { try AuditLog(path: path) }
    #expect(throws: AuditLogError.self) { try AuditLog(path: folder) }
    #expect(throws: AuditLogError.self) { try AuditLog(path: folder + "/none/audit.log") }
  }

  private func writeBytes(_ data: Data) throws { try data.write(to: URL(fileURLWithPath: path)) }

  @Test func aLogThatIsTakenAwayWhileOpenIsNotWrittenOn() throws {
    let log = try AuditLog(path: path)
    try log.append(entry("one"), isDurable: false)
    try log.append(entry("two"), isDurable: false)
    truncate(path, 10)
    #expect(throws: AuditLogError.shortened(path: path)) {
      try log.append(entry("three"), isDurable: false)
    }
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: AuditLogError.removed(path: path)) {
      try log.append(entry("three"), isDurable: false)
    }
  }

  /// Many writers, each with a descriptor of its own as another process would have.
  @Test func concurrentWritersMakeOneChain() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let log = try AuditLog(path: path)
          for number in 0..<50 {
            try log.append(
              AuditEntry(
                kind: .query, outcome: .answered, query: "\(writer) \(number)", release: "r"),
              isDurable: false)
          }
        }
      }
      try await group.waitForAll()
    }
    let reading = try AuditLog.read(path)
    #expect(reading.problem == nil)
    #expect(reading.lines.count == 400)
    for writer in 0..<8 {
      let own = reading.lines.filter { $0.contains("query: \(writer) ") }
      #expect(own.count == 50)
    }
  }

  /// A line for every table must not be felt: less than a millisecond, even in a debug build.
  @Test func aLineTakesLessThanAMillisecond() throws {
    let log = try AuditLog(path: path)
    try log.append(entry("warm"), isDurable: false)
    let clock = ContinuousClock()
    var times: [Duration] = []
    for number in 0..<300 {
      times.append(
        try clock.measure {
          try log.append(entry("reoffending rows sex columns age \(number)"), isDurable: false)
        })
    }
    times.sort()
    #expect(times[times.count / 2] < .milliseconds(1))
  }
}
