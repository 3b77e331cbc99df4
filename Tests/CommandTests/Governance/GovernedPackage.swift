import Foundation

/// A small package of invented people with everything that can stand in a question's way: agreements,
/// fields and datasets that are not agreed, projects, users, adverse variables, areas, children.
struct GovernedPackage {
  let folder: TemporaryFolder
  var path: String { folder.path + "/package" }
  var store: String { folder.path + "/store" }
  var log: String { folder.path + "/audit.log" }

  /// - Parameters:
  ///   - shift: moves persons between codes, so that counts differ and nothing else does.
  ///   - changes: in a file, what stands in the place of a text. A file that is not there is written.
  init(
    shift: Int = 0, _ changes: [(file: String, old: String, new: String)] = []
  ) throws {
    folder = try TemporaryFolder()
    var files = [
      "datapackage.json": GovernedPackage.descriptor, "agreements.yaml": Self.agreements,
      "register.yaml": Self.register, "policy.yaml": "profile: 10-5\n",
      "codelists/area.csv": Self.areas, "pilots/leavers.yaml": Self.pilot("leavers"),
      "pilots/children.yaml": Self.pilot("children"), "pilots/visits.yaml": Self.visits,
      "data/people.csv": Self.people(shift), "data/releases.csv": Self.releases(shift),
      "data/offences.csv": Self.offences(shift), "data/visits.csv": "id,visited\np1,2021-05-01\n",
    ]
    for change in changes {
      let text = files[change.file] ?? ""
      guard change.old.isEmpty || text.contains(change.old) else {
        throw NothingToChange(text: change.old)
      }
      files[change.file] =
        change.old.isEmpty
        ? change.new : text.replacingOccurrences(of: change.old, with: change.new)
    }
    for (name, text) in files { try folder.write(text, to: "package/" + name) }
    // Records that are not invented come with the sums of what was approved.
    _ = try BoldCommand.shell("cd '\(path)' && sha256sum data/* >SHA256SUMS")
  }

  struct NothingToChange: Error {
    var text: String
  }

  /// The package with its store.
  static func built(
    shift: Int = 0, _ changes: [(file: String, old: String, new: String)] = []
  ) throws -> GovernedPackage {
    let package = try GovernedPackage(shift: shift, changes)
    let outcome = try BoldCommand.run("build", package.path, "--store", package.store)
    guard outcome.status == 0 else { throw SmallPackage.NotBuilt(text: outcome.errors) }
    return package
  }

  /// One store that tests share and only read.
  static let shared = Result { try built() }
  /// The same descriptors over other records.
  static let shifted = Result { try built(shift: 7) }
  /// Not synthetic, with the person who runs the tests as its user.
  static let real = Result { try built(realChanges) }

  static let realChanges: [(file: String, old: String, new: String)] = [
    ("datapackage.json", "\"synthetic\": true", "\"synthetic\": false"),
    (
      "register.yaml", "{id: demo, name: Anyone, login: \"*\"}",
      "{id: demo, name: D. Emo, login: \(SmallPackage.login), accreditation: T-9,"
        + " expires: 2090-12-31}"
    ),
  ]

  /// Runs the command in a session on this store.
  func run(
    _ command: String, _ words: String..., user: String? = nil, project: String? = nil,
    log: Bool = false
  ) throws -> BoldCommand.Outcome {
    var environment = ["BOLD_STORE": store]
    environment["BOLD_USER"] = user
    environment["BOLD_PROJECT"] = project
    if log { environment["BOLD_LOG"] = self.log }
    let quoted = words.map { "'\($0.replacingOccurrences(of: "'", with: "'\\''"))'" }
    return try BoldCommand.shell(
      "cd '\(folder.path)' && \"$BOLD\" \(command) \(quoted.joined(separator: " "))",
      environment: environment)
  }

  /// The table that answers a query, as `bold query --format json` writes it.
  func table(_ query: String, user: String? = nil, project: String? = nil) throws -> [String: Any] {
    let outcome = try run("query --format json", query, user: user, project: project)
    guard outcome.status == 0,
      let table = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        as? [String: Any]
    else { throw SmallPackage.NotBuilt(text: outcome.errors) }
    return table
  }

  /// The names and bytes of all that is below a folder.
  static func contents(of folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      contents[name] = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
    }
    return contents
  }
}
