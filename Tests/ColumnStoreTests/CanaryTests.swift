import CohortModel
import ColumnStore
import Foundation
import Testing

@Suite("No value in a message")
struct CanaryTests {
  static let canary = "ZQCANARY"

  /// A record for every fault, each with the canary where the fault is.
  static let rows = [
    "p1,1,2020-01-05,,X,\(canary),1,true",  // unknown optional code
    "p1,2,2020-01-05,,\(canary),,1,true",  // unknown required code
    "p1,3,\(canary),,X,,1,true",  // no date
    "p1,4,2020-01-05,,X,,\(canary),true",  // no number
    "p1,5,2020-01-05,,X,,1,\(canary)",  // no truth value
    "\(canary),6,2020-01-05,,X,,1,true",  // unlinked
    "p1,\(canary),2020-01-05,,X,,1,true", "p1,\(canary),2020-01-06,,X,,1,true",  // twice
    "p1,8,2020-01-05,,Z,,1,true",  // foreign key
    "p1,9,\(canary)",  // ragged
    "p1,10,2020-01-05,,X,,1,true,\(canary)",
    "p1,11,2020-01-05,,X,\"\(canary)\"\(canary),1,true",  // text after a quote
    "p1,12,2020-01-05,,X,\(canary)\u{0},1,true",  // NUL
    "p1,13,2020-01-05,,X,\"\(canary),1,true",  // never closed
  ]

  @Test("every kind of fault in records, in check, build and report")
  func records() throws {
    let faulty = try FaultyPackage(rows: CanaryTests.rows)
    let check = faulty.check()
    #expect(check.problems.count >= 12)
    #expect(!"\(check)".contains(CanaryTests.canary))
    #expect(
      check.problems.allSatisfy { $0.file != "spells.csv" || $0.line != nil }, "\(check.problems)")
    let report = try faulty.build()
    let spells = try #require(report.resources.first)
    #expect(spells.rejected.values.reduce(0, +) >= 10)
    #expect(!"\(report)\(report.text)".contains(CanaryTests.canary))
    let saved = try String(
      contentsOfFile: faulty.directory.path + "/store/build-report.json", encoding: .utf8)
    #expect(!saved.contains(CanaryTests.canary))
  }

  @Test(
    "every kind of fault in links",
    arguments: [
      ["spells,\(canary),h,m,l", "spells,\(canary),h,m,l"],
      ["spells,\(canary),h,m,l", "spells,\(canary),h2,m2,l2"],
      ["spells,p1,\(canary),m1,l", "spells,p2,\(canary),m2,l"],
      ["spells,p1,h1,\(canary),l1", "spells,p2,h2,\(canary),l2"],
      ["\(canary),p1,h1,m,"], ["spells,\(canary),h"], ["spells,\(canary)\u{0},h,m,l"],
      ["spells,\"\(canary)\"\(canary),h,m,l"], ["spells,\"\(canary),h,m,l"],
    ])
  func links(links: [String]) throws {
    let faulty = try FaultyPackage(rows: [], links: links)
    let check = faulty.check()
    #expect(!check.isUsable)
    #expect(!"\(check)".contains(CanaryTests.canary))
    let error = #expect(throws: BuildError.self) { try faulty.build() }
    #expect(error.map { "\($0)".contains(CanaryTests.canary) } == false)
  }

  @Test("a dataset that no resource belongs to is not named either")
  func datasets() throws {
    let faulty = try FaultyPackage(rows: [], links: ["\(CanaryTests.canary),p1,h,m,l"])
    #expect(!"\(faulty.check())".contains(CanaryTests.canary))
    #expect(!(try faulty.build().text).contains(CanaryTests.canary))
  }
}
