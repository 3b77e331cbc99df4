import Foundation
import Testing

/// The built program on two stores whose records differ and whose published tables do not: everything
/// else that leaves must be the same, to the byte.
struct SideChannelTests {
  /// Two populations that publish the same: in one of them a person more is in a small area and a
  /// person fewer in a large one, which rounding does not show.
  private struct Pair {
    let one: SmallPackage
    let other: SmallPackage

    init(isSynthetic: Bool = true) throws {
      one = try SmallPackage(isSynthetic: isSynthetic)
      other = try SmallPackage(isSynthetic: isSynthetic)
      let people = try other.folder.text("package/data/people.csv")
      let moved = people.replacingOccurrences(of: "\np8,F,N\n", with: "\np8,F,W\n")
      guard moved != people else { throw NothingMoved() }
      try other.folder.write(moved, to: "package/data/people.csv")
      for package in [one, other] {
        // A release has hidden zeros of its own; here all are shown.
        try package.folder.write(
          "profiles: {leavers: {name: all-zeros, minimum_frequency: 10, rounding_base: 5,"
            + " zeros: published}}\n", to: "package/policy.yaml")
        if !isSynthetic {
          _ = try BoldCommand.shell("cd '\(package.path)' && sha256sum data/* > SHA256SUMS")
        }
        let built = try BoldCommand.run("build", package.path, "--store", package.store)
        guard built.status == 0 else { throw SmallPackage.NotBuilt(text: built.errors) }
      }
    }

    struct NothingMoved: Error {}
  }

  /// A text without what names a release, a table or a time.
  private static func withoutNames(_ text: String, _ package: SmallPackage) throws -> String {
    var text = text.replacingOccurrences(of: package.folder.path, with: "FOLDER")
    for pattern in [
      #"[0-9a-f]{64}"#, #"\b[0-9a-f]{8,16}\b"#, #"\d{4}-\d\d-\d\dT[0-9:.]+Z"#,
    ] {
      text = text.replacingOccurrences(of: pattern, with: "#", options: .regularExpression)
    }
    return text
  }

  private static let queries = [
    "leavers rows sex columns area", "leavers rows area measure share offence12",
    "leavers rows stage columns sex", "leavers where area=W", "leavers rows sex where area=W",
    "leavers rows area measure events", "leavers rows area measure median released to reoffended",
    // Refused.
    "leavers rows colour", "leavers where area=X", "leavers rows area measure mean", "leaver",
  ]

  @Test func outputErrorsAndExitCodesAreTheSame() throws {
    let pair = try Pair()
    for query in Self.queries {
      for format in ["text", "csv", "json", "text --explain"] {
        func ask(_ package: SmallPackage) throws -> (String, String, Int32) {
          let outcome = try BoldCommand.shell(
            "\"$BOLD\" query --store '\(package.store)' --format \(format) '\(query)'")
          return (
            try Self.withoutNames(outcome.output, package),
            try Self.withoutNames(outcome.errors, package), outcome.status
          )
        }
        let (one, other) = (try ask(pair.one), try ask(pair.other))
        let differing = zip(one.0.split(separator: "\n"), other.0.split(separator: "\n"))
          .filter { $0 != $1 }
        #expect(one == other, "\(query), \(format): \(differing)")
      }
    }
  }

  /// Names, sizes and contents of what is written.
  @Test func exportsAreTheSame() throws {
    let pair = try Pair()
    for format in ["csv", "json", "txt"] {
      func export(_ package: SmallPackage) throws -> [String] {
        let folder = try TemporaryFolder()
        _ = try BoldCommand.run(
          "export", "--store", package.store, "--output", folder.path + "/t.\(format)",
          "leavers rows sex columns area")
        return try folder.names.map { name in
          let text = try folder.text(name)
          return "\(name) \(text.utf8.count) \(try Self.withoutNames(text, package))"
        }
      }
      #expect(try export(pair.one) == export(pair.other))
    }
  }

  /// A release is named by a digest of the store, which the store's key goes into: who guesses all
  /// records cannot check his guess by it.
  @Test func aReleaseDoesNotConfirmAGuess() throws {
    let package = try SmallPackage.built()
    let again = package.folder.path + "/again"
    _ = try BoldCommand.run("build", package.path, "--store", again)
    func release(_ store: String) throws -> String {
      let text = try BoldCommand.run(
        "query", "--store", store, "--format", "json", "leavers rows sex"
      ).output
      let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
      return try #require((document as? [String: Any])?["release"] as? String)
    }
    #expect(try release(package.store) != release(again))
  }

  /// The log of who asked what holds no count, and is the same line for line but for names and times.
  @Test func logsAreTheSame() throws {
    let pair = try Pair(isSynthetic: false)
    func log(_ package: SmallPackage) throws -> String {
      for query in Self.queries {
        _ = try BoldCommand.run(
          "query", "--store", package.store, "--project", "P-1", query,
          environment: ["BOLD_USER": "analyst"])
      }
      return try Self.withoutNames(try package.folder.text("store.log"), package)
    }
    let (one, other) = (try log(pair.one), try log(pair.other))
    #expect(one.split(separator: "\n").count >= Self.queries.count)
    #expect(one == other)
  }
}
