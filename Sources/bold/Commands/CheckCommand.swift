import ArgumentParser
import CohortModel
import ColumnStore
import Glibc
import TableExport
import Tables

struct CheckCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with a data package or a store.",
    discussion: """
      A package is read from end to end, descriptors and records; each problem is said with its \
      file, line and field, and never with a value of a person. A store is verified against its \
      checksums.

      Examples:
        bold check package
        bold check package --data /secure/extracts --format json
        bold check --store store
        bold check package --translations

      Exit status: 0 sound (there may be warnings), 1 problems were found, 2 there is nothing to \
      check, or it cannot be read.
      """)

  @Argument(help: "The folder of the data package.", completion: .directory)
  var package: String?

  @Option(
    help: ArgumentHelp(
      "Where the CSV files are, if they are not in the package.", valueName: "dir"),
    completion: .directory)
  var data: String?

  @Option(
    help: ArgumentHelp("Check this store instead of a package.", valueName: "dir"),
    completion: .directory)
  var store: String?

  @Option(help: "How problems are written.")
  var format = Format.text

  @Flag(help: "List the labels of the package that have no Welsh, instead of checking it.")
  var translations = false

  func validate() throws {
    if translations, package == nil || data != nil {
      throw ValidationError("--translations goes with a data package alone.")
    }
    if (package == nil) == (store == nil) {
      throw ValidationError("Name a data package, or a store with --store DIR.")
    }
    if data != nil, store != nil {
      throw ValidationError("--data goes with a data package.")
    }
  }

  func run() throws {
    if translations, let package { return try CheckCommand.listTranslations(of: package) }
    let problems: [PackageProblem]
    let subject: String
    if let package {
      try CheckCommand.requireFolder(package)
      if CheckCommand.isStore(package) {
        throw CommandFailure(
          .unusable,
          "\(SafeText.shown(package)) is a store, not a data package. Check it with --store.")
      }
      if let data { try CheckCommand.requireFolder(data) }
      problems = PackageChecker.check(package, data: data).problems
      subject = "The package"
    } else {
      let path = store ?? ""
      try CheckCommand.requireFolder(path)
      problems = StoreVerifier.verify(path).map { PackageProblem($0, file: path) }
      subject = "The store"
    }
    let isSound = !problems.contains { $0.severity == .error }
    switch format {
    case .json:
      try StandardStreams.write(ProblemDocument.bytes(of: problems, isSound: isSound))
    case .text:
      let lines = problems.map(ProblemDocument.line)
      let errors = problems.count { $0.severity == .error }
      let warnings = CheckCommand.counted(problems.count - errors, "warning")
      let verdict =
        switch (isSound, problems.isEmpty) {
        case (true, true): "\(subject) is sound."
        case (true, false): "\(subject) is sound, with \(warnings)."
        case (false, _):
          "\(subject) cannot be used: \(CheckCommand.counted(errors, "error"))"
            + (problems.count > errors ? ", \(warnings)." : ".")
        }
      try StandardStreams.write((lines + [verdict]).map { $0 + "\n" }.joined())
    }
    if !isSound { throw ExitCode(1) }
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(DecimalText.grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func isStore(_ path: String) -> Bool {
    access(path + "/datapackage.json", F_OK) != 0 && access(path + "/manifest.sum", F_OK) == 0
  }

  static func requireFolder(_ path: String) throws(CommandFailure) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw CommandFailure(
        .unusable, "Cannot read \(SafeText.shown(path)): \(SystemText.of(errno)).")
    }
    guard status.st_mode & S_IFMT == S_IFDIR, access(path, R_OK | X_OK) == 0 else {
      throw CommandFailure(.unusable, "\(SafeText.shown(path)) is no folder that can be read.")
    }
  }
}
