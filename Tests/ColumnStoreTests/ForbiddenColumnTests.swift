import CohortModel
import ColumnStore
import Foundation
import Testing

/// A package as its owner would write it, with one more column in its file.
private struct OneColumn {
  static let canary = "ZQCANARY"
  let directory: TemporaryDirectory

  /// - Parameters:
  ///   - type: of the column in the descriptor; nil where it is not declared.
  ///   - values: of the column, one for each of three records.
  init(
    _ column: String, type: String?, extra: String = "", values: [String]? = nil,
    isSynthetic: Bool = true
  ) throws {
    directory = try TemporaryDirectory()
    let declared = type.map { ", {\"name\": \"\(column)\", \"type\": \"\($0)\"\(extra)}" } ?? ""
    try directory.write(
      """
      {"name": "p", "resources": [{"name": "r", "path": "r.csv",
        "schema": {"fields": [{"name": "id", "type": "string"}, {"name": "day", "type": "date"}
          \(declared)]},
        "bold": {"person": "id", "date": "day", "agreement": "A"}}],
       "bold": {"format": 1, "synthetic": \(isSynthetic), "owner": "Nobody", "coverage": "Nobody",
        "period": {"first": "2020-01-01", "last": "2020-12-31"}}}
      """, to: "datapackage.json")
    try directory.write(
      """
      pilot: p
      title: P
      population: Nobody
      will: [count]
      will_not: [name]
      events: {e: {label: E, resource: r}}
      index: {event: e}
      """, to: "pilots/p.yaml")
    try directory.write(
      """
      agreements:
        - {id: A, owner: O, resources: [r], pilots: [p], purpose: Test,
           public: true, expires: 2099-12-31}
      """, to: "agreements.yaml")
    if !isSynthetic {
      try directory.write(
        """
        users: [{id: anyone, name: Anyone, login: "*"}]
        projects:
          - {id: P, title: T, purpose: Test, pilots: [p], agreements: [A], users: [anyone],
             expires: 2099-12-31}
        """, to: "register.yaml")
    }
    let values = values ?? Array(repeating: OneColumn.canary, count: 3)
    try directory.write(
      "id,day,\(column)\n"
        + values.enumerated().map { "p\($0.offset),2020-01-01,\($0.element)\n" }.joined(),
      to: "r.csv")
  }

  var store: String { directory.path + "/store" }

  /// What stops the build.
  func errors() throws -> [PackageProblem] {
    func build() throws {
      try StoreBuilder.build(BuildOptions(package: directory.path, store: store))
    }
    do {
      try build()
      return []
    } catch let error as BuildError {
      guard case .refused(let problems) = error else { throw error }
      return problems.filter { $0.severity == .error }
    }
  }

  func check() -> CheckReport { PackageChecker.check(directory.path) }
}

@Suite("G10, G11, G05: forbidden columns")
struct ForbiddenColumnTests {
  /// The identifier list, a column of each kind and some spellings.
  static let identifiers: [(kind: String, column: String, type: String, rule: String)] = [
    ("name", "surname", "string", "G10"), ("name", "FirstName", "string", "G10"),
    ("name", "full_name", "string", "G10"),
    ("initials with date of birth", "initials", "string", "G10"),
    ("initials with date of birth", "first_initial", "string", "G10"),
    ("full date of birth", "date_of_birth", "date", "G11"),
    ("full date of birth", "DOB", "string", "G11"),
    ("address", "home_address", "string", "G10"), ("address", "AddressLine1", "string", "G10"),
    ("postcode", "postcode", "string", "G10"), ("postcode", "home-post-code", "string", "G10"),
    ("NHS number", "nhs_number", "integer", "G10"), ("NHS number", "NHSNo", "string", "G10"),
    ("National Insurance number", "nino", "string", "G10"),
    ("National Insurance number", "ni_number", "string", "G10"),
    ("PNC number", "pnc_id", "string", "G10"),
    ("prison number", "prison_number", "string", "G10"),
    ("prison number", "noms_id", "string", "G10"), ("URN", "urn", "string", "G10"),
    ("case number", "case_number", "string", "G10"),
    ("phone", "mobile_phone", "string", "G10"), ("e-mail", "email_address", "string", "G10"),
    ("e-mail", "e-mail", "string", "G10"),
  ]

  @Test("G10: a declared column of each kind is refused, without a value", arguments: identifiers)
  func declared(kind: String, column: String, type: String, rule: String) throws {
    let package = try OneColumn(column, type: type)
    let errors = try package.errors()
    #expect(errors.contains { $0.field == column && ["G10", "G11"].contains($0.rule) }, "\(kind)")
    #expect(errors.allSatisfy { $0.line != nil })
    #expect(!"\(errors)\(package.check())".contains(OneColumn.canary))
    #expect(!package.check().isUsable)
    #expect(!FileManager.default.fileExists(atPath: package.store))
  }

  @Test("G10: so is one that only the file has", arguments: identifiers)
  func undeclared(kind: String, column: String, type: String, rule: String) throws {
    let package = try OneColumn(column, type: nil)
    let errors = try package.errors()
    #expect(errors.map(\.field) == [column], "\(kind)")
    #expect(errors.map(\.rule) == [rule])
    #expect(!"\(errors)\(package.check())".contains(OneColumn.canary))
    #expect(!FileManager.default.fileExists(atPath: package.store))
  }

  @Test("G11: a date of birth by any other name; a year of birth is none")
  func births() throws {
    #expect(try OneColumn("born_on", type: "date").errors().map(\.rule) == ["G11"])
    let years = try OneColumn("birth_year", type: "year", values: ["1980", "1990", "2000"])
    #expect(try years.errors() == [])
  }

