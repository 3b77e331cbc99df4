import Foundation
import Testing

/// The runner of `make validate`, and what it finds on a million invented persons.
struct ValidationTests {
  static let header =
    "figure,what,query,numerator,denominator,expected,unit,tolerance,why\n"
  static let release = BoldCommand.root + "/.build/release/bold"
  /// `make test` builds the release first and says so.
  static let hasRelease =
    ProcessInfo.processInfo.environment["BOLD_REQUIRE_RELEASE"] == "1"

  /// Runs rows against the store that tests share.
  private func validate(_ rows: String, header: String = Self.header) throws
    -> BoldCommand.Outcome
  {
    let folder = try TemporaryFolder()
    try folder.write(header + rows, to: "rows.csv")
    return try BoldCommand.shell(
      "\"$ROOT/scripts/validate\" --store \"$STORE\" --rows \"$ROWS\"",
      environment: [
        "ROOT": BoldCommand.root, "STORE": try SmallPackage.shared.get().store,
        "ROWS": folder.path + "/rows.csv",
      ])
  }

  @Test(
    "figures within their tolerance hold",
    arguments: [
      "leavers measure share offence12,,,20,%,0.1",
      "leavers rows sex,sex=F,sex=*,25,%,0.5",
      "leavers rows sex,sex=F|M,sex=*,1,ratio,0.02",
      "leavers rows sex,sex=F,sex=M,333,per 1000,5",
      "leavers rows sex / leavers,sex=M,,0.75,ratio,0.01",
      "leavers rows sex measure share offence12,sex=M|F,,rising,order,1",
      "leavers rows sex / leavers,sex=F|M,,rising,order,0",
      "leavers rows sex columns offence12,offence12=no;sex=M|F,offence12=*,falling,order,0",
    ])
  func within(_ row: String) throws {
    let outcome = try validate("R,Row,\(row),why\n")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("1 of 1 hold"))
  }

  @Test(
    "figures out of their tolerance, hidden ones and unknown codes do not hold",
    arguments: [
      ("leavers measure share offence12,,,21,%,0.5", "20"),
      ("leavers rows sex / leavers,sex=F|M,,falling,order,0", "OUT"),
      ("leavers rows area,area=W,area=*,1,%,50", "hidden"),
      ("leavers rows sex,sex=X,sex=*,1,%,50", "X is no code of sex"),
      ("leavers rows sex,age=1,sex=*,1,%,50", "age is not on the table"),
      ("leavers rows nothing,sex=F,sex=*,1,%,50", "is no variable"),
    ])
  func out(_ row: String, _ sign: String) throws {
    let outcome = try validate("R,Row,\(row),why\nS,Sound,leavers,,,1,ratio,0,why\n")
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.output.contains(sign), "\(outcome.output)")
    #expect(outcome.output.contains("1 of 2 hold"))
  }

  @Test("rows that cannot be read are said, with their line")
  func unusable() throws {
    for (row, message) in [
      ("R,Row,leavers,,,x,%,1,why", "rows.csv:2: expected and tolerance are numbers"),
      ("R,Row,leavers,,,1,stones,1,why", "rows.csv:2: “stones” is no unit"),
      ("R,Row,leavers,,,1,%,1,", "rows.csv:2: why is empty"),
      ("R,Row,leavers,,,1,%", "rows.csv:2: the line has another number of fields"),
    ] {
      let outcome = try validate(row + "\n")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
    let outcome = try validate("", header: "figure\n")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("the header is not figure,what"))
  }

  /// What one seed hides by chance is compared at another; what all hide never is.
  @Test(arguments: [("1 2", 0), ("1", 1), ("2", 0), ("1 1", 1)])
  func hiddenForOneSeed(_ seeds: String, _ status: Int32) throws {
    let folder = try TemporaryFolder()
    // Stands for the program: of the seed 1 it hides what it is asked for.
    try folder.write(
      """
      #!/bin/sh
      case $1 in
      sample) echo "$5" > "$(dirname "$0")/seed" && mkdir -p "$7" ;;
      build) mkdir -p "$4" ;;
      query)
        value=1
        if [ "$(cat "$(dirname "$0")/seed")" = 1 ]; then value='"[c]"'; fi
        echo '{"measure": "count", "axes": [], "cells": [{"codes": [], "count": '"$value"'}]}' ;;
      esac
      """, to: "program")
    try folder.write(
      "figure,what,query,numerator,denominator,expected,unit,tolerance,why\nR,Row,x,,,1,ratio,0,why\n",
      to: "rows.csv")
    let outcome = try BoldCommand.shell(
      "chmod +x \"$BOLD\"; \"$ROOT/scripts/validate\" --rows \"$ROWS\" \(seeds)",
      environment: [
        "ROOT": BoldCommand.root, "BOLD": folder.path + "/program",
        "ROWS": folder.path + "/rows.csv",
      ])
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("hidden for every seed") == (status == 1))
  }

  /// Every row of Tests/Validation, for seeds that nobody chose.
  @Test(.enabled(if: hasRelease, "needs a release build: make test"))
  func aMillionPersonsOfAnySeedAgreeWithPublishedFigures() throws {
    var generator = SystemRandomNumberGenerator()
    let seeds = (0..<3).map { _ in
      String(UInt64.random(in: 0...UInt64(Int64.max), using: &generator))
    }
    let outcome = try BoldCommand.shell(
      "\"$ROOT/scripts/validate\" \(seeds.joined(separator: " "))",
      environment: ["ROOT": BoldCommand.root, "BOLD": Self.release])
    #expect(
      outcome.status == 0,
      "make validate SEED=\"\(seeds.joined(separator: " "))\"\n\(outcome.output)\(outcome.errors)")
    for seed in seeds { #expect(outcome.output.contains("seed \(seed), 1,000,000 persons")) }
  }
}

