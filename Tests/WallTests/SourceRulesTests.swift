import Foundation
import Testing

/// Rules that the compiler does not check.
struct SourceRulesTests {
  /// What may be named beyond the wall. Adding a name here is a decision about disclosure. Reports
  /// of builds hold exact numbers of records: they are for the data owner, who builds, and no
  /// `TableService` hands them out. Nothing else may hold a count that has not been protected.
  static let publicFaces: [String: Set<String>] = [
    "ColumnStore": [
      "BuildError", "BuildOptions", "BuildProgress", "BuildReport", "CheckReport",
      "PackageChecker", "ResourceReport", "StoreVerifier",
    ],
    "QueryEngine": [],
    "DisclosureControl": [
      "AuditLog", "AuditLogError", "JointAttack", "JointAttackError", "JointAttackFindings",
      "Release",
    ],
  ]

  @Test func targetsBeyondTheWallHaveNoPackageAccess() throws {
    let scratch = NSTemporaryDirectory() + "/bold-wall-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let (status, output) = try Tool.run(
      "swift",
      [
        "package", "--package-path", SourceTree.root.path, "--scratch-path", scratch,
        "dump-package",
      ])
    try #require(status == 0, "\(output)")
    let dump = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let targets = try #require(dump["targets"] as? [[String: Any]])
    var access: [String: Bool] = [:]
    for target in targets where ["regular", "executable"].contains(target["type"] as? String ?? "")
    {
      access[try #require(target["name"] as? String)] = try #require(
        target["packageAccess"] as? Bool)
    }
    // The measurement of protection counts what is hidden; it is not part of the program.
    let open = SourceTree.insideTheWall.union(["protection-bench"])
    #expect(Set(access.filter(\.value).keys) == open)
    #expect(access.count > SourceTree.insideTheWall.count)
  }

  @Test func nothingLooksOverTheWallByAttribute() throws {
    for target in try SourceTree.targets {
      for file in try SourceTree.files(of: target) {
        for (number, line) in file.lines.enumerated() {
          let isOpen = line.contains("@testable") || line.contains("@_spi")
          #expect(!isOpen, "\(file.path):\(number + 1)")
        }
      }
    }
  }

  @Test func onlyTheCommandImportsModulesInsideTheWall() throws {
    for target in try SourceTree.targets
    where target != "bold" && !SourceTree.insideTheWall.contains(target) {
      for file in try SourceTree.files(of: target) {
        let imported = Set(file.lines.compactMap(SourceTree.importedModule))
        #expect(imported.isDisjoint(with: SourceTree.insideTheWall), "\(file.path)")
      }
    }
    for file in try SourceTree.files(of: "bold") {
      let imported = Set(file.lines.compactMap(SourceTree.importedModule))
      #expect(!imported.contains("QueryEngine"), "\(file.path)")
    }
  }

  @Test(arguments: SourceTree.insideTheWall.sorted())
  func publicFacesAreThoseDecidedOn(target: String) throws {
    let faces = try SourceTree.types(of: target, access: "public")
    #expect(Set(faces) == SourceRulesTests.publicFaces[target])
  }
}
