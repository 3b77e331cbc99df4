import CohortModel
import ColumnStore
import Foundation
import Glibc
import Testing

@Suite("Builds that stop half-way")
struct CrashTests {
  /// Announces steps until the one at which the build is to stop.
  final class Stop {
    var remaining: Int
    let error: BuildError
    let canExchange: Bool

    init(at step: Int, with error: BuildError, canExchange: Bool = true) {
      remaining = step
      self.error = error
      self.canExchange = canExchange
    }

    var steps: SystemSteps {
      SystemSteps(canExchange: canExchange) { (_, _) throws(BuildError) in
        if self.remaining == 0 { throw self.error }
        self.remaining -= 1
      }
    }
  }

  private func stepCount(
    _ sample: SamplePackage, memory: Int, canExchange: Bool = true
  ) throws -> Int {
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try build(sample, in: directory, memory: memory)
    var count = 0
    try build(
      sample, in: directory, memory: memory,
      steps: SystemSteps(canExchange: canExchange) { (_, _) throws(BuildError) in count += 1 })
    return count
  }

  @Test(
    "killed before any of its steps, a build leaves the old store or the new one, whole",
    arguments: [true, false])
  func killed(canExchange: Bool) throws {
    let old = SamplePackage(seed: 1, persons: 10, events: 30)
    let new = SamplePackage(seed: 2, persons: 10, events: 30)
    let memory = 1 << 11
    let steps = try stepCount(new, memory: memory, canExchange: canExchange)
    #expect(steps > 40)
    let directory = try TemporaryDirectory()
    try old.write(to: directory)
    try build(old, in: directory)
    try new.write(to: directory)
    let path = directory.path + "/store"
    var wasReplaced = false
    for step in 0..<steps {
      #expect(throws: BuildError.abandoned) {
        try build(
          new, in: directory, memory: memory,
          steps: Stop(at: step, with: .abandoned, canExchange: canExchange).steps)
      }
      let store = try CohortStore.open(path)
      let found = try contents(store, "events", at: .low)
      let isNew = found == expected(new, at: .low)
      #expect(isNew || found == expected(old, at: .low), "step \(step)")
      #expect(isNew || !wasReplaced, "the old store came back at step \(step)")
      #expect(StoreVerifier.verify(path) == [])
      if isNew, !wasReplaced {
        wasReplaced = true
        #expect(step > steps / 2)
      }
    }
    // The next build tidies up after all of them.
    try build(new, in: directory, memory: memory)
    #expect(directory.names == ["data", "links.csv", "store"])
  }

  @Test(
    "a step that fails, as on a full disk, leaves the old store and no other trace",
    arguments: [true, false])
  func fullDisk(canExchange: Bool) throws {
    let sample = SamplePackage(seed: 3, persons: 10, events: 30)
    let memory = 1 << 11
    let steps = try stepCount(sample, memory: memory, canExchange: canExchange)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    try build(sample, in: directory)
    let release = try CohortStore.open(directory.path + "/store").release
    let full = BuildError.system(operation: "write", path: "x", code: ENOSPC)
    #expect(full.description.contains("Free some space"))
    for step in 0..<steps {
      #expect(throws: full) {
        try build(
          sample, in: directory, memory: memory,
          steps: Stop(at: step, with: full, canExchange: canExchange).steps)
      }
      #expect(try CohortStore.open(directory.path + "/store").release == release)
    }
    try build(sample, in: directory, memory: memory)
    #expect(directory.names == ["data", "links.csv", "store"])
  }

  @Test("a target in a folder that is not there, or that is no store, is a clear error")
  func unusableTargets() throws {
    let sample = SamplePackage(seed: 4)
    let directory = try TemporaryDirectory()
    try sample.write(to: directory)
    let error = #expect(throws: BuildError.self) {
      try StoreBuilder.build(
        sample.package,
        BuildOptions(package: directory.path, store: directory.path + "/none/store"))
    }
    #expect(error?.description.contains("Could not create the folder") == true)
    try directory.write("precious", to: "store/file.txt")
    #expect(throws: BuildError.notAStore(path: directory.path + "/store")) {
      try build(sample, in: directory)
    }
    #expect(FileManager.default.fileExists(atPath: directory.path + "/store/file.txt"))
  }
}