/// The person records that `bold sample --source-records` writes never enter a data package (G10).
struct SourceRecordsAreRefusedTests {
  private static let fields = [
    "record_id", "first_initial", "surname_initial", "birth_date", "sex", "district",
  ]

  /// A package with the prison's source records as a resource of its own.
  private func package(_ folder: TemporaryFolder, declaring declared: [String]) throws -> String {
    let outcome = try BoldCommand.run(
      "sample", "--persons", "400", "--source-records", "--output", folder.path + "/sample")
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.contains("Wrote \(folder.path)/source_records"))
    let records = try folder.text("source_records/prison.csv")
    #expect(records.hasPrefix(Self.fields.joined(separator: ",") + "\n"))
    try folder.write(records, to: "sample/data/prison_records.csv")
    let resource = """
      {"name": "prison_records", "path": "data/prison_records.csv",
       "schema": {"fields": [\(declared.map { "{\"name\": \"\($0)\", \"type\": \"string\"}" }
        .joined(separator: ", "))]},
       "bold": {"dataset": "prison", "owner": "Owner", "agreement": "SYN-PRISON",
                "person": "record_id"}},
      """
    let descriptor = try folder.text("sample/datapackage.json")
    let list = try #require(descriptor.range(of: "\"resources\": ["))
    try folder.write(
      descriptor.replacingCharacters(in: list, with: "\"resources\": [\n" + resource),
      to: "sample/datapackage.json")
    try folder.write(
      try folder.text("sample/agreements.yaml")
        .replacing("prison_people", with: "prison_people, prison_records", maxReplacements: 1),
      to: "sample/agreements.yaml")
    return folder.path + "/sample"
  }

  @Test(
    "G10: source records are refused as a resource, whether their columns are declared or not",
    arguments: [fields, ["record_id", "sex"]])
  func G10(_ declared: [String]) throws {
    let folder = try TemporaryFolder()
    let path = try package(folder, declaring: declared)
    let outcome = try BoldCommand.run("build", path, "--store", folder.path + "/store")
    #expect(outcome.status == 1)
    for field in ["first_initial", "surname_initial"] {
      #expect(outcome.errors.contains(field), "\(outcome.errors)")
    }
    #expect(outcome.errors.contains("G10"))
    // No value of a record is in the message, and no store was made.
    let values = try folder.text("source_records/prison.csv").split(separator: "\n").dropFirst()
      .compactMap { line in line.split(separator: ",").first { $0.contains("-") } }
    #expect(values.count > 20)
    #expect(!values.contains { outcome.errors.contains($0) || outcome.output.contains($0) })
    #expect(!folder.names.contains("store"))
  }

  @Test("G10: they cannot be reached from beside the package either")
  func beside() throws {
    let folder = try TemporaryFolder()
    let path = try package(folder, declaring: Self.fields)
    let descriptor = try folder.text("sample/datapackage.json")
    try folder.write(
      descriptor.replacing("data/prison_records.csv", with: "../source_records/prison.csv"),
      to: "sample/datapackage.json")
    let outcome = try BoldCommand.run("build", path, "--store", folder.path + "/store")
    #expect(outcome.status == 1)
    #expect(!folder.names.contains("store"))
  }
}
