import Foundation
import Testing

/// That raw counts cannot be named beyond the wall, shown by compiling against the modules that were
/// built: with the package's name, as targets inside the wall are compiled, every raw type is found;
/// without it, as all others are, none is.
struct CompilerWallTests {
  /// `make test` builds both configurations and says so; without it a release build that is there
  /// may be an old one.
  static let configurations =
    ProcessInfo.processInfo.environment["BOLD_REQUIRE_RELEASE"] == "1"
    ? ["debug", "release"] : ["debug"]

  static func modules(_ configuration: String) -> String? {
    let path = SourceTree.root.path + "/.build/\(configuration)/Modules"
    return FileManager.default.fileExists(atPath: path + "/Tables.swiftmodule") ? path : nil
  }

  /// The name by which SwiftPM compiles this package: that of its folder.
  static var packageName: String {
    String(
      SourceTree.root.lastPathComponent.lowercased()
        .map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// Folders of the C modules that the built modules were compiled with.
  static let moduleMaps: [String] = {
    let root = SourceTree.root.path
    let checkouts = root + "/.build/checkouts"
    let packages = (try? FileManager.default.contentsOfDirectory(atPath: checkouts)) ?? []
    let targets = [root + "/Sources"] + packages.map { "\(checkouts)/\($0)/Sources" }
    return targets.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .flatMap { ["\(folder)/\($0)", "\(folder)/\($0)/include"] }
    }.filter { FileManager.default.fileExists(atPath: $0 + "/module.modulemap") }
  }()

  /// Errors of the compiler for a file with these lines.
  private func errors(_ lines: [String], _ configuration: String, isInside: Bool) throws -> [String]
  {
    let modules = try #require(
      CompilerWallTests.modules(configuration), "the \(configuration) configuration is not built")
    let file = NSTemporaryDirectory() + "/wall-\(UUID().uuidString).swift"
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let (status, output) = try Tool.run(
      "swiftc",
      [
        "-typecheck", "-swift-version", "6", "-module-name", "Beyond", "-I", modules,
        "-diagnostic-style", "llvm",
      ] + CompilerWallTests.moduleMaps.flatMap { ["-I", $0] }
        + (isInside ? ["-package-name", CompilerWallTests.packageName] : []) + [file])
    let errors = output.split(separator: "\n").filter { $0.contains("error: ") }.map(String.init)
    #expect((status == 0) == errors.isEmpty, "\(output)")
    return errors
  }

  @Test(arguments: configurations)
  func publicTypesAreFoundBeyondTheWall(configuration: String) throws {
    let lines = [
      "import CohortModel", "import Tables",
      "func first(_ table: ProtectedTable) -> CellValue { table.cells[0] }",
    ]
    #expect(try errors(lines, configuration, isInside: false).isEmpty)
  }

  @Test(arguments: configurations, SourceTree.insideTheWall.sorted())
  func rawTypesAreNotFoundBeyondTheWall(configuration: String, target: String) throws {
    let types = try SourceTree.types(of: target, access: "package")
    try #require(target == "DisclosureControl" || !types.isEmpty)
    let lines =
      ["import \(target)"] + types.enumerated().map { "typealias Raw\($0.offset) = \($0.element)" }
    #expect(try errors(lines, configuration, isInside: true).isEmpty)
    let found = try errors(lines, configuration, isInside: false)
    for type in types {
      let isRefused = found.contains { $0.contains("cannot find type '\(type)' in scope") }
      #expect(isRefused, "\(type) of \(target) can be named beyond the wall")
    }
  }

  @Test(arguments: configurations)
  func rawCountsCannotBeReadBeyondTheWall(configuration: String) throws {
    let lines = [
      "import QueryEngine", "func leak(_ cube: RawCube) -> Int { cube.persons[0] }",
    ]
    #expect(try errors(lines, configuration, isInside: true).isEmpty)
    #expect(try !errors(lines, configuration, isInside: false).isEmpty)
  }

  /// A release build does not even open to `@testable`.
  @Test(.enabled(if: configurations.contains("release"), "BOLD_REQUIRE_RELEASE is not set"))
  func releaseIsNotTestable() throws {
    let lines = [
      "@testable import QueryEngine", "func leak(_ cube: RawCube) -> Int { cube.persons[0] }",
    ]
    #expect(try !errors(lines, "release", isInside: false).isEmpty)
  }
}