  @Test(
    "G05: scores are refused, by name or by declaration, in the file or in the descriptor",
    arguments: [
      ("ogrs3", "integer" as String?, ""), ("ovp", "integer", ""), ("rsr_score", "number", ""),
      ("decile_score", "integer", ""), ("risk-score", "integer", ""),
      ("banding", "integer", ", \"bold\": {\"score\": true}"), ("compas_text", nil, ""),
      ("propensity", nil, ""), ("ospc", nil, ""),
    ])
  func scores(column: String, type: String?, extra: String) throws {
    let package = try OneColumn(column, type: type, extra: extra)
    let errors = try package.errors()
    #expect(errors.contains { $0.field == column && $0.rule?.hasPrefix("G05") == true })
    #expect(!"\(errors)\(package.check())".contains(OneColumn.canary))
    #expect(!FileManager.default.fileExists(atPath: package.store))
  }

  @Test(
    "G10: identifiers under a harmless name are known by their values, which nobody is shown",
    arguments: [
      ["943 476 5919", "9434765919", "943 476 5870"], ["AB123456C", "JG 10 37 59 A", "CE123456D"],
      ["a@example.org", "b.c@example.co.uk", "d@example.com"], ["SW1A 1AA", "M1 1AE", "CF103NQ"],
      ["07700 900123", "+44 20 7946 0018", "(029) 2018 0123"],
      ["2001/1234567A", "98/12345B", "1999/0000001C"],
    ])
  func values(_ values: [String]) throws {
    for type in ["string", nil] {
      let package = try OneColumn("remark", type: type, values: values)
      let errors = try package.errors()
      #expect(errors.contains { $0.field == "remark" && $0.rule == "G10" })
      let said = "\(errors)\(package.check())"
      #expect(!values.contains { said.contains($0) })
      #expect(!FileManager.default.fileExists(atPath: package.store))
    }
  }

  @Test("G14: any other column that no pilot needs is dropped and named, and not stored")
  func unneeded() throws {
    let package = try OneColumn("remark", type: nil)
    let report = try StoreBuilder.build(
      BuildOptions(package: package.directory.path, store: package.store))
    #expect(report.resources.first?.undeclaredColumns == ["remark"])
    #expect(report.text.contains("columns not declared, dropped: remark"))
    let declared = try OneColumn("remark", type: "string")
    let other = try StoreBuilder.build(
      BuildOptions(package: declared.directory.path, store: declared.store))
    #expect(other.resources.first?.unusedColumns.contains("remark") == true)
    for store in [package.store, declared.store] {
      for name in try FileManager.default.contentsOfDirectory(atPath: store) {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: store + "/" + name))
        #expect(bytes.range(of: Data(OneColumn.canary.utf8)) == nil, "\(name)")
      }
    }
  }
}

@Suite("G31: sums of files")
struct FileSumsTests {
  private let digest = "0bd7b6b7f0d31e1c5b2a0f0a7ffb0b1a3a7a1b0f0d31e1c5b2a0f0a7ffb0b1a3"

  private func sums(_ package: OneColumn, _ text: String?) throws -> [PackageProblem] {
    try? FileManager.default.removeItem(atPath: package.directory.path + "/SHA256SUMS")
    if let text { try package.directory.write(text, to: "SHA256SUMS") }
    return try package.errors()
  }

  /// The digest that a build of the synthetic package reports.
  private func actual(_ package: OneColumn) throws -> String {
    let report = try StoreBuilder.build(
      BuildOptions(package: package.directory.path, store: package.store))
    return try #require(report.inputs.first { $0.path == "r.csv" }).sha256
  }

  @Test("G31: sums are checked where there are some")
  func checked() throws {
    let package = try OneColumn("remark", type: "string")
    let right = try actual(package)
    #expect(try sums(package, "\(right)  r.csv\n") == [])
    let report = try StoreBuilder.build(
      BuildOptions(package: package.directory.path, store: package.store))
    #expect(report.inputs.first { $0.path == "r.csv" }?.isListed == true)
    #expect(report.text.contains("\(right)  r.csv, "))
    #expect(report.text.contains("as listed"))
    #expect(try sums(package, "\(right.uppercased()) *./r.csv\n") == [])
    let wrong = try sums(package, "# approved\n\(digest)  r.csv\n")
    #expect(wrong.map(\.file) == ["r.csv"])
    #expect(wrong.map(\.rule) == ["G31"])
    #expect(wrong.first?.message.contains("line 2") == true)
    #expect(package.check().problems.contains { $0.rule == "G31" && $0.file == "r.csv" })
    #expect(try sums(package, "\(right)  r.csv\n\(digest)  other.csv\n").map(\.line) == [2])
    #expect(try sums(package, "\(right)  r.csv\n\(digest)  ../x\n").map(\.line) == [2])
    #expect(try sums(package, "r.csv\n").map(\.line) == [1])
  }

  @Test("G31: a package that is not synthetic has sums of every data file")
  func required() throws {
    let package = try OneColumn("remark", type: "string", isSynthetic: false)
    let without = try sums(package, nil)
    #expect(without.map(\.file) == ["SHA256SUMS"])
    #expect(without.first?.message.contains("sha256sum") == true)
    #expect(!package.check().isUsable)
    let right = try actual(try OneColumn("remark", type: "string"))
    #expect(try sums(package, "\(right)  r.csv\n") == [])
    let unlisted = try sums(package, "\(digest)  datapackage.json\n")
    #expect(unlisted.contains { $0.message.contains("“r.csv” is not listed") })
  }
}
