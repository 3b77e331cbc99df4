import CohortModel
import Foundation
import TableExport
import Tables
import Testing

/// `bold audit`: files in, what they give away out.
struct AuditTests {
  struct Report {
    var status: Int32
    var document: [String: Any]

    var result: String { document["result"] as? String ?? "" }
    var cells: [[String: Any]] { document["cells"] as? [[String: Any]] ?? [] }

    func cells(_ grade: String) -> [[String: Any]] {
      cells.filter { $0["grade"] as? String == grade }
    }

    /// "least to greatest" of a cell.
    func range(_ cell: String) -> String? {
      cells.first { $0["cell"] as? String == cell }.map {
        "\($0["least"] as? Int ?? -1) to \($0["greatest"] as? Int ?? -1)"
      }
    }
  }

  static func audit(_ paths: [String], _ options: String...) throws -> Report {
    let words = (options + paths).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try BoldCommand.shell("\"$BOLD\" audit --format json \(words)")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return Report(
      status: outcome.status, document: try #require(document as? [String: Any]))
  }

  static let sex = HandMadeExports.variable("sex", "F", "M")

  // MARK: What leaks

  @Test func whatOneFileHidesAndAnotherGivesAwayIsFound() throws {
    let exports = try HandMadeExports(minimum: 5)
    let age = HandMadeExports.variable("age", "young", "old")
    let both = [age, Self.sex]
    let everyone = exports.table(
      both, rows: ("age", ["young", "old"]), columns: ("sex", ["*"]), [.count(31), .count(52)])
    let men = exports.table(
      both, rows: ("age", ["young", "old"]), columns: ("sex", ["F", "M"]),
      [nil, 28, 24, 28].values)
    let paths = [try exports.write(everyone, "everyone"), try exports.write(men, "sexes")]
    for path in paths { #expect(try Self.audit([path]).status == 0) }
    let report = try Self.audit(paths)
    #expect(report.status == 1 && report.result == "findings")
    #expect(report.cells("exact").count == 1)
    #expect(report.range("age: young; sex: F") == "3 to 3")
    // The same as documents.
    let documents = [try exports.writeJSON(everyone, "e"), try exports.writeJSON(men, "s")]
    #expect(try Self.audit(documents).range("age: young; sex: F") == "3 to 3")
    let text = try BoldCommand.shell("\"$BOLD\" audit '\(paths[0])' '\(paths[1])'")
    #expect(text.status == 1)
    #expect(text.output.contains("Disclosed exactly"))
    #expect(text.output.contains("sexes.csv  age: young; sex: F: 3\n"))
    #expect(text.output.hasSuffix("do not release as they are; disclosed exactly: 1.\n"))
  }

  @Test func subtractionWithinOneFileIsFound() throws {
    let exports = try HandMadeExports(minimum: 5)
    let table = exports.table(
      [Self.sex], rows: ("sex", ["*", "M"]), [.count(31), .count(29)])
    let report = try Self.audit([try exports.write(table, "men")])
    #expect(report.status == 1)
    #expect(report.cells("exact").first?["implied"] as? Bool == true)
    #expect(report.range("sex: F") == "2 to 2")
  }

  @Test func cellsNarrowerThanPromisedComeAfterExactOnes() throws {
    let rounded = try HandMadeExports(minimum: 15, base: 5)
    let wide = rounded.table(
      [Self.sex], rows: ("sex", ["*", "F", "M"]), [25, 20, nil].values)
    var exact = try HandMadeExports(minimum: 15)
    exact.pilot = "another"
    let narrow = exact.table(
      [Self.sex], rows: ("sex", ["*", "F", "M"]), [24, 21, nil].values)
    let report = try Self.audit([
      try rounded.write(wide, "wide"), try exact.write(narrow, "narrow"),
    ])
    #expect(report.status == 1)
    let order = report.cells.compactMap { $0["grade"] as? String }
    let grades = ["exact", "narrow", "doubtful", "open"]
    #expect(order == order.sorted { grades.firstIndex(of: $0)! < grades.firstIndex(of: $1)! })
    #expect(report.cells("narrow").count == 1 && report.cells("exact").count == 1)
    for cell in report.cells("narrow") {
      #expect(cell["promised"] as? Int == 14)
      #expect(cell["least"] as? Int == 1 && cell["greatest"] as? Int == 9)
    }
  }

  @Test func aProfileThatSaysTooMuchIsAFinding() throws {
    let exports = try HandMadeExports(minimum: 6, base: 5)
    let table = exports.table(
      [Self.sex], rows: ("sex", ["*", "F", "M"]),
      [.count(60), .count(5), .count(55)])
    let path = try exports.write(table, "t")
    #expect(try Self.audit([path]).document["unsound_profiles"] as? [String] == [path])
    #expect(try Self.audit([path]).status == 1)
  }

  @Test func whatFilesCannotDecideCountsWhenAsked() throws {
    let exports = try HandMadeExports(minimum: 10)
    // Either is a zero, or both are small: with zeros eligible nobody can tell.
    let table = exports.table(
      [HandMadeExports.variable("age", "a", "b", "c")], rows: ("age", ["*", "a", "b", "c"]),
      [24, 20, nil, nil].values)
    let path = try exports.write(table, "t")
    let report = try Self.audit([path])
    #expect(report.status == 0 && report.cells("doubtful").count == 2)
    #expect(report.range("age: b") == "0 to 4")
    #expect(try Self.audit([path], "--strict").status == 1)
  }

  /// The example of the documentation is read as it stands there.
  @Test func aTableFromElsewhereIsAudited() throws {
    let page = try String(contentsOfFile: BoldCommand.root + "/docs/formats.md", encoding: .utf8)
    let example = try #require(
      page.split(separator: "```json\n").last?.split(separator: "```").first)
    let folder = try TemporaryFolder()
    try folder.write(String(example), to: "t.json")
    let report = try Self.audit([folder.path + "/t.json"])
    #expect(report.status == 1)
    #expect(report.range("Sex: F") == "2 to 2")
    #expect((report.document["files"] as? [[String: Any]])?.first?["sealed"] as? Bool == false)
  }

  // MARK: What does not

  @Test(arguments: [
    "leavers rows sex columns area", "leavers rows stage columns sex",
    "leavers rows sex columns area measure share offence12", "leavers rows area where sex=F",
  ])
  func ownExportsPass(query: String) throws {
    let folder = try TemporaryFolder()
    let store = try SmallPackage.shared.get().store
    let path = folder.path + "/t.csv"
    _ = try BoldCommand.run("export", "--store", store, "--output", path, query)
    let report = try Self.audit([path])
    #expect(report.status == 0 && report.result == "as promised")
    #expect((report.document["files"] as? [[String: Any]])?.first?["sealed"] as? Bool == true)
    let document = try BoldCommand.run("query", "--store", store, "--format", "json", query)
    try folder.write(document.output, to: "t.json")
    let again = try Self.audit([folder.path + "/t.json"])
    #expect(again.status == 0)
    #expect(again.cells.count == report.cells.count)
  }

  // MARK: What cannot be read

  @Test func filesThatCannotBeAuditedAreSaidByNameAndPlace() throws {
    let exports = try HandMadeExports(minimum: 5)
    let table = exports.table(
      [Self.sex], rows: ("sex", ["*", "F", "M"]),
      [.count(60), .count(12), .count(48)])
    let path = try exports.write(table, "t")
    let name = "t.csv"
    func failure(_ files: String...) throws -> String {
      let outcome = try BoldCommand.shell(
        "cd '\(exports.folder.path)' && \"$BOLD\" audit \(files.joined(separator: " "))")
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      return outcome.errors
    }
    let sidecar = try exports.folder.text(name + ".json")
    try exports.folder.write(
      sidecar.replacing("\"rounding_base\": 1", with: "\"rounding_base\": 3"), to: name + ".json")
    #expect(try failure(name).contains("t.csv.json, `hash`: the file was changed"))
    try exports.folder.write(sidecar, to: name + ".json")
    #expect(try Self.audit([path]).status == 0)
    try exports.folder.write(
      try exports.folder.text(name).replacing(",12,", with: ",13,"), to: name)
    #expect(try failure(name).contains("is not the table that t.csv.json describes"))
    try FileManager.default.removeItem(atPath: path + ".json")
    #expect(try failure(name).contains("t.csv has no sidecar t.csv.json"))
    try exports.folder.write("{\"format\": 2}", to: "x.json")
    #expect(try failure("x.json").contains("x.json, `format`: this program reads format 1"))
    #expect(try failure("none.json").contains("There is no file"))
  }

  @Test func filesThatContradictEachOtherHaveNoResult() throws {
    let exports = try HandMadeExports(minimum: 5)
    func table(_ women: Int) -> ProtectedTable {
      exports.table(
        [Self.sex], rows: ("sex", ["*", "F", "M"]),
        [.count(60), .count(women), .count(48)])
    }
    let one = try exports.write(table(12), "one")
    let other = try exports.write(table(13), "other")
    let report = try Self.audit([one, other])
    #expect(report.status == 2 && report.result == "contradiction")
  }
}
