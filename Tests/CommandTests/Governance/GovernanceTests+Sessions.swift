import Foundation
import Testing

// Who asks, where, and what is kept of it.
extension GovernanceTests {
  @Test func G28_accredited_people_on_approved_projects() throws {
    let open = try check(
      Array(GovernedPackage.realChanges.dropLast())
        + [("register.yaml", "id: demo, name: Anyone", "id: demo, name: Everyone")])
    #expect(open.status == 1)
    #expect(open.output.contains("lets everyone in"))
    let bare = try check([("register.yaml", "accreditation: T-1, ", "")])
    #expect(bare.status == 1 && bare.output.contains("G28"))
    // On data that are not synthetic nobody works under another's name.
    let real = try GovernedPackage.real.get()
    let other = try real.run("query", "leavers rows sex", user: "asmith")
    #expect(other.status == 1)
    #expect(other.errors.contains("has another login than this process"))
    let own = try real.run("query", "leavers rows sex")
    #expect(own.status == 0)
    #expect(own.output.contains("Made for: D. Emo (demo)"))
    #expect(own.output.contains("Project: P-ALL, All of it"))
    // USER in the environment counts for nothing.
    let pretended = try BoldCommand.run(
      "query", "--store", real.store, "leavers rows sex",
      environment: ["USER": "asmith", "LOGNAME": "asmith"])
    #expect(pretended.output.contains("Made for: D. Emo (demo)"))
    let log = try real.folder.text("store.log")
    #expect(log.contains("\"kind\":\"session\",\"outcome\":\"refused\",\"user\":\"asmith\""))
    #expect(log.contains("\"kind\":\"query\",\"outcome\":\"answered\",\"user\":\"demo\""))
  }

  @Test(.enabled(if: Isolation.isAllowed, "namespaces cannot be made here"))
  func G29_secure_setting() throws {
    // Without a network, and with every folder but the configured ones read-only.
    let own = try GovernedPackage()
    let folders = ["temporary", "out"].map { own.folder.path + "/" + $0 }
    for folder in folders {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let script = """
      set -e
      cd '\(own.folder.path)'
      "$BOLD" build package --store '\(folders[1])/store' --temporary '\(folders[0])' >/dev/null
      export BOLD_STORE='\(folders[1])/store' BOLD_LOG='\(folders[1])/audit.log'
      "$BOLD" query leavers rows sex >/dev/null
      "$BOLD" export leavers rows sex --output '\(folders[1])/t.csv' >/dev/null
      """
    let outcome = try Isolation.run(script, writable: folders)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = { try FileManager.default.contentsOfDirectory(atPath: $0).sorted() }
    #expect(try names(folders[0]).isEmpty, "temporary files are removed")
    #expect(try names(folders[1]) == ["audit.log", "store", "t.csv", "t.csv.json"])
  }

  @Test func G30_transparency_and_accountability() throws {
    let own = try GovernedPackage.built()
    for query in ["leavers rows sex", "leavers rows status", "leavers rows sex columns debt"] {
      _ = try own.run("query", query, log: true)
    }
    let read = try BoldCommand.run("log", own.log)
    #expect(read.status == 0)
    #expect(read.output.contains("query refused user=demo project=P-ALL"))
    let verified = try BoldCommand.run("log", "--verify", own.log)
    #expect(verified.status == 0)
    #expect(verified.output.contains("The log is unbroken. Head: 6:"))
    try own.folder.write(
      own.folder.text("audit.log").replacingOccurrences(of: "columns debt", with: "columns area"),
      to: "audit.log")
    #expect(try BoldCommand.run("log", "--verify", own.log).status == 1)
    // Method and code lists go with the tool.
    #expect(FileManager.default.fileExists(atPath: BoldCommand.root + "/docs/method.md"))
    #expect(try own.run("catalogue", "leavers").output.contains("S2  South hills"))
  }
}

/// A process without a network that can write to named folders alone.
enum Isolation {
  static let isAllowed: Bool =
    (try? BoldCommand.shell("unshare --net --mount true"))?.status == 0

  static func run(_ script: String, writable: [String]) throws -> BoldCommand.Outcome {
    let folder = try TemporaryFolder()
    try folder.write(script, to: "script")
    // Folders that stay writable become mounts of their own; then every other mount is read-only.
    let binds = writable.map { "mount --bind '\($0)' '\($0)'" }.joined(separator: "\n")
    let kept = writable.joined(separator: "|")
    try folder.write(
      """
      while read -r device point rest; do
        case "$point" in /proc*|/sys*|/dev*) ;; *) mounts+=("$point") ;; esac
      done </proc/mounts
      \(binds)
      for point in "${mounts[@]}"; do
        case "$point" in \(kept)) ;; *) mount -o remount,bind,ro "$point" 2>/dev/null ;; esac
      done
      set -e
      ! (echo >'\(folder.path)/probe') 2>/dev/null
      ! (exec 3<>/dev/tcp/127.0.0.1/9) 2>/dev/null
      exec bash '\(folder.path)/script'
      """, to: "enter")
    return try BoldCommand.shell("unshare --net --mount bash '\(folder.path)/enter'")
  }
}
