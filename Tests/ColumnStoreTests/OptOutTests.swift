import CohortModel
import ColumnStore
import Foundation
import Testing

@Suite("G27: opt-outs")
struct OptOutTests {
  private let records = (0..<8).map { ($0 < 5 ? "a" : "b", "x\($0)") }
  private let links = """
    source_dataset,record_id,high,medium,low
    a,x0,h0,m0,l0
    a,x1,h1,m0,l0
    b,x5,h2,m1,l0
    a,x2,h3,m2,l1
    b,x6,h3,m2,l1
    a,x3,h4,m3,l2
    a,x4,h5,m4,l3
    b,x7,h5,m4,l3

    """

  private func linked(_ optOuts: String) throws -> LinkedPackage {
    var linked = try LinkedPackage(
      .spine("links.csv"), records: records,
      files: ["links.csv": links, "opt_outs.csv": optOuts])
    linked.package.optOutsPath = "opt_outs.csv"
    return linked
  }

  @Test(
    "G27: of everyone in the loosest cluster of a record that opted out nothing is kept",
    arguments: [nil, 2])
  func dropsPersons(capacity: Int?) throws {
    let linked = try linked("source_dataset,record_id\na,x1\nb,x7\na,stranger\n")
    var options = BuildOptions(
      package: linked.directory.path, store: linked.store, memoryLimit: 1 << 16)
    options.personCapacity = capacity
    let report = try StoreBuilder.build(linked.package, options)
    #expect(report.persons.optedOut == 2)
    #expect(report.persons.optedOutRecords == 5)
    #expect(
      [report.persons.high, report.persons.medium, report.persons.low] as [Int] == [2, 2, 2])
    #expect(try linked.persons(at: .low) == [[2, 6], [3]])
    #expect(try linked.persons(at: .high) == [[2, 6], [3]])
    let rejected = report.resources.map { $0.rejected[.optedOut] }
    #expect(rejected == [3, 2])
    #expect(report.text.contains("opted out, of whom nothing is kept: 2 at low, with 5"))
    #expect(report.text.contains("rejected, the person opted out: 3"))
    #expect(report.inputs.contains { $0.path == "opt_outs.csv" })
    #expect(StoreVerifier.verify(linked.store) == [])
    #expect(linked.check().isUsable)
  }

  @Test("G27: persons who opt out are gone from the next build")
  func nextBuild() throws {
    let linked = try linked("source_dataset,record_id\n")
    #expect(try linked.build().persons.low == 4)
    try linked.directory.write("source_dataset,record_id\na,x3\n", to: "opt_outs.csv")
    let report = try linked.build()
    #expect(report.persons.changes?.low.gone == 1)
    #expect(report.persons.changes?.low.unchanged == 3)
  }

  @Test("G27: without links the person id that all resources share")
  func sharedPersons() throws {
    var linked = try linked("source_dataset,record_id,name\na,x1,ZQCANARY\na,x4,ZQCANARY\n")
    linked.package.links = nil
    let report = try linked.build()
    #expect(report.persons.optedOut == 2)
    #expect(try linked.persons(at: .low) == [[0], [2], [3], [5], [6], [7]])
    #expect(!"\(report)\(linked.check())".contains("ZQCANARY"))
  }

  @Test("G27: opt-outs that are not there refuse the build")
  func missingFile() throws {
    var linked = try linked("")
    #expect(try linked.refusals().contains { $0.file == "opt_outs.csv" })
    #expect(!linked.check().isUsable)
    linked.package.optOutsPath = "nowhere.csv"
    #expect(try linked.refusals().contains { $0.file == "nowhere.csv" })
  }
}
