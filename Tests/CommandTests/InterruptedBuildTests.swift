import Foundation
import Glibc
import Testing

/// Builds over an existing store that are killed, or that run out of disk.
struct InterruptedBuildTests {
  /// What is waited for before the kill: a file of the growing store, or a new store in its place.
  enum Moment {
    case file(String)
    case replaced
    case delay(Int)
  }

  /// A package with as many records as keep a build busy for a while.
  private func package(shift: Int) throws -> SmallPackage {
    let package = try SmallPackage(shift: shift)
    var lines = try package.folder.text("package/data/releases.csv")
    for copy in 0..<80 {
      for person in 0..<600 {
        lines += "p\(person),2022-\(10 + copy % 3)-\(10 + (person + copy) % 19)\n"
      }
    }
    try package.folder.write(lines, to: "package/data/releases.csv")
    // So many more women that no rounding and no hidden zero makes the tables alike.
    if shift > 0 {
      let people = try package.folder.text("package/data/people.csv").split(separator: "\n")
      try package.folder.write(
        people.enumerated().map { line, text in
          String(line < 200 ? text.replacing(",M,", with: ",F,") : text) + "\n"
        }.joined(), to: "package/data/people.csv")
    }
    return package
  }

  private func answer(_ store: String) throws -> String {
    let outcome = try BoldCommand.run(
      "query", "--store", store, "--format", "csv", "leavers rows sex columns stage")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  private func kill(_ package: SmallPackage, over store: String, at moment: Moment) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BoldCommand.path)
    process.arguments = ["build", package.path, "--store", store]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let before = identity(store)
    try process.run()
    if case .delay(let milliseconds) = moment { usleep(UInt32(milliseconds) * 1000) }
    let parent = (store as NSString).deletingLastPathComponent
    polling: while process.isRunning {
      switch moment {
      case .delay: break polling
      case .replaced: if identity(store) != before { break polling }
      case .file(let name):
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for folder in names where folder.hasPrefix(".store.building-") {
          if access("\(parent)/\(folder)/\(name)", F_OK) == 0 { break polling }
        }
      }
      usleep(50)
    }
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func identity(_ path: String) -> UInt64 {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : 0
  }

  @Test func killedBuildLeavesTheOldStoreOrTheNew() throws {
    let packages = [try package(shift: 0), try package(shift: 1)]
    let folder = try TemporaryFolder()
    let store = folder.path + "/store"
    var answers: [String] = []
    for package in packages {
      let outcome = try BoldCommand.run("build", package.path, "--store", store)
      #expect(outcome.status == 0, "\(outcome.errors)")
      answers.append(try answer(store))
    }
    #expect(answers[0] != answers[1])
    let late: [Moment] = [
      .file("table-1.data"), .file("table-2.data"), .file("table-3.data"),
      .file("build-report.json"), .file("manifest.json"), .file("manifest.sum"), .replaced,
    ]
    let moments =
      [2, 10, 30, 60, 100, 200].map(Moment.delay) + [.file("secret"), .file("spine.data")]
      + late + late
    #expect(moments.count >= 20)
    var current = 1
    var replacements = 0
    for moment in moments {
      try kill(packages[1 - current], over: store, at: moment)
      let check = try BoldCommand.run("check", "--store", store)
      #expect(check.status == 0, "\(moment): \(check.output)\(check.errors)")
      let found = try #require(answers.firstIndex(of: try answer(store)), "\(moment)")
      if found != current { replacements += 1 }
      current = found
    }
    #expect(replacements > 0)
    let outcome = try BoldCommand.run("build", packages[0].path, "--store", store)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try answer(store) == answers[0])
    #expect(folder.names == ["store"])
  }

  /// Whether a test may mount a file system that only it sees.
  private static let canMount =
    (try? BoldCommand.shell("unshare -m mount -t tmpfs -o size=64k none /mnt"))?.status == 0

  @Test(.enabled(if: canMount, "needs the right to mount in a namespace of its own"))
  func fullDiskKeepsTheOldStore() throws {
    let package = try package(shift: 0)
    let folder = try TemporaryFolder()
    // 384 KiB hold the first store, but not another of 48,000 records beside it.
    let outcome = try BoldCommand.shell(
      """
      unshare -m bash -c '
        mount -t tmpfs -o size=384k none "$DISK" && cp -r "$STORE" "$DISK/store" || exit 9
        "$BOLD" build "$PACKAGE" --store "$DISK/store" >/dev/null 2>"$DISK.errors"
        echo "status $?"
        "$BOLD" check --store "$DISK/store"
        ls -A "$DISK"'
      cat "$DISK.errors" >&2
      """,
      environment: [
        "DISK": folder.path, "PACKAGE": package.path, "STORE": try SmallPackage.shared.get().store,
      ])
    try? FileManager.default.removeItem(atPath: folder.path + ".errors")
    #expect(outcome.lines == ["status 2", "The store is sound.", "store", ""])
    #expect(outcome.errors.contains("No space left on device. Free some space"))
  }

  @Test(.enabled(if: canMount, "needs the right to mount in a namespace of its own"))
  func readOnlyTargetIsSaid() throws {
    let package = try SmallPackage.built()
    let outcome = try BoldCommand.shell(
      """
      unshare -m bash -c '
        mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER" || exit 9
        "$BOLD" build "$FOLDER/package" --store "$FOLDER/store" >/dev/null
        echo "status $?"
        "$BOLD" check --store "$FOLDER/store"'
      """, environment: ["FOLDER": package.folder.path])
    #expect(outcome.lines == ["status 2", "The store is sound.", ""])
    #expect(outcome.errors.contains("Read-only file system. Choose a target"))
    #expect(package.folder.names == ["package", "store"])
  }

  @Test func damagedSegmentIsAnErrorOfTheQuery() throws {
    let package = try SmallPackage.built()
    for name in ["table-1.data", "table-2.data", "table-3.data", "spine.data"] {
      let url = URL(fileURLWithPath: package.store + "/" + name)
      let whole = try Data(contentsOf: url)
      var damaged = whole
      for place in stride(from: 0, to: damaged.count, by: 64) { damaged[place] ^= 0x55 }
      try damaged.write(to: url)
      let outcome = try BoldCommand.run(
        "query", "--store", package.store, "leavers rows sex columns stage")
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(name), "\(outcome.errors)")
      #expect(outcome.errors.contains("Build it again"))
      try whole.write(to: url)
    }
    #expect(try !answer(package.store).isEmpty)
  }
}
