import Foundation
import Testing

/// The profile cell-key as a person would use it: built stores, several processes, another release.
@Suite struct CellKeyCommandTests {
  private static func package(_ policy: String) throws -> SmallPackage {
    let package = try SmallPackage()
    try package.folder.write(policy, to: "package/policy.yaml")
    try build(package)
    return package
  }

  private static func build(_ package: SmallPackage) throws {
    let outcome = try BoldCommand.run("build", package.path, "--store", package.store)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  private static func cells(_ package: SmallPackage, _ query: String) throws -> [String] {
    let outcome = try BoldCommand.run(
      "query", "--store", package.store, "--format", "csv", query)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.lines
  }

  /// Processes that ask at once for one more breakdown each: as many are answered as the policy allows,
  /// whichever they are.
  @Test func processesAtOnceStayWithinTheLimit() throws {
    let package = try Self.package("profile: cell-key\ncell_key: {maximum_breakdowns: 3}\n")
    let log = package.folder.path + "/log"
    let outcome = try BoldCommand.shell(
      """
      pids=()
      for month in 1 2 3 4 5 6 7 8; do
        "$BOLD" query --store '\(package.store)' --log '\(log)' \
          "leavers period 2021-01-01..2021-0$month-15" >/dev/null 2>&1 & pids+=($!)
      done
      for pid in "${pids[@]}"; do wait "$pid"; echo "$?"; done
      """)
    #expect(outcome.lines.filter { $0 == "0" }.count == 3)
    #expect(outcome.lines.filter { $0 == "1" }.count == 5)
    let verified = try BoldCommand.run("log", "--verify", log)
    #expect(verified.status == 0, "\(verified.errors)")
    let written = try BoldCommand.run("log", log).lines
    #expect(written.filter { $0.contains(" query begun ") }.count == 3)
    #expect(written.filter { $0.contains(" query answered ") }.count == 3)
    #expect(written.filter { $0.contains(" query refused ") }.count == 5)
  }

  /// Another build of the same records in another order is another release, and has the same noise.
  @Test func anotherReleaseHasTheSameNoise() throws {
    let package = try Self.package("profile: cell-key\n")
    let query = "leavers rows area columns sex"
    let first = try Self.cells(package, query)
    #expect(try Self.cells(package, query) == first)
    let path = package.path + "/data/people.csv"
    var people = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    people = [people[0]] + people.dropFirst().reversed()
    try package.folder.write(people.joined(separator: "\n") + "\n", to: "package/data/people.csv")
    try Self.build(package)
    #expect(try Self.cells(package, query) == first)
    // A store with another secret has other noise.
    try FileManager.default.removeItem(atPath: package.store)
    try Self.build(package)
    #expect(try Self.cells(package, query) != first)
  }
}
