import Foundation
import Testing

/// Recorded sessions run again: the same bytes from the same store, and every difference explained.
struct ReplayTests {
  private static let policy = "profile: 10-5\n"

  private func text(_ hash: String, release: String? = nil) -> String {
    """
    # bold recording 1
    package small
    \(release.map { "release \($0)\n" } ?? "")
    pilot leavers
    query leavers rows sex columns area
    percent row
    sort-descending 1
    # mine
    export tables/a.csv sha256=\(hash) profile=10-5 minimum=10 base=5
    query leavers rows sex
    export b.csv
    home

    """
  }

  private func replay(
    _ recording: String, store: String, _ more: String...
  ) throws -> (outcome: BoldCommand.Outcome, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(recording, to: "day.txt")
    let words = (["replay", "day.txt", "--store", store, "--to", "again"] + more)
      .map { "'\($0)'" }.joined(separator: " ")
    return (try BoldCommand.shell("cd '\(folder.path)' && \"$BOLD\" \(words)"), folder)
  }

  private func hash(_ query: String, store: String) throws -> String {
    let line = try BoldCommand.shell(
      "\"$BOLD\" query --store '\(store)' --format csv '\(query)' | sha256sum")
    return String(line.output.prefix(64))
  }

  @Test func theSameStoreGivesTheSameBytes() throws {
    let store = try SmallPackage.shared.get().store
    let hash = try hash("leavers rows sex columns area", store: store)
    let (outcome, folder) = try replay(text(hash), store: store)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("\u{2192}  the same table, written to again/a.csv"))
    #expect(outcome.output.contains("no hash was recorded"))
    let golden = try BoldCommand.run(
      "query", "--store", store, "--format", "csv", "leavers rows sex columns area")
    #expect(try folder.text("again/a.csv") == golden.output)
    #expect(try folder.text("again/a.csv.json").contains("\"sha256\": \"\(hash)\""))
    #expect(try folder.text("again/b.csv").isEmpty == false)
    // Every step is a line.
    #expect(outcome.lines.filter { $0.contains("\u{2192}") }.count == 8)
  }

  @Test func linkLevelsAreTakenAwayAsOne() throws {
    let store = try SmallPackage.shared.get().store
    let recording = """
      # bold recording 1
      levels leavers rows sex columns area
      page 1
      export levels.csv
      """
    let (outcome, folder) = try replay(recording, store: store)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("\u{2192}  table at every link level"))
    let csv = try folder.text("again/levels.csv")
    // The levels of this store are the same: the table stands by itself, and says how far they are.
    #expect(csv.hasPrefix("sex_code,"))
    let sidecar = try folder.text("again/levels.csv.json")
    #expect(sidecar.components(separatedBy: "\"differs_by_about\": ").count == 3)
    let hash = try BoldCommand.shell("sha256sum < '\(folder.path)/again/levels.csv'")
    let (again, _) = try replay(
      recording + " sha256=\(hash.output.prefix(64))", store: store)
    #expect(again.status == 0 && again.output.contains("the same table"))
    let audit = try BoldCommand.run("audit", folder.path + "/again/levels.csv")
    #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
    #expect(audit.output.contains("link level medium"))
  }

  @Test func anotherReleaseIsExplained() throws {
    let store = try SmallPackage.shared.get().store
    let hash = try hash("leavers rows sex columns area", store: store)
    let other = try SmallPackage.built(shift: 1)
    let (outcome, _) = try replay(text(hash, release: "0011aa"), store: other.store)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("another table: release 0011aa then, "))
  }

  @Test func anotherPolicyIsExplained() throws {
    let store = try SmallPackage.shared.get().store
    let hash = try hash("leavers rows sex columns area", store: store)
    let text = text(hash).replacingOccurrences(of: "profile=10-5 minimum=10 base=5", with: "")
    let changed = text.replacingOccurrences(
      of: "sha256=\(hash)", with: "sha256=\(hash) profile=5-5 minimum=5 base=5"
    ).replacingOccurrences(of: "sha256=\(hash.prefix(1))", with: "sha256=f")
    let (outcome, _) = try replay(changed, store: store)
    if hash.hasPrefix("f") { return }
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("profile 5-5 then, 10-5 now; minimum frequency 5 then, 10 now"))
  }

  @Test func aChangedHashIsToldWithWhatIsTheSame() throws {
    let store = try SmallPackage.shared.get().store
    let (outcome, _) = try replay(text(String(repeating: "0", count: 64)), store: store)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("or the key of the store's hidden zeros are others"))
  }

  @Test func whatMayNotBeAskedIsToldAndTheRestGoesOn() throws {
    let store = try SmallPackage.shared.get().store
    let recording = """
      # bold recording 1
      query leavers rows nothing
      export a.csv
      query leavers rows sex
      page 9
      export ../../b.csv
      """
    let (outcome, folder) = try replay(recording, store: store)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("table not available"))
    #expect(outcome.output.contains("this table has no such place"))
    // Files stay below the folder.
    #expect(try folder.text("again/b.csv").isEmpty == false)
    #expect(folder.names == ["again", "day.txt"])
  }

  @Test func whatIsNoRecordingCannotRun() throws {
    let store = try SmallPackage.shared.get().store
    for (recording, sentence) in [
      ("hello", "day.txt, line 1: A recording begins with"),
      ("# bold recording 1\ndance\n", "day.txt, line 2"),
      ("# bold recording 1\npackage other\n", "The recording is of the package"),
    ] {
      let (outcome, _) = try replay(recording, store: store)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    }
    let missing = try BoldCommand.run("replay", "/nothing/day.txt", "--store", store)
    #expect(missing.status == 2)
    let (hostile, _) = try replay("# bold recording 1\n\u{1B}[2J\u{202E}\n", store: store)
    #expect(!hostile.errors.contains("\u{1B}"))
  }

  @Test func nothingIsWrittenOver() throws {
    let store = try SmallPackage.shared.get().store
    let folder = try TemporaryFolder()
    try folder.write("# bold recording 1\nquery leavers rows sex\nexport a.csv\n", to: "day.txt")
    try folder.write("mine", to: "again/a.csv")
    let outcome = try BoldCommand.shell(
      "cd '\(folder.path)' && \"$BOLD\" replay day.txt --store '\(store)' --to again")
    #expect(outcome.status == 2)
    #expect(try folder.text("again/a.csv") == "mine")
  }
}
