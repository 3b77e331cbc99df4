import CohortModel
import Foundation
import QueryEngine
import Tables
import Testing

@testable import DisclosureControl

/// What is asked of several link levels: refusals and the log.
@Suite struct LevelComparisonTests {
  /// Refusals follow from the query alone.
  @Test func onlyPersonsAreCompared() throws {
    let release = Release(source: SmallSource(persons: 60, seed: 5))
    var events = CohortQuery(pilot: "p", rows: [AxisVariable("sex")])
    events.measure = .events(nil)
    var units = CohortQuery(pilot: "p", rows: [AxisVariable("sex")])
    units.unit = "household"
    for query in [events, units] {
      #expect(throws: ServiceError.self) {
        try release.tables(for: query, at: LinkLevel.allCases)
      }
    }
    let persons = CohortQuery(pilot: "p", rows: [AxisVariable("sex")])
    #expect(throws: ServiceError.self) { try release.tables(for: persons, at: []) }
    #expect(throws: ServiceError.self) { try release.tables(for: persons, at: [.low, .low]) }
  }

  @Test func everyLevelHasItsLineInTheLog() throws {
    let folder = NSTemporaryDirectory() + "/bold-levels-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let log = try AuditLog(path: folder + "/audit.log")
    let release = Release(source: SmallSource(persons: 90, seed: 5), log: log)
    let query = CohortQuery(pilot: "p", rows: [AxisVariable("sex")])
    let tables = try release.tables(for: query, at: LinkLevel.allCases)
    var events = query
    events.measure = .events(nil)
    #expect(throws: ServiceError.self) {
      try release.tables(for: events, at: LinkLevel.allCases)
    }
    let reading = try AuditLog.read(folder + "/audit.log")
    #expect(reading.problem == nil)
    #expect(reading.lines.count == 4)
    let asked = LinkLevel.allCases.map { level in
      var asked = query
      asked.linkLevel = level
      return asked.text
    }
    let entries = try log.entries(from: 0).entries
    #expect(Set(entries.prefix(3).map(\.query)) == Set(asked))
    #expect(Set(entries.prefix(3).compactMap(\.table)) == Set(tables.map(\.certificate.hash)))
    #expect(entries.prefix(3).allSatisfy { $0.outcome == .answered && $0.kind == .query })
    #expect(entries[3].outcome == .refused)
    // Taken away they are logged as an export, each, before they are handed out.
    let exported = try release.export(query, at: LinkLevel.allCases, as: "csv")
    #expect(exported == tables)
    let later = try log.entries(from: 0).entries.dropFirst(4)
    #expect(Set(later.map(\.query)) == Set(asked))
    #expect(later.allSatisfy { $0.kind == .export && $0.format == "csv" })
  }
}
