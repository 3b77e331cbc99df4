import Foundation
import Testing

struct ExportTests {
  let store: String
  let folder: TemporaryFolder

  init() throws {
    store = try SmallPackage.shared.get().store
    folder = try TemporaryFolder()
  }

  private func export(_ arguments: String...) throws -> BoldCommand.Outcome {
    let words = (["export", "--store", store] + arguments).map { "'\($0)'" }
    return try BoldCommand.shell(
      "cd '\(folder.path)' && \"$BOLD\" " + words.joined(separator: " "))
  }

  @Test func exportHoldsTheBytesOfTheQuery() throws {
    let outcome = try export("leavers rows sex columns area", "--output", "table.csv")
    #expect(outcome.status == 0)
    #expect(outcome.output == "Wrote table.csv\nWrote table.csv.json\n")
    #expect(folder.names == ["table.csv", "table.csv.json"])
    let query = try BoldCommand.run(
      "query", "--store", store, "--format", "csv", "leavers rows sex columns area")
    #expect(try folder.text("table.csv") == query.output)
    #expect(try folder.text("table.csv").contains(",'=North,"))
    let sidecar = try folder.text("table.csv.json")
    #expect(sidecar.contains("\"query\": \"leavers rows sex columns area "))
    #expect(sidecar.contains("\"synthetic\": true"))
  }

  @Test func exportIsTheSameEachTimeButForTheTime() throws {
    _ = try export("leavers rows sex", "--output", "a.csv")
    _ = try export("leavers rows sex", "--output", "b.csv")
    #expect(try folder.text("a.csv") == folder.text("b.csv"))
  }

  @Test func filesAreReplacedOnlyWhenAsked() throws {
    try folder.write("mine", to: "table.csv")
    let refused = try export("leavers rows sex", "--output", "table.csv")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--force"))
    #expect(try folder.text("table.csv") == "mine")
    #expect(folder.names == ["table.csv"])
    let forced = try export("leavers rows sex", "--output", "table.csv", "--force")
    #expect(forced.status == 0)
    #expect(try folder.text("table.csv") != "mine")
  }

  @Test(arguments: ["none/table.csv", "table.txt"])
  func placesThatCannotBeWrittenAreSaid(path: String) throws {
    let outcome = try export("leavers rows sex", "--output", path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(path))
    #expect(folder.names.isEmpty)
  }

  @Test func wrongQueriesWriteNothing() throws {
    let outcome = try export("leavers rows sexx", "--output", "table.csv")
    #expect(outcome.status == 1)
    #expect(folder.names.isEmpty)
  }
}
