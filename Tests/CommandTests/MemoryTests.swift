import Foundation
import Testing

/// That memory does not grow with the number of persons.
@Suite(
  .enabled(if: ValidationTests.hasRelease, "needs a release build: make test"), .serialized)
struct MemoryTests {
  /// Peak resident memory of a command in MiB. Started by a small process, since a new process is
  /// said to have had the memory of the one that started it.
  private func peak(_ arguments: String) throws -> Int {
    let outcome = try BoldCommand.shell(
      """
      exec python3 -c '
      import os, sys
      process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
      _, status, usage = os.wait4(process, 0)
      print(usage.ru_maxrss // 1024)
      sys.exit(os.waitstatus_to_exitcode(status))' "$RELEASE" \(arguments) 2>/dev/null
      """, environment: ["RELEASE": ValidationTests.release])
    #expect(outcome.status == 0, "\(arguments)")
    return try #require(Int(outcome.lines.dropLast().last ?? ""), "\(outcome.output)")
  }

  @Test func samplesOfTenTimesThePersonsTakeNoMoreMemory() throws {
    let folder = try TemporaryFolder()
    let small = try peak("sample --persons 20000 --output \(folder.path)/small")
    let large = try peak("sample --persons 200000 --output \(folder.path)/large")
    #expect(abs(large - small) <= 4, "\(small) and \(large) MiB")
    #expect(large < 64)
    let build = try peak("build \(folder.path)/large --store \(folder.path)/store")
    #expect(build < 400, "\(build) MiB")
  }
}
