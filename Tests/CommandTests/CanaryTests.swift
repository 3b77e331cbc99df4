import Foundation
import Testing

struct CanaryTests {
  /// A text that stands in every faulty place of the records and must come out nowhere.
  @Test func noValueOfAFaultyRecordIsShown() throws {
    let canary = "ZQCANARY"
    let package = try SmallPackage()
    let people = try package.folder.text("package/data/people.csv")
    let releases = try package.folder.text("package/data/releases.csv")
    try package.folder.write(
      people + "p0,F,N\np1,\(canary),N\np2,F\np3,F,N,\(canary)\n\(canary),\u{0}\(canary),N\n"
        + "\(canary),F,\"N\"\(canary)\n\(canary),F,N\n\(canary),F,N\n,\(canary),N\n",
      to: "package/data/people.csv")
    try package.folder.write(
      releases + "p1,\(canary)\n\(canary),2021-02-30\np2,\"\(canary)",
      to: "package/data/releases.csv")
    let report = package.folder.path + "/report.json"
    let outcomes = [
      try BoldCommand.run("check", package.path),
      try BoldCommand.run("check", package.path, "--format", "json"),
      try BoldCommand.run("build", package.path, "--store", package.store, "--report", report),
    ]
    for outcome in outcomes {
      #expect(outcome.status == 0)
      #expect(!outcome.output.isEmpty)
      #expect(!(outcome.output + outcome.errors).contains(canary))
    }
    #expect(outcomes[0].output.contains("data/people.csv:603:2 [sex]"))
    #expect(outcomes[2].output.contains("rejected, malformed text"))
    #expect(!(try package.folder.text("report.json")).contains(canary))
    #expect(!(try package.folder.text("store/build-report.json")).contains(canary))
  }

  @Test func recordInPlaceOfTheHeaderIsNotShown() throws {
    let package = try SmallPackage()
    try package.folder.write("ZQCANARY,2021-01-05\n", to: "package/data/releases.csv")
    for outcome in [
      try BoldCommand.run("check", package.path),
      try BoldCommand.run("check", package.path, "--format", "json"),
      try BoldCommand.run("build", package.path, "--store", package.store),
    ] {
      #expect(outcome.status == 1)
      #expect(!(outcome.output + outcome.errors).contains("ZQCANARY"))
      #expect((outcome.output + outcome.errors).contains("The first line is no header"))
    }
  }
}
