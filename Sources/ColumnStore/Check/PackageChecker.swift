import CohortModel
import Foundation
import Glibc

/// Checks a data package, descriptors and data, and reports every problem in one run.
///
/// Problems name file, line, column (the number of the field, from 1) and field, never a value; of
/// one kind in one field the first twenty are listed and the rest counted.
///
/// Memory is bounded: uniqueness and foreign keys are decided by external sort of 128-bit digests of
/// the keys. A hashed set of 64-bit digests would be quicker while it fits; it grows with the
/// number of keys, and a collision (n² / 2^65) would report a fault that is none.
public enum PackageChecker {
  /// Checks a package.
  ///
  /// The data are checked where the descriptors have no errors: without them it is not known what the
  /// data should be.
  ///
  /// - Parameters:
  ///   - package: the folder of the package.
  ///   - data: a folder in which CSV files are found where they are not in the package.
  public static func check(_ package: String, data: String? = nil) -> CheckReport {
    let reading = PackageReader.read(package)
    guard let descriptors = reading.package else { return CheckReport(problems: reading.problems) }
    return check(descriptors, directory: package, data: data, problems: reading.problems)
  }

  /// Checks descriptors that were read already, and their data.
  ///
  /// - Parameters:
  ///   - directory: the folder of the package.
  ///   - data: a folder in which CSV files are found where they are not in the package.
  ///   - problems: what reading the descriptors found.
  package static func check(
    _ package: DataPackage, directory: String, data: String?, problems: [PackageProblem] = []
  ) -> CheckReport {
    var list = ProblemList()
    list.add(problems)
    do throws(BuildError) {
      let temporary = TemporaryFolder(
        path: NSTemporaryDirectory(), steps: SystemSteps())
      let files = package.agreedPart.fileResources.map {
        ResourceFile($0, package: directory, data: data)
      }
      let foreignKeys = ForeignKeys(files, memory: memory, temporary: temporary)
      for file in files {
        list.add(file.problems)
        list.add(RefusedColumns.problems(file.resource, header: file.header))
        guard !file.header.isEmpty else { continue }
        let check = ResourceCheck(file, package: package, memory: memory, temporary: temporary)
        try check.run(foreignKeys, into: &list)
        try foreignKeys.spill()
      }
      try foreignKeys.unresolved { resource, line in
        guard let file = files.first(where: { $0.resource.name == resource }) else { return }
        list.add(
          PackageProblem(
            "The foreign key is not in the other resource.", severity: .warning,
            file: file.resource.path, line: line))
      }
      let sums = FileSums(package, folder: directory)
      list.add(sums.problems)
      if sums.isThere {
        var inputs: [BuildReport.Input] = []
        for file in files where sums.lists(file.resource.path) && SystemSteps.exists(file.path) {
          inputs.append(try InputDigest.input(file.resource.path, at: file.path))
        }
        list.add(try sums.differences(inputs, folder: directory, data: data))
      }
      let links = LinkCheck(folder: directory, data: data, memory: memory, temporary: temporary)
      try links.run(package, into: &list)
    } catch {
      list.add(PackageProblem(error.description, file: ""))
    }
    return CheckReport(problems: list.all)
  }

  private static let memory = 24 << 20
}
